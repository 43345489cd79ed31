/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-as-of.h"
#include "core/tide-rewind.h"
#include "tide-test-register.h"
#include "tide-test-snapshot.h"

#define DAY (24 * 60 * 60)
#define N_RANDOM_STEPS 60

/* 2023-11-15 06:13:20 in the time zone of the register. */
#define TODAY "2023-11-15"

/* Rewinding --------------------------------------------------------------------------------- */

static TideStep *
set_step_new (TideRegister *reg, const char *id, const char *path, const char *word)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id);
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  TideStep *step = tide_step_new ("edit-project", NULL);

  tide_test_payload_set (after, path, word);
  tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, tide_payload_seal (after));

  return step;
}

static void
apply_at (TideRegister *reg, TideStep *step, gint64 time)
{
  g_autoptr (TideStep) owned = step;
  g_autoptr (GError) error = NULL;

  owned->time = time;
  g_assert_true (tide_register_apply (reg, owned, &error));
  g_assert_no_error (error);
}

static const TidePayload *
pick (TideRegister *reg, TideRecordKind kind, GRand *rand)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);
  const TidePayload *picked
      = g_ptr_array_index (records, g_rand_int_range (rand, 0, (gint32) records->len));

  return tide_register_lookup_payload (reg, kind, picked->id);
}

static TidePayload *
change_randomly (const TidePayload *before, GRand *rand, guint n)
{
  g_autofree char *word = g_strdup_printf ("word %u", n);
  g_autofree char *id = g_strdup_printf ("entry-%u", n);
  TidePayload *after = tide_payload_copy (before);
  TideProjectPayload *project = (TideProjectPayload *) after;
  TidePayload *entry;

  if (after->shape != tide_shape_for_kind (TIDE_RECORD_PROJECT))
    {
      tide_test_payload_set (after, "notes", word);
      return after;
    }
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      tide_test_payload_set (after, "notes", word);
      break;
    case 1:
      tide_test_payload_set (after, "plans/start", g_rand_boolean (rand) ? "2024" : "2025");
      break;
    case 2:
      if (tide_entries_get_n (project->amounts) > 1)
        g_ptr_array_remove_index (project->amounts, 0);
      break;
    default:
      entry = tide_test_payload_add_entry (after, "amounts", id);
      tide_test_payload_set (entry, "kind", "arrived");
      tide_test_payload_set (entry, "value", "100");
      tide_test_payload_set (entry, "currency", "CNY");
      break;
    }

  return after;
}

static TideStep *
random_step_new (TideRegister *reg, GRand *rand, guint n)
{
  static const TideRecordKind kinds[]
      = { TIDE_RECORD_PROJECT, TIDE_RECORD_PROJECT, TIDE_RECORD_DIVISION, TIDE_RECORD_PARTY,
          TIDE_RECORD_REGISTER };
  const TideRecordKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  const TidePayload *before = pick (reg, kind, rand);
  const char *ids[] = { before->id, NULL };
  g_autofree char *id = g_strdup_printf ("new-%u", n);
  TideStep *step;

  if (kind != TIDE_RECORD_REGISTER && g_rand_int_range (rand, 0, 4) == 0)
    return tide_register_new_add_step (reg, kind, tide_test_payload_new (kind, id, id));
  if (kind == TIDE_RECORD_PROJECT && g_rand_int_range (rand, 0, 6) == 0
      && tide_list_get_n (tide_register_get_list (reg, kind)) > 2)
    return tide_register_new_delete_step (reg, kind, ids, NULL);

  step = tide_step_new ("edit-record", NULL);
  {
    g_autoptr (TidePayload) after = tide_payload_seal (change_randomly (before, rand, n));

    tide_step_add_difference (step, kind, before, after);
  }

  return step;
}

static void
save (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot_to_save (reg);

  tide_register_mark_saved (reg, snapshot);
}

