/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tide-config.h"

#include "tool/tide-tool-brief.h"
#include "tool/tide-tool-check.h"
#include "tool/tide-tool-export.h"
#include "tool/tide-tool-import.h"
#include "tool/tide-tool-list.h"
#include "tool/tide-tool-totals.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <locale.h>
#include <string.h>

static const TideToolVerb verbs[] = {
  { "validate", "FILE…", 0, N_ ("Check registers; tell every problem with its place"),
    tide_tool_validate },
  { "format", "FILE", 1, N_ ("Write a register in the layout of the format"), tide_tool_format },
  { "list", "FILE", 1, N_ ("Print projects or other records"), tide_tool_list },
  { "totals", "FILE", 1, N_ ("Add up amounts, and tell what was counted and left out"),
    tide_tool_totals },
  { "brief", "FILE", 1, N_ ("Write a briefing"), tide_tool_brief },
  { "check", "REGISTER TEXT", 2, N_ ("Check a text against a register"), tide_tool_check },
  { "export", "FILE", 1, N_ ("Write a register as tables"), tide_tool_export },
  { "import", "REGISTER TABLE", 2, N_ ("Take the rows of a table into a register"),
    tide_tool_import },
};

/* A column for the commands, and one for what they do. */
#define COMMAND_WIDTH 24

static char *
dup_summary (void)
{
  g_autoptr (GString) summary = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *call = g_strdup_printf ("%s %s", verbs[i].name, verbs[i].arguments);

      g_string_append_printf (summary, "\n  %s", call);
      for (glong width = g_utf8_strlen (call, -1); width < COMMAND_WIDTH; width++)
        g_string_append_c (summary, ' ');
      g_string_append (summary, gettext (verbs[i].summary));
    }
  g_string_append_printf (summary, "\n\n%s",
                          _ ("“tideline-cli COMMAND --help” lists its options."));

  return g_string_free_and_steal (g_steal_pointer (&summary));
}

static TideToolStatus
refuse_usage (const char *sentence)
{
  g_printerr ("%s\n", sentence);
  g_printerr ("%s\n", _ ("“tideline-cli --help” lists the commands."));

  return TIDE_TOOL_WRONG_USAGE;
}

/* What was typed without any command. */
static TideToolStatus
run_nothing (GStrv *words)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("COMMAND");
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = dup_summary ();
  gboolean show_version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_ ("Print the version"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  if (!g_option_context_parse_strv (context, words, &error))
    return refuse_usage (error->message);
  if (!show_version)
    return refuse_usage (_ ("No command was given."));

  g_print ("tideline-cli %s\n", TIDE_VERSION);

  return TIDE_TOOL_DONE;
}

static TideToolStatus
run (char **words)
{
  const char *name = words[0] != NULL ? words[1] : NULL;
  g_auto (GStrv) copy = NULL;
  g_autofree char *sentence = NULL;

  if (name == NULL || name[0] == '-')
    {
      copy = g_strdupv (words);
      return run_nothing (&copy);
    }

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return verbs[i].run (&verbs[i], words + 1);

  /* Translators: %s is what was typed */
  sentence = g_strdup_printf (_ ("There is no command “%s”."), name);

  return refuse_usage (sentence);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TIDE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return (int) run (argv);
}
