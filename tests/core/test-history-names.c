/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-history-names.h"

#include "tide-test-register.h"

typedef struct
{
  TideRegister *reg;
  GPtrArray *steps;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->reg);
  g_ptr_array_unref (fixture->steps);
}

static void
apply (Fixture *fixture, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (fixture->steps, step);
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
}

static void
delete_project (Fixture *fixture, const char *id)
{
  const char *const ids[] = { id, NULL };

  apply (fixture, tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL));
}

static TideHistoryNames *
make_names (Fixture *fixture)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);

  return tide_history_names_new (snapshot, NULL, fixture->steps);
}

static void
assert_name (TideHistoryNames *names,
             const TideStep *step,
             TideRecordKind kind,
             const char *id,
             const char *expected)
{
  g_autofree char *name = tide_history_names_dup_name (names, step, kind, id);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_present (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideHistoryNames) names = make_names (fixture);

  assert_name (names, NULL, TIDE_RECORD_PROJECT, "p1", "Battery plant");
  assert_name (names, NULL, TIDE_RECORD_SECTOR, "sea", "Marine equipment");
  assert_name (names, NULL, TIDE_RECORD_SOURCE, "paper", "A paper");
}

/* What was removed is called as it was called last. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideHistoryNames) names = NULL;

  delete_project (fixture, "p2");
  names = make_names (fixture);
  assert_name (names, NULL, TIDE_RECORD_PROJECT, "p2", "Battery plant, part 2");
}

/* Where the history does not hold the whole record, a change of its name does. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) step = tide_step_new ("edit-projects", "2", NULL);
  g_auto (TideValue) before = { .kind = TIDE_MEMBER_TEXT };
  g_auto (TideValue) after = { .kind = TIDE_MEMBER_TEXT };
  g_autoptr (TideHistoryNames) names = NULL;

  tide_text_init (&before.as.text, "Old", NULL);
  tide_text_init (&after.as.text, "New", NULL);
  tide_step_add_set (step, TIDE_RECORD_PROJECT, "lost", NULL, NULL, "name", &before, &after);
  g_ptr_array_add (fixture->steps, tide_step_ref (step));
  names = make_names (fixture);
  assert_name (names, NULL, TIDE_RECORD_PROJECT, "lost", "New");
}

static void
test_argument (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideHistoryNames) names = make_names (fixture);
  g_autoptr (TideStep) edit = tide_step_new ("edit-project", "Robots", NULL);
  g_autoptr (TideStep) undo = tide_step_invert (edit);
  g_autoptr (TideStep) many = tide_step_new ("edit-projects", "12", NULL);

  assert_name (names, edit, TIDE_RECORD_PROJECT, "lost", "Robots");
  assert_name (names, undo, TIDE_RECORD_PROJECT, "lost", "Robots");
  assert_name (names, edit, TIDE_RECORD_SECTOR, "lost", "lost");
  assert_name (names, many, TIDE_RECORD_PROJECT, "lost", "lost");
}

static void
test_other_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (TideSnapshot) after = NULL;
  g_autoptr (TideHistoryNames) names = NULL;

  delete_project (fixture, "p3");
  after = tide_register_dup_snapshot (fixture->reg);
  names = tide_history_names_new (after, before, NULL);
  assert_name (names, NULL, TIDE_RECORD_PROJECT, "p3", "机器人项目");
}

static void
test_nameless (Fixture *fixture, gconstpointer data)
{
  TidePayload *rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
  TidePayload *project = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_PROJECT), "p9");
  g_autoptr (TideHistoryNames) names = NULL;

  tide_test_payload_set (rate, "set", "mid");
  tide_test_payload_set (rate, "from", "USD");
  tide_test_payload_set (rate, "to", "CNY");
  tide_test_payload_set (rate, "date", "2023-10-31");
  apply (fixture, tide_register_new_add_step (fixture->reg, TIDE_RECORD_RATE, rate));
  apply (fixture, tide_register_new_add_step (fixture->reg, TIDE_RECORD_PROJECT, project));
  names = make_names (fixture);
  assert_name (names, NULL, TIDE_RECORD_RATE, "mid/USD/CNY/2023-10-31", "USD → CNY · 2023-10-31");
  assert_name (names, NULL, TIDE_RECORD_PROJECT, "p9", "Without a Name");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/history-names/present", test_present);
  ADD ("/history-names/removed", test_removed);
  ADD ("/history-names/renamed", test_renamed);
  ADD ("/history-names/argument", test_argument);
  ADD ("/history-names/other-snapshot", test_other_snapshot);
  ADD ("/history-names/nameless", test_nameless);

  return g_test_run ();
}
