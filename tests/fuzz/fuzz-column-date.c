/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any cell is refused as a date, with a sentence, or what is written of it is the same date. */

#include "tide-fuzz.h"

#include "codec/tide-column-format.h"

static void
check_cell (const TideColumnFormat *format, TideCellKind kind, const char *text)
{
  g_auto (TideCellReading) reading = { 0 };
  g_autofree char *sentence = NULL;
  char buffer[TIDE_DATE_TEXT_SIZE];
  TideDate again;

  tide_column_format_read_text (format, kind, text, &reading);
  sentence = tide_cell_reason_dup_sentence (reading.reason, text);
  g_assert_true ((sentence != NULL) == (reading.state == TIDE_CELL_IS_UNREADABLE));
  g_assert_true (tide_date_is_set (&reading.date) == (reading.state == TIDE_CELL_IS_READ));
  if (reading.state != TIDE_CELL_IS_READ)
    return;

  g_assert_true (tide_date_is_real (&reading.date));
  tide_date_format (&reading.date, buffer, sizeof buffer);
  g_assert_true (tide_date_parse (buffer, TRUE, &again));
  g_assert_true (tide_date_equal (&reading.date, &again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  TideColumnFormat format = { .kind = TIDE_COLUMN_DATE };

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  for (guint order = TIDE_DATE_ORDER_EACH; order <= TIDE_DATE_ORDER_MONTH_FIRST; order++)
    {
      format.date_order = (TideDateOrder) order;
      check_cell (&format, TIDE_CELL_TEXT, text);
      check_cell (&format, TIDE_CELL_NUMBER, text);
    }

  return 0;
}
