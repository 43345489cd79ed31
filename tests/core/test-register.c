/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-problem.h"
#include "tide-test-register.h"

#define N_RANDOM_STEPS 400

static TideStep *
note_step (TideRegister *reg, const char *id, const char *note)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id);
  TidePayload *after = tide_payload_copy (before);

  tide_test_payload_set (after, "notes", note);

  return tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
}

static void
apply (TideRegister *reg, TideStep *step)
{
  g_autoptr (TideStep) owned = step;
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, owned, &error);
  g_assert_no_error (error);
}

static void
note (TideRegister *reg, const char *id, const char *text)
{
  apply (reg, note_step (reg, id, text));
}

static void
save (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot_to_save (reg);

  tide_register_mark_saved (reg, snapshot);
}

static guint
count_history (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot_to_save (reg);

  return tide_snapshot_get_history (snapshot)->len;
}

static void
assert_refused (TideRegister *reg, TideStep *step, TideRegisterError code)
{
  g_autoptr (TideStep) owned = step;
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) after = NULL;
  g_autoptr (GError) error = NULL;
  TideStep *last = tide_register_get_undo_step (reg);

  g_assert_false (tide_register_apply (reg, owned, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, (int) code);
  after = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, after));
  g_assert_true (tide_register_get_undo_step (reg) == last);
}

static void
test_new (void)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (TideRegister) reg = tide_register_new (clock, "Tester");

  g_assert_cmpstr (tide_register_get_settings (reg)->currency, ==, "CNY");
  g_assert_nonnull (tide_register_get_settings (reg)->base.id);
  g_assert_cmpstr (tide_register_get_author (reg), ==, "Tester");
  g_assert_false (tide_register_get_modified (reg));
  g_assert_false (tide_register_undo (reg));
  g_assert_false (tide_register_redo (reg));
}

static void
test_stamp (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideStep *step;

  note (reg, "p1", "one");
  step = tide_register_get_undo_step (reg);
  g_assert_nonnull (step->id);
  g_assert_cmpint (step->time, ==, TIDE_TEST_TIME);
  g_assert_cmpstr (step->author, ==, "Tester");
}

static void
test_empty_step (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  apply (reg, tide_step_new ("edit-project", NULL));
  g_assert_false (tide_register_get_can_undo (reg));
  note (reg, "p1", "one");
  note (reg, "p1", "one");
  g_assert_true (tide_register_undo (reg));
  g_assert_false (tide_register_get_can_undo (reg));
}

static void
test_redo_branch (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  note (reg, "p1", "one");
  note (reg, "p1", "two");
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_get_can_redo (reg));
  note (reg, "p1", "three");
  g_assert_false (tide_register_get_can_redo (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpstr (
      TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1"))->notes,
      ==, "one");
}

static void
test_conflicts (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) stale = note_step (reg, "p1", "stale");
  g_autoptr (TideStep) half = note_step (reg, "p2", "half");
  TidePayload *duplicate = tide_test_payload_new (TIDE_RECORD_PARTY, "maker", "Maker");
  TidePayload *dangling = tide_test_payload_new (TIDE_RECORD_PROJECT, "p9", "Nine");
  const TidePayload *city = tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, "city");
  TidePayload *loop = tide_payload_copy (city);

  note (reg, "p1", "newer");
  assert_refused (reg, tide_step_ref (stale), TIDE_REGISTER_ERROR_CONFLICT);

  for (guint i = 0; i < stale->edits->len; i++)
    g_ptr_array_add (half->edits, tide_edit_copy (g_ptr_array_index (stale->edits, i)));
  assert_refused (reg, tide_step_ref (half), TIDE_REGISTER_ERROR_CONFLICT);

  assert_refused (reg, tide_register_new_add_step (reg, TIDE_RECORD_PARTY, duplicate),
                  TIDE_REGISTER_ERROR_CONFLICT);

  tide_test_payload_set (dangling, "division", "nowhere");
  assert_refused (reg, tide_register_new_add_step (reg, TIDE_RECORD_PROJECT, dangling),
                  TIDE_REGISTER_ERROR_CONFLICT);

  tide_test_payload_set (loop, "parent", "east");
  assert_refused (reg, tide_register_new_change_step (reg, TIDE_RECORD_DIVISION, city, loop),
                  TIDE_REGISTER_ERROR_CONFLICT);
}

