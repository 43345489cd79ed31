/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A race that is made on purpose, as our own code would make it, has to be told; and what is handed
 * over as our own code does it, has not. */

#include <gio/gio.h>

#include <stdlib.h>
#include <string.h>

typedef struct
{
  gatomicrefcount ref_count;
  guint n_records;
} Counts;

static Counts *
counts_new (void)
{
  Counts *self = g_new0 (Counts, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

static void
counts_unref (Counts *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Counts *counts = data;

  for (guint i = 0; i < 100; i++)
    {
      counts->n_records++;
      g_usleep (100);
    }
  g_task_return_int (task, counts->n_records);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  gssize *n_records = data;

  *n_records = g_task_propagate_int (G_TASK (result), NULL);
}

/* Counts in a thread, and, where it is meant to go wrong, in this one at the same time. */
static void
count (gboolean is_race)
{
  Counts *counts = counts_new ();
  gssize n_records = -1;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_counted, &n_records);

  counts->n_records = 1;
  g_atomic_ref_count_inc (&counts->ref_count);
  g_task_set_task_data (task, counts, (GDestroyNotify) counts_unref);
  g_task_run_in_thread (task, count_in_thread);
  while (n_records < 0)
    {
      g_main_context_iteration (NULL, FALSE);
      if (is_race)
        counts->n_records++;
      g_usleep (100);
    }
  counts->n_records++;
  counts_unref (counts);
}

static void
run_trap (const char *path)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_DEFAULT);
}

static void
test_race (void)
{
  if (g_test_subprocess ())
    {
      count (TRUE);
      return;
    }

  run_trap (NULL);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*ThreadSanitizer: data race*count*");
}

static void
test_no_race (void)
{
  if (g_test_subprocess ())
    {
      count (FALSE);
      return;
    }

  run_trap (NULL);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/threads/race", test_race);
  g_test_add_func ("/threads/no-race", test_no_race);

  return g_test_run ();
}
