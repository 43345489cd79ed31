/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-restoration.h"

#include "tide-test-register.h"

typedef struct
{
  TideRegister *reg;
  GPtrArray *steps; /* those applied */
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
  g_ptr_array_unref (fixture->steps);
  g_object_unref (fixture->reg);
}

static void
apply (Fixture *fixture, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (fixture->steps, step);
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
}

static const TidePayload *
get_project (Fixture *fixture)
{
  return tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1");
}

static TidePayload *
copy_project (Fixture *fixture)
{
  return tide_payload_copy (get_project (fixture));
}

static void
change_project (Fixture *fixture, TidePayload *after)
{
  apply (fixture, tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT,
                                                 get_project (fixture), after));
}

static void
set_word (Fixture *fixture, const char *path, const char *word)
{
  TidePayload *after = copy_project (fixture);

  tide_test_payload_set (after, path, word);
  change_project (fixture, after);
}

static void
delete_record (Fixture *fixture, TideRecordKind kind, const char *id)
{
  const char *const ids[] = { id, NULL };

  apply (fixture, tide_register_new_delete_step (fixture->reg, kind, ids, NULL));
}

/* Of the step at an index, from the first applied, the first edit of a field. */
static TideRestoration *
restore (Fixture *fixture, guint index, const char *list, const char *member)
{
  const TideStep *step = g_ptr_array_index (fixture->steps, index);

  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (g_strcmp0 (edit->list, list) == 0 && g_strcmp0 (edit->member, member) == 0)
        return tide_restoration_new (fixture->reg, step, edit);
    }
  g_assert_not_reached ();
}

static void
assert_refused (
    Fixture *fixture, guint index, const char *list, const char *member, TideRestorationState state)
{
  g_autoptr (TideRestoration) restoration = restore (fixture, index, list, member);

  g_assert_cmpint (restoration->state, ==, state);
  g_assert_null (restoration->step);
}

static void
assert_restores (
    Fixture *fixture, guint index, const char *list, const char *member, TideRestorationState state)
{
  g_autoptr (TideRestoration) restoration = restore (fixture, index, list, member);

  g_assert_cmpint (restoration->state, ==, state);
  g_assert_cmpstr (restoration->step->name, ==, "restore-value");
  apply (fixture, tide_step_ref (restoration->step));
}

static void
test_value (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TidePayload) before = tide_payload_ref (get_project (fixture));
  g_autofree char *label = NULL;
  const TideStep *step;

  set_word (fixture, "division", "city");
  set_word (fixture, "number", "7");
  assert_restores (fixture, 0, NULL, "division", TIDE_RESTORATION_READY);
  g_assert_cmpstr (TIDE_PROJECT_PAYLOAD (get_project (fixture))->division, ==, "east");
  g_assert_cmpstr (TIDE_PROJECT_PAYLOAD (get_project (fixture))->number, ==, "7");

  step = tide_register_get_undo_step (fixture->reg);
  label = tide_step_dup_label (step);
  g_assert_cmpstr (label, ==, "Restore Value of “Battery plant”");
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpstr (TIDE_PROJECT_PAYLOAD (get_project (fixture))->division, ==, "city");
}

static void
test_object (Fixture *fixture, gconstpointer data)
{
  set_word (fixture, "plans/start", "2025");
  assert_restores (fixture, 0, NULL, "plans/start", TIDE_RESTORATION_READY);
  g_assert_cmpint (((TidePlans *) TIDE_PROJECT_PAYLOAD (get_project (fixture))->plans)->start.year,
                   ==, 2024);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  set_word (fixture, "division", "city");
  set_word (fixture, "division", "east");
  assert_refused (fixture, 0, NULL, "division", TIDE_RESTORATION_SAME);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideRestoration) restoration = NULL;

  set_word (fixture, "number", "7");
  set_word (fixture, "number", "8");
  restoration = restore (fixture, 0, NULL, "number");
  g_assert_cmpint (restoration->state, ==, TIDE_RESTORATION_CHANGED);
  g_assert_cmpstr (restoration->present.as.string, ==, "8");
  apply (fixture, tide_step_ref (restoration->step));
  g_assert_cmpstr (TIDE_PROJECT_PAYLOAD (get_project (fixture))->number, ==, "2023-001");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  set_word (fixture, "number", "7");
  delete_record (fixture, TIDE_RECORD_PROJECT, "p1");
  assert_refused (fixture, 0, NULL, "number", TIDE_RESTORATION_GONE);
}

