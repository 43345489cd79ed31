/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-convert.h"

#include "tide-test-snapshot.h"

static TideSnapshot *
make_snapshot (void)
{
  TideSnapshot *snapshot = tide_test_snapshot_new ();

  tide_test_snapshot_add_rate (snapshot, "USD", "2022", "6.7261");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023-10-31", "7.1779");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023-11", "7.1");
  tide_test_snapshot_add_rate (snapshot, "EUR", "2023-10-31", "0");

  return snapshot;
}

static void
test_rate_in_force (void)
{
  static const struct
  {
    const char *date;
    const char *rate; /* NULL: none */
  } cases[] = {
    { "2021", NULL },
    { "2021-12-31", NULL },
    { "2022-01-01", "6.7261" },
    { "2022", "6.7261" },
    { "2023-10-30", "6.7261" },
    { "2023-10-31", "7.1779" },
    { "2023-10", "7.1779" },
    { "2023-11-01", "7.1" },
    { "2023", "7.1" },
    { "2023-02-30", "6.7261" },
    { NULL, "7.1" },
  };
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  g_autoptr (TideRates) rates = tide_rates_new (snapshot, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TideRatePayload *rate;
      g_autofree char *value = NULL;
      TideDate date = { 0 };

      if (cases[i].date != NULL)
        g_assert_true (tide_date_parse (cases[i].date, FALSE, &date));
      rate = tide_rates_find (rates, "USD", &date);
      value = rate != NULL ? tide_decimal_dup_text (&rate->value) : NULL;
      g_assert_cmpstr (value, ==, cases[i].rate);
    }
}

static void
test_no_rate (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  g_autoptr (TideRates) into_yuan = tide_rates_new (snapshot, NULL, NULL);
  g_autoptr (TideRates) into_dollars = tide_rates_new (snapshot, "USD", NULL);
  TideDate undated = { 0 };

  g_assert_null (tide_rates_find (into_dollars, "CNY", &undated));
  g_assert_null (tide_rates_find (into_yuan, "EUR", &undated));
  g_assert_null (tide_rates_find (into_yuan, "GBP", &undated));
}

static void
test_other_set (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TideSettings *settings
      = (TideSettings *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");
  g_autoptr (TideRates) rates = NULL;
  TideDate undated = { 0 };

  tide_payload_set_string (&settings->currency, "CNY");
  tide_payload_set_string (&settings->rate_set, "spot");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, &settings->base);
  tide_test_snapshot_add_rate (snapshot, "USD", "2023", "7");

  rates = tide_rates_new (snapshot, NULL, NULL);
  g_assert_null (tide_rates_find (rates, "USD", &undated));
}

/* A set with a fixed date converts everything at the rates of that date. */
static void
test_fixed_date (void)
{
  static const struct
  {
    const char *date;
    const char *rate;
  } cases[]
      = { { "2022", "6.7261" }, { "2023", "7.1" }, { "2023-10", "7.1779" }, { "2021", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TideSnapshot) snapshot = make_snapshot ();
      TideRateSetPayload *set = (TideRateSetPayload *) tide_payload_new (
          tide_shape_for_kind (TIDE_RECORD_RATE_SET), "mid");
      const TideDate asked = { .year = 2023, .precision = TIDE_PRECISION_YEAR };
      g_autoptr (TideRates) rates = NULL;
      g_autofree char *value = NULL;
      const TideRatePayload *rate;

      g_assert_true (tide_date_parse (cases[i].date, FALSE, &set->date));
      tide_snapshot_add (snapshot, TIDE_RECORD_RATE_SET, &set->base);
      rates = tide_rates_new (snapshot, NULL, NULL);
      rate = tide_rates_find (rates, "USD", &asked);
      value = rate != NULL ? tide_decimal_dup_text (&rate->value) : NULL;
      g_assert_cmpstr (value, ==, cases[i].rate);
      g_assert_true (tide_date_equal (tide_rates_get_fixed_date (rates), &set->date));
    }
}

/* Of rates that begin on one day, that of the finer date is in force. */
static void
test_same_day (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TideRates) rates = NULL;
  const TideDate year = { .year = 2023, .precision = TIDE_PRECISION_YEAR };

  tide_test_snapshot_add_rate (snapshot, "USD", "2023-01-01", "6.9");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023", "7.0467");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023-01", "6.8");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023-12-31", "-1");
  rates = tide_rates_new (snapshot, NULL, NULL);
  g_assert_cmpint (tide_rates_find (rates, "USD", &year)->value.mantissa, ==, 69);
}