static void
test_referred_to (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideStep *step = tide_step_new ("delete-party", NULL);

  tide_step_remove_record (
      step, TIDE_RECORD_PARTY,
      (TidePayload *) tide_register_lookup_payload (reg, TIDE_RECORD_PARTY, "maker"), 0);
  assert_refused (reg, step, TIDE_REGISTER_ERROR_REFERRED_TO);
}

typedef struct
{
  TideRecordKind kind;
  const char *id;
  guint n;
} ReferenceRow;

static const ReferenceRow reference_rows[] = {
  { TIDE_RECORD_PROJECT, "p1", 1 },      { TIDE_RECORD_PROJECT, "p2", 0 },
  { TIDE_RECORD_DIVISION, "east", 1 },   { TIDE_RECORD_DIVISION, "city", 1 },
  { TIDE_RECORD_SECTOR, "energy", 2 },   { TIDE_RECORD_PARTY, "maker", 1 },
  { TIDE_RECORD_SOURCE, "paper", 2 },    { TIDE_RECORD_EVENT, "fair", 1 },
  { TIDE_RECORD_TAXONOMY, "fields", 3 }, { TIDE_RECORD_SECTOR, "nothing", 0 },
};

static void
test_find_references (gconstpointer data)
{
  const ReferenceRow *row = data;
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GPtrArray) found = tide_register_find_references (reg, row->kind, row->id);

  g_assert_cmpuint (found->len, ==, row->n);
}

/* Counting all at once finds what looking for each finds. */
static void
test_count_references (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  for (guint kind = TIDE_RECORD_TAXONOMY; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GHashTable) counts = tide_register_count_references (reg, kind);
      TideList *list = tide_register_get_list (reg, kind);
      guint n_used = 0;

      for (guint i = 0; i < tide_list_get_n (list); i++)
        {
          const char *id = tide_record_get_id (tide_list_get (list, i));
          g_autoptr (GPtrArray) found = tide_register_find_references (reg, kind, id);

          g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)), ==, found->len);
          n_used += found->len > 0;
        }
      g_assert_cmpuint (g_hash_table_size (counts), ==, n_used);
    }
}

/* Deleting anything, with and without a replacement, leaves nothing dangling and can be undone. */
static void
delete_everything (const char *(*choose) (TideList *list, guint index))
{
  for (guint kind = TIDE_RECORD_TAXONOMY; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      g_autoptr (TideRegister) reg = tide_test_register_new ();
      g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
      TideList *list = tide_register_get_list (reg, kind);

      for (guint i = 0; i < tide_list_get_n (list); i++)
        {
          const char *ids[] = { tide_record_get_id (tide_list_get (list, i)), NULL };
          g_autofree char *id = g_strdup (ids[0]);
          g_autoptr (GPtrArray) found = NULL;
          g_autoptr (TideSnapshot) after = NULL;

          apply (reg, tide_register_new_delete_step (reg, kind, ids, choose (list, i)));
          g_assert_null (tide_register_lookup (reg, kind, id));
          found = tide_register_find_references (reg, kind, id);
          g_assert_cmpuint (found->len, ==, 0);
          g_assert_true (tide_register_undo (reg));
          after = tide_register_dup_snapshot (reg);
          g_assert_true (tide_test_snapshots_equal (before, after));
        }
    }
}

static const char *
choose_none (TideList *list, guint index)
{
  return NULL;
}

static const char *
choose_first_other (TideList *list, guint index)
{
  TideRecord *other = tide_list_get (list, index == 0 ? 1 : 0);

  return other != NULL ? tide_record_get_id (other) : NULL;
}

static void
test_delete_clearing (void)
{
  delete_everything (choose_none);
}

static void
test_delete_replacing (void)
{
  delete_everything (choose_first_other);
}

static void
test_delete_sector (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const TideProjectPayload *project;
  const TideClassification *entry;
  const char *const energy[] = { "energy", NULL };

  apply (reg, tide_register_new_delete_step (reg, TIDE_RECORD_SECTOR, energy, "sea"));
  project = TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1"));
  entry = g_ptr_array_index (project->sectors, 0);
  g_assert_cmpstr (entry->sector, ==, "sea");
  g_assert_cmpint (entry->share.mantissa, ==, 60);
  g_assert_true (tide_register_undo (reg));

  apply (reg, tide_register_new_delete_step (reg, TIDE_RECORD_SECTOR, energy, NULL));
  project = TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1"));
  g_assert_cmpuint (project->sectors->len, ==, 1);
  entry = g_ptr_array_index (project->sectors, 0);
  g_assert_false (entry->share.is_set);
  g_assert_cmpint (project->updated, ==, TIDE_TEST_TIME);
}

