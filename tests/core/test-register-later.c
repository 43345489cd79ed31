/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-deletion.h"
#include "core/tide-project-move.h"
#include "core/tide-register-later.h"
#include "tide-test-register.h"

#define N_MANY 2000

static const char *const p2[] = { "p2", NULL };
static const char *const p3[] = { "p3", NULL };

/* What has come of a step. */
typedef struct
{
  gboolean is_over;
  gboolean is_done;
  GError *error; /* owned */
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_error (&answer->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

static void
on_applied (GObject *reg, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->is_done = tide_register_apply_finish (TIDE_REGISTER (reg), result, &answer->error);
  answer->is_over = TRUE;
}

static void
on_travelled (GObject *reg, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->is_done = tide_register_travel_finish (TIDE_REGISTER (reg), result);
  answer->is_over = TRUE;
}

static void
wait (const Answer *answer)
{
  while (!answer->is_over)
    g_main_context_iteration (NULL, TRUE);
}

static TideStep *
delete_step_new (TideRegister *reg, const char *const *ids)
{
  return tide_register_new_delete_step (reg, TIDE_RECORD_PROJECT, ids, NULL);
}

static void
delete_now (TideRegister *reg, const char *const *ids)
{
  g_autoptr (TideStep) step = delete_step_new (reg, ids);
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
}

static gboolean
has (TideRegister *reg, const char *id)
{
  return tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id) != NULL;
}

/* Nothing is changed before the main loop comes to it. */
static void
test_apply (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = delete_step_new (reg, p2);
  g_auto (Answer) answer = { 0 };

  tide_register_apply_async (reg, step, NULL, on_applied, &answer);
  g_assert_true (has (reg, "p2"));
  wait (&answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_done);
  g_assert_false (has (reg, "p2"));
  g_assert_true (tide_register_get_undo_step (reg) == step);
}

/* A step in between is no reason to refuse one that still fits. */
static void
test_between (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = delete_step_new (reg, p2);
  g_auto (Answer) answer = { 0 };

  tide_register_apply_async (reg, step, NULL, on_applied, &answer);
  delete_now (reg, p3);
  wait (&answer);
  g_assert_no_error (answer.error);
  g_assert_false (has (reg, "p2"));
  g_assert_false (has (reg, "p3"));

  g_assert_true (tide_register_undo (reg));
  g_assert_true (has (reg, "p2"));
  g_assert_false (has (reg, "p3"));
}

static void
test_conflict (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = delete_step_new (reg, p2);
  g_autoptr (TideSnapshot) between = NULL;
  g_autoptr (TideSnapshot) after = NULL;
  g_auto (Answer) answer = { 0 };

  tide_register_apply_async (reg, step, NULL, on_applied, &answer);
  delete_now (reg, p2);
  between = tide_register_dup_snapshot (reg);
  wait (&answer);
  g_assert_false (answer.is_done);
  g_assert_error (answer.error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_CONFLICT);
  after = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (between, after));
}

static void
test_cancelled (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = delete_step_new (reg, p2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) answer = { 0 };

  tide_register_apply_async (reg, step, cancellable, on_applied, &answer);
  g_cancellable_cancel (cancellable);
  wait (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (has (reg, "p2"));
  g_assert_false (tide_register_get_can_undo (reg));
}

/* A register may become read-only while the step is worked out. */
static void
test_read_only (gconstpointer data)
{
  const gboolean is_before = GPOINTER_TO_INT (data);
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideStep) step = delete_step_new (reg, p2);
  g_auto (Answer) answer = { 0 };

  if (is_before)
    tide_register_make_read_only (reg);
  tide_register_apply_async (reg, step, NULL, on_applied, &answer);
  if (!is_before)
    tide_register_make_read_only (reg);
  wait (&answer);
  g_assert_error (answer.error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY);
  g_assert_true (has (reg, "p2"));
}

static void
test_nothing (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_auto (Answer) undone = { 0 };
  g_auto (Answer) redone = { 0 };

  tide_register_undo_async (reg, NULL, on_travelled, &undone);
  tide_register_redo_async (reg, NULL, on_travelled, &redone);
  wait (&undone);
  wait (&redone);
  g_assert_false (undone.is_done);
  g_assert_false (redone.is_done);
}

