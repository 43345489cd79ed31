/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop is held by changing, moving and deleting many projects of a large register
 * whose list is on view; beside the same with the step made before the thread tries it out. */

#include "core/tide-bulk-edit.h"
#include "core/tide-deletion.h"
#include "core/tide-project-move.h"
#include "core/tide-register-later.h"
#include "tide-bench-list.h"
#include "tide-bench-register.h"
#include "tide-bench-table.h"
#include "tide-test-register.h"

#define N_ROUNDS 3

static GStrv ids;               /* owned: of the projects that change */
static gboolean is_made_before; /* whether the step is made in the main loop */
static guint n_rounds;

static void
on_applied (GObject *reg, GAsyncResult *result, gpointer data)
{
  TideBenchList *list = data;

  if (!tide_register_apply_finish (TIDE_REGISTER (reg), result, NULL))
    g_assert_not_reached ();
  list->n_pending--;
}

static void
on_undone (GObject *reg, GAsyncResult *result, gpointer data)
{
  TideBenchList *list = data;

  if (!tide_register_travel_finish (TIDE_REGISTER (reg), result))
    g_assert_not_reached ();
  list->n_pending--;
}

static void
undo (TideBenchList *list)
{
  list->n_pending++;
  tide_register_undo_async (list->reg, NULL, on_undone, list);
}

static void
make_before (TideBenchList *list, TideStepMaker make, gpointer data, GDestroyNotify free_data)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (list->reg);
  g_autoptr (TideStep) step = make (snapshot, TIDE_TEST_TIME, data);

  tide_register_apply_async (list->reg, step, NULL, on_applied, list);
  free_data (data);
}

static void
carry_out (TideBenchList *list, TideStepMaker make, gpointer data, GDestroyNotify free_data)
{
  list->n_pending++;
  if (is_made_before)
    make_before (list, make, data, free_data);
  else
    tide_register_make_async (list->reg, make, data, free_data, NULL, on_applied, list);
}

static TideStep *
make_edit (TideSnapshot *snapshot, gint64 now, gpointer edit)
{
  g_autoptr (TideBulkResult) result
      = tide_bulk_edit_try (edit, snapshot, (const char *const *) ids, now, NULL);

  return tide_step_ref (result->step);
}

/* Another value each time. */
static void
edit (TideBenchList *list)
{
  g_autoptr (TidePayload) values = tide_test_payload_new (TIDE_RECORD_PROJECT, "values", NULL);
  g_autofree char *unit = g_strdup_printf ("Unit %u", n_rounds++);

  tide_test_payload_set (values, "in-charge", unit);
  tide_payload_seal (values);
  carry_out (list, make_edit, tide_bulk_edit_new ("in-charge", TIDE_BULK_SET, values, FALSE),
             (GDestroyNotify) tide_bulk_edit_free);
}

static TideStep *
make_move (TideSnapshot *snapshot, gint64 now, gpointer values)
{
  g_autoptr (TideClock) clock = tide_clock_new ();

  return tide_project_move_new_step (values, snapshot, (const char *const *) ids, clock, now);
}

static void
move (TideBenchList *list)
{
  g_autoptr (TideDraft) entry = tide_project_move_new_draft (list->reg, "stages");

  tide_field_set_text (tide_draft_get_field (entry, "stage"), "at-capacity");
  g_assert_null (tide_project_move_check (entry, (const char *const *) ids));
  carry_out (list, make_move, tide_project_move_dup_values (entry),
             (GDestroyNotify) tide_payload_unref);
}

static TideStep *
make_deletion (TideSnapshot *snapshot, gint64 now, gpointer names)
{
  return tide_deletion_new_step (snapshot, TIDE_RECORD_PROJECT, names, NULL, now);
}

static void
delete_many (TideBenchList *list)
{
  carry_out (list, make_deletion, g_strdupv (ids), (GDestroyNotify) g_strfreev);
}

/* Every tenth or so, over the whole register. */
static void
choose (TideRegister *reg, guint n)
{
  TideList *projects = tide_register_get_list (reg, TIDE_RECORD_PROJECT);
  const guint n_all = tide_list_get_n (projects);

  ids = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (tide_list_get_payload (projects, (guint) ((guint64) i * n_all / n))->id);
}

/* Each act is undone before the next round; both take part in how long the loop is held. */
static double
hold (TideBenchList *list, TideBenchAct act, double *undoing)
{
  double best = G_MAXDOUBLE;

  *undoing = G_MAXDOUBLE;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const double done = tide_bench_list_hold (list, act);
      const double undone = tide_bench_list_hold (list, undo);

      best = MIN (best, done);
      *undoing = MIN (*undoing, undone);
    }

  return best;
}

static void
add (const char *what, const char *undone, TideBenchList *list, TideBenchAct act)
{
  double ours, theirs, undoing, undoing_theirs;

  is_made_before = FALSE;
  ours = hold (list, act, &undoing);
  is_made_before = TRUE;
  theirs = hold (list, act, &undoing_theirs);
  tide_bench_table_add (what, ours, theirs, "ms", "ours 16 ms");
  tide_bench_table_add_ours (undone, MIN (undoing, undoing_theirs), "ms", "ours 16 ms");
}

/* bench-bulk PROJECTS CHANGED */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = NULL;
  TideBenchList list;

  g_assert_cmpint (argc, ==, 3);
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  reg = tide_register_new_from_snapshot (snapshot, clock, "Bench");
  choose (reg, (guint) g_ascii_strtoull (argv[2], NULL, 10));
  tide_bench_list_init (&list, reg);
  tide_view_set_register (list.view, reg);
  tide_bench_list_settle (&list);

  tide_bench_table_begin ("main loop held by", "made before");
  add ("setting a field of many", "undoing that", &list, edit);
  add ("moving many to a stage", "undoing that", &list, move);
  add ("deleting many", "undoing that", &list, delete_many);

  tide_bench_list_clear (&list);
  g_strfreev (ids);

  return 0;
}
