/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-check.h"

#include "brief/tide-reading-render.h"
#include "codec/tide-csv-writer.h"
#include "codec/tide-json-emitter.h"
#include "tool/tide-tool.h"

#include <glib/gi18n-lib.h>

#include <stdio.h>
#include <string.h>

/* A text of more than that is no briefing. */
#define MOST_BYTES (64 * 1024 * 1024)

static GBytes *
read_stream (FILE *stream)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16384];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stream)) > 0 && bytes->len <= MOST_BYTES)
    g_byte_array_append (bytes, buffer, (guint) n);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The text of a file, or of what is piped in for “-”; %NULL after telling what is wrong. */
static char *
read_text (const char *argument)
{
  const gboolean is_piped = strcmp (argument, "-") == 0;
  g_autoptr (GFile) file = is_piped ? NULL : g_file_new_for_commandline_arg (argument);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = is_piped ? read_stream (stdin) : g_file_load_bytes (file, NULL, NULL, &error);
  const char *data;
  gsize size;

  if (bytes == NULL)
    {
      g_printerr ("%s: %s\n", argument, error->message);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size > MOST_BYTES || !g_utf8_validate_len (data != NULL ? data : "", size, NULL))
    {
      g_printerr ("%s: %s\n", argument, _ ("This is not a text in UTF-8."));
      return NULL;
    }

  return g_strndup (data != NULL ? data : "", size);
}

static void
write_word (TideJsonEmitter *emitter, const char *name, const char *word)
{
  if (word == NULL)
    return;

  tide_json_emitter_name (emitter, name);
  tide_json_emitter_string (emitter, word);
}

static void
write_number (TideJsonEmitter *emitter, const char *name, gsize n)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GSIZE_FORMAT, n);

  tide_json_emitter_name (emitter, name);
  tide_json_emitter_raw (emitter, digits, -1);
}

/* The figures of the text that it was compared with, by their place in the list. */
static void
write_others (TideJsonEmitter *emitter, const GArray *others)
{
  if (others == NULL)
    return;

  tide_json_emitter_name (emitter, "figures");
  tide_json_emitter_begin_array (emitter);
  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%u", g_array_index (others, guint, i));

      tide_json_emitter_item (emitter);
      tide_json_emitter_raw (emitter, digits, -1);
    }
  tide_json_emitter_end_array (emitter);
}

static void
write_finding (TideJsonEmitter *emitter, const char *text, const TideTextFinding *finding)
{
  g_autofree char *quote = g_strndup (text + finding->start, finding->end - finding->start);
  const gboolean is_money
      = finding->kind == TIDE_TEXT_FINDING_AMOUNT || finding->kind == TIDE_TEXT_FINDING_LEVEL;

  tide_json_emitter_item (emitter);
  tide_json_emitter_begin_line (emitter);
  tide_json_emitter_begin_object (emitter);
  write_number (emitter, "start", finding->start);
  write_number (emitter, "end", finding->end);
  write_word (emitter, "quote", quote);
  write_word (emitter, "kind", tide_text_finding_kind_get_code (finding->kind));
  write_word (emitter, "of", is_money ? tide_text_finding_of_get_code (finding->of) : NULL);
  write_word (emitter, "value", finding->value);
  write_word (emitter, "unit", finding->unit);
  write_word (emitter, "verdict", tide_text_finding_verdict_get_code (finding->verdict));
  write_word (emitter, "reason", tide_text_finding_reason_get_code (finding->reason));
  write_word (emitter, "computed", finding->computed);
  write_word (emitter, "computed-unit", finding->computed_unit);
  write_word (emitter, "low", finding->low);
  write_word (emitter, "high", finding->high);
  write_word (emitter, "should-be", finding->should_be);
  if (finding->record != NULL)
    write_word (emitter, "type", tide_record_kind_get_list (finding->record_kind));
  write_word (emitter, "record", finding->record);
  write_word (emitter, "path", finding->path);
  write_others (emitter, finding->others);
  tide_json_emitter_end_object (emitter);
  tide_json_emitter_end_line (emitter);
}

