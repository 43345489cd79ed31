/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-csv-writer.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _TideCsvWriter
{
  TideTableWriter parent_instance;

  TideCsvStyle style;
  GString *text; /* owned, nullable once it has ended */
};

G_DEFINE_FINAL_TYPE (TideCsvWriter, tide_csv_writer, TIDE_TYPE_TABLE_WRITER)

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

static gboolean
needs_quotes (const TideCsvWriter *self, const char *cell)
{
  return strchr (cell, self->style.separator) != NULL || strpbrk (cell, "\"\r\n") != NULL
         || *cell == ' ' || g_str_has_suffix (cell, " ");
}

static void
append_cell (TideCsvWriter *self, const char *cell)
{
  if (*cell != '\0' && needs_quotes (self, cell))
    append_quoted (self->text, cell);
  else
    g_string_append (self->text, cell);
}

/* A text that looks guarded is guarded too, or taking the guard off would change it. */
static gboolean
needs_guard (const char *text)
{
  const char first = text[strspn (text, "'")];

  return first != '\0' && strchr ("=+-@\t\r\n", first) != NULL;
}

static void
append_text (TideCsvWriter *self, const char *text)
{
  g_autofree char *guarded = needs_guard (text) ? g_strconcat ("'", text, NULL) : NULL;

  append_cell (self, guarded != NULL ? guarded : text);
}

static void
append_value (TideCsvWriter *self, TideTableType type, const TideTableValue *value)
{
  g_autofree char *text = tide_table_value_dup_text (value, type);

  if (value->kind == TIDE_TABLE_VALUE_DECIMAL && self->style.decimal_sign != '.')
    g_strdelimit (text, ".", self->style.decimal_sign);
  append_cell (self, text);
}

static void
tide_csv_writer_end_row (TideTableWriter *writer)
{
  g_string_append (TIDE_CSV_WRITER (writer)->text, "\r\n");
}

static void
tide_csv_writer_begin_sheet (TideTableWriter *writer,
                             const char *name,
                             const TideTableColumn *columns,
                             guint n_columns)
{
  TideCsvWriter *self = TIDE_CSV_WRITER (writer);

  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, self->style.separator);
      append_text (self, columns[i].title);
    }
  tide_csv_writer_end_row (writer);
}

static void
tide_csv_writer_add (TideTableWriter *writer,
                     guint index,
                     TideTableType type,
                     const TideTableValue *value)
{
  TideCsvWriter *self = TIDE_CSV_WRITER (writer);

  if (index > 0)
    g_string_append_c (self->text, self->style.separator);
  if (value->kind == TIDE_TABLE_VALUE_TEXT)
    append_text (self, value->as.text);
  else
    append_value (self, type, value);
}

static GBytes *
tide_csv_writer_end (TideTableWriter *writer, GError **error)
{
  return g_string_free_to_bytes (g_steal_pointer (&TIDE_CSV_WRITER (writer)->text));
}

static void
tide_csv_writer_finalize (GObject *object)
{
  TideCsvWriter *self = TIDE_CSV_WRITER (object);

  if (self->text != NULL)
    g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (tide_csv_writer_parent_class)->finalize (object);
}

static void
tide_csv_writer_class_init (TideCsvWriterClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tide_csv_writer_finalize;
  writer_class->begin_sheet = tide_csv_writer_begin_sheet;
  writer_class->add = tide_csv_writer_add;
  writer_class->end_row = tide_csv_writer_end_row;
  writer_class->end = tide_csv_writer_end;
}

static void
tide_csv_writer_init (TideCsvWriter *self)
{
  self->text = g_string_new (NULL);
}

/**
 * tide_csv_writer_new:
 * @style: how to write
 *
 * Returns: (transfer full): a writer of one sheet
 */
TideTableWriter *
tide_csv_writer_new (const TideCsvStyle *style)
{
  TideCsvWriter *self = g_object_new (TIDE_TYPE_CSV_WRITER, NULL);

  self->style = *style;
  if (style->has_bom)
    g_string_append (self->text, BYTE_ORDER_MARK);

  return TIDE_TABLE_WRITER (self);
}
