/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table-writer.h"

typedef struct
{
  TideTableType *types; /* owned, nullable before the first sheet */
  guint n_columns;
  guint column; /* the next cell of the row */
} TideTableWriterPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TideTableWriter, tide_table_writer, G_TYPE_OBJECT)

static TideTableWriterPrivate *
get_private (TideTableWriter *self)
{
  return tide_table_writer_get_instance_private (self);
}

static void
tide_table_writer_finalize (GObject *object)
{
  g_free (get_private (TIDE_TABLE_WRITER (object))->types);

  G_OBJECT_CLASS (tide_table_writer_parent_class)->finalize (object);
}

static void
end_nothing (TideTableWriter *self)
{
}

static void
tide_table_writer_class_init (TideTableWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_table_writer_finalize;
  klass->end_sheet = end_nothing;
}

static void
tide_table_writer_init (TideTableWriter *self)
{
}

static void
end_sheet (TideTableWriter *self)
{
  TideTableWriterPrivate *private = get_private (self);

  if (private->types == NULL)
    return;

  TIDE_TABLE_WRITER_GET_CLASS (self)->end_sheet (self);
  g_clear_pointer (&private->types, g_free);
}

/**
 * tide_table_writer_begin_sheet:
 * @self: a writer
 * @name: what the sheet is called, at most 31 characters
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many they are, at least 1
 *
 * Begins a sheet with its header. Delimited text has one sheet only.
 */
void
tide_table_writer_begin_sheet (TideTableWriter *self,
                               const char *name,
                               const TideTableColumn *columns,
                               guint n_columns)
{
  TideTableWriterPrivate *private = get_private (self);

  g_return_if_fail (TIDE_IS_TABLE_WRITER (self));
  g_return_if_fail (n_columns > 0);

  end_sheet (self);
  private->types = g_new (TideTableType, n_columns);
  private->n_columns = n_columns;
  private->column = 0;
  for (guint i = 0; i < n_columns; i++)
  private->types[i] = columns[i].type;
  TIDE_TABLE_WRITER_GET_CLASS (self)->begin_sheet (self, name, columns, n_columns);
}

static void
add (TideTableWriter *self, const TideTableValue *value)
{
  TideTableWriterPrivate *private = get_private (self);

  g_return_if_fail (private->column < private->n_columns);

  TIDE_TABLE_WRITER_GET_CLASS (self)->add (self, private->column, private->types[private->column],
                                           value);
  private->column++;
}

/**
 * tide_table_writer_add_text:
 * @self: a writer within a sheet
 * @text: (nullable): what stands in the next cell of the row, UTF-8; %NULL or empty for nothing
 *
 * Writes a cell of text, which no program takes for a formula.
 */
void
tide_table_writer_add_text (TideTableWriter *self, const char *text)
{
  if (text == NULL || *text == '\0')
    tide_table_writer_add_empty (self);
  else
    add (self, &(TideTableValue) { TIDE_TABLE_VALUE_TEXT, { .text = text } });
}

/**
 * tide_table_writer_add_decimal:
 * @self: a writer within a sheet
 * @decimal: a number; one that is not set for nothing
 *
 * Writes a cell: a number, an amount or a percentage, as the column says.
 */
void
tide_table_writer_add_decimal (TideTableWriter *self, const TideDecimal *decimal)
{
  if (!decimal->is_set)
    tide_table_writer_add_empty (self);
  else
    add (self, &(TideTableValue) { TIDE_TABLE_VALUE_DECIMAL, { .decimal = decimal } });
}

/**
 * tide_table_writer_add_date:
 * @self: a writer within a sheet
 * @date: a date of any precision; one that is not set for nothing
 *
 * Writes a cell of a date.
 */
void
tide_table_writer_add_date (TideTableWriter *self, const TideDate *date)
{
  if (!tide_date_is_set (date))
    tide_table_writer_add_empty (self);
  else
    add (self, &(TideTableValue) { TIDE_TABLE_VALUE_DATE, { .date = date } });
}