static void
test_delete_taxonomy (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const char *const ids[] = { "fields", NULL };

  apply (reg, tide_register_new_delete_step (reg, TIDE_RECORD_TAXONOMY, ids, NULL));
  g_assert_cmpuint (tide_list_get_n (tide_register_get_list (reg, TIDE_RECORD_SECTOR)), ==, 1);
}

static void
test_duplicate (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TideStep *step;
  const TideProjectPayload *copy;
  const TidePayload *entry;

  g_assert_null (tide_register_new_duplicate_step (reg, "nothing"));
  apply (reg, tide_register_new_duplicate_step (reg, "p1"));
  step = tide_register_get_undo_step (reg);
  copy = TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (
      reg, TIDE_RECORD_PROJECT, ((TideEdit *) g_ptr_array_index (step->edits, 0))->record));

  g_assert_cmpstr (copy->name.en, ==, "Battery plant (copy)");
  g_assert_null (copy->name.zh);
  g_assert_null (copy->number);
  g_assert_cmpint (copy->created, ==, TIDE_TEST_TIME);
  entry = g_ptr_array_index (copy->amounts, 0);
  g_assert_cmpstr (entry->id, !=, "a1");
  g_assert_cmpint (copy->stage, ==, TIDE_STAGE_SIGNED);
}

static void
test_modified (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  note (reg, "p1", "one");
  g_assert_true (tide_register_get_modified (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_false (tide_register_get_modified (reg));
  g_assert_true (tide_register_redo (reg));
  save (reg);
  g_assert_false (tide_register_get_modified (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_get_modified (reg));
  note (reg, "p1", "other");
  g_assert_true (tide_register_get_modified (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_get_modified (reg));
}

static void
test_edited_while_saving (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = NULL;

  note (reg, "p1", "one");
  snapshot = tide_register_dup_snapshot_to_save (reg);
  note (reg, "p1", "two");
  tide_register_mark_saved (reg, snapshot);
  g_assert_true (tide_register_get_modified (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_false (tide_register_get_modified (reg));
}

static void
test_history (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = NULL;
  const TideStep *step;

  note (reg, "p1", "one");
  note (reg, "p1", "two");
  note (reg, "p1", "three");
  save (reg);
  g_assert_cmpuint (count_history (reg), ==, 3);

  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_redo (reg));
  g_assert_cmpuint (count_history (reg), ==, 4);
  note (reg, "p1", "four");
  g_assert_cmpuint (count_history (reg), ==, 5);

  snapshot = tide_register_dup_snapshot_to_save (reg);
  step = g_ptr_array_index (tide_snapshot_get_history (snapshot), 3);
  g_assert_cmpstr (step->name, ==, "undo");
  g_assert_cmpstr (step->args[0], ==, "edit-project");
  g_assert_cmpstr (step->args[1], ==, "Battery plant");
  g_assert_nonnull (step->id);
  tide_register_mark_saved (reg, snapshot);
  g_assert_cmpuint (count_history (reg), ==, 5);
}

static void
assert_ids_differ (TideRegister *reg, guint n_expected)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot_to_save (reg);
  const GPtrArray *history = tide_snapshot_get_history (snapshot);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (history->len, ==, n_expected);
  for (guint i = 0; i < history->len; i++)
    g_assert_true (g_hash_table_add (ids, ((TideStep *) g_ptr_array_index (history, i))->id));
}

/* What was saved, taken back, saved and done again is a step of its own. */
static void
test_redone_after_saving (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = NULL;

  note (reg, "p1", "one");
  note (reg, "p1", "two");
  save (reg);
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_undo (reg));
  snapshot = tide_register_dup_snapshot_to_save (reg);
  g_assert_true (tide_register_redo (reg));
  tide_register_mark_saved (reg, snapshot);
  assert_ids_differ (reg, 5);
  g_assert_true (tide_register_redo (reg));
  assert_ids_differ (reg, 6);
  save (reg);
  assert_ids_differ (reg, 6);
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_redo (reg));
  assert_ids_differ (reg, 6);
}

static void
note_at (TideRegister *reg, const char *text, gint64 time)
{
  TideStep *step = note_step (reg, "p1", text);

  step->time = time;
  apply (reg, step);
}

static void
assert_trims (TideRegister *reg, gint64 time)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_register_trim_history (reg, time, &error));
  g_assert_no_error (error);
}