/* Sometimes saves, or takes a step back, which is a step more once it had been saved. */
static void
act_randomly (TideRegister *reg, GRand *rand, guint n)
{
  g_autoptr (TideStep) step = NULL;

  if (g_rand_int_range (rand, 0, 8) == 0)
    save (reg);
  if (g_rand_int_range (rand, 0, 6) == 0 && tide_register_undo (reg))
    return;

  step = random_step_new (reg, rand, n);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

/* Every state that the history leads through comes back, whatever was saved and undone. */
static void
test_random (gconstpointer data)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GPtrArray) states
      = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_snapshot_unref);
  g_autoptr (TideSnapshot) last = NULL;

  g_ptr_array_add (states, tide_register_dup_snapshot (reg));
  for (guint i = 0; i < N_RANDOM_STEPS; i++)
    {
      guint n_steps;

      act_randomly (reg, rand, i);
      n_steps = tide_register_count_steps (reg);
      while (states->len <= n_steps)
        g_ptr_array_add (states, tide_register_dup_snapshot (reg));
      g_ptr_array_set_size (states, (int) n_steps + 1);
      tide_snapshot_unref (g_ptr_array_index (states, n_steps));
      g_ptr_array_index (states, n_steps) = tide_register_dup_snapshot (reg);
    }

  last = tide_register_dup_snapshot_with_history (reg);
  g_assert_cmpuint (tide_snapshot_get_history (last)->len, ==, states->len - 1);
  for (guint n = 0; n < states->len; n++)
    {
      g_autoptr (TideSnapshot) earlier = tide_snapshot_rewind (last, n, NULL, NULL);

      g_assert_nonnull (earlier);
      g_assert_cmpuint (tide_snapshot_get_history (earlier)->len, ==, n);
      g_assert_true (tide_test_snapshots_equal (earlier, g_ptr_array_index (states, n)));
    }
}

/* A rewound register, rewound again, is as one that was rewound at once. */
static void
test_twice (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) first = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) last = NULL;
  g_autoptr (TideSnapshot) middle = NULL;
  g_autoptr (TideSnapshot) back = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *word = g_strdup_printf ("word %u", i);

      apply_at (reg, set_step_new (reg, "p1", "notes", word), 100 + i);
    }
  last = tide_register_dup_snapshot_with_history (reg);
  middle = tide_snapshot_rewind (last, 3, NULL, NULL);
  back = tide_snapshot_rewind (middle, 0, NULL, NULL);

  g_assert_true (tide_test_snapshots_equal (back, first));
}

static void
test_broken (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) changed = tide_snapshot_new ();
  g_autoptr (TideStep) step = set_step_new (reg, "p1", "notes", "word");
  g_autoptr (TideSnapshot) earlier = NULL;
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = tide_snapshot_get_records (before, kind);

      for (guint i = 0; i < records->len; i++)
        tide_snapshot_add (changed, kind, tide_payload_ref (g_ptr_array_index (records, i)));
    }
  step->id = g_strdup ("step");
  step->time = TIDE_TEST_TIME;
  tide_snapshot_add_history (changed, g_steal_pointer (&step));

  earlier = tide_snapshot_rewind (changed, 0, NULL, &error);
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_HISTORY_BROKEN);
  g_assert_null (earlier);
}

/* Known on ---------------------------------------------------------------------------------- */

static TideMoment
moment (const char *true_on, const char *known_on)
{
  TideMoment result = { 0 };

  if (true_on != NULL)
    g_assert_true (tide_date_parse (true_on, FALSE, &result.true_on));
  if (known_on != NULL)
    g_assert_true (tide_date_parse (known_on, FALSE, &result.known_on));

  return result;
}

static TideAsOf *
look (TideSnapshot *snapshot, const char *true_on, const char *known_on)
{
  const TideMoment when = moment (true_on, known_on);
  g_autoptr (GError) error = NULL;
  TideAsOf *as_of = tide_as_of_new (snapshot, &when, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (as_of);

  return as_of;
}

static const TideProjectPayload *
find_project (const TideAsOf *as_of, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_PROJECT, id));
}

/* Steps of three days, the first of them done in the last second of its day in Shanghai. */
static TideSnapshot *
history_new (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const gint64 midnight = G_GINT64_CONSTANT (1699977600); /* 2023-11-15 00:00 in Shanghai */

  apply_at (reg, set_step_new (reg, "p1", "notes", "first"), midnight - 2 * DAY - 1);
  apply_at (reg, set_step_new (reg, "p1", "notes", "second"), midnight - 2 * DAY);
  apply_at (reg, set_step_new (reg, "p1", "notes", "third"), midnight);

  return tide_register_dup_snapshot_with_history (reg);
}

static const struct
{
  const char *name;
  const char *known_on;
  const char *notes;
  guint n_rewound;
  gboolean is_before_history;
} known_rows[] = {
  { "now", NULL, "third", 0, FALSE },
  { "today", TODAY, "third", 0, FALSE },
  { "this-month", "2023-11", "third", 0, FALSE },
  { "yesterday", "2023-11-14", "second", 1, FALSE },
  { "first-second", "2023-11-13", "second", 1, FALSE },
  { "last-second", "2023-11-12", "first", 2, FALSE },
  { "before", "2023-11-11", NULL, 3, TRUE },
  { "last-month", "2023-10", NULL, 3, TRUE },
  { "last-year", "2022", NULL, 3, TRUE },
};

