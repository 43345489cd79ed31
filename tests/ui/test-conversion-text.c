/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "ui/lists/tide-conversion-text.h"

typedef struct
{
  const char *name;
  const char *value;
  const char *currency;
  const char *date; /* NULL: none */
  const char *rounded;
  const char *exact;
} TextRow;

static const TextRow rows[] = {
  { "priced", "1060000000", "USD", "2023-11",
    "US$1.06 billion = 7.61 billion yuan at 7.1779 (PBoC mid rate, 2023-10-31)",
    "USD 1,060,000,000.00 = CNY 7,608,574,000.00 at 7.1779 (PBoC mid rate, 2023-10-31)" },
  { "undated", "1", "USD", NULL,
    "US$0.000000001 billion = 0.0000000072 billion yuan at 7.1779 (PBoC mid rate, 2023-10-31)",
    "USD 1.00 = CNY 7.18 at 7.1779 (PBoC mid rate, 2023-10-31)" },
  { "negative", "-1000000000", "USD", "2023-12",
    "-US$1 billion = -7.18 billion yuan at 7.1779 (PBoC mid rate, 2023-10-31)",
    "USD -1,000,000,000.00 = CNY -7,177,900,000.00 at 7.1779 (PBoC mid rate, 2023-10-31)" },
  { "no-rate", "50000000000", "KRW", "2023-05",
    "KRW 50 billion: no rate for KRW on 2023-05, counted, not priced",
    "KRW 50,000,000,000: no rate for KRW on 2023-05, counted, not priced" },
  { "no-rate-undated", "50000000000", "KRW", NULL,
    "KRW 50 billion: no rate for KRW, counted, not priced",
    "KRW 50,000,000,000: no rate for KRW, counted, not priced" },
  { "before-the-first-rate", "1000000000", "USD", "2020",
    "US$1 billion: no rate for USD on 2020, counted, not priced",
    "USD 1,000,000,000.00: no rate for USD on 2020, counted, not priced" },
  { "too-large", "90000000000000000", "USD", "2023-12",
    "US$90,000,000 billion: too large to convert",
    "USD 90,000,000,000,000,000.00: too large to convert" },
  { "own-currency", "1000000000", "CNY", "2023-12", NULL, NULL },
};

static char *
dup_plain (char *sentence)
{
  g_autofree char *isolated = sentence;
  g_autoptr (GString) plain = NULL;

  if (isolated == NULL)
    return NULL;

  plain = g_string_new (isolated);
  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static void
add_rate (TideSnapshot *snapshot)
{
  TidePayload *rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
  TidePayload *set = tide_test_payload_new (TIDE_RECORD_RATE_SET, "mid", "PBoC mid rate");

  tide_test_payload_set (rate, "set", "mid");
  tide_test_payload_set (rate, "from", "USD");
  tide_test_payload_set (rate, "to", "CNY");
  tide_test_payload_set (rate, "date", "2023-10-31");
  tide_test_payload_set (rate, "value", "7.1779");
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE_SET, set);
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE, rate);
}

static TideSnapshot *
snapshot_new (void)
{
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "r");
  TideSnapshot *snapshot = tide_snapshot_new ();

  tide_test_payload_set (settings, "currency", "CNY");
  tide_test_payload_set (settings, "unit", "billion");
  tide_test_payload_set (settings, "rate-set", "mid");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);
  add_rate (snapshot);

  return snapshot;
}

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autoptr (TideSnapshot) snapshot = snapshot_new ();
  TideDecimal value;
  TideMoney money;
  TideDate date = { 0 };
  g_autofree char *rounded = NULL;
  g_autofree char *exact = NULL;

  g_assert_cmpint (tide_decimal_parse (row->value, &value), ==, TIDE_DECIMAL_OK);
  g_assert_true (tide_money_init (&money, &value, row->currency));
  if (row->date != NULL)
    g_assert_true (tide_date_recognise (row->date, &date));

  rounded = dup_plain (tide_conversion_dup_text (snapshot, &money, &date, TIDE_CONVERSION_ROUNDED));
  exact = dup_plain (tide_conversion_dup_text (snapshot, &money, &date, TIDE_CONVERSION_EXACT));
  g_assert_cmpstr (rounded, ==, row->rounded);
  g_assert_cmpstr (exact, ==, row->exact);
}