static void
assert_not_trimmed (TideRegister *reg, gint64 time, TideRegisterError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tide_register_trim_history (reg, time, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, (int) code);
}

static TideRegister *
register_new_with_history (void)
{
  TideRegister *reg = tide_test_register_new ();

  note_at (reg, "one", 100);
  note_at (reg, "two", 200);
  note_at (reg, "three", 300);
  save (reg);

  return reg;
}

/* Nothing goes before a save; what is not saved yet never does. */
static void
test_trim (void)
{
  g_autoptr (TideRegister) reg = register_new_with_history ();
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) after = NULL;
  const TideStep *second = g_ptr_array_index (tide_snapshot_get_history (before), 1);

  note_at (reg, "four", 150);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 4);
  g_assert_cmpuint (tide_register_count_steps_before (reg, 250), ==, 2);
  assert_trims (reg, 250);
  g_assert_cmpuint (tide_register_get_n_trimmed (reg), ==, 2);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 4);

  save (reg);
  g_assert_cmpuint (tide_register_get_n_trimmed (reg), ==, 0);
  g_assert_false (tide_register_get_modified (reg));
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 2);
  after = tide_register_dup_snapshot (reg);
  g_assert_cmpstr (tide_snapshot_get_history_from (after), ==, second->id);

  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_true (tide_register_undo (reg));
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 5);
}

static void
test_trim_again (void)
{
  g_autoptr (TideRegister) reg = register_new_with_history ();

  assert_not_trimmed (reg, 100, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM);
  assert_trims (reg, 250);
  assert_not_trimmed (reg, 150, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM);
  assert_not_trimmed (reg, 250, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM);
  g_assert_cmpuint (tide_register_get_n_trimmed (reg), ==, 2);
  save (reg);
  assert_not_trimmed (reg, 250, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM);
  assert_trims (reg, 1000);
  save (reg);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 0);
  assert_not_trimmed (reg, 1000, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM);
}

static void
test_trim_taken_back (void)
{
  g_autoptr (TideRegister) reg = register_new_with_history ();

  g_assert_false (tide_register_get_modified (reg));
  assert_trims (reg, 250);
  g_assert_true (tide_register_get_modified (reg));
  tide_register_keep_history (reg);
  g_assert_false (tide_register_get_modified (reg));
  save (reg);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 3);
}

/* What is asked for while the register is being saved waits for the next save. */
static void
test_trim_while_saving (void)
{
  g_autoptr (TideRegister) reg = register_new_with_history ();
  g_autoptr (TideSnapshot) saving = tide_register_dup_snapshot_to_save (reg);

  assert_trims (reg, 250);
  tide_register_mark_saved (reg, saving);
  g_assert_cmpuint (tide_register_get_n_trimmed (reg), ==, 2);
  g_assert_true (tide_register_get_modified (reg));
  save (reg);
  g_assert_cmpuint (tide_register_count_steps (reg), ==, 1);
}

/* A clock that went wrong leaves no gap in what is kept. */
static void
test_trim_without_gap (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();

  note_at (reg, "one", 100);
  note_at (reg, "two", 900);
  note_at (reg, "three", 200);
  save (reg);
  g_assert_cmpuint (tide_register_count_steps_before (reg, 500), ==, 1);
}

/* The history of a saved register, taken back step by step, leads to where it began. */
static void
assert_history_leads_back (TideSnapshot *start, TideSnapshot *saved)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);
  g_autoptr (TideRegister) reg = tide_register_new_from_snapshot (saved, clock, NULL);
  const GPtrArray *history = tide_snapshot_get_history (saved);
  g_autoptr (TideSnapshot) end = NULL;

  for (guint i = history->len; i > 0; i--)
    apply (reg, tide_step_invert (g_ptr_array_index (history, i - 1)));
  end = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (start, end));
}