static void
test_dangling (Fixture *fixture, gconstpointer data)
{
  set_word (fixture, "division", "city");
  delete_record (fixture, TIDE_RECORD_DIVISION, "east");
  assert_refused (fixture, 0, NULL, "division", TIDE_RESTORATION_DANGLING);
}

/* A number that another project has got meanwhile. */
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  const TidePayload *other = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p2");
  TidePayload *after = tide_payload_copy (other);
  g_autoptr (TideRestoration) restoration = NULL;

  set_word (fixture, "number", "7");
  tide_test_payload_set (after, "number", "2023-001");
  apply (fixture, tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, other, after));
  restoration = restore (fixture, 0, NULL, "number");
  g_assert_cmpint (restoration->state, ==, TIDE_RESTORATION_INVALID);
  g_assert_nonnull (restoration->problem);
  g_assert_cmpint (restoration->problem->code, ==, TIDE_PROBLEM_NOT_UNIQUE);
}

static void
test_loop (Fixture *fixture, gconstpointer data)
{
  const TidePayload *other = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p2");
  TidePayload *after = tide_payload_copy (other);

  tide_test_payload_set (after, "parent", NULL);
  apply (fixture, tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, other, after));
  set_word (fixture, "parent", "p2");
  assert_refused (fixture, 0, NULL, "parent", TIDE_RESTORATION_INVALID);
}

static void
test_added_entry (Fixture *fixture, gconstpointer data)
{
  TidePayload *after = copy_project (fixture);
  TidePayload *entry = tide_test_payload_add_entry (after, "amounts", "a2");

  tide_test_payload_set (entry, "kind", "arrived");
  tide_test_payload_set (entry, "value", "5");
  tide_test_payload_set (entry, "currency", "CNY");
  change_project (fixture, after);
  assert_restores (fixture, 0, "amounts", NULL, TIDE_RESTORATION_READY);
  g_assert_cmpuint (TIDE_PROJECT_PAYLOAD (get_project (fixture))->amounts->len, ==, 1);
  assert_refused (fixture, 0, "amounts", NULL, TIDE_RESTORATION_SAME);
}

static void
test_removed_entry (Fixture *fixture, gconstpointer data)
{
  TidePayload *after = copy_project (fixture);

  g_ptr_array_remove_index (((TideProjectPayload *) after)->stages, 0);
  change_project (fixture, after);
  assert_restores (fixture, 0, "stages", NULL, TIDE_RESTORATION_READY);
  g_assert_cmpuint (TIDE_PROJECT_PAYLOAD (get_project (fixture))->stages->len, ==, 2);
  assert_refused (fixture, 0, "stages", NULL, TIDE_RESTORATION_SAME);
}

/* An amount and how it was written are never at odds. */
static void
test_amount (Fixture *fixture, gconstpointer data)
{
  TidePayload *after = copy_project (fixture);
  GPtrArray *amounts = ((TideProjectPayload *) after)->amounts;
  TidePayload *amount = tide_payload_copy (g_ptr_array_index (amounts, 0));
  const TideAmount *restored;

  tide_test_payload_set (amount, "value", "17000000000");
  tide_test_payload_set (amount, "written", "170亿元");
  tide_test_payload_set (amount, "note", "more");
  tide_payload_unref (g_ptr_array_index (amounts, 0));
  g_ptr_array_index (amounts, 0) = amount;
  change_project (fixture, after);

  assert_restores (fixture, 0, "amounts", "value", TIDE_RESTORATION_READY);
  restored = g_ptr_array_index (TIDE_PROJECT_PAYLOAD (get_project (fixture))->amounts, 0);
  g_assert_cmpstr (restored->written, ==, "160亿元");
  g_assert_cmpint (restored->value.mantissa, ==, G_GINT64_CONSTANT (16000000000));
  g_assert_cmpstr (restored->note, ==, "more");
}

