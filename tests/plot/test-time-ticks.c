/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-time-ticks.h"

#include <math.h>
#include <stdio.h>

typedef struct
{
  const char *name;
  const char *low; /* as YYYY-MM-DD */
  const char *high;
  TideTimeUnit finest;
  guint max_ticks;
  TideTimeUnit unit;
  const char *days; /* what the ticks stand at */
} Case;

static const Case cases[] = {
  { "every year", "2015-01-01", "2018-01-01", TIDE_TIME_YEAR, 6, TIDE_TIME_YEAR,
    "2015-01-01 2016-01-01 2017-01-01 2018-01-01" },
  { "every other year", "2015-01-01", "2022-01-01", TIDE_TIME_YEAR, 4, TIDE_TIME_YEAR,
    "2016-01-01 2018-01-01 2020-01-01 2022-01-01" },
  { "every fifth year", "2003-01-01", "2022-01-01", TIDE_TIME_YEAR, 4, TIDE_TIME_YEAR,
    "2005-01-01 2010-01-01 2015-01-01 2020-01-01" },
  { "decades", "1949-10-01", "2023-12-31", TIDE_TIME_DAY, 8, TIDE_TIME_YEAR,
    "1950-01-01 1960-01-01 1970-01-01 1980-01-01 1990-01-01 2000-01-01 2010-01-01 2020-01-01" },
  { "centuries", "0001-01-01", "9999-12-31", TIDE_TIME_YEAR, 10, TIDE_TIME_YEAR,
    "1000-01-01 2000-01-01 3000-01-01 4000-01-01 5000-01-01 6000-01-01 7000-01-01 8000-01-01 "
    "9000-01-01" },
  { "quarters", "2022-01-01", "2022-10-01", TIDE_TIME_QUARTER, 6, TIDE_TIME_QUARTER,
    "2022-01-01 2022-04-01 2022-07-01 2022-10-01" },
  { "halves of years", "2022-01-01", "2023-10-01", TIDE_TIME_QUARTER, 5, TIDE_TIME_QUARTER,
    "2022-01-01 2022-07-01 2023-01-01 2023-07-01" },
  { "months", "2022-11-01", "2023-02-01", TIDE_TIME_MONTH, 6, TIDE_TIME_MONTH,
    "2022-11-01 2022-12-01 2023-01-01 2023-02-01" },
  { "thirds of months' years", "2022-02-01", "2022-12-01", TIDE_TIME_MONTH, 6, TIDE_TIME_MONTH,
    "2022-04-01 2022-07-01 2022-10-01" },
  { "years of months", "2019-05-01", "2022-12-01", TIDE_TIME_MONTH, 4, TIDE_TIME_YEAR,
    "2020-01-01 2021-01-01 2022-01-01" },
  { "days", "2024-02-28", "2024-03-02", TIDE_TIME_DAY, 6, TIDE_TIME_DAY,
    "2024-02-28 2024-02-29 2024-03-01 2024-03-02" },
  { "weeks begin on Mondays", "2023-08-01", "2023-08-31", TIDE_TIME_DAY, 5, TIDE_TIME_DAY,
    "2023-08-07 2023-08-14 2023-08-21 2023-08-28" },
  { "months of days", "2023-01-15", "2023-05-15", TIDE_TIME_DAY, 4, TIDE_TIME_MONTH,
    "2023-02-01 2023-03-01 2023-04-01 2023-05-01" },
  { "one", "2022-01-01", "2022-01-01", TIDE_TIME_YEAR, 6, TIDE_TIME_YEAR, "2022-01-01" },
  { "one day", "2023-08-15", "2023-08-15", TIDE_TIME_DAY, 6, TIDE_TIME_DAY, "2023-08-15" },
  { "room for one", "2021-01-01", "2022-01-01", TIDE_TIME_YEAR, 1, TIDE_TIME_YEAR, "2022-01-01" },
  { "no round step", "2021-03-01", "2021-05-01", TIDE_TIME_MONTH, 1, TIDE_TIME_MONTH,
    "2021-04-01" },
  { "nothing round at all", "2021-03-02", "2021-03-05", TIDE_TIME_DAY, 1, TIDE_TIME_DAY,
    "2021-03-02" },
  { "none begins there", "2021-03-02", "2021-05-05", TIDE_TIME_YEAR, 6, TIDE_TIME_YEAR, "" },
};

static double
get_day (const char *text)
{
  int year, month, day;
  GDate date;

  g_assert_cmpint (sscanf (text, "%d-%d-%d", &year, &month, &day), ==, 3);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static void
append_day (GString *days, double day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  g_string_append_printf (days, "%s%04u-%02u-%02u", days->len > 0 ? " " : "",
                          g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static void
test_days (gconstpointer data)
{
  const Case *row = data;
  const TideTimeRange range = { get_day (row->low), get_day (row->high), row->finest };
  g_autoptr (GString) days = g_string_new (NULL);
  TideTimeTicks ticks;

  tide_time_ticks_cover (&ticks, &range, row->max_ticks);
  for (guint i = 0; i < ticks.n_ticks; i++)
    append_day (days, tide_time_ticks_get_day (&ticks, i));

  g_assert_cmpstr (days->str, ==, row->days);
  g_assert_cmpint (ticks.unit, ==, row->unit);
}

static void
test_begins_year (void)
{
  const TideTimeRange range = { get_day ("2022-10-01"), get_day ("2024-01-01"), TIDE_TIME_QUARTER };
  const gboolean expected[] = { TRUE, TRUE, FALSE, FALSE, FALSE, TRUE };
  TideTimeTicks ticks;

  tide_time_ticks_cover (&ticks, &range, 6);
  g_assert_cmpuint (ticks.n_ticks, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ticks.n_ticks; i++)
    g_assert_cmpint (tide_time_ticks_begins_year (&ticks, i), ==, expected[i]);
}

/* Whatever the range: the ticks lie within, in order, and are no more than there is room for. */
static void
test_any_range (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      const double low = g_test_rand_int_range (1, 3652059);
      const double high = low + exp (g_test_rand_double_range (0, 15));
      const guint max_ticks = (guint) g_test_rand_int_range (1, 20);
      const TideTimeRange range = { low, high, TIDE_TIME_DAY };
      TideTimeTicks ticks;
      double before = low - 1;

      tide_time_ticks_cover (&ticks, &range, max_ticks);
      g_assert_cmpuint (ticks.n_ticks, >=, 1);
      g_assert_cmpuint (ticks.n_ticks, <=, max_ticks);
      for (guint j = 0; j < ticks.n_ticks; j++)
        {
          const double day = tide_time_ticks_get_day (&ticks, j);

          g_assert_cmpfloat (day, >, before);
          g_assert_cmpfloat (day, <=, high);
          before = day;
        }
    }
}

static void
test_no_range (void)
{
  const TideTimeRange ranges[]
      = { { 2, 1, TIDE_TIME_DAY }, { NAN, 1, TIDE_TIME_DAY }, { 1, INFINITY, TIDE_TIME_DAY } };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      TideTimeTicks ticks;

      tide_time_ticks_cover (&ticks, &ranges[i], 6);
      g_assert_cmpuint (ticks.n_ticks, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/time-ticks/days/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_days);
    }

  g_test_add_func ("/plot/time-ticks/begins-year", test_begins_year);
  g_test_add_func ("/plot/time-ticks/any-range", test_any_range);
  g_test_add_func ("/plot/time-ticks/no-range", test_no_range);

  return g_test_run ();
}
