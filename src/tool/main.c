/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tide-config.h"

#include "tool/tide-tool-export.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <locale.h>
#include <string.h>

static const char *
get_summary (void)
{
  return _ ("Commands:\n"
            "  validate FILE…         check registers; tell every problem with its place\n"
            "  format FILE [-o OUT]   write a register in the layout of the format\n"
            "  export FILE [-o OUT]   write a register as tables");
}

static int
refuse_usage (const char *sentence)
{
  g_printerr ("%s\n", sentence);
  g_printerr ("%s\n", _ ("“tideline-cli --help” lists the commands."));

  return 2;
}

static int
run_export (const char *argument, const TideToolExport *wanted)
{
  TideExportOptions options;
  g_autofree char *sentence = NULL;

  if (!tide_tool_export_read_options (wanted, &options, &sentence))
    return refuse_usage (sentence);

  return tide_tool_export (argument, wanted, &options);
}

static gboolean
is_for_export (const TideToolExport *wanted)
{
  return wanted->format != NULL || wanted->type != NULL || wanted->filter != NULL
         || wanted->separator != NULL || wanted->has_decimal_comma || wanted->has_bom
         || wanted->includes_names;
}

static int
run_command (const char *const *arguments, const TideToolExport *wanted)
{
  const char *output = wanted->output;
  const guint n = g_strv_length ((char **) arguments);
  g_autofree char *sentence = NULL;

  if (n == 0)
    return refuse_usage (_ ("No command was given."));

  if (strcmp (arguments[0], "export") == 0)
    {
      if (n != 2)
        return refuse_usage (_ ("“export” needs exactly one file."));
      return run_export (arguments[1], wanted);
    }
  if (is_for_export (wanted))
    return refuse_usage (_ ("Only “export” has options of tables."));

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

static void
clear_wanted (TideToolExport *wanted)
{
  g_free (wanted->output);
  g_free (wanted->format);
  g_free (wanted->type);
  g_free (wanted->filter);
  g_free (wanted->separator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideToolExport, clear_wanted)

int
main (int argc, char **argv)
{
  g_auto (TideToolExport) wanted = { 0 };
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
      { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, N_ ("Write to this file"),
        N_ ("FILE") },
      { "format", 0, 0, G_OPTION_ARG_STRING, &wanted.format,
        N_ ("Tables in this format: csv, tsv, xlsx or markdown"), N_ ("FORMAT") },
      { "type", 0, 0, G_OPTION_ARG_STRING, &wanted.type,
        N_ ("Only this sheet: projects, amounts, stages …"), N_ ("TYPE") },
      { "filter", 0, 0, G_OPTION_ARG_STRING, &wanted.filter,
        N_ ("Only projects of this saved filter"), N_ ("NAME") },
      { "separator", 0, 0, G_OPTION_ARG_STRING, &wanted.separator,
        N_ ("Between cells: comma, semicolon or tab"), N_ ("WORD") },
      { "decimal-comma", 0, 0, G_OPTION_ARG_NONE, &wanted.has_decimal_comma,
        N_ ("Write a decimal comma"), NULL },
      { "bom", 0, 0, G_OPTION_ARG_NONE, &wanted.has_bom, N_ ("Begin with a byte order mark"),
        NULL },
      { "include-names", 0, 0, G_OPTION_ARG_NONE, &wanted.includes_names,
        N_ ("Name confidential projects and their parties"), NULL },
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
      &wanted);
}
