/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text is refused as a date, or what is written of it is the same date. */

#include "tide-fuzz.h"

#include "core/tide-date.h"

static void
check_date (const TideDate *date)
{
  char buffer[TIDE_DATE_TEXT_SIZE];
  TideDate again;

  tide_date_format (date, buffer, sizeof buffer);
  g_assert_true (tide_date_parse (buffer, TRUE, &again));
  g_assert_true (tide_date_equal (date, &again));
  if (tide_date_is_real (date))
    g_assert_cmpuint (tide_date_get_first_day (date), <=, tide_date_get_last_day (date));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  TideDate date;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  if (tide_date_parse (text, TRUE, &date))
    check_date (&date);
  if (tide_date_recognise (text, &date))
    {
      check_date (&date);
      g_assert_true (tide_date_is_real (&date));
    }

  return 0;
}
