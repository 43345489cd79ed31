/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-figure-note.h"
#include "stats/tide-target-text.h"
#include "stats/tide-targets.h"

#include "tide-test-register.h"
#include "tide-test-totals.h"

#include <string.h>

static guint32
get_day (const char *text)
{
  TideDate date;

  g_assert_true (tide_date_parse (text, FALSE, &date));

  return tide_date_get_last_day (&date);
}

static void
set_words (TidePayload *payload, const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      tide_test_payload_set (payload, pair[0], pair[1]);
    }
}

/* Time -------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *period;
  const char *day;
  double elapsed;
} TimeCase;

static const TimeCase time_cases[] = {
  { "end-of-october", "2023", "2023-10-31", 100.0 * 10 / 12 },
  { "end-of-october-of-a-leap-year", "2024", "2024-10-31", 100.0 * 10 / 12 },
  { "leap-day", "2024", "2024-02-29", 100.0 * 2 / 12 },
  { "end-of-february", "2023", "2023-02-28", 100.0 * 2 / 12 },
  { "day-before-leap-day", "2024", "2024-02-28", 100.0 * (29 + 28) / (29 * 12) },
  { "middle-of-april", "2023", "2023-04-15", 100.0 * 3.5 / 12 },
  { "first-day", "2023", "2023-01-01", 100.0 / (31 * 12) },
  { "day-before", "2023", "2022-12-31", 0 },
  { "last-day", "2023", "2023-12-31", 100 },
  { "day-after", "2023", "2024-01-01", 100 },
  { "quarter", "2023-Q3", "2023-08-31", 100.0 * 2 / 3 },
  { "before-a-quarter", "2023-Q3", "2023-06-30", 0 },
  { "month", "2024-02", "2024-02-10", 100.0 * 10 / 29 },
  { "one-day", "2023-08-15", "2023-08-15", 100 },
};

static void
test_time (gconstpointer data)
{
  const TimeCase *test = data;
  TideDate period;

  g_assert_true (tide_date_parse (test->period, TRUE, &period));
  g_assert_cmpfloat_with_epsilon (tide_period_get_elapsed (&period, get_day (test->day)),
                                  test->elapsed, 1e-9);
}

/* Progress ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *day;
  const char *target; /* members, in words */
  TideTargetState state;
  const char *reached; /* in yuan, or as the indicator has it */
  const char *share;
  const char *pace;
} Case;

