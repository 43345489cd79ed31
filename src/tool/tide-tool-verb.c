/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-verb.h"

#include <glib/gi18n-lib.h>

/**
 * tide_tool_verb_new_context:
 * @self: a command
 *
 * Returns: (transfer full): what options are added to
 */
GOptionContext *
tide_tool_verb_new_context (const TideToolVerb *self)
{
  GOptionContext *context = g_option_context_new (self->arguments);
  g_autofree char *name = g_strconcat ("tideline-cli ", self->name, NULL);

  /* the first words of the help */
  g_set_prgname (name);
  g_option_context_set_summary (context, gettext (self->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);

  return context;
}

static gboolean
has_arguments (const TideToolVerb *self, char **arguments)
{
  const guint n = arguments != NULL ? g_strv_length (arguments) : 0;

  if (self->n_arguments == 0 && n == 0)
    /* Translators: %s is a command */
    tide_tool_verb_refuse (self, _ ("“%s” needs at least one file."), self->name);
  else if (self->n_arguments == 1 && n != 1)
    /* Translators: %s is a command */
    tide_tool_verb_refuse (self, _ ("“%s” needs exactly one file."), self->name);
  else if (self->n_arguments == 2 && n != 2)
    /* Translators: %s is a command */
    tide_tool_verb_refuse (self, _ ("“%s” needs a register and a table."), self->name);
  else
    return TRUE;

  return FALSE;
}

/**
 * tide_tool_verb_parse:
 * @self: a command
 * @context: its options
 * @words: what was typed
 *
 * Reads the command line. What is wrong with it goes to the standard error. Where the help is asked
 * for, it is printed and the program ends.
 *
 * Returns: (transfer full) (nullable): the arguments; %NULL where something is wrong
 */
GStrv
tide_tool_verb_parse (const TideToolVerb *self, GOptionContext *context, char **words)
{
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) rest = g_strdupv (words);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      tide_tool_verb_refuse (self, "%s", error->message);
      return NULL;
    }

  return has_arguments (self, arguments) ? g_steal_pointer (&arguments) : NULL;
}

/**
 * tide_tool_verb_refuse:
 * @self: a command
 * @format: what is wrong with how it was called, a sentence
 * @...: arguments of the sentence
 *
 * Says on the standard error what is wrong, and where the options are told.
 *
 * Returns: %TIDE_TOOL_WRONG_USAGE
 */
TideToolStatus
tide_tool_verb_refuse (const TideToolVerb *self, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("%s\n", sentence);
  /* Translators: %s is a command */
  g_printerr (_ ("“tideline-cli %s --help” lists its options."), self->name);
  g_printerr ("\n");

  return TIDE_TOOL_WRONG_USAGE;
}
