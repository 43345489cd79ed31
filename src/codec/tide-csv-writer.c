/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-csv-writer.h"

#include <string.h>

struct _TideCsvWriter
{
  GString *text;
  char separator;
  gboolean is_in_row;
};

static void
begin_cell (TideCsvWriter *self)
{
  if (self->is_in_row)
    g_string_append_c (self->text, self->separator);
  self->is_in_row = TRUE;
}

static void
append_quoted (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/* An apostrophe that stands in front of such a text already gets another one, so that the first can
 * be taken off again. */
static gboolean
needs_guard (const char *text)
{
  const char first = text[strspn (text, "'")];

  return first != '\0' && strchr ("=+-@\t\r\n", first) != NULL;
}

/**
 * tide_csv_writer_new:
 *
 * Returns: (transfer full): a writer of an empty table
 */
TideCsvWriter *
tide_csv_writer_new (void)
{
  TideCsvWriter *self = g_new0 (TideCsvWriter, 1);

  self->text = g_string_new (NULL);
  self->separator = ',';

  return self;
}

/**
 * tide_csv_writer_new_for_clipboard:
 *
 * Returns: (transfer full): a writer of an empty table with tabulators between the cells, as
 *   programs take it from the clipboard
 */
TideCsvWriter *
tide_csv_writer_new_for_clipboard (void)
{
  TideCsvWriter *self = tide_csv_writer_new ();

  self->separator = '\t';

  return self;
}

/**
 * tide_csv_writer_free:
 * @self: (transfer full): a writer
 */
void
tide_csv_writer_free (TideCsvWriter *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * tide_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): what stands in the next cell of the row, UTF-8; %NULL for nothing
 *
 * Writes a cell. A text that begins with `=`, `+`, `-`, `@`, a tabulator, CR or LF gets an
 * apostrophe in front.
 */
void
tide_csv_writer_add_text (TideCsvWriter *self, const char *text)
{
  g_autofree char *guarded = NULL;

  begin_cell (self);
  if (text == NULL || *text == '\0')
    return;

  if (needs_guard (text))
    guarded = g_strconcat ("'", text, NULL);
  if (guarded != NULL)
    text = guarded;

  if (strchr (text, self->separator) != NULL || strpbrk (text, "\"\r\n") != NULL || *text == ' '
      || text[strlen (text) - 1] == ' ')
    append_quoted (self->text, text);
  else
    g_string_append (self->text, text);
}

/**
 * tide_csv_writer_add_number:
 * @self: a writer
 * @number: (nullable): a number as decimal text; %NULL for nothing
 *
 * Writes a cell as it is.
 */
void
tide_csv_writer_add_number (TideCsvWriter *self, const char *number)
{
  begin_cell (self);
  if (number != NULL)
    g_string_append (self->text, number);
}

/**
 * tide_csv_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
tide_csv_writer_end_row (TideCsvWriter *self)
{
  g_string_append (self->text, "\r\n");
  self->is_in_row = FALSE;
}

/**
 * tide_csv_writer_end:
 * @self: a writer, whose last row has ended
 *
 * Returns: (transfer full): the table; @self begins another one
 */
GBytes *
tide_csv_writer_end (TideCsvWriter *self)
{
  GString *text = self->text;

  self->text = g_string_new (NULL);

  return g_string_free_to_bytes (text);
}