static TideRecord *
pick (TideRegister *reg, GRand *random, TideRecordKind kind)
{
  TideList *list = tide_register_get_list (reg, kind);
  guint n = tide_list_get_n (list);

  return n > 0 ? tide_list_get (list, (guint) g_rand_int_range (random, 0, (int) n)) : NULL;
}

static TideStep *
random_add (TideRegister *reg, GRand *random)
{
  TideRecord *division = pick (reg, random, TIDE_RECORD_DIVISION);
  TideRecord *sector = pick (reg, random, TIDE_RECORD_SECTOR);
  g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (reg));
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, "Random");
  TidePayload *entry;

  if (division != NULL)
    tide_test_payload_set (project, "division", tide_record_get_id (division));
  if (sector != NULL)
    {
      entry = tide_test_payload_add_entry (project, "sectors", NULL);
      tide_test_payload_set (entry, "sector", tide_record_get_id (sector));
    }

  return tide_register_new_add_step (reg, TIDE_RECORD_PROJECT, project);
}

static TideStep *
random_change (TideRegister *reg, GRand *random)
{
  TideRecord *record = pick (reg, random, TIDE_RECORD_PROJECT);
  g_autofree char *word = g_strdup_printf ("%d", g_rand_int_range (random, 0, 5));
  g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (reg));
  TidePayload *after;
  TidePayload *entry;

  if (record == NULL)
    return random_add (reg, random);

  after = tide_payload_copy (tide_record_get_payload (record));
  tide_test_payload_set (after, g_rand_boolean (random) ? "notes" : "number", word);
  tide_test_payload_set (after, "expected/output", word);
  entry = tide_test_payload_add_entry (after, "amounts", id);
  tide_test_payload_set (entry, "kind", "arrived");
  tide_test_payload_set (entry, "value", word);
  tide_test_payload_set (entry, "date", g_rand_boolean (random) ? "2023" : "2022-05");

  return tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, tide_record_get_payload (record),
                                        after);
}

static TideStep *
random_delete (TideRegister *reg, GRand *random)
{
  TideRecordKind kind
      = (TideRecordKind) g_rand_int_range (random, TIDE_RECORD_TAXONOMY, TIDE_RECORD_PROJECT + 1);
  TideRecord *record = pick (reg, random, kind);
  TideRecord *other = pick (reg, random, kind);
  const char *ids[] = { NULL, NULL };

  if (record == NULL)
    return random_add (reg, random);

  ids[0] = tide_record_get_id (record);

  return tide_register_new_delete_step (
      reg, kind, ids,
      other != record && g_rand_boolean (random) ? tide_record_get_id (other) : NULL);
}

static void
random_act (TideRegister *reg, GRand *random)
{
  g_autoptr (TideStep) step = NULL;
  TideRecord *project = pick (reg, random, TIDE_RECORD_PROJECT);

  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
      tide_register_undo (reg);
      return;
    case 1:
      tide_register_redo (reg);
      return;
    case 2:
      save (reg);
      return;
    case 3:
      step = random_delete (reg, random);
      break;
    case 4:
      step = project != NULL ? tide_register_new_duplicate_step (reg, tide_record_get_id (project))
                             : random_add (reg, random);
      break;
    case 5:
    case 6:
      step = random_add (reg, random);
      break;
    default:
      step = random_change (reg, random);
      break;
    }
  tide_register_apply (reg, step, NULL);
}

static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) start = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) end = NULL;
  g_autoptr (TideSnapshot) undone = NULL;
  g_autoptr (TideSnapshot) redone = NULL;
  g_autoptr (TideSnapshot) saved = NULL;

  for (guint i = 0; i < N_RANDOM_STEPS; i++)
    random_act (reg, random);
  while (tide_register_redo (reg))
    continue;
  end = tide_register_dup_snapshot (reg);
  saved = tide_register_dup_snapshot_to_save (reg);
  assert_history_leads_back (start, saved);

  while (tide_register_undo (reg))
    continue;
  undone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (start, undone));

  while (tide_register_redo (reg))
    continue;
  redone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (end, redone));
}

static TideProblem *
create_problem (TideRegister *reg, const char *id)
{
  TideProblem *problem = tide_problem_new (TIDE_PROBLEM_SHARES_NOT_WHOLE, "90", "Fields", NULL);

  problem->repair = note_step (reg, id, "repaired");

  return problem;
}

