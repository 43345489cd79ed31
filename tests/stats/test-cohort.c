/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of the projects that were signed at events. */

#include "stats/tide-cohort-comparison.h"
#include "stats/tide-cohort-text.h"
#include "stats/tide-figure-note.h"
#include "tide-test-register.h"
#include "tide-test-totals.h"

#define N_PROJECTS 80

static const char *const fair[] = { "fair", NULL };
static const char *const expo[] = { "expo", NULL };
static const char *const both[] = { "fair", "expo", NULL };

typedef struct
{
  const char *id;
  const char *words;
} Project;

/* Signed at the fair: a to f, of which e was terminated; g is an intention, h has no stage, and u
 * holds p and q together. What was added to a at the expo is left to the expo. Of b no money is
 * known, and the euros of c have no rate. */
static const Project projects[] = {
  { "a", "event=fair later=expo stage=producing amount=agreement:100:CNY:2023-05 "
         "amount=agreement:20:CNY:2023-09:expo amount=arrived:60:CNY:2024" },
  { "b", "event=fair stage=started" },
  { "c", "event=fair stage=registered amount=agreement:5:EUR:2023 amount=arrived:1:EUR:2023" },
  { "d", "event=fair stage=at-capacity amount=agreement:100:CNY:2023 amount=arrived:30:CNY:2023" },
  { "e", "event=fair stage=started status=terminated amount=agreement:200:CNY:2023" },
  { "f", "event=fair stage=signed status=paused amount=agreement:7:USD:2023-08" },
  { "g", "event=fair stage=intention amount=agreement:999:CNY:2023" },
  { "h", "event=fair" },
  { "i", "event=expo stage=registered amount=agreement:10:USD:2023-08 amount=arrived:4:USD:2023" },
  { "p", "event=fair stage=lead parent=u" },
  { "u", "event=fair stage=signed amount=agreement:5000:CNY:2023" },
  { "w", "event=fair stage=signed uncounted" },
  { "x", "stage=producing amount=agreement:1:CNY:2023" },
  { "y", "event=fair stage=later-word" },
};

static TideSnapshot *
make_register (void)
{
  TideSnapshot *snapshot = tide_test_totals_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (projects); i++)
    tide_test_totals_add (snapshot, projects[i].id, projects[i].words);

  return snapshot;
}

/* Each part ------------------------------------------------------------------------------------ */

typedef struct
{
  TideCohortPart part;
  const char *ids;
} Part;

static const Part parts[] = {
  { TIDE_COHORT_SIGNED, "a b c d e f" }, { TIDE_COHORT_REGISTERED, "a b c d" },
  { TIDE_COHORT_STARTED, "a b d" },      { TIDE_COHORT_PRODUCING, "a d" },
  { TIDE_COHORT_TERMINATED, "e" },       { TIDE_COHORT_NOT_SIGNED, "g p" },
  { TIDE_COHORT_NO_STAGE, "h" },         { TIDE_COHORT_LEFT_OUT, "u w y" },
  { TIDE_COHORT_AGREED, "a c d e f" },   { TIDE_COHORT_NOT_AGREED, "b" },
  { TIDE_COHORT_AGREED_UNPRICED, "c" },  { TIDE_COHORT_ARRIVED, "a c d" },
  { TIDE_COHORT_NOT_ARRIVED, "b e f" },  { TIDE_COHORT_ARRIVED_UNPRICED, "c" },
};

static void
test_part (gconstpointer data)
{
  const Part *row = data;
  g_autoptr (TideSnapshot) snapshot = make_register ();
  g_autoptr (TideCohort) cohort = tide_cohort_new (snapshot, fair);
  TideFilter *filter = tide_cohort_dup_filter (cohort, row->part, snapshot);
  g_autoptr (TidePayload) owner = &filter->base;
  g_autofree char *ids = tide_test_totals_dup_ids (snapshot, filter);

  g_assert_cmpstr (ids, ==, row->ids);
  g_assert_cmpuint (cohort->n[row->part], ==, tide_test_totals_count (snapshot, filter));
}

