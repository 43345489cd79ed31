/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-growth-rate-text.h"

#include "tide-test-indicator.h"

#include <math.h>

typedef struct
{
  const char *name;
  const char *words;
  const char *from;
  const char *to;
  const char *expected; /* rate [interval], or the refusal; then the verdicts */
} Case;

static const Case cases[] = {
  { "output", "2015=2224 2022=6411 growth=2015:2022:16.3:as-published", "2015", "2022",
    "16.328 % [16.323 to 16.333 %]; 16.3 % reproduces" },
  { "output-as-in-the-text", "2015=222.4 2022=641.1", "2015", "2022",
    "16.328 % [16.323 to 16.333 %]" },
  { "added-value", "2015=437 2022=1374 growth=2015:2022:17.9:as-published", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]; 17.9 % does not reproduce: 17.755 to 17.806 %" },
  { "added-value-as-in-the-text", "2015=43.7 2022=137.4", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]" },
  { "edge-of-the-rounding", "2015=437 2022=1374 growth=2015:2022:17.8:nominal", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]; 17.8 % reproduces" },
  { "finer-than-the-rounding", "2015=437 2022=1374 growth=2015:2022:17.80:nominal", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]; 17.80 % reproduces" },
  { "just-outside", "2015=437 2022=1374 growth=2015:2022:17.82:nominal", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]; 17.82 % does not reproduce: 17.755 to 17.806 %" },
  { "whole-per-cents", "2015=437 2022=1374 growth=2015:2022:18", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]; 18 % reproduces" },
  { "comparable-prices", "2023=1534 2024=1688 growth=2023:2024:9.1:comparable-price", "2023",
    "2024", "10.039 % [9.971 to 10.108 %]; 9.1 % cannot be compared: other basis" },
  { "comparable-prices-alike", "2023=1534 2024=1688 growth=2023:2024:10.0:comparable-price", "2023",
    "2024", "10.039 % [9.971 to 10.108 %]; 10.0 % cannot be compared: other basis" },
  { "unknown-basis", "2023=1534 2024=1688 growth=2023:2024:9.1:x-chained", "2023", "2024",
    "10.039 % [9.971 to 10.108 %]; 9.1 % cannot be compared: other basis" },
  { "several-published",
    "2015=437 2022=1374 growth=2015:2022:17.9:as-published growth=2015:2022:17.8:nominal "
    "growth=2015:2021:3.0:nominal growth=2015:2022::comparable-price",
    "2015", "2022",
    "17.780 % [17.755 to 17.806 %]; 17.9 % does not reproduce: 17.755 to 17.806 %; 17.8 % "
    "reproduces" },
  { "shrinking", "2020=100 2021=90", "2020", "2021", "−10.000 % [−10.945 to −9.045 %]" },
  { "nothing-changed", "2020=100.00 2021=100.00", "2020", "2021", "0.000 % [−0.010 to 0.010 %]" },
  { "down-to-nothing", "2020=100 2022=0", "2020", "2022", "−100.000 % [−100.000 to −92.911 %]" },
  { "latest-revision", "2015=437 2022=1300 2022/1=1350 2022/10=1374 2022/2=1360", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]" },
  { "revision-without-value", "2015=437 2022=1374 2022/1=-", "2015", "2022",
    "17.780 % [17.755 to 17.806 %]" },
  { "coarser-as-written", "2020=20000 2021=30000 written=2020:2_trillion_yuan", "2020", "2021",
    "50.000 % [19.998 to 100.003 %]" },
  { "written-says-something-else", "2020=222.4 2021=444.8 written=2020:222.4_billion_yuan", "2020",
    "2021", "100.000 % [99.933 to 100.067 %]" },
  { "written-in-another-currency", "2020=100 2021=110 written=2020:$10_bn", "2020", "2021",
    "10.000 % [8.955 to 11.055 %]" },
  { "quarters", "2022-Q1=100 2022-Q3=120 2024-Q1=121", "2022-Q1", "2024-Q1",
    "10.000 % [9.499 to 10.504 %]" },
  { "months", "2022-05=100 2023-05=110", "2022-05", "2023-05", "10.000 % [8.955 to 11.055 %]" },
  { "break-after", "2015=100 2018=133.1 2019=50 break=2019", "2015", "2018",
    "10.000 % [9.804 to 10.198 %]" },
  { "break-before", "2015=100 2018=133.1 break=2015", "2015", "2018",
    "10.000 % [9.804 to 10.198 %]" },
  { "across-a-break", "2015=100 2018=120 2022=140 break=2019:catalogue growth=2015:2022:5:nominal",
    "2015", "2022",
    "There is a break in the series before 2019: catalogue; 5 % cannot be "
    "checked" },
  { "across-two-breaks", "2015=100 2022=140 break=2021 break=2018", "2015", "2022",
    "There is a break in the series before 2018: what comes after it was counted differently." },
  { "break-at-the-end", "2015=100 2019=140 break=2019", "2015", "2019",
    "There is a break in the series before 2019: what comes after it was counted differently." },
  { "break-within-the-last-year", "2018=100 2019=140 break=2019-Q3", "2018", "2019",
    "There is a break in the series before Q3 2019: what comes after it was counted differently." },
  { "break-within-the-first-year", "2018=100 2019=140 break=2018-07", "2018", "2019",
    "There is a break in the series before 2018-07: what comes after it was counted differently." },
  { "no-start", "2015=100 2016=110", "2014", "2016", "There is no value for 2014." },
  { "start-without-value", "2015=- 2016=110", "2015", "2016", "There is no value for 2015." },
  { "no-end", "2015=100 2016=110", "2015", "2017", "There is no value for 2017." },
  { "from-nothing", "2015=0 2016=110", "2015", "2016",
    "Growth needs a first value above zero; that of 2015 is 0." },
  { "from-below-nothing", "2015=-3.5 2016=110", "2015", "2016",
    "Growth needs a first value above zero; that of 2015 is -3.5." },
  { "to-below-nothing", "2015=3 2016=-1", "2015", "2016",
    "A value below zero has no growth rate; that of 2016 is -1." },
  { "same-period", "2015=3", "2015", "2015",
    "Both periods are the same: there is no growth within one." },
  { "backwards", "2015=3 2016=4", "2016", "2015", "The last period comes before the first." },
  { "year-and-quarter", "2015=3 2016-Q1=4", "2015", "2016-Q1",
    "The two periods are not of the same length: a year is compared with a year, a quarter with a "
    "quarter." },
  { "other-season", "2015-Q1=3 2016-Q3=4", "2015-Q1", "2016-Q3",
    "Growth a year needs the same quarter or month of two years, as seasons differ." },
  { "no-period", "2015=3", "2015", NULL, "Choose a first and a last period." },
};

