/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-series-text.h"

#include "tide-test-indicator.h"

typedef struct
{
  const char *name;
  const char *words;
  const char *expected; /* period=value index growth, with what is to be said; what was left out */
} Case;

static const Case cases[] = {
  { "empty", "", "| 0 periods" },
  { "one", "2015=12.50", "2015=12.50/0.01 100.0 - | 1 period" },
  { "in-order", "2016=110 2015=100", "2015=100/1 100.0 - 2016=110/1 110.0 10.0 | 2 periods" },
  { "gap", "2015=100 2018=130 2019=143",
    "2015=100/1 100.0 - 2018=130/1 130.0 - (2 missing) 2019=143/1 143.0 10.0 | 3 periods, 2 "
    "periods "
    "in between without a value" },
  { "revisions", "2015=100 2015/1=90 2015/10=80 2015/9=85 2016=88",
    "2015=80/1 100.0 - (3 earlier) 2016=88/1 110.0 10.0 | 2 periods, 3 earlier revisions kept, not "
    "shown" },
  { "break", "2017=100 2018=200 2019=50 2020=60 break=2019",
    "2017=100/1 100.0 - 2018=200/1 200.0 100.0 2019=50/1 100.0 - (break 2019) 2020=60/1 120.0 20.0 "
    "| 4 periods, 1 break in the series" },
  { "break-at-the-start", "2019=50 2020=60 break=2019",
    "2019=50/1 100.0 - 2020=60/1 120.0 20.0 | 2 periods" },
  { "break-in-a-gap", "2017=50 2020=60 break=2019",
    "2017=50/1 100.0 - 2020=60/1 100.0 - (2 missing) (break 2019) | 2 periods, 2 periods in "
    "between "
    "without a value, 1 break in the series" },
  { "quarters", "2022-Q3=9 2022-Q4=10 2023-Q3=18 2022=40",
    "2022-Q3=9/1 100.0 - 2022-Q4=10/1 111.1 - 2023-Q3=18/1 200.0 100.0 (2 missing) | 3 periods, 2 "
    "periods in between without a value, 1 left out: a period of another length" },
  { "years-before-quarters", "2022-Q3=9 2022=40",
    "2022=40/1 100.0 - | 1 period, 1 left out: a period of another length" },
  { "months", "2022-12=9 2023-01=10 2023-04=11",
    "2022-12=9/1 100.0 - 2023-01=10/1 111.1 - 2023-04=11/1 122.2 - (2 missing) | 3 periods, 2 "
    "periods in between without a value" },
  { "days", "2022-12-31=10 2023-12-31=11",
    "2022-12-31=10/1 100.0 - 2023-12-31=11/1 110.0 10.0 | 2 periods" },
  { "without-value", "2015=- 2016=1", "2016=1/1 100.0 - | 1 period, 1 left out: without a value" },
  { "unreal", "2015=1 2015-02-30=1",
    "2015=1/1 100.0 - | 1 period, 1 left out: without a period that exists" },
  { "from-nothing", "2015=0 2016=5", "2015=0/1 - - 2016=5/1 - - | 2 periods, no log" },
  { "below-nothing", "2015=5 2016=-5", "2015=5/1 100.0 - 2016=-5/1 -100.0 - | 2 periods, no log" },
  { "coarser-as-written", "2015=20000 written=2015:2_trillion_yuan",
    "2015=20000/10000 100.0 - | 1 period" },
};

static void
describe_point (GString *text, const TideSeriesPoint *point)
{
  g_autofree char *period = tide_date_dup_text (&point->observation->period);
  g_autofree char *value = tide_decimal_dup_text (&point->observation->value);
  g_autofree char *precision = tide_decimal_dup_text (&point->precision);

  g_string_append_printf (text, "%s=%s/%s ", period, value, precision);
  if (point->has_index)
    g_string_append_printf (text, "%.1f ", point->index);
  else
    g_string_append (text, "- ");
  if (point->has_growth)
    g_string_append_printf (text, "%.1f ", point->growth);
  else
    g_string_append (text, "- ");
  if (point->n_earlier > 0)
    g_string_append_printf (text, "(%u earlier) ", point->n_earlier);
  if (point->n_missing > 0)
    g_string_append_printf (text, "(%u missing) ", point->n_missing);
  if (point->series_break != NULL)
    g_string_append_printf (text, "(break %d) ", point->series_break->before.year);
}

static void
assert_all_counted (const TideSeries *series)
{
  g_assert_cmpuint (series->n_points + series->n_earlier + series->n_without_value
                        + series->n_undated + series->n_other_periods,
                    ==, tide_entries_get_n (series->indicator->observations));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TidePayload) payload = tide_test_indicator_new ("i", test->words);
  const TideIndicatorPayload *indicator = TIDE_INDICATOR_PAYLOAD (payload);
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *account = tide_series_dup_account (series);

  for (guint i = 0; i < series->n_points; i++)
    {
      describe_point (text, &series->points[i]);
      g_assert_true (tide_series_find (series, &series->points[i].observation->period)
                     == &series->points[i]);
    }
  g_string_append_printf (text, "| %s", account);
  if (series->n_points > 0 && !tide_series_suits_log (series))
    g_string_append (text, ", no log");
  g_string_replace (text, "\n", ", ", 0);

  g_assert_cmpstr (text->str, ==, test->expected);
  assert_all_counted (series);
}

static void
test_find_none (void)
{
  g_autoptr (TidePayload) payload = tide_test_indicator_new ("i", "2015=1 2017=2");
  g_autoptr (TideSeries) series
      = tide_series_new (TIDE_INDICATOR_PAYLOAD (payload), TIDE_PRECISION_YEAR);
  const TideDate gap = { .year = 2016, .precision = TIDE_PRECISION_YEAR };
  const TideDate quarter = { .year = 2015, .quarter = 1, .precision = TIDE_PRECISION_QUARTER };

  g_assert_null (tide_series_find (series, &gap));
  g_assert_null (tide_series_find (series, &quarter));
}

static void
test_point_text (void)
{
  g_autoptr (TidePayload) payload = tide_test_indicator_new (
      "i", "2018=5 2019=6 2019/1=7 break=2019 written=2019/1:7亿元 2020=8");
  g_autoptr (TideSeries) series
      = tide_series_new (TIDE_INDICATOR_PAYLOAD (payload), TIDE_PRECISION_YEAR);
  g_autofree char *text = tide_series_point_dup_text (&series->points[1], TIDE_LANGUAGE_EN);

  g_assert_cmpstr (text, ==,
                   "As written: 7亿元\n"
                   "1 earlier revision kept, not shown\n"
                   "Break in the series before 2019");
  g_assert_null (tide_series_point_dup_text (&series->points[2], TIDE_LANGUAGE_EN));
}

/* A long series of days is made without looking at each pair of them. */
static void
test_long (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (TidePayload) payload = NULL;
  g_autoptr (TideSeries) series = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (words, "%s%04u-%02u=%u", i > 0 ? " " : "", 1 + i / 12, 1 + i % 12,
                            i + 1);
  payload = tide_test_indicator_new ("i", words->str);

  g_test_timer_start ();
  series = tide_series_new (TIDE_INDICATOR_PAYLOAD (payload), TIDE_PRECISION_MONTH);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 1.0);
  g_assert_cmpuint (series->n_points, ==, 5000);
  g_assert_true (series->points[12].has_growth);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/series/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/series/find-none", test_find_none);
  g_test_add_func ("/series/point-text", test_point_text);
  g_test_add_func ("/series/long", test_long);

  return g_test_run ();
}
