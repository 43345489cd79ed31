/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-trial.h"

/* What a thread works on. */
typedef struct
{
  TideImportPlan *plan;   /* owned */
  TideTable *table;       /* owned */
  TideSnapshot *snapshot; /* owned */
  TideProgressFunc progress;
  gpointer progress_data;
} Job;

static Job *
job_new (const TideImportPlan *plan,
         TideTable *table,
         TideSnapshot *snapshot,
         TideProgressFunc progress,
         gpointer progress_data)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { tide_import_plan_copy (plan), tide_table_ref (table), tide_snapshot_ref (snapshot),
                 progress, progress_data };

  return job;
}

static void
job_free (Job *job)
{
  tide_import_plan_free (job->plan);
  tide_table_unref (job->table);
  tide_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
run (GTask *task, Job *job, GTaskThreadFunc work)
{
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work);
}

static void
gather (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  TideImportValues *values = tide_import_values_new (
      job->plan, job->table, job->snapshot, cancellable, job->progress, job->progress_data, &error);

  if (values != NULL)
    g_task_return_pointer (task, values, (GDestroyNotify) tide_import_values_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_import_values_new_async:
 * @plan: a plan, which is copied
 * @table: its table
 * @snapshot: the register that it is for
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the same as tide_import_values_new(), in a thread.
 */
void
tide_import_values_new_async (const TideImportPlan *plan,
                              TideTable *table,
                              TideSnapshot *snapshot,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  run (task, job_new (plan, table, snapshot, NULL, NULL), gather);
}

/**
 * tide_import_values_new_finish:
 * @result: of tide_import_values_new_async()
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the values
 */
TideImportValues *
tide_import_values_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
try (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (TideClock) clock = tide_clock_new ();
  GError *error = NULL;
  TideImportTrial *trial
      = tide_import_trial_new (job->plan, job->table, job->snapshot, clock, cancellable,
                               job->progress, job->progress_data, &error);

  if (trial != NULL)
    g_task_return_pointer (task, trial, (GDestroyNotify) tide_import_trial_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_import_trial_new_async:
 * @plan: a complete plan, which is copied
 * @table: its table
 * @snapshot: the register that it is for
 * @cancellable: (nullable): to give up
 * @progress: (nullable): told in the thread how far it has come
 * @progress_data: for @progress, which has to live until @callback is called
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the same as tide_import_trial_new(), in a thread.
 */
void
tide_import_trial_new_async (const TideImportPlan *plan,
                             TideTable *table,
                             TideSnapshot *snapshot,
                             GCancellable *cancellable,
                             TideProgressFunc progress,
                             gpointer progress_data,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  run (task, job_new (plan, table, snapshot, progress, progress_data), try);
}

/**
 * tide_import_trial_new_finish:
 * @result: of tide_import_trial_new_async()
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the trial
 */
TideImportTrial *
tide_import_trial_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