static void
add_verdicts (GString *text, const TideGrowthRate *rate, const TideIndicatorPayload *indicator)
{
  g_autoptr (GPtrArray) published = tide_growth_list_published (indicator, &rate->from, &rate->to);

  for (guint i = 0; i < published->len; i++)
    {
      g_autofree char *verdict
          = tide_growth_rate_dup_verdict (rate, g_ptr_array_index (published, i));

      g_string_append_printf (text, "; %s", verdict);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TidePayload) payload = tide_test_indicator_new ("i", test->words);
  const TideIndicatorPayload *indicator = TIDE_INDICATOR_PAYLOAD (payload);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *refusal = NULL;
  TideGrowthRate rate;
  TideDate from;
  TideDate to = { 0 };

  g_assert_true (tide_date_parse (test->from, TRUE, &from));
  if (test->to != NULL)
    g_assert_true (tide_date_parse (test->to, TRUE, &to));

  tide_growth_rate_init (&rate, indicator, &from, &to);
  value = tide_growth_rate_dup_value (&rate);
  interval = tide_growth_rate_dup_interval (&rate);
  refusal = tide_growth_rate_dup_refusal (&rate, TIDE_LANGUAGE_EN);

  g_assert_cmpint (refusal == NULL, ==, rate.refusal == TIDE_GROWTH_COMPUTED);
  g_assert_cmpint (interval != NULL, ==, refusal == NULL);
  if (refusal != NULL)
    {
      g_assert_cmpstr (value, ==, "—");
      g_string_append (text, refusal);
    }
  else
    g_string_append_printf (text, "%s [%s]", value, interval);
  add_verdicts (text, &rate, indicator);

  g_assert_cmpstr (text->str, ==, test->expected);
}

/* The rate of values with as many decimals as asked for, which is that many digits after 10^9. */
static void
init_rate (TideGrowthRate *rate, gint64 start, gint64 end, guint scale, int years)
{
  const TideDecimal first = { start, (guint8) scale, TRUE };
  const TideDecimal last = { end, (guint8) scale, TRUE };
  g_autofree char *first_text = tide_decimal_dup_text (&first);
  g_autofree char *last_text = tide_decimal_dup_text (&last);
  g_autofree char *words = g_strdup_printf ("2000=%s %d=%s", first_text, 2000 + years, last_text);
  g_autoptr (TidePayload) payload = tide_test_indicator_new ("i", words);
  const TideDate from = { .year = 2000, .precision = TIDE_PRECISION_YEAR };
  const TideDate to = { .year = (gint16) (2000 + years), .precision = TIDE_PRECISION_YEAR };

  tide_growth_rate_init (rate, TIDE_INDICATOR_PAYLOAD (payload), &from, &to);
  g_assert_cmpint (rate->refusal, ==, TIDE_GROWTH_COMPUTED);
}

/* The interval holds the rate; it is what the extreme values give; with one digit more it is
 * narrower and lies inside; and the growth, compounded, leads from the one value to the other. */
