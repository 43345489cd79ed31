/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-picker.h"

#include <string.h>

/* A cell that waits for its turn in the row. */
typedef struct
{
  TideTableValueKind kind;
  char *text; /* owned, nullable */
  TideDecimal decimal;
  TideDate date;
  gboolean boolean;
} Cell;

struct _TideColumnPicker
{
  TideTableWriter parent_instance;

  TideTableWriter *writer; /* owned */
  GStrv titles;            /* owned */
  GArray *picked;          /* owned, of guint: columns of the sheet */
  GArray *cells;           /* owned, of Cell: those of the row so far */
  const char *unknown;     /* nullable: one of the titles */
};

G_DEFINE_FINAL_TYPE (TideColumnPicker, tide_column_picker, TIDE_TYPE_TABLE_WRITER)

static void
cell_clear (Cell *cell)
{
  g_free (cell->text);
}

/* Sums have their currency behind them: `amount-agreement` means those in all of them. */
static gboolean
is_meant (const char *title, const char *wanted)
{
  const gsize length = strlen (wanted);

  return strncmp (title, wanted, length) == 0
         && (title[length] == '\0' || g_str_has_prefix (title + length, " ("));
}

static gboolean
pick (TideColumnPicker *self, const char *wanted, const TideTableColumn *columns, guint n_columns)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_columns; i++)
    if (is_meant (columns[i].title, wanted))
      {
        g_array_append_val (self->picked, i);
        is_found = TRUE;
      }

  return is_found;
}

static void
tide_column_picker_begin_sheet (TideTableWriter *writer,
                                const char *name,
                                const TideTableColumn *columns,
                                guint n_columns)
{
  TideColumnPicker *self = TIDE_COLUMN_PICKER (writer);
  g_autofree TideTableColumn *picked = NULL;

  g_array_set_size (self->picked, 0);
  for (guint i = 0; self->titles[i] != NULL; i++)
    if (!pick (self, self->titles[i], columns, n_columns) && self->unknown == NULL)
      self->unknown = self->titles[i];
  /* No sheet is without any column. */
  if (self->picked->len == 0)
    g_array_append_val (self->picked, (guint) { 0 });

  picked = g_new (TideTableColumn, self->picked->len);
  for (guint i = 0; i < self->picked->len; i++)
    picked[i] = columns[g_array_index (self->picked, guint, i)];
  tide_table_writer_begin_sheet (self->writer, name, picked, self->picked->len);
}

static void
tide_column_picker_add (TideTableWriter *writer,
                        guint index,
                        TideTableType type,
                        const TideTableValue *value)
{
  Cell cell = { .kind = value->kind };

  switch (value->kind)
    {
    case TIDE_TABLE_VALUE_TEXT:
      cell.text = g_strdup (value->as.text);
      break;
    case TIDE_TABLE_VALUE_DECIMAL:
      cell.decimal = *value->as.decimal;
      break;
    case TIDE_TABLE_VALUE_DATE:
      cell.date = *value->as.date;
      break;
    case TIDE_TABLE_VALUE_BOOLEAN:
      cell.boolean = value->as.boolean;
      break;
    case TIDE_TABLE_VALUE_EMPTY:
    default:
      break;
    }
  g_array_append_val (TIDE_COLUMN_PICKER (writer)->cells, cell);
}

static void
hand_on (TideColumnPicker *self, const Cell *cell)
{
  switch (cell->kind)
    {
    case TIDE_TABLE_VALUE_TEXT:
      tide_table_writer_add_text (self->writer, cell->text);
      break;
    case TIDE_TABLE_VALUE_DECIMAL:
      tide_table_writer_add_decimal (self->writer, &cell->decimal);
      break;
    case TIDE_TABLE_VALUE_DATE:
      tide_table_writer_add_date (self->writer, &cell->date);
      break;
    case TIDE_TABLE_VALUE_BOOLEAN:
      tide_table_writer_add_boolean (self->writer, cell->boolean);
      break;
    case TIDE_TABLE_VALUE_EMPTY:
    default:
      tide_table_writer_add_empty (self->writer);
    }
}

static void
tide_column_picker_end_row (TideTableWriter *writer)
{
  TideColumnPicker *self = TIDE_COLUMN_PICKER (writer);

  for (guint i = 0; i < self->picked->len; i++)
    hand_on (self, &g_array_index (self->cells, Cell, g_array_index (self->picked, guint, i)));
  tide_table_writer_end_row (self->writer);
  g_array_set_size (self->cells, 0);
}

static GBytes *
tide_column_picker_end (TideTableWriter *writer, GError **error)
{
  return tide_table_writer_end (TIDE_COLUMN_PICKER (writer)->writer, error);
}

static void
tide_column_picker_finalize (GObject *object)
{
  TideColumnPicker *self = TIDE_COLUMN_PICKER (object);

  g_object_unref (self->writer);
  g_strfreev (self->titles);
  g_array_unref (self->picked);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (tide_column_picker_parent_class)->finalize (object);
}

static void
tide_column_picker_class_init (TideColumnPickerClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tide_column_picker_finalize;
  writer_class->begin_sheet = tide_column_picker_begin_sheet;
  writer_class->add = tide_column_picker_add;
  writer_class->end_row = tide_column_picker_end_row;
  writer_class->end = tide_column_picker_end;
}

static void
tide_column_picker_init (TideColumnPicker *self)
{
  self->picked = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, (GDestroyNotify) cell_clear);
}

/**
 * tide_column_picker_new:
 * @writer: what is written with
 * @titles: the columns that are wanted; one that is not there is left out, and told afterwards. A
 *   title without the currency in brackets behind it means those of all currencies.
 *
 * Returns: (transfer full): a writer
 */
TideColumnPicker *
tide_column_picker_new (TideTableWriter *writer, const char *const *titles)
{
  TideColumnPicker *self = g_object_new (TIDE_TYPE_COLUMN_PICKER, NULL);

  self->writer = g_object_ref (writer);
  self->titles = g_strdupv ((GStrv) titles);

  return self;
}

/**
 * tide_column_picker_get_unknown:
 * @self: a writer whose sheet has begun
 *
 * Returns: (transfer none) (nullable): the first of the titles that no column has
 */
const char *
tide_column_picker_get_unknown (TideColumnPicker *self)
{
  g_return_val_if_fail (TIDE_IS_COLUMN_PICKER (self), NULL);

  return self->unknown;
}
