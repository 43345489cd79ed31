/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format-private.h"

#include <string.h>

/* The apostrophe off again that keeps a text from being taken for a formula. */
static const char *
skip_guard (const char *text)
{
  return text[0] == '\'' && text[1] != '\0' && strchr ("=+-@\t\r\n", text[1]) != NULL ? text + 1
                                                                                      : text;
}

static TideCellState
read_words (const char *text, TideCellReading *reading)
{
  reading->text = tide_text_normalise (skip_guard (text));

  return reading->text != NULL ? TIDE_CELL_IS_READ : TIDE_CELL_IS_EMPTY;
}

static TideCellState
refuse (TideCellReading *reading, TideCellReason reason)
{
  *reading = (TideCellReading) { .reason = reason };

  return TIDE_CELL_IS_UNREADABLE;
}

static TideCellReason
get_reason_of_kind (TideColumnKind kind)
{
  switch (kind)
    {
    case TIDE_COLUMN_AMOUNT:
      return TIDE_CELL_REASON_NO_AMOUNT;
    case TIDE_COLUMN_PERCENT:
      return TIDE_CELL_REASON_NO_PERCENTAGE;
    case TIDE_COLUMN_DATE:
      return TIDE_CELL_REASON_NO_DATE;
    case TIDE_COLUMN_NUMBER:
    case TIDE_COLUMN_TEXT:
    case TIDE_N_COLUMN_KINDS:
    default:
      return TIDE_CELL_REASON_NO_NUMBER;
    }
}

static TideCellState
read_value (const TideColumnFormat *self,
            TideCellKind kind,
            const char *folded,
            TideCellReading *reading)
{
  const TideCellReason reason
      = self->kind == TIDE_COLUMN_DATE
            ? tide_column_format_read_date (self, kind, folded, &reading->date)
            : tide_column_format_read_number (self, kind, folded, reading);

  return reason == TIDE_CELL_REASON_NONE ? TIDE_CELL_IS_READ : refuse (reading, reason);
}

static TideCellState
read_cell (const TideColumnFormat *self,
           TideCellKind kind,
           const char *text,
           TideCellReading *reading)
{
  char folded[TIDE_FOLDED_CELL_SIZE];
  const gboolean is_short = tide_column_cell_fold (text, folded);

  if (is_short && folded[0] == '\0')
    return TIDE_CELL_IS_EMPTY;
  if (is_short && tide_column_cell_is_unknown (folded))
    return TIDE_CELL_IS_UNKNOWN;
  if (kind == TIDE_CELL_ERROR)
    return refuse (reading, TIDE_CELL_REASON_ERROR);
  if (self->kind == TIDE_COLUMN_TEXT)
    return read_words (text, reading);
  if (!is_short)
    return refuse (reading, get_reason_of_kind (self->kind));

  return read_value (self, kind, folded, reading);
}

/**
 * tide_column_format_read_text:
 * @self: the format of its column
 * @kind: what the file says that the cell is
 * @text: what the cell says, in UTF-8
 * @reading: (out): what it means; let it go with tide_cell_reading_clear()
 *
 * Reads a cell. Numbers are exact, and never zero for one that cannot be read.
 *
 * Returns: what came of it, as in @reading
 */
TideCellState
tide_column_format_read_text (const TideColumnFormat *self,
                              TideCellKind kind,
                              const char *text,
                              TideCellReading *reading)
{
  *reading = (TideCellReading) { 0 };
  reading->state = read_cell (self, kind, text, reading);

  return reading->state;
}

/**
 * tide_column_format_read:
 * @self: the format of the column
 * @table: a table
 * @row: a row, from 0
 * @column: a column, from 0
 * @reading: (out): what the cell means; let it go with tide_cell_reading_clear()
 *
 * Reads a cell of a table; see tide_column_format_read_text().
 *
 * Returns: what came of it, as in @reading
 */
TideCellState
tide_column_format_read (const TideColumnFormat *self,
                         const TideTable *table,
                         guint row,
                         guint column,
                         TideCellReading *reading)
{
  return tide_column_format_read_text (self, tide_table_get_kind (table, row, column),
                                       tide_table_get_text (table, row, column), reading);
}

/**
 * tide_cell_reading_clear:
 * @reading: what a cell means
 *
 * Drops its text.
 */
void
tide_cell_reading_clear (TideCellReading *reading)
{
  g_clear_pointer (&reading->text, g_free);
}

static void
count (TideColumnSummary *summary, guint row, TideCellState state)
{
  TideColumnCount *cells = &summary->states[state];

  if (cells->n_cells++ == 0)
    cells->first_row = row;
  if (state == TIDE_CELL_IS_UNREADABLE && summary->n_unreadable < TIDE_COLUMN_SUMMARY_ROWS)
    summary->unreadable[summary->n_unreadable++] = row;
}

/**
 * tide_column_summarise:
 * @summary: (out): what comes of the column
 * @format: how it is read
 * @table: a table
 * @column: a column, from 0
 * @first_row: the first row behind the header, from 0
 *
 * Reads all cells of a column and counts what comes of them. Takes long for a large table.
 */
void
tide_column_summarise (TideColumnSummary *summary,
                       const TideColumnFormat *format,
                       const TideTable *table,
                       guint column,
                       guint first_row)
{
  *summary = (TideColumnSummary) { 0 };
  for (guint row = first_row; row < tide_table_get_n_rows (table); row++)
    {
      g_auto (TideCellReading) reading = { 0 };

      count (summary, row, tide_column_format_read (format, table, row, column, &reading));
    }
}
