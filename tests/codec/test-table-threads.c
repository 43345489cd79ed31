/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables are tried out and registers are written as tables by several threads at once, of one
 * snapshot and with one clock, and some of it is given up in the middle: for the thread sanitizer,
 * and to see that each gets the same as if it were alone. */

#include "codec/tide-export-thread.h"
#include "tide-test-register.h"
#include "tide-test-table.h"

#define N_ROUNDS 6
#define N_ROWS 700

typedef struct
{
  TideRegister *reg;
  TideSnapshot *snapshot;
  TideTable *table;
  TideImportPlan *plan;
  guint n_running;
  guint n_tried;   /* trials that came to their end */
  guint n_written; /* tables that did */
  guint n_given_up;
  gint n_progress; /* atomic */
  GBytes *written; /* nullable: the first tables that were written */
} Fixture;

static TideTable *
make_table (void)
{
  g_autoptr (GString) words = g_string_new ("编号|项目名称|投资方|当前阶段|投资额(亿元)|备注\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (words, "T-%u|第%u号项目|第%u集团|签约|%u.5|%s\n", i, i, i % 40,
                            i % 90 + 1, i % 7 == 0 ? "推进中" : "");

  return tide_test_table_new (words->str);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  *self = (Fixture) { .reg = tide_test_register_new (), .table = make_table () };
  self->snapshot = tide_register_dup_snapshot (self->reg);
  self->plan = tide_import_plan_new_guess (self->table, self->snapshot);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->written, g_bytes_unref);
  tide_import_plan_free (self->plan);
  tide_table_unref (self->table);
  tide_snapshot_unref (self->snapshot);
  g_assert_finalize_object (self->reg);
}

static void
on_progress (gsize done, gsize total, gpointer data)
{
  Fixture *self = data;

  g_assert_cmpuint (done, <=, total);
  g_atomic_int_inc (&self->n_progress);
}

static void
count_given_up (Fixture *self, const GError *error)
{
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  self->n_given_up++;
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideImportTrial) trial = tide_import_trial_new_finish (result, &error);

  self->n_running--;
  if (trial == NULL)
    {
      count_given_up (self, error);
      return;
    }

  self->n_tried++;
  g_assert_cmpuint (tide_import_trial_get_n_rows (trial), ==, N_ROWS);
  g_assert_cmpuint (tide_import_trial_count (trial, TIDE_IMPORT_CREATED), ==, N_ROWS);
}

static void
on_valued (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideImportValues) values = tide_import_values_new_finish (result, &error);

  self->n_running--;
  if (values == NULL)
    count_given_up (self, error);
  else
    g_assert_cmpuint (tide_import_values_get_n (values), >=, 40);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;
  g_autoptr (GBytes) bytes = tide_export_write_finish (result, &n_rows, &error);

  self->n_running--;
  if (bytes == NULL)
    {
      count_given_up (self, error);
      return;
    }

  self->n_written++;
  g_assert_cmpuint (n_rows, >, 0);
  if (self->written == NULL)
    self->written = g_bytes_ref (bytes);
  g_assert_true (g_bytes_equal (self->written, bytes));
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;
  g_auto (GStrv) losses = tide_export_list_losses_finish (result);

  self->n_running--;
  g_assert_nonnull (losses);
}

static void
start_all (Fixture *self, GCancellable *cancellable)
{
  const TideExportOptions options
      = { .format = TIDE_EXPORT_XLSX, .types = TIDE_EXPORT_ALL_TYPES, .csv = TIDE_CSV_STYLE_COMMA };

  self->n_running += 4;
  tide_import_trial_new_async (self->plan, self->table, self->snapshot, cancellable, on_progress,
                               self, on_tried, self);
  tide_import_values_new_async (self->plan, self->table, self->snapshot, cancellable, on_valued,
                                self);
  tide_export_write_async (self->snapshot, NULL, &options, on_progress, self, cancellable,
                           on_written, self);
  tide_export_list_losses_async (self->snapshot, NULL, &options, on_listed, self);
}

static gboolean
on_time (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

/* Half of them are given up, a little later each. */
static void
test_at_once (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();

      start_all (self, NULL);
      start_all (self, cancellable);
      g_timeout_add_full (G_PRIORITY_HIGH, i * 3, on_time, g_object_ref (cancellable),
                          g_object_unref);
    }
  while (self->n_running > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (self->n_tried, >=, N_ROUNDS);
  g_assert_cmpuint (self->n_written, >=, N_ROUNDS);
  g_assert_cmpuint (self->n_given_up, >, 0);
  g_assert_cmpint (g_atomic_int_get (&self->n_progress), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/table-threads/at-once", Fixture, NULL, set_up, test_at_once, tear_down);

  return g_test_run ();
}