static const Case cases[] = {
  { "ahead", "2023-10-31", "amount-kind=agreement period=2023 value=10000 currency=CNY",
    TIDE_TARGET_TOLD, "12,564", "125.64 %", "+42.31 points" },
  { "register-currency", "2023-10-31", "amount-kind=agreement period=2023 value=10000",
    TIDE_TARGET_TOLD, "12,564", "125.64 %", "+42.31 points" },
  { "behind", "2023-10-31", "amount-kind=agreement period=2023 value=25128 currency=CNY",
    TIDE_TARGET_TOLD, "12,564", "50.00 %", "−33.33 points" },
  { "over", "2024-05-01", "amount-kind=agreement period=2023 value=10000 currency=CNY",
    TIDE_TARGET_TOLD, "12,564", "125.64 %", "+25.64 points" },
  { "to-come", "2023-10-31", "amount-kind=agreement period=2024 value=100 currency=CNY",
    TIDE_TARGET_TOLD, "50", "50.00 %", "—" },
  { "nothing-yet", "2023-10-31", "amount-kind=fixed-asset period=2023 value=100 currency=CNY",
    TIDE_TARGET_TOLD, "0", "0.00 %", "−83.33 points" },
  { "other-currency", "2023-12-31", "amount-kind=arrived period=2023 value=100 currency=USD",
    TIDE_TARGET_TOLD, "200", "200.00 %", "+100.00 points" },
  { "by-share", "2023-12-31",
    "sector=energy amount-kind=agreement period=2023 value=10000 currency=CNY", TIDE_TARGET_TOLD,
    "7,564", "75.64 %", "−24.36 points" },
  { "classes-below", "2023-12-31",
    "sector=wind amount-kind=agreement period=2023 value=10000 currency=CNY", TIDE_TARGET_TOLD,
    "2,564", "25.64 %", "−74.36 points" },
  { "division", "2023-12-31",
    "division=south amount-kind=agreement period=2023 value=10000 currency=CNY", TIDE_TARGET_TOLD,
    "2,564", "25.64 %", "−74.36 points" },
  { "event", "2023-12-31", "event=fair amount-kind=agreement period=2023 value=10000 currency=CNY",
    TIDE_TARGET_TOLD, "10,000", "100.00 %", "+0.00 points" },
  { "nothing-of-it", "2023-12-31",
    "event=expo amount-kind=agreement period=2023 value=10000 currency=CNY", TIDE_TARGET_TOLD, "0",
    "0.00 %", "−100.00 points" },
  { "no-subject", "2023-12-31", "period=2023 value=10000", TIDE_TARGET_NO_SUBJECT, "—", "—", "—" },
  { "subject-gone", "2023-12-31", "event=gone amount-kind=agreement period=2023 value=10000",
    TIDE_TARGET_NO_SUBJECT, "—", "—", "—" },
  { "indicator-gone", "2023-12-31", "indicator=gone period=2023 value=10000",
    TIDE_TARGET_NO_SUBJECT, "—", "—", "—" },
  { "two-subjects", "2023-12-31",
    "sector=wind event=fair amount-kind=agreement period=2023 value=10000",
    TIDE_TARGET_SEVERAL_SUBJECTS, "—", "—", "—" },
  { "indicator-and-kind", "2023-12-31",
    "indicator=output amount-kind=agreement period=2023 value=10000", TIDE_TARGET_SEVERAL_SUBJECTS,
    "—", "—", "—" },
  { "no-kind", "2023-12-31", "sector=wind period=2023 value=10000", TIDE_TARGET_NO_KIND, "—", "—",
    "—" },
  { "unknown-kind", "2023-12-31", "amount-kind=x-loan period=2023 value=10000", TIDE_TARGET_NO_KIND,
    "—", "—", "—" },
  { "no-period", "2023-12-31", "amount-kind=agreement value=10000", TIDE_TARGET_NO_PERIOD, "—", "—",
    "—" },
  { "no-value", "2023-12-31", "amount-kind=agreement period=2023", TIDE_TARGET_NO_VALUE, "—", "—",
    "—" },
  { "zero", "2023-12-31", "amount-kind=agreement period=2023 value=0", TIDE_TARGET_NO_VALUE, "—",
    "—", "—" },
  { "below-zero", "2023-12-31", "amount-kind=agreement period=2023 value=-5", TIDE_TARGET_NO_VALUE,
    "—", "—", "—" },
  { "unknown-currency", "2023-12-31", "amount-kind=agreement period=2023 value=1 currency=XXY",
    TIDE_TARGET_WRONG_UNIT, "—", "—", "—" },
  { "no-rate", "2023-12-31", "amount-kind=intention period=2023 value=100 currency=CNY",
    TIDE_TARGET_NO_RATE, "—", "—", "—" },
  { "indicator", "2023-10-31", "indicator=output period=2023 value=100", TIDE_TARGET_TOLD,
    "12,564,000,000", "125.64 %", "+42.31 points" },
  { "indicator-in-its-currency", "2023-10-31",
    "indicator=output period=2023 value=100 currency=CNY", TIDE_TARGET_TOLD, "12,564,000,000",
    "125.64 %", "+42.31 points" },
  { "indicator-in-another-currency", "2023-10-31",
    "indicator=output period=2023 value=100 currency=USD", TIDE_TARGET_WRONG_UNIT, "—", "—", "—" },
  { "earlier-value", "2024-06-30", "indicator=output period=2024 value=251.28", TIDE_TARGET_TOLD,
    "12,564,000,000", "50.00 %", "—" },
  { "no-value-yet", "2021-06-30", "indicator=output period=2021 value=100",
    TIDE_TARGET_NOT_OBSERVED, "—", "—", "—" },
  { "not-money", "2023-12-31", "indicator=firms period=2023 value=1000", TIDE_TARGET_TOLD,
    "250 firms", "25.00 %", "−75.00 points" },
  { "money-for-no-money", "2023-12-31", "indicator=firms period=2023 value=1000 currency=CNY",
    TIDE_TARGET_WRONG_UNIT, "—", "—", "—" },
};

static void
add_observation (TidePayload *indicator, const char *words)
{
  set_words (tide_test_payload_add_entry (indicator, "observations", NULL), words);
}

static void
add_indicators (TideSnapshot *snapshot)
{
  TidePayload *output = tide_test_payload_new (TIDE_RECORD_INDICATOR, "output", "Output");
  TidePayload *firms = tide_test_payload_new (TIDE_RECORD_INDICATOR, "firms", "Firms");

  set_words (output, "unit/currency=CNY unit/scale=100000000");
  add_observation (output, "period=2022 value=90");
  add_observation (output, "period=2023 value=120");
  add_observation (output, "period=2023 value=125.64 revision=2");
  add_observation (output, "period=2023-Q4 value=40");
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, output);

  set_words (firms, "unit/name=firms");
  add_observation (firms, "period=2023-Q2 value=250");
  add_observation (firms, "period=2023-Q1 value=240");
  add_observation (firms, "period=2025 value=900");
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, firms);
}

