/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format.h"

#include <glib/gi18n-lib.h>

/* What some cells of a column say, with the first of them as an example. */
typedef struct
{
  guint n_cells;
  guint line;
  char *text; /* owned */
} Example;

static void
example_clear (Example *example)
{
  g_free (example->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Example, example_clear)

static Example
take_example (const TideTable *table, guint column, const TideColumnCount *cells)
{
  return (Example) {
    .n_cells = cells->n_cells,
    .line = tide_table_get_line (table, cells->first_row),
    .text = tide_text_dup_isolated (tide_table_get_text (table, cells->first_row, column)),
  };
}

static char *
dup_decimal_question (const TideTable *table, guint column, const TideColumnCount *cells)
{
  g_auto (Example) either = take_example (table, column, cells);

  return g_strdup_printf (
      /* Translators: what a cell says, such as 1.234; its row; how many such cells there are */
      ngettext ("“%s” in row %u may mean two numbers, and nothing in the column tells which. "
                "%u cell is like that.",
                "“%s” in row %u may mean two numbers, and nothing in the column tells which. "
                "%u cells are like that.",
                either.n_cells),
      either.text, either.line, either.n_cells);
}

static char *
dup_order_question (const TideTable *table, guint column, const TideColumnCount *cells)
{
  g_auto (Example) either = take_example (table, column, cells);

  return g_strdup_printf (
      /* Translators: what a cell says, such as 01/02/2024; its row; how many such cells there are
       */
      ngettext ("“%s” in row %u may mean two days, and nothing in the column tells which. "
                "%u cell is like that.",
                "“%s” in row %u may mean two days, and nothing in the column tells which. "
                "%u cells are like that.",
                either.n_cells),
      either.text, either.line, either.n_cells);
}

static char *
dup_mixed_decimals (const TideColumnGuess *guess, const TideTable *table, guint column)
{
  g_auto (Example) point = take_example (table, column, &guess->point);
  g_auto (Example) comma = take_example (table, column, &guess->comma);

  return g_strdup_printf (
      /* Translators: first of numbers with a decimal point, then of those with a comma: what a
       * cell says, its row, and how many such cells there are */
      _ ("Some numbers have a decimal point (“%s” in row %u; cells: %u), and some a decimal comma "
         "(“%s” in row %u; cells: %u)."),
      point.text, point.line, point.n_cells, comma.text, comma.line, comma.n_cells);
}

static char *
dup_mixed_orders (const TideColumnGuess *guess, const TideTable *table, guint column)
{
  g_auto (Example) day = take_example (table, column, &guess->day_first);
  g_auto (Example) month = take_example (table, column, &guess->month_first);

  return g_strdup_printf (
      /* Translators: first of dates that begin with the day, then of those that begin with the
       * month: what a cell says, its row, and how many such cells there are */
      _ ("Some dates begin with the day (“%s” in row %u; cells: %u), and some with the month "
         "(“%s” in row %u; cells: %u)."),
      day.text, day.line, day.n_cells, month.text, month.line, month.n_cells);
}

/**
 * tide_column_guess_dup_doubt:
 * @guess: a guess
 * @table: the table
 * @column: the column, from 0
 *
 * Returns: (transfer full) (nullable): what is open about the column, for the person; %NULL where
 *   nothing is
 */
char *
tide_column_guess_dup_doubt (const TideColumnGuess *guess, const TideTable *table, guint column)
{
  if ((guess->doubts & TIDE_COLUMN_DOUBT_DECIMAL) != 0)
    return dup_decimal_question (table, column, &guess->either_number);
  if ((guess->doubts & TIDE_COLUMN_DOUBT_DATE_ORDER) != 0)
    return dup_order_question (table, column, &guess->either_date);
  if ((guess->doubts & TIDE_COLUMN_DOUBT_MIXED_DECIMAL) != 0)
    return dup_mixed_decimals (guess, table, column);
  if ((guess->doubts & TIDE_COLUMN_DOUBT_MIXED_DATE_ORDER) != 0)
    return dup_mixed_orders (guess, table, column);

  return NULL;
}
