/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-version-difference.h"

#include "codec/tide-json-reader.h"
#include "core/tide-problem.h"
#include "store/tide-file-reader.h"

typedef struct
{
  TideVersion *version; /* nullable */
  GFile *file;          /* nullable: where there is no version */
  TideSnapshot *present;
  char *name;
  char *arg; /* nullable */
} CompareJob;

typedef struct
{
  char *root;
  char *register_id;
} ListJob;

static void
compare_job_free (CompareJob *job)
{
  g_clear_pointer (&job->version, tide_version_unref);
  g_clear_object (&job->file);
  tide_snapshot_unref (job->present);
  g_free (job->name);
  g_free (job->arg);
  g_free (job);
}

static void
list_job_free (ListJob *job)
{
  g_free (job->root);
  g_free (job->register_id);
  g_free (job);
}

/**
 * tide_version_difference_unref:
 * @self: (transfer full): a difference
 */
void
tide_version_difference_unref (TideVersionDifference *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tide_snapshot_unref (self->present);
  tide_snapshot_unref (self->snapshot);
  g_ptr_array_unref (self->problems);
  tide_step_unref (self->step);
  g_free (self);
}

static TideSnapshot *
read_file (GFile *file, GCancellable *cancellable, GPtrArray **problems, GError **error)
{
  g_autoptr (GBytes) bytes = tide_file_reader_read (file, cancellable, error);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;

  name = g_file_get_basename (file);

  return tide_json_read (bytes, name, NULL, NULL, cancellable, problems, error);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CompareJob *job = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  TideVersionDifference *difference;
  GError *error = NULL;

  if (job->version != NULL)
    snapshot = tide_version_open (job->version, cancellable, &problems, &error);
  else
    snapshot = read_file (job->file, cancellable, &problems, &error);
  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  difference = g_new0 (TideVersionDifference, 1);
  g_atomic_ref_count_init (&difference->ref_count);
  difference->present = tide_snapshot_ref (job->present);
  difference->step = tide_comparison_new_step (job->present, snapshot, job->name, job->arg,
                                               &difference->changes);
  difference->snapshot = g_steal_pointer (&snapshot);
  difference->problems = g_steal_pointer (&problems);
  g_task_return_pointer (task, difference, (GDestroyNotify) tide_version_difference_unref);
}

/**
 * tide_version_compare_async:
 * @version: a version that is kept
 * @present: the register as it is
 * @name: name of the step that would restore it
 * @arg: (nullable): argument of the name
 * @cancellable: (nullable): stops the reading
 * @callback: called when they have been compared
 * @user_data: for @callback
 *
 * Reads a version in a thread and finds what restoring it would do.
 */
void
tide_version_compare_async (TideVersion *version,
                            TideSnapshot *present,
                            const char *name,
                            const char *arg,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CompareJob *job = g_new0 (CompareJob, 1);

  job->version = tide_version_ref (version);
  job->present = tide_snapshot_ref (present);
  job->name = g_strdup (name);
  job->arg = g_strdup (arg);
  g_task_set_source_tag (task, tide_version_compare_async);
  g_task_set_task_data (task, job, (GDestroyNotify) compare_job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * tide_version_compare_file_async:
 * @file: a file that somebody else has changed
 * @present: the register as it is
 * @cancellable: (nullable): stops the reading
 * @callback: called when they have been compared
 * @user_data: for @callback, which calls tide_version_compare_finish()
 *
 * Reads a file in a thread and finds by what it differs from the register.
 */
void
tide_version_compare_file_async (GFile *file,
                                 TideSnapshot *present,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CompareJob *job = g_new0 (CompareJob, 1);

  job->file = g_object_ref (file);
  job->present = tide_snapshot_ref (present);
  job->name = g_strdup ("edit-records");
  g_task_set_source_tag (task, tide_version_compare_async);
  g_task_set_task_data (task, job, (GDestroyNotify) compare_job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * tide_version_compare_finish:
 * @result: what the callback was given
 * @error: why it cannot be read
 *
 * Returns: (transfer full) (nullable): the difference
 */
TideVersionDifference *
tide_version_compare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_version_compare_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ListJob *job = data;

  g_task_return_pointer (task, tide_versions_list (job->root, job->register_id, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * tide_versions_list_async:
 * @root: path of the folder of all versions
 * @register_id: id of a register
 * @cancellable: (nullable): stops the reading
 * @callback: called when they have been listed
 * @user_data: for @callback
 *
 * Does as tide_versions_list(), in a thread.
 */
void
tide_versions_list_async (const char *root,
                          const char *register_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ListJob *job = g_new0 (ListJob, 1);

  job->root = g_strdup (root);
  job->register_id = g_strdup (register_id);
  g_task_set_source_tag (task, tide_versions_list_async);
  g_task_set_task_data (task, job, (GDestroyNotify) list_job_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * tide_versions_list_finish:
 * @result: what the callback was given
 * @error: set where the listing was stopped
 *
 * Returns: (transfer full) (nullable) (element-type TideVersion): the versions, the latest first
 */
GPtrArray *
tide_versions_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_versions_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
