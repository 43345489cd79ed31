/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-markdown-writer.h"

#include <string.h>

/* What Markdown gives a meaning to within a line. */
#define MARKUP "\\`*_[]<>&|~#"

struct _TideMarkdownWriter
{
  TideTableWriter parent_instance;

  GString *text; /* owned, nullable once it has ended */
};

G_DEFINE_FINAL_TYPE (TideMarkdownWriter, tide_markdown_writer, TIDE_TYPE_TABLE_WRITER)

static void
append_escaped (GString *text, const char *cell)
{
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '\n' || (*c == '\r' && c[1] != '\n'))
        g_string_append (text, "<br>");
      else if (*c != '\r')
        {
          if (strchr (MARKUP, *c) != NULL)
            g_string_append_c (text, '\\');
          g_string_append_c (text, *c == '\t' ? ' ' : *c);
        }
    }
}

static void
append_cell (TideMarkdownWriter *self, guint index, const char *cell)
{
  g_string_append (self->text, index == 0 ? "| " : " | ");
  append_escaped (self->text, cell);
}

static gboolean
is_number (TideTableType type)
{
  return type == TIDE_TABLE_NUMBER || type == TIDE_TABLE_AMOUNT || type == TIDE_TABLE_PERCENT;
}

static void
tide_markdown_writer_end_row (TideTableWriter *writer)
{
  g_string_append (TIDE_MARKDOWN_WRITER (writer)->text, " |\n");
}

static void
tide_markdown_writer_begin_sheet (TideTableWriter *writer,
                                  const char *name,
                                  const TideTableColumn *columns,
                                  guint n_columns)
{
  TideMarkdownWriter *self = TIDE_MARKDOWN_WRITER (writer);

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, "## ");
  append_escaped (self->text, name);
  g_string_append (self->text, "\n\n");

  for (guint i = 0; i < n_columns; i++)
    append_cell (self, i, columns[i].title);
  tide_markdown_writer_end_row (writer);
  for (guint i = 0; i < n_columns; i++)
    g_string_append (self->text, is_number (columns[i].type) ? "| ---: " : "| --- ");
  g_string_append (self->text, "|\n");
}

static void
tide_markdown_writer_add (TideTableWriter *writer,
                          guint index,
                          TideTableType type,
                          const TideTableValue *value)
{
  g_autofree char *text = tide_table_value_dup_text (value, type);

  append_cell (TIDE_MARKDOWN_WRITER (writer), index, text);
}

static GBytes *
tide_markdown_writer_end (TideTableWriter *writer, GError **error)
{
  return g_string_free_to_bytes (g_steal_pointer (&TIDE_MARKDOWN_WRITER (writer)->text));
}

static void
tide_markdown_writer_finalize (GObject *object)
{
  TideMarkdownWriter *self = TIDE_MARKDOWN_WRITER (object);

  if (self->text != NULL)
    g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (tide_markdown_writer_parent_class)->finalize (object);
}

static void
tide_markdown_writer_class_init (TideMarkdownWriterClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tide_markdown_writer_finalize;
  writer_class->begin_sheet = tide_markdown_writer_begin_sheet;
  writer_class->add = tide_markdown_writer_add;
  writer_class->end_row = tide_markdown_writer_end_row;
  writer_class->end = tide_markdown_writer_end;
}

static void
tide_markdown_writer_init (TideMarkdownWriter *self)
{
  self->text = g_string_new (NULL);
}

/**
 * tide_markdown_writer_new:
 *
 * Returns: (transfer full): a writer
 */
TideTableWriter *
tide_markdown_writer_new (void)
{
  return g_object_new (TIDE_TYPE_MARKDOWN_WRITER, NULL);
}