/* What is not the last step any more is not undone, nor is the one that followed. */
static void
test_undo_between (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_auto (Answer) answer = { 0 };

  delete_now (reg, p2);
  tide_register_undo_async (reg, NULL, on_travelled, &answer);
  delete_now (reg, p3);
  wait (&answer);
  g_assert_false (answer.is_done);
  g_assert_false (has (reg, "p2"));
  g_assert_false (has (reg, "p3"));
}

/* Asked for twice before the first is done, it is undone once. */
static void
test_undo_twice (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_auto (Answer) first = { 0 };
  g_auto (Answer) second = { 0 };

  delete_now (reg, p2);
  delete_now (reg, p3);
  tide_register_undo_async (reg, NULL, on_travelled, &first);
  tide_register_undo_async (reg, NULL, on_travelled, &second);
  wait (&first);
  wait (&second);
  g_assert_true (first.is_done != second.is_done);
  g_assert_false (has (reg, "p2"));
  g_assert_true (has (reg, "p3"));
}

static TideRegister *
many_new (GPtrArray *ids)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  for (guint i = 0; i < N_MANY; i++)
    {
      char *id = g_strdup_printf ("many-%u", i);

      g_ptr_array_add (ids, id);
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT,
                         tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PROJECT, id, id)));
    }

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (N_MANY, g_free, TRUE);
  g_autoptr (TideRegister) reg = many_new (ids);
  g_autoptr (TideSnapshot) before = tide_register_dup_snapshot (reg);
  g_autoptr (TideSnapshot) deleted = NULL;
  g_autoptr (TideSnapshot) undone = NULL;
  g_autoptr (TideSnapshot) redone = NULL;
  g_autoptr (TideStep) step = delete_step_new (reg, (const char *const *) ids->pdata);
  g_auto (Answer) applied = { 0 };
  g_auto (Answer) back = { 0 };
  g_auto (Answer) again = { 0 };

  tide_register_apply_async (reg, step, NULL, on_applied, &applied);
  wait (&applied);
  g_assert_no_error (applied.error);
  deleted = tide_register_dup_snapshot (reg);
  g_assert_cmpuint (tide_snapshot_get_records (deleted, TIDE_RECORD_PROJECT)->len, ==, 3);

  tide_register_undo_async (reg, NULL, on_travelled, &back);
  wait (&back);
  g_assert_true (back.is_done);
  undone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (before, undone));

  tide_register_redo_async (reg, NULL, on_travelled, &again);
  wait (&again);
  g_assert_true (again.is_done);
  redone = tide_register_dup_snapshot (reg);
  g_assert_true (tide_test_snapshots_equal (deleted, redone));
}

/* What a maker makes, and how often it was asked to. */
typedef struct
{
  const char *const *ids;
  TidePayload *values; /* owned; nullable: to move */
  gint n_made;         /* atomic */
} Making;

static TideStep *
make_deletion (TideSnapshot *snapshot, gint64 now, gpointer data)
{
  Making *making = data;

  g_atomic_int_inc (&making->n_made);

  return tide_deletion_new_step (snapshot, TIDE_RECORD_PROJECT, making->ids, NULL, now);
}

static TideStep *
make_move (TideSnapshot *snapshot, gint64 now, gpointer data)
{
  Making *making = data;
  g_autoptr (TideClock) clock = tide_clock_new ();

  return tide_project_move_new_step (making->values, snapshot, making->ids, clock, now);
}

static void
on_making_freed (gpointer data)
{
  g_clear_pointer (&((Making *) data)->values, tide_payload_unref);
}

static void
make (TideRegister *reg, TideStepMaker maker, Making *making, Answer *answer)
{
  tide_register_make_async (reg, maker, making, on_making_freed, NULL, on_applied, answer);
}

static void
test_make (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Making making = { .ids = p2 };
  g_auto (Answer) answer = { 0 };

  make (reg, make_deletion, &making, &answer);
  wait (&answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_done);
  g_assert_false (has (reg, "p2"));
  g_assert_cmpint (g_atomic_int_get (&making.n_made), ==, 1);
  g_assert_true (tide_register_undo (reg));
  g_assert_true (has (reg, "p2"));
}