/* Shares come back together, so that they add up to 100. */
static void
test_shares (Fixture *fixture, gconstpointer data)
{
  static const char *const shares[] = { "50", "50" };
  TidePayload *after = copy_project (fixture);
  GPtrArray *sectors = ((TideProjectPayload *) after)->sectors;
  const TideClassification *restored;

  for (guint i = 0; i < sectors->len; i++)
    {
      TidePayload *entry = tide_payload_copy (g_ptr_array_index (sectors, i));

      tide_test_payload_set (entry, "share", shares[i]);
      tide_payload_unref (g_ptr_array_index (sectors, i));
      g_ptr_array_index (sectors, i) = entry;
    }
  change_project (fixture, after);

  assert_restores (fixture, 0, "sectors", "share", TIDE_RESTORATION_READY);
  restored = g_ptr_array_index (TIDE_PROJECT_PAYLOAD (get_project (fixture))->sectors, 1);
  g_assert_cmpint (restored->share.mantissa, ==, 40);
}

static void
test_lost_entry (Fixture *fixture, gconstpointer data)
{
  TidePayload *after = copy_project (fixture);
  GPtrArray *amounts = ((TideProjectPayload *) after)->amounts;
  TidePayload *amount = tide_payload_copy (g_ptr_array_index (amounts, 0));

  tide_test_payload_set (amount, "note", "more");
  tide_payload_unref (g_ptr_array_index (amounts, 0));
  g_ptr_array_index (amounts, 0) = amount;
  change_project (fixture, after);
  after = copy_project (fixture);
  g_ptr_array_set_size (((TideProjectPayload *) after)->amounts, 0);
  change_project (fixture, after);
  assert_refused (fixture, 0, "amounts", "note", TIDE_RESTORATION_GONE);
}

static void
test_added_record (Fixture *fixture, gconstpointer data)
{
  apply (fixture, tide_register_new_add_step (
                      fixture->reg, TIDE_RECORD_DIVISION,
                      tide_test_payload_new (TIDE_RECORD_DIVISION, "north", "North")));
  assert_restores (fixture, 0, NULL, NULL, TIDE_RESTORATION_READY);
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_DIVISION, "north"));
  assert_refused (fixture, 0, NULL, NULL, TIDE_RESTORATION_SAME);
}

static void
test_referred_to (Fixture *fixture, gconstpointer data)
{
  apply (fixture, tide_register_new_add_step (
                      fixture->reg, TIDE_RECORD_DIVISION,
                      tide_test_payload_new (TIDE_RECORD_DIVISION, "north", "North")));
  set_word (fixture, "division", "north");
  assert_refused (fixture, 0, NULL, NULL, TIDE_RESTORATION_REFERRED_TO);
}

static void
test_removed_record (Fixture *fixture, gconstpointer data)
{
  delete_record (fixture, TIDE_RECORD_PROJECT, "p1");
  assert_restores (fixture, 0, NULL, NULL, TIDE_RESTORATION_READY);
  g_assert_nonnull (get_project (fixture));
  assert_refused (fixture, 0, NULL, NULL, TIDE_RESTORATION_SAME);
}

static void
test_removed_record_dangling (Fixture *fixture, gconstpointer data)
{
  delete_record (fixture, TIDE_RECORD_PROJECT, "p1");
  delete_record (fixture, TIDE_RECORD_PARTY, "maker");
  assert_refused (fixture, 0, NULL, NULL, TIDE_RESTORATION_DANGLING);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) step = tide_step_new ("later", NULL);
  g_autoptr (TideRestoration) restoration = tide_restoration_new (fixture->reg, step, NULL);

  g_assert_cmpint (restoration->state, ==, TIDE_RESTORATION_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/restoration/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("value", test_value);
  ADD ("object", test_object);
  ADD ("same", test_same);
  ADD ("changed", test_changed);
  ADD ("gone", test_gone);
  ADD ("dangling", test_dangling);
  ADD ("invalid", test_invalid);
  ADD ("loop", test_loop);
  ADD ("added-entry", test_added_entry);
  ADD ("removed-entry", test_removed_entry);
  ADD ("amount", test_amount);
  ADD ("shares", test_shares);
  ADD ("lost-entry", test_lost_entry);
  ADD ("added-record", test_added_record);
  ADD ("referred-to", test_referred_to);
  ADD ("removed-record", test_removed_record);
  ADD ("removed-record-dangling", test_removed_record_dangling);
  ADD ("unknown", test_unknown);

  return g_test_run ();
}
