/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tide-config.h"

#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <locale.h>
#include <string.h>

static const char *
get_summary (void)
{
  return _ ("Commands:\n"
            "  validate FILE…         check registers; tell every problem with its place\n"
            "  format FILE [-o OUT]   write a register in the layout of the format");
}

static int
refuse_usage (const char *sentence)
{
  g_printerr ("%s\n", sentence);
  g_printerr ("%s\n", _ ("“tideline-cli --help” lists the commands."));

  return 2;
}

static int
run_command (const char *const *arguments, const char *output)
{
  const guint n = g_strv_length ((char **) arguments);
  g_autofree char *sentence = NULL;

  if (n == 0)
    return refuse_usage (_ ("No command was given."));

  if (strcmp (arguments[0], "validate") == 0)
    {
      if (n < 2)
        return refuse_usage (_ ("“validate” needs at least one file."));
      if (output != NULL)
        return refuse_usage (_ ("“validate” writes no file."));
      return tide_tool_validate (arguments + 1);
    }

  if (strcmp (arguments[0], "format") == 0)
    {
      if (n != 2)
        return refuse_usage (_ ("“format” needs exactly one file."));
      return tide_tool_format (arguments[1], output);
    }

  /* Translators: %s is what was typed */
  sentence = g_strdup_printf (_ ("There is no command “%s”."), arguments[0]);

  return refuse_usage (sentence);
}

int
main (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) arguments = NULL;
  gboolean show_version = FALSE;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TIDE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  {
    const GOptionEntry entries[] = {
      { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), N_ ("FILE") },
      { "version", 0, 0, G_OPTION_ARG_NONE, &show_version, N_ ("Print the version"), NULL },
      { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, N_ ("COMMAND…") },
      { NULL },
    };

    context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    g_option_context_set_summary (context, get_summary ());
  }

  words = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &words, &error))
    return refuse_usage (error->message);

  if (show_version)
    {
      g_print ("tideline-cli %s\n", TIDE_VERSION);
      return 0;
    }

  return run_command (
      (const char *const *) (arguments != NULL ? arguments : words + g_strv_length (words)),
      output);
}