/* 100 + 100 + 200 yuan and 7 dollars at 7.2 were agreed, 60 + 30 have arrived. */
static void
test_money (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register ();
  g_autoptr (TideCohort) cohort = tide_cohort_new (snapshot, fair);
  g_autofree char *share = NULL;
  guint permille;

  g_assert_cmpstr (cohort->agreed.currency, ==, "CNY");
  g_assert_cmpint (cohort->agreed.minor, ==, 45040);
  g_assert_cmpint (cohort->arrived.minor, ==, 9000);
  g_assert_true (tide_cohort_get_arrived_share (cohort, &permille));
  g_assert_cmpuint (permille, ==, 200);
  share = tide_cohort_dup_arrived_share (cohort);
  g_assert_cmpstr (share, ==, "20.0 %");
}

/* Where all is in dollars, a changed rate does not make more or less of it arrive. */
static void
test_own_currency (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideCohort) cohort = NULL;
  TideFilter *filter;
  g_autoptr (TidePayload) owner = NULL;
  guint permille;

  tide_test_totals_add (snapshot, "i", projects[8].words);
  cohort = tide_cohort_new (snapshot, expo);
  g_assert_cmpstr (cohort->agreed.currency, ==, "USD");
  g_assert_cmpint (cohort->agreed.minor, ==, 1000);
  g_assert_true (tide_cohort_get_arrived_share (cohort, &permille));
  g_assert_cmpuint (permille, ==, 400);
  filter = tide_cohort_dup_filter (cohort, TIDE_COHORT_ARRIVED, snapshot);
  owner = &filter->base;
  g_assert_cmpstr (filter->currency, ==, "USD");
}

static void
test_nothing (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideCohort) cohort = tide_cohort_new (snapshot, fair);
  g_autofree char *share = tide_cohort_dup_share (cohort, TIDE_COHORT_STARTED);
  g_autofree char *arrived = tide_cohort_dup_arrived_share (cohort);

  g_assert_cmpuint (cohort->n[TIDE_COHORT_SIGNED], ==, 0);
  g_assert_cmpstr (share, ==, "—");
  g_assert_cmpstr (arrived, ==, "—");
}

static void
test_notes (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register ();
  g_autoptr (TideCohort) cohort = tide_cohort_new (snapshot, fair);
  g_autoptr (GPtrArray) counts = tide_cohort_list_count_notes (cohort, snapshot);
  g_autoptr (GPtrArray) money
      = tide_cohort_list_money_notes (cohort, snapshot, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_extend (notes, counts, NULL, NULL);
  g_ptr_array_extend (notes, money, NULL, NULL);
  g_assert_cmpuint (counts->len, ==, 1 + 8);
  for (guint i = 0; i < notes->len; i++)
    {
      const TideFigureNote *note = g_ptr_array_index (notes, i);

      if (note->filter != NULL)
        g_assert_cmpuint (note->n, ==, tide_test_totals_count (snapshot, note->filter));
    }
  g_assert_cmpstr (((const TideFigureNote *) g_ptr_array_index (money, 1))->text, ==,
                   "90 yuan arrived of 450.40 yuan agreed");
}

/* Anhui ---------------------------------------------------------------------------------------- */

static void
add_cohort (TideSnapshot *snapshot, const char *stage, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", stage, i);
      g_autofree char *words = g_strdup_printf ("event=fair stage=%s", stage);

      tide_test_totals_add (snapshot, id, words);
    }
}

/* Three conventions of Anhui: 1,640 registered are 93.6 %, 1,515 started are 86.5 %. Both hold for
 * one number of signed projects alone, 1,752. */
static void
test_anhui (void)
{
  static const guint n_registered = 1640;
  static const guint n_started = 1515;
  guint n_signed = 0;

  for (guint n = n_registered; n < 2000; n++)
    {
      TideCohort cohort = { .n = { n, n_registered, n_started } };
      guint registered;
      guint started;

      g_assert_true (tide_cohort_get_share (&cohort, TIDE_COHORT_REGISTERED, &registered));
      g_assert_true (tide_cohort_get_share (&cohort, TIDE_COHORT_STARTED, &started));
      if (registered == 936 && started == 865)
        {
          g_assert_cmpuint (n_signed, ==, 0);
          n_signed = n;
        }
    }
  g_assert_cmpuint (n_signed, ==, 1752);
}

