/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-table.h"

#include "codec/tide-aligned-writer.h"
#include "codec/tide-csv-writer.h"
#include "codec/tide-json-table-writer.h"
#include "codec/tide-markdown-writer.h"

#include <glib/gi18n-lib.h>

#include <locale.h>
#include <string.h>

static const char *const formats[] = {
  [TIDE_TOOL_TABLE] = "table",       [TIDE_TOOL_CSV] = "csv",   [TIDE_TOOL_TSV] = "tsv",
  [TIDE_TOOL_MARKDOWN] = "markdown", [TIDE_TOOL_JSON] = "json",
};

static const char *const languages[] = {
  [TIDE_LANGUAGE_EN] = "en",
  [TIDE_LANGUAGE_ZH] = "zh",
};

/**
 * tide_tool_table_clear:
 * @self: what was typed
 */
void
tide_tool_table_clear (TideToolTable *self)
{
  g_free (self->format);
  g_free (self->language);
  g_free (self->output);
}

/**
 * tide_tool_table_add_options:
 * @self: where to put what is typed
 * @context: the options of a command
 */
void
tide_tool_table_add_options (TideToolTable *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format, N_ ("table, csv, tsv, json or markdown"),
      N_ ("FORMAT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &self->language,
      N_ ("In which records are named: en or zh"), N_ ("LANGUAGE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("Write to this file"),
      N_ ("FILE") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * tide_tool_read_language:
 * @typed: (nullable): a language
 * @verb: the command
 * @language: (inout): the language; left as it is where nothing was typed
 *
 * Returns: %FALSE where it is none, which has been told
 */
gboolean
tide_tool_read_language (const char *typed, const TideToolVerb *verb, TideLanguage *language)
{
  if (typed == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i], typed) == 0)
      {
        *language = (TideLanguage) i;
        return TRUE;
      }

  /* Translators: %s is what was typed */
  tide_tool_verb_refuse (verb, _ ("There is no language “%s”."), typed);

  return FALSE;
}

static int
find_format (const char *typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i], typed) == 0)
      return (int) i;

  return -1;
}

/**
 * tide_tool_table_read:
 * @self: what was typed
 * @verb: the command
 * @format: (out): the format it means
 * @language: (out): the language of names: of tables for people theirs, else English
 *
 * Sees to it that what is not for people is the same in every locale.
 *
 * Returns: %FALSE where something is wrong, which has been told
 */
gboolean
tide_tool_table_read (const TideToolTable *self,
                      const TideToolVerb *verb,
                      TideToolFormat *format,
                      TideLanguage *language)
{
  const int found = self->format != NULL ? find_format (self->format) : TIDE_TOOL_TABLE;

  if (found < 0)
    {
      /* Translators: %s is what was typed */
      tide_tool_verb_refuse (verb, _ ("There is no format “%s”."), self->format);
      return FALSE;
    }

  *format = (TideToolFormat) found;
  *language = *format == TIDE_TOOL_TABLE ? tide_language_get_default () : TIDE_LANGUAGE_EN;
  if (*format != TIDE_TOOL_TABLE)
    setlocale (LC_COLLATE, "C");

  return tide_tool_read_language (self->language, verb, language);
}

/**
 * tide_tool_format_new_writer:
 * @format: a format
 * @drops_empty: whether a table for people leaves out columns without any value
 *
 * Returns: (transfer full): a writer
 */
TideTableWriter *
tide_tool_format_new_writer (TideToolFormat format, gboolean drops_empty)
{
  switch (format)
    {
    case TIDE_TOOL_CSV:
      return tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
    case TIDE_TOOL_TSV:
      return tide_csv_writer_new (&TIDE_CSV_STYLE_TAB);
    case TIDE_TOOL_JSON:
      return tide_json_table_writer_new ();
    case TIDE_TOOL_MARKDOWN:
      return tide_markdown_writer_new ();
    case TIDE_TOOL_TABLE:
    default:
      return tide_aligned_writer_new (drops_empty);
    }
}
