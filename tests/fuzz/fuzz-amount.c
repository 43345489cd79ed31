/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text is refused as an amount, or its value can be written down and read again. */

#include "tide-fuzz.h"

#include "core/tide-amount-text.h"

static void
check (const char *text, const char *default_currency)
{
  TideAmountReading reading;
  char buffer[TIDE_DECIMAL_TEXT_SIZE];
  TideDecimal again;
  TideMoney money;

  if (tide_amount_text_read (text, default_currency, &reading) != TIDE_AMOUNT_OK)
    {
      g_assert_false (reading.value.is_set);
      return;
    }

  tide_decimal_format (&reading.value, buffer, sizeof buffer);
  g_assert_cmpint (tide_decimal_parse (buffer, &again), ==, TIDE_DECIMAL_OK);
  g_assert_cmpint (tide_decimal_compare (&again, &reading.value), ==, 0);
  if (tide_currency_get_digits (reading.currency) >= 0)
    g_assert_true (tide_money_init (&money, &reading.value, reading.currency));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  /* What a person types in an entry is UTF-8. */
  if (g_utf8_validate (text, -1, NULL))
    {
      check (text, "CNY");
      check (text, "JPY");
      check (text, NULL);
    }

  return 0;
}