static void
test_anhui_register (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideCohort) cohort = NULL;
  g_autofree char *registered = NULL;
  g_autofree char *started = NULL;
  g_autofree char *arrived = NULL;

  add_cohort (snapshot, "signed", 1751 - 1640);
  add_cohort (snapshot, "registered", 1640 - 1515);
  add_cohort (snapshot, "started", 1515);
  tide_test_totals_add (snapshot, "money",
                        "event=fair stage=signed amount=agreement:1000:CNY:2023 "
                        "amount=arrived:417:CNY:2024");
  cohort = tide_cohort_new (snapshot, fair);
  registered = tide_cohort_dup_share (cohort, TIDE_COHORT_REGISTERED);
  started = tide_cohort_dup_share (cohort, TIDE_COHORT_STARTED);
  arrived = tide_cohort_dup_arrived_share (cohort);

  g_assert_cmpuint (cohort->n[TIDE_COHORT_SIGNED], ==, 1752);
  g_assert_cmpstr (registered, ==, "93.6 %");
  g_assert_cmpstr (started, ==, "86.5 %");
  g_assert_cmpstr (arrived, ==, "41.7 %");
}

/* Comparison ----------------------------------------------------------------------------------- */

static void
set_event (TideSnapshot *snapshot, const char *id, const char *date, gint64 n_declared)
{
  TideEventPayload *event
      = (TideEventPayload *) tide_snapshot_lookup (snapshot, TIDE_RECORD_EVENT, id);

  g_assert_true (tide_date_parse (date, FALSE, &event->date));
  if (n_declared > 0)
    {
      event->declared
          = tide_payload_new (tide_shape_resolve (event->base.shape, "declared")->shape, NULL);
      ((TideDeclared *) event->declared)->projects = (TideCount) { n_declared, TRUE };
    }
}

static void
test_comparison (void)
{
  g_autoptr (TideSnapshot) snapshot = make_register ();
  g_autoptr (TideCohortComparison) events = NULL;
  g_autoptr (TideCohortComparison) years = NULL;
  const TideCohortLine *first;

  set_event (snapshot, "fair", "2023-05", 17);
  set_event (snapshot, "expo", "2022-11-02", 0);
  events = tide_cohort_comparison_new (snapshot, both, FALSE);
  years = tide_cohort_comparison_new (snapshot, both, TRUE);

  g_assert_cmpuint (events->lines->len, ==, 2);
  first = g_ptr_array_index (events->lines, 0);
  g_assert_cmpstr (first->event->id, ==, "expo");
  g_assert_cmpuint (first->n_undeclared, ==, 1);
  g_assert_cmpuint (events->whole->n_declared, ==, 17);
  g_assert_cmpuint (events->whole->n_undeclared, ==, 1);
  for (guint part = 0; part < TIDE_COHORT_N_PARTS; part++)
    {
      guint n = 0;

      for (guint i = 0; i < events->lines->len; i++)
        n += ((const TideCohortLine *) g_ptr_array_index (events->lines, i))->cohort->n[part];
      g_assert_cmpuint (events->whole->cohort->n[part], ==, n);
    }

  g_assert_cmpuint (years->lines->len, ==, 2);
  first = g_ptr_array_index (years->lines, 0);
  g_assert_null (first->event);
  g_assert_cmpint (first->year, ==, 2022);
}

/* Events of one year are one cohort; what the register does not have is none. */
static void
test_year (void)
{
  static const char *const more[] = { "fair", "expo", "gone", "fair", NULL };
  static const char *const gone[] = { "gone", NULL };
  g_autoptr (TideSnapshot) snapshot = make_register ();
  g_autoptr (TideCohortComparison) years = NULL;
  g_autoptr (TideCohortComparison) nothing = NULL;
  const TideCohortLine *line;

  set_event (snapshot, "fair", "2023-05", 17);
  set_event (snapshot, "expo", "2023", 3);
  years = tide_cohort_comparison_new (snapshot, more, TRUE);
  nothing = tide_cohort_comparison_new (snapshot, gone, TRUE);

  g_assert_cmpuint (years->lines->len, ==, 1);
  line = g_ptr_array_index (years->lines, 0);
  g_assert_cmpuint (line->n_events, ==, 2);
  g_assert_cmpuint (line->n_declared, ==, 20);
  g_assert_cmpuint (line->cohort->n[TIDE_COHORT_SIGNED], ==, 7);
  g_assert_cmpuint (nothing->lines->len, ==, 0);
  g_assert_null (nothing->whole);
}

/* Any register --------------------------------------------------------------------------------- */