/* What has changed meanwhile is looked at again: the second project is gone already. */
static void
test_make_anew (void)
{
  static const char *const both[] = { "p2", "p3", NULL };
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Making making = { .ids = both };
  g_auto (Answer) answer = { 0 };

  make (reg, make_deletion, &making, &answer);
  delete_now (reg, p2);
  wait (&answer);
  g_assert_no_error (answer.error);
  g_assert_cmpint (g_atomic_int_get (&making.n_made), ==, 2);
  g_assert_false (has (reg, "p3"));

  g_assert_true (tide_register_undo (reg));
  g_assert_true (has (reg, "p3"));
  g_assert_false (has (reg, "p2"));
}

static void
test_make_nothing (void)
{
  static const char *const gone[] = { "gone", NULL };
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Making making = { .ids = gone };
  g_auto (Answer) answer = { 0 };

  make (reg, make_deletion, &making, &answer);
  wait (&answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_done);
  g_assert_false (tide_register_get_can_undo (reg));
}

static void
test_make_read_only (gconstpointer data)
{
  const gboolean is_before = GPOINTER_TO_INT (data);
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  Making making = { .ids = p2 };
  g_auto (Answer) answer = { 0 };

  if (is_before)
    tide_register_make_read_only (reg);
  make (reg, make_deletion, &making, &answer);
  if (!is_before)
    tide_register_make_read_only (reg);
  wait (&answer);
  g_assert_error (answer.error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_READ_ONLY);
  g_assert_true (has (reg, "p2"));
}

/* Moved in a thread, many have each an entry of its own. */
static void
test_make_many (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (N_MANY, g_free, TRUE);
  g_autoptr (TideRegister) reg = many_new (ids);
  g_autoptr (TideDraft) entry = tide_project_move_new_draft (reg, "stages");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Making making = { .ids = (const char *const *) ids->pdata };
  g_auto (Answer) answer = { 0 };

  tide_field_set_text (tide_draft_get_field (entry, "stage"), "signed");
  making.values = tide_project_move_dup_values (entry);
  make (reg, make_move, &making, &answer);
  wait (&answer);
  g_assert_no_error (answer.error);
  for (guint i = 0; i < ids->len; i++)
    {
      const TidePayload *project
          = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, g_ptr_array_index (ids, i));
      const GPtrArray *stages = TIDE_PROJECT_PAYLOAD (project)->stages;

      g_assert_cmpuint (tide_entries_get_n (stages), ==, 1);
      g_assert_true (
          g_hash_table_add (seen, ((const TidePayload *) g_ptr_array_index (stages, 0))->id));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/register-later/apply", test_apply);
  g_test_add_func ("/register-later/between", test_between);
  g_test_add_func ("/register-later/conflict", test_conflict);
  g_test_add_func ("/register-later/cancelled", test_cancelled);
  g_test_add_data_func ("/register-later/read-only/before", GINT_TO_POINTER (TRUE), test_read_only);
  g_test_add_data_func ("/register-later/read-only/meanwhile", GINT_TO_POINTER (FALSE),
                        test_read_only);
  g_test_add_func ("/register-later/nothing", test_nothing);
  g_test_add_func ("/register-later/undo-between", test_undo_between);
  g_test_add_func ("/register-later/undo-twice", test_undo_twice);
  g_test_add_func ("/register-later/many", test_many);
  g_test_add_func ("/register-later/make", test_make);
  g_test_add_func ("/register-later/make/anew", test_make_anew);
  g_test_add_func ("/register-later/make/nothing", test_make_nothing);
  g_test_add_data_func ("/register-later/make/read-only/before", GINT_TO_POINTER (TRUE),
                        test_make_read_only);
  g_test_add_data_func ("/register-later/make/read-only/meanwhile", GINT_TO_POINTER (FALSE),
                        test_make_read_only);
  g_test_add_func ("/register-later/make/many", test_make_many);

  return g_test_run ();
}