static void
test_problems (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);

  g_ptr_array_add (problems, create_problem (reg, "p1"));
  g_ptr_array_add (problems, create_problem (reg, "p2"));
  tide_register_take_problems (reg, problems);
  g_assert_true (tide_register_get_read_only (reg));
  assert_refused (reg, note_step (reg, "p3", "no"), TIDE_REGISTER_ERROR_READ_ONLY);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (tide_register_get_read_only (reg));
      g_assert_true (tide_register_repair (
          reg, g_ptr_array_index (tide_register_get_problems (reg), 0), &error));
      g_assert_no_error (error);
    }

  g_assert_false (tide_register_get_read_only (reg));
  g_assert_true (tide_register_undo (reg));
  note (reg, "p3", "yes");
}

/* A step that was a repair once is one again; any other waits for the repairs. */
static void
test_repaired_again (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) repair = note_step (reg, "p1", "repaired");
  g_autoptr (TideStep) other = note_step (reg, "p2", "repaired");
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);

  g_ptr_array_add (problems, create_problem (reg, "p1"));
  tide_register_take_problems (reg, problems);
  g_assert_false (tide_register_apply_again (reg, other, &error));
  g_assert_error (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_true (tide_register_apply_again (reg, repair, &error));
  g_assert_no_error (error);
  g_assert_false (tide_register_get_read_only (reg));
  g_assert_true (tide_register_apply_again (reg, other, &error));
  g_assert_no_error (error);
}

static void
count_notify (GObject *object, GParamSpec *pspec, GHashTable *counts)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pspec->name));

  g_hash_table_insert (counts, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
}

static void
count_stepped (TideRegister *reg, TideStep *step, guint *n)
{
  g_assert_cmpuint (step->edits->len, >, 0);
  (*n)++;
}

static void
test_notifies (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_stepped = 0;

  g_signal_connect (reg, "notify", G_CALLBACK (count_notify), counts);
  g_signal_connect (reg, "stepped", G_CALLBACK (count_stepped), &n_stepped);
  note (reg, "p1", "one");
  note (reg, "p1", "two");
  g_assert_true (tide_register_undo (reg));
  save (reg);

  g_assert_cmpuint (n_stepped, ==, 3);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "can-undo")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "can-redo")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "undo-step")), ==, 3);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "modified")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "title")), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/register/new", test_new);
  g_test_add_func ("/register/stamp", test_stamp);
  g_test_add_func ("/register/empty-step", test_empty_step);
  g_test_add_func ("/register/redo-branch", test_redo_branch);
  g_test_add_func ("/register/conflicts", test_conflicts);
  g_test_add_func ("/register/referred-to", test_referred_to);
  for (gsize i = 0; i < G_N_ELEMENTS (reference_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/register/references/%s", reference_rows[i].id);

      g_test_add_data_func (path, &reference_rows[i], test_find_references);
    }
  g_test_add_func ("/register/count-references", test_count_references);
  g_test_add_func ("/register/delete/clearing", test_delete_clearing);
  g_test_add_func ("/register/delete/replacing", test_delete_replacing);
  g_test_add_func ("/register/delete/sector", test_delete_sector);
  g_test_add_func ("/register/delete/taxonomy", test_delete_taxonomy);
  g_test_add_func ("/register/duplicate", test_duplicate);
  g_test_add_func ("/register/modified", test_modified);
  g_test_add_func ("/register/edited-while-saving", test_edited_while_saving);
  g_test_add_func ("/register/history", test_history);
  g_test_add_func ("/register/redone-after-saving", test_redone_after_saving);
  g_test_add_func ("/register/trim/save", test_trim);
  g_test_add_func ("/register/trim/again", test_trim_again);
  g_test_add_func ("/register/trim/taken-back", test_trim_taken_back);
  g_test_add_func ("/register/trim/while-saving", test_trim_while_saving);
  g_test_add_func ("/register/trim/without-gap", test_trim_without_gap);
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/register/random/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
    }
  g_test_add_func ("/register/problems", test_problems);
  g_test_add_func ("/register/repaired-again", test_repaired_again);
  g_test_add_func ("/register/notifies", test_notifies);

  return g_test_run ();
}