static const char *
pick (GRand *rand, const char *const *words, guint n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

#define PICK(rand, words) pick (rand, words, G_N_ELEMENTS (words))

static TideSnapshot *
random_new (guint seed)
{
  static const char *const events[] = { "event=fair", "event=expo", "event=fair later=expo", "" };
  static const char *const stages[] = {
    "stage=lead",      "stage=intention", "stage=signed",      "stage=registered", "stage=started",
    "stage=producing", "stage=completed", "stage=at-capacity", "stage=later-word", ""
  };
  static const char *const statuses[]
      = { "status=terminated", "status=paused", "status=later-word", "", "", "" };
  static const char *const amounts[] = { "amount=agreement:100:CNY:2023",
                                         "amount=agreement:9:USD:2023-08:expo",
                                         "amount=agreement:7:EUR:2023",
                                         "amount=arrived:20:CNY:2024",
                                         "amount=arrived:3:USD:2023",
                                         "parent=p03",
                                         "uncounted",
                                         "" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TideSnapshot *snapshot = tide_test_totals_new ();

  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%02u", i);
      g_autofree char *words
          = g_strjoin (" ", PICK (rand, events), PICK (rand, stages), PICK (rand, statuses),
                       PICK (rand, amounts), PICK (rand, amounts), NULL);

      tide_test_totals_add (snapshot, id, words);
    }

  return snapshot;
}

/* Nobody comes further than those before; who does not is accounted for; every part is what its
 * filter opens. */
static void
check_cohort (TideSnapshot *snapshot, const TideCohort *cohort)
{
  const guint *n = cohort->n;
  guint n_of_events = 0;
  TideFilter *all = tide_filter_new ();
  g_autoptr (TidePayload) owner = &all->base;

  for (guint i = 0; cohort->events[i] != NULL; i++)
    tide_filter_add (all, "events", cohort->events[i]);
  n_of_events = tide_test_totals_count (snapshot, all);

  for (guint step = TIDE_COHORT_REGISTERED; step < TIDE_COHORT_N_STEPS; step++)
    g_assert_cmpuint (n[step], <=, n[step - 1]);
  g_assert_cmpuint (n[TIDE_COHORT_REGISTERED] + n[TIDE_COHORT_TERMINATED], <=,
                    n[TIDE_COHORT_SIGNED]);
  g_assert_cmpuint (n[TIDE_COHORT_SIGNED] + n[TIDE_COHORT_NOT_SIGNED] + n[TIDE_COHORT_NO_STAGE]
                        + n[TIDE_COHORT_LEFT_OUT],
                    ==, n_of_events);
  g_assert_cmpuint (n[TIDE_COHORT_AGREED] + n[TIDE_COHORT_NOT_AGREED], ==, n[TIDE_COHORT_SIGNED]);
  g_assert_cmpuint (n[TIDE_COHORT_ARRIVED] + n[TIDE_COHORT_NOT_ARRIVED], ==, n[TIDE_COHORT_SIGNED]);

  for (guint part = 0; part < TIDE_COHORT_N_PARTS; part++)
    {
      TideFilter *filter = tide_cohort_dup_filter (cohort, (TideCohortPart) part, snapshot);
      g_autoptr (TidePayload) payload = &filter->base;

      g_assert_cmpuint (tide_test_totals_count (snapshot, filter), ==, n[part]);
    }
}

static void
test_any (gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = random_new (GPOINTER_TO_UINT (data));
  g_autoptr (TideCohort) at_fair = tide_cohort_new (snapshot, fair);
  g_autoptr (TideCohort) at_expo = tide_cohort_new (snapshot, expo);
  g_autoptr (TideCohort) at_both = tide_cohort_new (snapshot, both);

  check_cohort (snapshot, at_fair);
  check_cohort (snapshot, at_expo);
  check_cohort (snapshot, at_both);
  for (guint part = 0; part <= TIDE_COHORT_LEFT_OUT; part++)
    g_assert_cmpuint (at_both->n[part], ==, at_fair->n[part] + at_expo->n[part]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cohort/part/%u", parts[i].part);

      g_test_add_data_func (path, &parts[i], test_part);
    }
  g_test_add_func ("/cohort/money", test_money);
  g_test_add_func ("/cohort/own-currency", test_own_currency);
  g_test_add_func ("/cohort/nothing", test_nothing);
  g_test_add_func ("/cohort/notes", test_notes);
  g_test_add_func ("/cohort/anhui", test_anhui);
  g_test_add_func ("/cohort/anhui-register", test_anhui_register);
  g_test_add_func ("/cohort/comparison", test_comparison);
  g_test_add_func ("/cohort/year", test_year);
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/cohort/any/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_any);
    }

  return g_test_run ();
}