static void
test_known (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TideSnapshot) snapshot = history_new ();
  g_autoptr (TideAsOf) as_of = look (snapshot, NULL, known_rows[i].known_on);

  g_assert_cmpstr (find_project (as_of, "p1")->notes, ==, known_rows[i].notes);
  g_assert_cmpuint (as_of->n_rewound, ==, known_rows[i].n_rewound);
  g_assert_cmpint (as_of->is_before_history, ==, known_rows[i].is_before_history);
  g_assert_cmpuint (tide_snapshot_get_history (as_of->snapshot)->len, ==,
                    3 - known_rows[i].n_rewound);
}

static void
assert_refused (
    TideSnapshot *snapshot, const char *true_on, const char *known_on, int code, const char *field)
{
  const TideMoment when = moment (true_on, known_on);
  g_autoptr (TideProblem) problem = tide_moment_find_problem (&when, snapshot);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_nonnull (problem);
  g_assert_cmpint (problem->code, ==, code);
  g_assert_cmpstr (problem->field, ==, field);
  sentence = tide_problem_dup_sentence (problem);
  g_assert_nonnull (sentence);
  g_assert_null (tide_as_of_new (snapshot, &when, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, code);
}

static void
test_refused (void)
{
  g_autoptr (TideSnapshot) snapshot = history_new ();
  const TideMoment ahead = moment ("2030", NULL);

  assert_refused (snapshot, NULL, "2023-11-16", TIDE_PROBLEM_NOT_KNOWN_YET, TIDE_AS_OF_KNOWN_ON);
  assert_refused (snapshot, NULL, "2024", TIDE_PROBLEM_NOT_KNOWN_YET, TIDE_AS_OF_KNOWN_ON);
  assert_refused (snapshot, "2023-02-30", NULL, TIDE_PROBLEM_UNREAL_DATE, TIDE_AS_OF_TRUE_ON);
  assert_refused (snapshot, NULL, "2023-02-30", TIDE_PROBLEM_UNREAL_DATE, TIDE_AS_OF_KNOWN_ON);
  g_assert_null (tide_moment_find_problem (&ahead, snapshot));
}

static void
test_trimmed (void)
{
  g_autoptr (TideSnapshot) snapshot = history_new ();
  g_autoptr (TideAsOf) first = NULL;
  g_autoptr (TideAsOf) now = NULL;

  tide_snapshot_set_history_from (snapshot, "dropped");
  assert_refused (snapshot, NULL, "2023-11-11", TIDE_PROBLEM_HISTORY_TRIMMED, TIDE_AS_OF_KNOWN_ON);
  assert_refused (snapshot, "2022", "2022", TIDE_PROBLEM_HISTORY_TRIMMED, TIDE_AS_OF_KNOWN_ON);

  first = look (snapshot, NULL, "2023-11-12");
  g_assert_cmpstr (find_project (first, "p1")->notes, ==, "first");
  g_assert_cmpstr (tide_snapshot_get_history_from (first->snapshot), ==, "dropped");
  now = look (snapshot, "2022", NULL);
  g_assert_cmpuint (now->n_rewound, ==, 0);
}

/* True on ----------------------------------------------------------------------------------- */

/* A project with one entry of each list; a word for its date, or "-" for none, or NULL for no
 * entry at all. */
typedef struct
{
  const char *name;
  const char *stage;
  const char *status;
  const char *amount;
  const char *activity;
  const char *true_on;
  gboolean is_there;
  guint n_later;
  guint n_undated;
} TrueRow;

static const TrueRow true_rows[] = {
  { "empty", NULL, NULL, NULL, NULL, "2020", TRUE, 0, 0 },
  { "all-earlier", "2022", "2022-03", "2022-03-01", "2022", "2022", TRUE, 0, 0 },
  { "last-day", "2022-06-30", NULL, NULL, NULL, "2022-06", TRUE, 0, 0 },
  { "day-after", "2022-07-01", NULL, NULL, NULL, "2022-06", FALSE, 0, 0 },
  { "year-may-be-later", "2022", NULL, NULL, NULL, "2022-06-30", FALSE, 0, 0 },
  { "year-by-its-end", "2022", NULL, NULL, NULL, "2022-12-31", TRUE, 0, 0 },
  { "stage-later", "2023", NULL, "2022", NULL, "2022", TRUE, 1, 0 },
  { "amount-later", "2022", NULL, "2023", NULL, "2022", TRUE, 1, 0 },
  { "status-and-activity-later", "2022", "2023", NULL, "2023", "2022", TRUE, 2, 0 },
  { "all-later", "2023", "2023", "2023", "2023", "2022", FALSE, 0, 0 },
  { "undated-amount-holds-nothing", "2023", NULL, "-", NULL, "2022", FALSE, 0, 0 },
  { "undated-stage-holds", "-", NULL, "2023", NULL, "2022", TRUE, 1, 1 },
  { "only-undated", "-", "-", "-", "-", "2000", TRUE, 0, 4 },
};

static void
add_dated (
    TidePayload *project, const char *list, const char *member, const char *code, const char *date)
{
  TidePayload *entry;

  if (date == NULL)
    return;

  entry = tide_test_payload_add_entry (project, list, list);
  tide_test_payload_set (entry, member, code);
  if (!g_str_equal (date, "-"))
    tide_test_payload_set (entry, "date", date);
}

static void
test_true (gconstpointer data)
{
  const TrueRow *row = data;
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TideAsOf) as_of = NULL;
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "p", "Project");

  add_dated (project, "stages", "stage", "signed", row->stage);
  add_dated (project, "statuses", "status", "paused", row->status);
  add_dated (project, "amounts", "kind", "agreement", row->amount);
  add_dated (project, "activities", "kind", "visit", row->activity);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
  as_of = look (snapshot, row->true_on, NULL);

  g_assert_cmpint (find_project (as_of, "p") != NULL, ==, row->is_there);
  g_assert_cmpuint (as_of->n_left_out[TIDE_RECORD_PROJECT], ==, row->is_there ? 0 : 1);
  g_assert_cmpuint (as_of->n_later, ==, row->n_later);
  g_assert_cmpuint (as_of->n_undated, ==, row->n_undated);
}