/**
 * tide_table_writer_add_boolean:
 * @self: a writer within a sheet
 * @boolean: what is so
 *
 * Writes a cell that says true or false.
 */
void
tide_table_writer_add_boolean (TideTableWriter *self, gboolean boolean)
{
  add (self, &(TideTableValue) { TIDE_TABLE_VALUE_BOOLEAN, { .boolean = boolean } });
}

/**
 * tide_table_writer_add_empty:
 * @self: a writer within a sheet
 *
 * Leaves the next cell of the row empty.
 */
void
tide_table_writer_add_empty (TideTableWriter *self)
{
  add (self, &(TideTableValue) { .kind = TIDE_TABLE_VALUE_EMPTY });
}

/**
 * tide_table_writer_end_row:
 * @self: a writer within a sheet
 *
 * Ends the row; cells that it has not got are empty.
 */
void
tide_table_writer_end_row (TideTableWriter *self)
{
  TideTableWriterPrivate *private = get_private (self);

  while (private->column < private->n_columns)
    tide_table_writer_add_empty (self);
  TIDE_TABLE_WRITER_GET_CLASS (self)->end_row (self);
  private->column = 0;
}

/**
 * tide_table_writer_add_row:
 * @self: a writer within a sheet, at the beginning of a row
 * @cells: (array zero-terminated=1): what stands in the row, at most as much as it has columns
 *
 * Writes a row whose cells are there as text: in a column of numbers, amounts or percentages, what
 * is a decimal number is written as one; everything else as text.
 */
void
tide_table_writer_add_row (TideTableWriter *self, const char *const *cells)
{
  const TideTableWriterPrivate *private = get_private (self);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const TideTableType type = private->types[i];
      TideDecimal decimal = { 0 };

      if ((type == TIDE_TABLE_NUMBER || type == TIDE_TABLE_AMOUNT || type == TIDE_TABLE_PERCENT)
          && tide_decimal_parse (cells[i], &decimal) == TIDE_DECIMAL_OK)
        tide_table_writer_add_decimal (self, &decimal);
      else
        tide_table_writer_add_text (self, cells[i]);
    }
  tide_table_writer_end_row (self);
}

/**
 * tide_table_writer_end:
 * @self: a writer, whose last row has ended; nothing more can be written with it
 * @error: return location for what the format cannot hold, or a file of the library's that could
 *   not be written
 *
 * Returns: (transfer full) (nullable): what was written
 */
GBytes *
tide_table_writer_end (TideTableWriter *self, GError **error)
{
  g_return_val_if_fail (TIDE_IS_TABLE_WRITER (self), NULL);

  end_sheet (self);

  return TIDE_TABLE_WRITER_GET_CLASS (self)->end (self, error);
}

/**
 * tide_table_value_dup_text:
 * @value: what a cell holds
 * @type: what the cells of its column are
 *
 * Returns: (transfer full): it as text: numbers with a decimal point, percentages with their sign,
 *   dates as precise as they are known (2023, 2023-Q1, 2023-08, 2023-08-15), `true` or `false`
 */
char *
tide_table_value_dup_text (const TideTableValue *value, TideTableType type)
{
  g_autofree char *number = NULL;

  switch (value->kind)
    {
    case TIDE_TABLE_VALUE_TEXT:
      return g_strdup (value->as.text);
    case TIDE_TABLE_VALUE_DECIMAL:
      number = tide_decimal_dup_text (value->as.decimal);
      return type == TIDE_TABLE_PERCENT ? g_strconcat (number, "%", NULL)
                                        : g_steal_pointer (&number);
    case TIDE_TABLE_VALUE_DATE:
      return tide_date_dup_text (value->as.date);
    case TIDE_TABLE_VALUE_BOOLEAN:
      return g_strdup (value->as.boolean ? "true" : "false");
    case TIDE_TABLE_VALUE_EMPTY:
    default:
      return g_strdup ("");
    }
}