static GBytes *
render_json (TideReading *reading)
{
  const GPtrArray *findings = tide_reading_get_findings (reading);
  TideJsonEmitter emitter;

  tide_json_emitter_init (&emitter);
  tide_json_emitter_begin_object (&emitter);
  tide_json_emitter_name (&emitter, "findings");
  tide_json_emitter_begin_array (&emitter);
  for (guint i = 0; i < findings->len; i++)
    write_finding (&emitter, tide_reading_get_text (reading), g_ptr_array_index (findings, i));
  tide_json_emitter_end_array (&emitter);
  tide_json_emitter_end_object (&emitter);

  return tide_json_emitter_free_to_bytes (&emitter);
}

/* One finding a line: where it is, what was written, and what is to be said of it. */
static GBytes *
render_text (TideReading *reading)
{
  const GPtrArray *findings = tide_reading_get_findings (reading);
  const char *text = tide_reading_get_text (reading);
  GString *lines = g_string_new (NULL);
  guint line = 1;
  gsize at = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *quote = g_strndup (text + finding->start, finding->end - finding->start);
      g_autofree char *sentence = tide_text_finding_dup_sentence (finding);
      g_autofree char *basis = tide_reading_dup_basis (reading, i);

      for (; at < finding->start; at++)
        line += text[at] == '\n';
      g_strdelimit (quote, "\n\r\t", ' ');
      g_string_append_printf (lines, "%u\t%s\t%s\t%s\t%s%s%s\n", line,
                              tide_text_finding_kind_get_code (finding->kind),
                              tide_text_finding_verdict_get_code (finding->verdict), quote,
                              sentence, basis != NULL ? " " : "", basis != NULL ? basis : "");
    }

  return g_string_free_to_bytes (lines);
}

static GBytes *
render_csv (TideReading *reading)
{
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
  g_autoptr (GPtrArray) rows = tide_reading_list_rows (reading);
  TideTableColumn columns[TIDE_N_READING_COLUMNS];

  for (guint i = 0; i < TIDE_N_READING_COLUMNS; i++)
    {
      columns[i].title = tide_reading_column_get_code ((TideReadingColumn) i);
      columns[i].type = tide_reading_column_is_number ((TideReadingColumn) i) ? TIDE_TABLE_NUMBER
                                                                              : TIDE_TABLE_TEXT;
    }
  tide_table_writer_begin_sheet (writer, "findings", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    tide_table_writer_add_row (writer, g_ptr_array_index (rows, i));

  return tide_table_writer_end (writer, NULL);
}

static GBytes *
render_html (TideReading *reading)
{
  char *text = tide_reading_dup_html (reading);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
render_markdown (TideReading *reading)
{
  char *text = tide_reading_dup_markdown (reading);

  return g_bytes_new_take (text, strlen (text));
}

typedef GBytes *(*Render) (TideReading *reading);

static const struct
{
  const char *name;
  Render render;
} formats[] = {
  { "text", render_text }, { "markdown", render_markdown }, { "html", render_html },
  { "csv", render_csv },   { "json", render_json },
};

static Render
find_format (const char *typed)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (typed == NULL || strcmp (formats[i].name, typed) == 0)
      return formats[i].render;

  return NULL;
}

/**
 * tide_tool_check:
 * @verb: “check”
 * @words: the words of the command line
 *
 * Checks a text against a register.
 *
 * Returns: %TIDE_TOOL_DONE, whatever is found
 */
TideToolStatus
tide_tool_check (const TideToolVerb *verb, char **words)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  TideReadingOptions options = { .includes_names = FALSE };
  const GOptionEntry entries[] = {
    { "include-names", 0, 0, G_OPTION_ARG_NONE, &options.includes_names,
      N_ ("Name confidential projects and their parties"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("As: text, markdown, html, csv or json"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = tide_tool_verb_new_context (verb);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideReading) reading = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  Render render;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  arguments = tide_tool_verb_parse (verb, context, words);
  if (arguments == NULL)
    return TIDE_TOOL_WRONG_USAGE;
  render = find_format (format);
  if (render == NULL)
    /* Translators: %s is what was typed */
    return tide_tool_verb_refuse (verb, _ ("There is no format “%s”."), format);

  snapshot = tide_tool_read (arguments[0], &problems);
  if (snapshot == NULL)
    return TIDE_TOOL_REFUSED;
  tide_tool_print_problems (arguments[0], problems);
  text = read_text (arguments[1]);
  if (text == NULL)
    return TIDE_TOOL_REFUSED;

  reading = tide_reading_new_with_options (text, snapshot, &options, NULL, NULL, NULL, NULL);
  bytes = render (reading);

  return tide_tool_write (bytes, output);
}