static TideSnapshot *
make_snapshot (const char *day)
{
  TideSnapshot *snapshot = tide_test_totals_new ();

  add_indicators (snapshot);
  tide_test_totals_add (snapshot, "p1",
                        "stage=signed event=fair division=north class=energy:50 class=robots:50 "
                        "amount=agreement:10000:CNY:2023-03:");
  tide_test_totals_add (snapshot, "p2",
                        "stage=signed division=harbour class=blade "
                        "amount=agreement:2564:CNY:2023-09-01: amount=agreement:50:CNY:2024: "
                        "amount=arrived:200:USD:2023-08:");
  tide_test_totals_add (snapshot, "p3",
                        "stage=signed status=terminated division=south class=wind "
                        "amount=agreement:777:CNY:2023-05:");
  tide_test_totals_add (snapshot, "p4", "stage=lead amount=intention:5:EUR:2023-05:");
  tide_snapshot_set_day (snapshot, get_day (day));

  return snapshot;
}

static TideTargetProgress *
tell (TideSnapshot *snapshot, const TidePayload *target)
{
  TideValuation valuation;
  g_autoptr (TideColumns) columns = NULL;

  tide_target_progress_init_valuation (&valuation, TIDE_TARGET_PAYLOAD (target));
  if ((int) valuation.kind >= 0)
    columns = tide_columns_new (snapshot, &valuation, NULL);

  return tide_target_progress_new (snapshot, TIDE_TARGET_PAYLOAD (target), columns,
                                   tide_snapshot_get_day (snapshot));
}

static char *
dup_reached (const TideTargetProgress *progress)
{
  return progress->reached.currency[0] != '\0'
             ? tide_money_dup_number (&progress->reached, TIDE_UNIT_ONE)
             : tide_target_progress_dup_reached (progress, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);
}

/* Its figure opens exactly what it counted. */
static void
assert_opens (TideSnapshot *snapshot, const TideTargetProgress *progress)
{
  if (progress->figure != NULL && progress->figure->filter != NULL)
    g_assert_cmpuint (tide_test_totals_count (snapshot, progress->figure->filter), ==,
                      progress->figure->n_counted);
}

static void
test_progress (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TideSnapshot) snapshot = make_snapshot (test->day);
  g_autoptr (TidePayload) target = tide_test_payload_new (TIDE_RECORD_TARGET, "t", "Target");
  g_autoptr (TideTargetProgress) progress = NULL;
  g_autofree char *reached = NULL;
  g_autofree char *share = NULL;
  g_autofree char *pace = NULL;
  g_autofree char *sentence = NULL;

  set_words (target, test->target);
  target = tide_payload_seal (target);
  progress = tell (snapshot, target);
  g_assert_cmpint (progress->state, ==, test->state);

  reached = dup_reached (progress);
  share = tide_target_progress_dup_share (progress);
  pace = tide_target_progress_dup_pace (progress);
  sentence = tide_target_progress_dup_sentence (progress);
  g_assert_cmpstr (reached, ==, test->reached);
  g_assert_cmpstr (share, ==, test->share);
  g_assert_cmpstr (pace, ==, test->pace);
  g_assert_cmpuint (strlen (sentence), >, 0);
  assert_opens (snapshot, progress);
}

static void
test_exact_pace (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ("2023-10-31");
  g_autoptr (TidePayload) target = tide_test_payload_new (TIDE_RECORD_TARGET, "t", "Target");
  g_autoptr (TideTargetProgress) progress = NULL;
  g_autofree char *sentence = NULL;

  set_words (target, "amount-kind=agreement period=2023 value=10000 currency=CNY");
  target = tide_payload_seal (target);
  progress = tell (snapshot, target);

  g_assert_cmpfloat_with_epsilon (progress->share, 125.64, 1e-9);
  g_assert_cmpfloat_with_epsilon (progress->pace, 125.64 - 1000.0 / 12, 1e-9);
  sentence = tide_target_progress_dup_sentence (progress);
  g_assert_cmpstr (sentence, ==,
                   "125.64 % reached, with 83.33 % of the period over: +42.31 points");
}