/* What is current follows from what is left. */
static void
test_stage (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideAsOf) early = look (snapshot, "2023-07", NULL);
  g_autoptr (TideAsOf) late = look (snapshot, "2023-08", NULL);

  g_assert_cmpint (find_project (early, "p1")->stage, ==, TIDE_STAGE_LEAD);
  g_assert_cmpuint (find_project (early, "p1")->stages->len, ==, 1);
  g_assert_cmpint (find_project (late, "p1")->stage, ==, TIDE_STAGE_SIGNED);
}

static TideSnapshot *
related_new (void)
{
  TideSnapshot *snapshot = tide_test_register_new_snapshot ();
  TidePayload *later = tide_test_payload_new (TIDE_RECORD_PROJECT, "p4", "Later");
  TidePayload *part = tide_test_payload_new (TIDE_RECORD_PROJECT, "p5", "Part");
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, "t1", "Of the fair");
  TidePayload *other = tide_test_payload_new (TIDE_RECORD_TARGET, "t2", "Of all");
  TidePayload *result = tide_test_payload_new (TIDE_RECORD_RESULT, "r1", "Result");

  add_dated (later, "stages", "stage", "signed", "2024");
  tide_test_payload_set (part, "parent", "p4");
  tide_payload_add_string (part, "distinct-from", "p4");
  tide_payload_add_string (part, "distinct-from", "p1");
  tide_test_payload_set (target, "event", "fair");
  tide_test_payload_set (result, "became", "p4");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, later);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, part);
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, target);
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, other);
  tide_snapshot_add (snapshot, TIDE_RECORD_RESULT, result);

  return snapshot;
}

/* The fair is in 2023: nothing refers to what is not there yet. */
static void
test_references (void)
{
  g_autoptr (TideSnapshot) snapshot = related_new ();
  g_autoptr (TideAsOf) as_of = look (snapshot, "2022", NULL);
  const TideProjectPayload *part = find_project (as_of, "p5");
  const TideResultPayload *result
      = (gpointer) tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_RESULT, "r1");

  g_assert_null (find_project (as_of, "p4"));
  g_assert_null (tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_EVENT, "fair"));
  g_assert_null (find_project (as_of, "p1")->event);
  g_assert_null (part->parent);
  g_assert_cmpuint (tide_entries_get_n (part->distinct_from), ==, 1);
  g_assert_null (result->became);
  g_assert_null (tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_TARGET, "t1"));
  g_assert_nonnull (tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_TARGET, "t2"));
  g_assert_cmpuint (as_of->n_left_out[TIDE_RECORD_EVENT], ==, 1);
  g_assert_cmpuint (as_of->n_left_out[TIDE_RECORD_TARGET], ==, 1);
}