/* Amounts of a period are those that certainly lie in it. */
static void
test_period (void)
{
  static const struct
  {
    const char *period;
    guint n_entries, n_vague, n_outside;
    gint64 base;
  } cases[] = {
    { "2023", 3, 1, 1, 11100 }, { "2023-Q2", 1, 2, 2, 1000 }, { "2023-05", 1, 2, 2, 1000 },
    { "2022-12", 1, 1, 3, 5 },  { "2024", 0, 1, 4, 0 },
  };
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  g_autoptr (TideRates) rates = tide_rates_new (snapshot, NULL, NULL);
  TideProjectPayload *project = tide_test_project_new ("p", "Robots", NULL);
  g_autoptr (TidePayload) owner = &project->base;

  tide_test_project_add_amount (project, "arrived", "100", "CNY", "2023");
  tide_test_project_add_amount (project, "arrived", "10", "CNY", "2023-05");
  tide_test_project_add_amount (project, "arrived", "1", "CNY", "2023-12-31");
  tide_test_project_add_amount (project, "arrived", "0.05", "CNY", "2022-12-31");
  tide_test_project_add_amount (project, "arrived", "7", "CNY", NULL);
  tide_payload_seal (owner);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_ARRIVED };
      TideProjectSum sum;

      g_assert_true (tide_date_parse (cases[i].period, TRUE, &valuation.period));
      tide_project_sum (project, &valuation, rates, NULL, &sum);
      g_assert_cmpuint (sum.n_entries, ==, cases[i].n_entries);
      g_assert_cmpuint (sum.n_vague, ==, cases[i].n_vague);
      g_assert_cmpuint (sum.n_outside, ==, cases[i].n_outside);
      g_assert_cmpint (sum.base.minor, ==, cases[i].base);
    }
}

static void
test_sum (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  TideProjectPayload *project = tide_test_project_new ("p", "Robots", NULL);
  g_autoptr (TidePayload) owner = &project->base;
  TideMoney base;
  guint n_entries;
  guint n_unpriced;

  tide_test_project_add_amount (project, "agreement", "100", "CNY", "2023");
  tide_test_project_add_amount (project, "agreement", "-30.5", "CNY", "2023-11");
  tide_test_project_add_amount (project, "agreement", "10", "USD", "2023-10-31");
  tide_test_project_add_amount (project, "agreement", "10", "USD", "2020");
  tide_test_project_add_amount (project, "agreement", "10", "XXX", "2023");
  tide_test_project_add_amount (project, "agreement", NULL, NULL, "2023");
  tide_test_project_add_amount (project, "agreement", "1000", "CNY", "2023")->counted = FALSE;
  tide_test_project_add_amount (project, "arrived", "5", "CNY", "2023");
  tide_payload_seal (owner);

  g_assert_true (tide_project_sum_amounts (project, snapshot, TIDE_AMOUNT_KIND_AGREEMENT, &base,
                                           &n_entries, &n_unpriced));
  g_assert_cmpint (base.minor, ==, 10000 - 3050 + 7178);
  g_assert_cmpstr (base.currency, ==, "CNY");
  g_assert_cmpuint (n_entries, ==, 5);
  g_assert_cmpuint (n_unpriced, ==, 2);

  g_assert_true (tide_project_sum_amounts (project, snapshot, TIDE_AMOUNT_KIND_INTENTION, &base,
                                           &n_entries, &n_unpriced));
  g_assert_cmpint (base.minor, ==, 0);
  g_assert_cmpuint (n_entries, ==, 0);

  g_assert_true (
      tide_project_sum_amounts (project, snapshot, TIDE_AMOUNT_KIND_ARRIVED, &base, NULL, NULL));
  g_assert_cmpint (base.minor, ==, 500);
}

static void
test_overflow (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  TideProjectPayload *twice = tide_test_project_new ("p", "Twice", NULL);
  TideProjectPayload *priced = tide_test_project_new ("q", "Priced", NULL);
  g_autoptr (TidePayload) twice_owner = &twice->base;
  g_autoptr (TidePayload) priced_owner = &priced->base;
  TideMoney base;

  tide_test_project_add_amount (twice, "arrived", "90000000000000000", "CNY", "2023");
  tide_test_project_add_amount (twice, "arrived", "90000000000000000", "CNY", "2023");
  tide_payload_seal (twice_owner);
  g_assert_false (
      tide_project_sum_amounts (twice, snapshot, TIDE_AMOUNT_KIND_ARRIVED, &base, NULL, NULL));

  tide_test_project_add_amount (priced, "arrived", "90000000000000000", "USD", "2023");
  tide_payload_seal (priced_owner);
  g_assert_false (
      tide_project_sum_amounts (priced, snapshot, TIDE_AMOUNT_KIND_ARRIVED, &base, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/convert/rate-in-force", test_rate_in_force);
  g_test_add_func ("/convert/no-rate", test_no_rate);
  g_test_add_func ("/convert/other-set", test_other_set);
  g_test_add_func ("/convert/fixed-date", test_fixed_date);
  g_test_add_func ("/convert/same-day", test_same_day);
  g_test_add_func ("/convert/period", test_period);
  g_test_add_func ("/convert/sum", test_sum);
  g_test_add_func ("/convert/overflow", test_overflow);

  return g_test_run ();
}