static const TidePayload *
get_record (TideSnapshot *snapshot, const char *id)
{
  return tide_snapshot_lookup (snapshot, TIDE_RECORD_TARGET, id);
}

static void
add_target (TideSnapshot *snapshot, const char *id, const char *words)
{
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, id, id);

  set_words (target, words);
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, target);
}

/* What they are made of is made once for all that ask the same, and taken over. */
static void
test_targets (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ("2023-10-31");
  g_autoptr (TideTargets) targets = NULL;
  g_autoptr (TideTargets) again = NULL;

  add_target (snapshot, "undated", "amount-kind=agreement value=5");
  add_target (snapshot, "later", "amount-kind=agreement period=2024 value=5");
  add_target (snapshot, "all", "amount-kind=agreement period=2023 value=5");
  add_target (snapshot, "energy", "sector=energy amount-kind=agreement period=2023 value=5");
  add_target (snapshot, "output", "indicator=output period=2023-Q4 value=5");
  targets = tide_targets_new (snapshot, NULL);

  g_assert_cmpuint (targets->progress->len, ==, 5);
  g_assert_cmpuint (targets->columns->len, ==, 3);
  for (guint i = 0; i < targets->progress->len; i++)
    {
      static const char *const order[] = { "all", "energy", "output", "later", "undated" };
      const TideTargetProgress *progress = g_ptr_array_index (targets->progress, i);

      g_assert_cmpstr (progress->target->id, ==, order[i]);
      g_assert_true (tide_targets_find (targets, order[i]) == progress);
      g_assert_true (get_record (snapshot, order[i]) == progress->target);
    }
  g_assert_null (tide_targets_find (targets, "none"));

  again = tide_targets_new (snapshot, targets);
  g_assert_cmpuint (again->progress->len, ==, 5);
}

static gboolean
has_note (const GPtrArray *notes, const char *text)
{
  for (guint i = 0; i < notes->len; i++)
    if (strstr (((const TideFigureNote *) g_ptr_array_index (notes, i))->text, text) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_notes (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ("2023-10-31");
  g_autoptr (TideTargets) targets = NULL;
  g_autoptr (GPtrArray) amounts = NULL;
  g_autoptr (GPtrArray) values = NULL;
  TidePayload *sourced;

  add_target (snapshot, "all", "amount-kind=agreement period=2023 value=10000");
  sourced = tide_test_payload_new (TIDE_RECORD_TARGET, "output", "Output");
  set_words (sourced, "indicator=output period=2024 value=5");
  tide_payload_add_string (sourced, "sources", "paper");
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, sourced);
  targets = tide_targets_new (snapshot, NULL);

  amounts = tide_target_progress_list_notes (tide_targets_find (targets, "all"), snapshot,
                                             TIDE_LANGUAGE_EN);
  g_assert_true (has_note (amounts, "+42.31 points"));
  g_assert_true (has_note (amounts, "2 projects counted"));
  g_assert_true (has_note (amounts, "left out"));

  values = tide_target_progress_list_notes (tide_targets_find (targets, "output"), snapshot,
                                            TIDE_LANGUAGE_EN);
  g_assert_true (has_note (values, "Latest value, of 2023"));
  g_assert_true (has_note (values, "Source of the target"));
}

static void
test_names (void)
{
  g_autoptr (TideSnapshot) snapshot = make_snapshot ("2023-10-31");
  g_autoptr (TidePayload) target = tide_test_payload_new (TIDE_RECORD_TARGET, "t", NULL);
  g_autofree char *subject = NULL;
  g_autofree char *name = NULL;

  set_words (target, "sector=robots amount-kind=agreement period=2023 value=5");
  target = tide_payload_seal (target);
  subject = tide_target_dup_subject (TIDE_TARGET_PAYLOAD (target), snapshot, TIDE_LANGUAGE_EN);
  name = tide_target_dup_name (TIDE_TARGET_PAYLOAD (target), snapshot, TIDE_LANGUAGE_EN);
  g_assert_nonnull (strstr (subject, "robots"));
  g_assert_nonnull (strstr (subject, " · "));
  g_assert_cmpstr (name, ==, subject);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (time_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/targets/time/", time_cases[i].name, NULL);

      g_test_add_data_func (path, &time_cases[i], test_time);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/targets/progress/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_progress);
    }
  g_test_add_func ("/targets/exact-pace", test_exact_pace);
  g_test_add_func ("/targets/all", test_targets);
  g_test_add_func ("/targets/notes", test_notes);
  g_test_add_func ("/targets/names", test_names);

  return g_test_run ();
}