static TidePayload *
add_record (TideSnapshot *snapshot, TideRecordKind kind, const char *id)
{
  TidePayload *record = tide_test_payload_new (kind, id, id);

  tide_snapshot_add (snapshot, kind, record);

  return record;
}

static void
add_of_period (TidePayload *record, const char *list, const char *member, const char *period)
{
  TidePayload *entry = tide_test_payload_add_entry (record, list, NULL);

  tide_test_payload_set (entry, member, period);
}

static TidePayload *
indicator_new (void)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, "output", "Output");

  add_of_period (indicator, "observations", "period", "2021");
  add_of_period (indicator, "observations", "period", "2022");
  add_of_period (indicator, "observations", "period", "2023-Q1");
  add_of_period (indicator, "breaks", "before", "2023");

  return indicator;
}

/* What is dated besides projects, and rates by which amounts are told. */
static void
test_other_records (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TideAsOf) as_of = NULL;
  TidePayload *set = tide_test_payload_new (TIDE_RECORD_RATE_SET, "mid", "Mid");
  TidePayload *platform = tide_test_payload_new (TIDE_RECORD_PLATFORM, "laboratory", "Laboratory");
  TidePayload *count;
  const TideIndicatorPayload *indicator;

  tide_test_payload_set (set, "date", "2023-12-31");
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE_SET, set);
  tide_test_snapshot_add_rate (snapshot, "USD", "2022-12-31", "6.9");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023", "7.1");
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, indicator_new ());
  count = tide_test_payload_add_entry (platform, "counts", NULL);
  tide_test_payload_set (count, "measure", "teams");
  tide_test_payload_set (count, "date", "2023");
  tide_snapshot_add (snapshot, TIDE_RECORD_PLATFORM, platform);
  add_record (snapshot, TIDE_RECORD_EVENT, "undated");
  as_of = look (snapshot, "2022-12-31", NULL);

  indicator = (gpointer) tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_INDICATOR, "output");
  g_assert_cmpuint (indicator->observations->len, ==, 2);
  g_assert_null (indicator->breaks);
  g_assert_cmpuint (tide_snapshot_get_records (as_of->snapshot, TIDE_RECORD_RATE)->len, ==, 1);
  g_assert_cmpuint (tide_snapshot_get_records (as_of->snapshot, TIDE_RECORD_EVENT)->len, ==, 1);
  g_assert_cmpuint (as_of->n_later, ==, 3);
  {
    const TidePayload *fixed = tide_snapshot_lookup (as_of->snapshot, TIDE_RECORD_RATE_SET, "mid");
    g_autofree char *date = tide_date_dup_text (&TIDE_RATE_SET_PAYLOAD (fixed)->date);

    g_assert_cmpstr (date, ==, "2022-12-31");
  }
}

/* Both dates -------------------------------------------------------------------------------- */

/* A correction that was made later is not known yet, whatever it says of the past. */
static void
test_both (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideAsOf) known = NULL;
  g_autoptr (TideAsOf) not_known = NULL;
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  TideStep *step = tide_step_new ("edit-project", NULL);

  add_dated (after, "activities", "kind", "visit", "2022-03");
  tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, tide_payload_seal (after));
  apply_at (reg, step, TIDE_TEST_TIME);
  snapshot = tide_register_dup_snapshot_with_history (reg);
  known = look (snapshot, "2022", NULL);
  not_known = look (snapshot, "2022", "2023-11-14");

  g_assert_cmpuint (tide_entries_get_n (find_project (known, "p1")->activities), ==, 1);
  g_assert_cmpuint (tide_entries_get_n (find_project (not_known, "p1")->activities), ==, 0);
  g_assert_cmpuint (tide_entries_get_n (find_project (not_known, "p1")->stages), ==, 1);
}

/* The day on which being overdue is told is the earlier one. */
static void
test_day (void)
{
  g_autoptr (TideSnapshot) snapshot = history_new ();
  g_autoptr (TideAsOf) earlier = look (snapshot, "2022-12-31", "2023-11-14");
  g_autoptr (TideAsOf) ahead = look (snapshot, "2030", NULL);
  TideDate date;

  g_assert_true (tide_date_parse ("2022-12-31", FALSE, &date));
  g_assert_cmpuint (tide_snapshot_get_day (earlier->snapshot), ==, tide_date_get_first_day (&date));
  g_assert_cmpuint (tide_snapshot_get_day (ahead->snapshot), ==, tide_snapshot_get_day (snapshot));
}