static void
test_properties (void)
{
  for (guint i = 0; i < 500; i++)
    {
      const gint64 start = g_test_rand_int_range (1, 100000);
      const gint64 end = g_test_rand_int_range (0, 100000);
      const int years = g_test_rand_int_range (1, 30);
      TideGrowthRate rate;
      TideGrowthRate finer;

      init_rate (&rate, start, end, 1, years);
      init_rate (&finer, start * 10, end * 10, 2, years);

      g_assert_cmpfloat (rate.low, <=, rate.rate);
      g_assert_cmpfloat (rate.rate, <, rate.high);
      g_assert_cmpfloat_with_epsilon (finer.rate, rate.rate, 1e-9);
      g_assert_cmpfloat (finer.low, >=, rate.low);
      g_assert_cmpfloat (finer.high, <, rate.high);
      g_assert_cmpfloat_with_epsilon ((double) start * pow (1 + rate.rate / 100, years),
                                      (double) end, 1e-6 * (double) MAX (start, end));
    }
}

/* What rounds to the values as published has a growth within the interval. */
static void
test_rounding (void)
{
  for (guint i = 0; i < 500; i++)
    {
      const gint64 start = g_test_rand_int_range (1, 5000);
      const gint64 end = g_test_rand_int_range (1, 5000);
      const gint64 hidden_start = start * 1000 + g_test_rand_int_range (-500, 500);
      const gint64 hidden_end = end * 1000 + g_test_rand_int_range (-500, 500);
      const int years = g_test_rand_int_range (1, 30);
      TideGrowthRate published;
      TideGrowthRate hidden;

      init_rate (&published, start, end, 0, years);
      init_rate (&hidden, hidden_start, hidden_end, 3, years);

      g_assert_cmpfloat (hidden.rate, >=, published.low - 1e-9);
      g_assert_cmpfloat (hidden.rate, <=, published.high + 1e-9);
    }
}

static void
test_formula (void)
{
  g_autoptr (TidePayload) payload = tide_test_indicator_new ("i", "2015=2224 2022=641.10");
  const TideDate from = { .year = 2015, .precision = TIDE_PRECISION_YEAR };
  const TideDate to = { .year = 2022, .precision = TIDE_PRECISION_YEAR };
  g_autofree char *formula = NULL;
  g_autofree char *none = NULL;
  TideGrowthRate rate;

  tide_growth_rate_init (&rate, TIDE_INDICATOR_PAYLOAD (payload), &from, &to);
  formula = tide_growth_rate_dup_formula (&rate);
  g_assert_cmpstr (formula, ==,
                   "(641.10 ÷ 2224)^(1 ÷ 7) − 1, where 2224 is rounded to 1 and 641.10 to 0.01");

  tide_growth_rate_init (&rate, TIDE_INDICATOR_PAYLOAD (payload), &from, &from);
  none = tide_growth_rate_dup_formula (&rate);
  g_assert_null (none);
}

static char *
dup_reason (const char *words)
{
  g_autoptr (TidePayload) payload = tide_test_indicator_new ("i", words);
  const TideIndicatorPayload *indicator = TIDE_INDICATOR_PAYLOAD (payload);
  const TideGrowth *published = g_ptr_array_index (indicator->growth, 0);
  TideGrowthRate rate;

  tide_growth_rate_init (&rate, indicator, &published->from, &published->to);

  return tide_growth_rate_dup_verdict_reason (&rate, published, indicator, TIDE_LANGUAGE_EN);
}

static void
test_reasons (void)
{
  static const struct
  {
    const char *words;
    const char *expected;
  } reasons[] = {
    { "2015=2224 2022=6411 growth=2015:2022:16.3",
      "The values give 16.323 to 16.333 %, as far as they are certain; the published rate rounds "
      "one of these." },
    { "2015=437 2022=1374 growth=2015:2022:17.9",
      "The values give 17.755 to 17.806 %, as far as they are certain. Both are shown, neither is "
      "changed." },
    { "scope=above-size 2015=437 2022=1374 growth=2015:2022:17.9",
      "The values give 17.755 to 17.806 %, as far as they are certain. Which companies are above "
      "designated size changes every year, and official growth compares the same ones. Both are "
      "shown, neither is changed." },
    { "2023=1534 2024=1688 growth=2023:2024:9.1:comparable-price",
      "It is told on another basis (Comparable prices) than the values, "
      "which are at current prices and give 10.039 %: they neither confirm nor refute it." },
    { "2023=1534 growth=2023:2024:9.1", "There is no value for 2024." },
    { "2023=1534 growth=2023:2024:", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *reason = dup_reason (reasons[i].words);

      g_assert_cmpstr (reason, ==, reasons[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/growth-rate/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/growth-rate/properties", test_properties);
  g_test_add_func ("/growth-rate/rounding", test_rounding);
  g_test_add_func ("/growth-rate/formula", test_formula);
  g_test_add_func ("/growth-rate/reasons", test_reasons);

  return g_test_run ();
}
