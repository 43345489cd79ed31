/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-thread.h"

#include "codec/tide-export-losses.h"
#include "core/tide-snapshot-part.h"

/* What a thread works on. */
typedef struct
{
  TideSnapshot *snapshot; /* owned */
  GPtrArray *projects;    /* owned, nullable: of TideProjectPayload */
  TideExportOptions options;
  TideProgressFunc progress;
  gpointer progress_data;
  guint n_rows;
} Job;

static Job *
job_new (TideSnapshot *snapshot, GPtrArray *projects, const TideExportOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = tide_snapshot_ref (snapshot);
  job->projects = projects != NULL ? g_ptr_array_ref (projects) : NULL;
  job->options = *options;

  return job;
}

static void
job_free (Job *job)
{
  tide_snapshot_unref (job->snapshot);
  g_clear_pointer (&job->projects, g_ptr_array_unref);
  g_free (job);
}

static TideSnapshot *
job_dup_part (const Job *job)
{
  return job->projects != NULL ? tide_snapshot_new_part (job->snapshot, job->projects)
                               : tide_snapshot_ref (job->snapshot);
}

static void
write_tables (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (TideSnapshot) part = job_dup_part (job);
  GError *error = NULL;
  GBytes *bytes = tide_export_write (part, &job->options, &job->n_rows, job->progress,
                                     job->progress_data, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_export_write_async:
 * @snapshot: a register
 * @projects: (nullable) (element-type TideProjectPayload): those of its projects that are written,
 *   with what they refer to; %NULL for the whole register. Must not change any more
 * @options: what is written, and how
 * @progress: (nullable) (scope async): told, in the thread, how many records are done
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it
 * @callback: called when it has been written
 * @user_data: for @callback
 *
 * Does in a thread what tide_export_write() does.
 */
void
tide_export_write_async (TideSnapshot *snapshot,
                         GPtrArray *projects,
                         const TideExportOptions *options,
                         TideProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = job_new (snapshot, projects, options);

  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_source_tag (task, tide_export_write_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_tables);
}

/**
 * tide_export_write_finish:
 * @result: what the callback was given
 * @n_rows: (out) (optional): how many rows were written, on all sheets
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text or archive
 */
GBytes *
tide_export_write_finish (GAsyncResult *result, guint *n_rows, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (n_rows != NULL)
    *n_rows = job->n_rows;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_losses (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (TideSnapshot) part = job_dup_part (job);

  g_task_return_pointer (task, tide_export_list_losses (part, &job->options),
                         (GDestroyNotify) g_strfreev);
}

/**
 * tide_export_list_losses_async:
 * @snapshot: a register
 * @projects: (nullable) (element-type TideProjectPayload): those of its projects that are to be
 *   written; %NULL for the whole register. Must not change any more
 * @options: what is to be written, and how
 * @callback: called when the losses are known
 * @user_data: for @callback
 *
 * Does in a thread what tide_export_list_losses() does.
 */
void
tide_export_list_losses_async (TideSnapshot *snapshot,
                               GPtrArray *projects,
                               const TideExportOptions *options,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tide_export_list_losses_async);
  g_task_set_task_data (task, job_new (snapshot, projects, options), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, list_losses);
}

/**
 * tide_export_list_losses_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences
 */
char **
tide_export_list_losses_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