/* In a thread ------------------------------------------------------------------------------- */

typedef struct
{
  TideAsOf *as_of;
  GError *error;
  gboolean is_done;
} Answer;

static void
on_computed (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->as_of = tide_as_of_compute_finish (result, &answer->error);
  answer->is_done = TRUE;
}

static void
wait (Answer *answer)
{
  while (!answer->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static TideSnapshot *
large_new (guint n)
{
  TideSnapshot *snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideRegister) reg = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%06u", i);
      g_autofree char *year = g_strdup_printf ("%u", 2015 + i % 10);
      TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);

      add_dated (project, "stages", "stage", "signed", year);
      add_dated (project, "amounts", "kind", "agreement", year);
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
    }
  reg = tide_register_new_from_snapshot (snapshot, clock, NULL);
  tide_snapshot_unref (snapshot);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%06u", i * 7 % n);
      g_autofree char *word = g_strdup_printf ("word %u", i);

      apply_at (reg, set_step_new (reg, id, "notes", word), TIDE_TEST_TIME);
    }

  return tide_register_dup_snapshot_with_history (reg);
}

static void
test_large (void)
{
  const guint n = g_test_perf () ? 100000 : 10000;
  g_autoptr (TideSnapshot) snapshot = large_new (n);
  const TideMoment when = moment ("2019", "2023-11-01");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };
  Answer stopped = { 0 };
  const gint64 start = g_get_monotonic_time ();

  tide_as_of_compute_async (snapshot, &when, NULL, on_computed, &answer);
  wait (&answer);
  g_test_message ("%u projects and 1,000 steps: %.1f ms", n,
                  (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.as_of->n_rewound, ==, 1000);
  /* p1 is of 2022 */
  g_assert_cmpuint (answer.as_of->n_left_out[TIDE_RECORD_PROJECT], ==, n / 2 + 1);
  tide_as_of_unref (answer.as_of);

  tide_as_of_compute_async (snapshot, &when, cancellable, on_computed, &stopped);
  g_cancellable_cancel (cancellable);
  wait (&stopped);
  g_assert_error (stopped.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (stopped.error);
}

/* A register that shows another moment refuses every change, and has nothing to undo. */
static void
test_view (void)
{
  g_autoptr (TideSnapshot) snapshot = history_new ();
  g_autoptr (TideAsOf) as_of = look (snapshot, "2023", "2023-11-13");
  g_autoptr (TideRegister) reg = tide_as_of_new_register (as_of);
  g_autoptr (TideSnapshot) again = tide_register_dup_snapshot (reg);
  g_autoptr (TideStep) step = set_step_new (reg, "p1", "notes", "changed");
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_test_snapshots_equal (again, as_of->snapshot));
  g_assert_cmpuint (tide_snapshot_get_day (again), ==, tide_snapshot_get_day (as_of->snapshot));
  g_assert_true (tide_register_get_read_only (reg));
  g_assert_false (tide_register_get_can_undo (reg));
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 2);
  g_assert_false (tide_register_apply (reg, step, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tide_register_trim_history (reg, TIDE_TEST_TIME, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/as-of/rewind/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }
  g_test_add_func ("/as-of/rewind/twice", test_twice);
  g_test_add_func ("/as-of/rewind/broken", test_broken);
  for (gsize i = 0; i < G_N_ELEMENTS (known_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/as-of/known/%s", known_rows[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_known);
    }
  g_test_add_func ("/as-of/known/refused", test_refused);
  g_test_add_func ("/as-of/known/trimmed", test_trimmed);
  for (gsize i = 0; i < G_N_ELEMENTS (true_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/as-of/true/%s", true_rows[i].name);

      g_test_add_data_func (path, &true_rows[i], test_true);
    }
  g_test_add_func ("/as-of/true/stage", test_stage);
  g_test_add_func ("/as-of/true/references", test_references);
  g_test_add_func ("/as-of/true/other-records", test_other_records);
  g_test_add_func ("/as-of/both", test_both);
  g_test_add_func ("/as-of/day", test_day);
  g_test_add_func ("/as-of/large", test_large);
  g_test_add_func ("/as-of/view", test_view);

  return g_test_run ();
}
