/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any cell is refused as a number, amount or percentage, with a sentence, or has an exact value;
 * and a column of it can be guessed, and read as guessed. */

#include "tide-fuzz.h"

#include "codec/tide-column-format.h"

static const char *const formats[] = { "number",
                                       "number decimal=point unit=8",
                                       "number decimal=comma",
                                       "percent decimal=point",
                                       "amount",
                                       "amount decimal=comma unit=4 currency=CNY",
                                       "amount decimal=point unit=12 currency=JPY" };

static void
check_decimal (const TideDecimal *decimal)
{
  char buffer[TIDE_DECIMAL_TEXT_SIZE];
  TideDecimal again;

  tide_decimal_format (decimal, buffer, sizeof buffer);
  g_assert_cmpint (tide_decimal_parse (buffer, &again), ==, TIDE_DECIMAL_OK);
  g_assert_cmpint (tide_decimal_compare (&again, decimal), ==, 0);
}

static void
check_cell (const TideColumnFormat *format, TideCellKind kind, const char *text)
{
  g_auto (TideCellReading) reading = { 0 };
  const TideDecimal *value
      = format->kind == TIDE_COLUMN_AMOUNT ? &reading.amount.value : &reading.number;
  g_autofree char *sentence = NULL;

  tide_column_format_read_text (format, kind, text, &reading);
  sentence = tide_cell_reason_dup_sentence (reading.reason, text);
  g_assert_true (value->is_set == (reading.state == TIDE_CELL_IS_READ));
  g_assert_true ((sentence != NULL) == (reading.state == TIDE_CELL_IS_UNREADABLE));
  if (value->is_set)
    check_decimal (value);
}

static void
check_column (const char *text)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (TideTable) table = NULL;
  TideColumnGuess guess;
  TideColumnSummary summary;
  g_autofree char *doubt = NULL;

  tide_table_builder_begin_row (builder, 1);
  g_assert_true (tide_table_builder_add (builder, TIDE_CELL_TEXT, text, -1, NULL));
  g_assert_true (tide_table_builder_end_row (builder, NULL));
  table = tide_table_builder_end (builder);

  tide_column_guess (&guess, table, 0, text, 0);
  tide_column_summarise (&summary, &guess.format, table, 0, 0);
  doubt = tide_column_guess_dup_doubt (&guess, table, 0);
  g_assert_true ((doubt != NULL) == (guess.doubts != TIDE_COLUMN_DOUBT_NONE));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      TideColumnFormat format;

      g_assert_true (tide_column_format_from_text (&format, formats[i]));
      check_cell (&format, TIDE_CELL_TEXT, text);
      check_cell (&format, TIDE_CELL_NUMBER, text);
    }
  check_column (text);

  return 0;
}
