/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-aligned-writer.h"

/* Between two columns. */
#define GAP 2

typedef struct
{
  gboolean is_number;
  gboolean is_filled; /* whether a row has something in it */
  guint width;        /* of its widest cell or title */
} Column;

struct _TideAlignedWriter
{
  TideTableWriter parent_instance;

  gboolean drops_empty;
  GArray *columns;  /* owned, of Column */
  GPtrArray *cells; /* owned, of char: the titles, then row by row */
  GString *text;    /* owned, nullable once it has ended */
};

G_DEFINE_FINAL_TYPE (TideAlignedWriter, tide_aligned_writer, TIDE_TYPE_TABLE_WRITER)

/* A file must not be able to tell a terminal what to do. */
static char *
dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (plain, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
add_cell (TideAlignedWriter *self, guint index, const char *text)
{
  Column *column = &g_array_index (self->columns, Column, index);
  char *plain = dup_plain (text);

  column->width = MAX (column->width, get_width (plain));
  g_ptr_array_add (self->cells, plain);
}

static void
tide_aligned_writer_begin_sheet (TideTableWriter *writer,
                                 const char *name,
                                 const TideTableColumn *columns,
                                 guint n_columns)
{
  TideAlignedWriter *self = TIDE_ALIGNED_WRITER (writer);

  g_array_set_size (self->columns, 0);
  g_array_set_size (self->columns, n_columns);
  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < n_columns; i++)
    {
      const TideTableType type = columns[i].type;

      g_array_index (self->columns, Column, i).is_number
          = type == TIDE_TABLE_NUMBER || type == TIDE_TABLE_AMOUNT || type == TIDE_TABLE_PERCENT;
      add_cell (self, i, columns[i].title);
    }
}

static void
tide_aligned_writer_add (TideTableWriter *writer,
                         guint index,
                         TideTableType type,
                         const TideTableValue *value)
{
  TideAlignedWriter *self = TIDE_ALIGNED_WRITER (writer);
  g_autofree char *text = tide_table_value_dup_text (value, type);

  add_cell (self, index, text);
  if (value->kind != TIDE_TABLE_VALUE_EMPTY)
    g_array_index (self->columns, Column, index).is_filled = TRUE;
}

static void
tide_aligned_writer_end_row (TideTableWriter *writer)
{
}

static void
append_spaces (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
trim (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
}

static void
append_row (TideAlignedWriter *self, guint first)
{
  guint gap = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const char *cell = g_ptr_array_index (self->cells, first + i);
      const guint rest = column->width - get_width (cell);

      if (self->drops_empty && !column->is_filled)
        continue;
      append_spaces (self->text, gap + (column->is_number ? rest : 0));
      g_string_append (self->text, cell);
      append_spaces (self->text, column->is_number ? 0 : rest);
      gap = GAP;
    }
  trim (self->text);
  g_string_append_c (self->text, '\n');
}

static void
tide_aligned_writer_end_sheet (TideTableWriter *writer)
{
  TideAlignedWriter *self = TIDE_ALIGNED_WRITER (writer);

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->cells->len; i += self->columns->len)
    append_row (self, i);
}

static GBytes *
tide_aligned_writer_end (TideTableWriter *writer, GError **error)
{
  return g_string_free_to_bytes (g_steal_pointer (&TIDE_ALIGNED_WRITER (writer)->text));
}

static void
tide_aligned_writer_finalize (GObject *object)
{
  TideAlignedWriter *self = TIDE_ALIGNED_WRITER (object);

  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (tide_aligned_writer_parent_class)->finalize (object);
}

static void
tide_aligned_writer_class_init (TideAlignedWriterClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tide_aligned_writer_finalize;
  writer_class->begin_sheet = tide_aligned_writer_begin_sheet;
  writer_class->add = tide_aligned_writer_add;
  writer_class->end_row = tide_aligned_writer_end_row;
  writer_class->end_sheet = tide_aligned_writer_end_sheet;
  writer_class->end = tide_aligned_writer_end;
}

static void
tide_aligned_writer_init (TideAlignedWriter *self)
{
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_new (NULL);
}

/**
 * tide_aligned_writer_new:
 * @drops_empty: whether columns without any value are left out
 *
 * Returns: (transfer full): a writer
 */
TideTableWriter *
tide_aligned_writer_new (gboolean drops_empty)
{
  TideAlignedWriter *self = g_object_new (TIDE_TYPE_ALIGNED_WRITER, NULL);

  self->drops_empty = drops_empty;

  return TIDE_TABLE_WRITER (self);
}