/* Where a set has a fixed date, that is the date without a rate. */
static void
test_fixed_date (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_snapshot_new ();
  TidePayload *fixed = tide_test_payload_new (TIDE_RECORD_RATE_SET, "fixed", "Plan rates");
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "r");
  const TideMoney money = { .minor = 100, .currency = "USD" };
  const TideDate date = { .year = 2023, .precision = TIDE_PRECISION_YEAR };
  g_autofree char *text = NULL;

  tide_test_payload_set (settings, "currency", "CNY");
  tide_test_payload_set (settings, "rate-set", "fixed");
  tide_test_payload_set (fixed, "date", "2020-01-01");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE_SET, fixed);
  add_rate (snapshot);

  text = dup_plain (tide_conversion_dup_text (snapshot, &money, &date, TIDE_CONVERSION_EXACT));
  g_assert_cmpstr (text, ==, "USD 1.00: no rate for USD on 2020-01-01, counted, not priced");
}

static void
add_amount (TidePayload *project, const char *id, const char *value, const char *currency)
{
  TidePayload *amount = tide_test_payload_add_entry (project, "amounts", id);

  tide_test_payload_set (amount, "kind", "agreement");
  tide_test_payload_set (amount, "value", value);
  tide_test_payload_set (amount, "currency", currency);
  tide_test_payload_set (amount, "date", "2023-12");
}

static void
test_sum (void)
{
  g_autoptr (TideSnapshot) snapshot = snapshot_new ();
  g_autoptr (TidePayload) project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Plant");
  g_autofree char *none = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *other = NULL;

  none = tide_conversion_dup_sum (snapshot, TIDE_PROJECT_PAYLOAD (project),
                                  TIDE_AMOUNT_KIND_AGREEMENT);
  g_assert_null (none);

  add_amount (project, "a", "16000000000.01", "CNY");
  add_amount (project, "b", "1000", "USD");
  add_amount (project, "c", "5", "KRW");
  tide_payload_seal (project);
  sum = dup_plain (tide_conversion_dup_sum (snapshot, TIDE_PROJECT_PAYLOAD (project),
                                            TIDE_AMOUNT_KIND_AGREEMENT));
  g_assert_cmpstr (sum, ==,
                   "CNY 16,000,007,177.91\n"
                   "USD 1,000.00 = CNY 7,177.90 at 7.1779 (PBoC mid rate, 2023-10-31)\n"
                   "KRW 5: no rate for KRW on 2023-12, counted, not priced");
  other = tide_conversion_dup_sum (snapshot, TIDE_PROJECT_PAYLOAD (project),
                                   TIDE_AMOUNT_KIND_ARRIVED);
  g_assert_null (other);
}

/* No sum is shown that leaves something out in silence. */
static void
test_sum_too_large (void)
{
  g_autoptr (TideSnapshot) snapshot = snapshot_new ();
  g_autoptr (TidePayload) project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Plant");
  g_autofree char *sum = NULL;

  add_amount (project, "a", "90000000000000000", "CNY");
  add_amount (project, "b", "90000000000000000", "CNY");
  tide_payload_seal (project);
  sum = tide_conversion_dup_sum (snapshot, TIDE_PROJECT_PAYLOAD (project),
                                 TIDE_AMOUNT_KIND_AGREEMENT);
  g_assert_cmpstr (sum, ==, "Too Large to Add Up");
}

static void
test_many (void)
{
  g_autoptr (TideSnapshot) snapshot = snapshot_new ();
  g_autoptr (TidePayload) project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Plant");
  g_autofree char *sum = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("%02u", i);

      add_amount (project, id, "1", "USD");
    }
  tide_payload_seal (project);
  sum = tide_conversion_dup_sum (snapshot, TIDE_PROJECT_PAYLOAD (project),
                                 TIDE_AMOUNT_KIND_AGREEMENT);
  lines = g_strsplit (sum, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 14);
  g_assert_cmpstr (lines[0], ==, "CNY 143.60");
  g_assert_cmpstr (lines[13], ==, "8 more amounts");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/conversion-text/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_text);
    }
  g_test_add_func ("/conversion-text/fixed-date", test_fixed_date);
  g_test_add_func ("/conversion-text/sum", test_sum);
  g_test_add_func ("/conversion-text/sum/many", test_many);
  g_test_add_func ("/conversion-text/sum/too-large", test_sum_too_large);

  return g_test_run ();
}
