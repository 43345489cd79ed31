/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-cell-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_amount (const TideAmountReading *amount)
{
  g_autofree char *number = tide_decimal_dup_text (&amount->value);

  return g_strstrip (g_strdup_printf ("%s %s", amount->currency, number));
}

static char *
dup_value (const TideColumnFormat *format, const TideCellReading *reading)
{
  switch (format->kind)
    {
    case TIDE_COLUMN_NUMBER:
      return tide_decimal_dup_text (&reading->number);
    case TIDE_COLUMN_PERCENT:
      {
        g_autofree char *number = tide_decimal_dup_text (&reading->number);

        return g_strconcat (number, "%", NULL);
      }
    case TIDE_COLUMN_AMOUNT:
      return dup_amount (&reading->amount);
    case TIDE_COLUMN_DATE:
      return tide_date_dup_text (&reading->date);
    case TIDE_COLUMN_TEXT:
    case TIDE_N_COLUMN_KINDS:
    default:
      return g_strdup (reading->text);
    }
}

/**
 * tide_import_cell_dup_reading:
 * @format: how the column is read
 * @table: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer full): what the cell is read as, or why it cannot be read; empty for an empty
 *   cell
 */
char *
tide_import_cell_dup_reading (const TideColumnFormat *format,
                              const TideTable *table,
                              guint row,
                              guint column)
{
  g_auto (TideCellReading) reading = { 0 };

  switch (tide_column_format_read (format, table, row, column, &reading))
    {
    case TIDE_CELL_IS_READ:
      return dup_value (format, &reading);
    case TIDE_CELL_IS_UNKNOWN:
      return g_strdup (_ ("Not known"));
    case TIDE_CELL_IS_UNREADABLE:
      return tide_cell_reason_dup_sentence (reading.reason,
                                            tide_table_get_text (table, row, column));
    case TIDE_CELL_IS_EMPTY:
    case TIDE_N_CELL_STATES:
    default:
      return g_strdup ("");
    }
}
