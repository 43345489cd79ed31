/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-good-version.h"

#include "core/tide-problem.h"
#include "store/tide-file-place.h"
#include "store/tide-file-reader.h"

typedef struct
{
  char *root;
  GFile *file;
} FindJob;

static void
find_job_free (FindJob *job)
{
  g_free (job->root);
  g_object_unref (job->file);
  g_free (job);
}

/**
 * tide_good_version_unref:
 * @self: (transfer full): a version that can be read
 */
void
tide_good_version_unref (TideGoodVersion *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->version, tide_version_unref);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->file);
  g_free (self->place);
  g_free (self->content);
  g_free (self);
}

static TideGoodVersion *
open_version (TideVersion *version, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) problems = NULL;
  TideSnapshot *snapshot = tide_version_open (version, cancellable, &problems, NULL);
  TideGoodVersion *self;

  if (snapshot == NULL)
    return NULL;

  self = g_new0 (TideGoodVersion, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->version = tide_version_ref (version);
  self->snapshot = snapshot;
  self->problems = g_steal_pointer (&problems);

  return self;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FindJob *job = data;
  g_autofree char *uri = g_file_get_uri (job->file);
  g_autoptr (GPtrArray) versions = tide_versions_find (job->root, uri, cancellable);
  g_autoptr (TideGoodVersion) found = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; found == NULL && i < versions->len; i++)
    found = open_version (g_ptr_array_index (versions, i), cancellable);

  if (found == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  bytes = tide_file_reader_read (job->file, cancellable, NULL);
  found->file = g_object_ref (job->file);
  found->place = tide_file_place_dup (job->file);
  if (bytes != NULL)
    found->content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) tide_good_version_unref);
}

/**
 * tide_good_version_find_async:
 * @root: path of the folder of all versions
 * @file: a file that cannot be read
 * @cancellable: (nullable): stops the search
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Looks in a thread for the latest version that was saved to @file and can be read.
 */
void
tide_good_version_find_async (const char *root,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  FindJob *job = g_new0 (FindJob, 1);

  job->root = g_strdup (root);
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, tide_good_version_find_async);
  g_task_set_task_data (task, job, (GDestroyNotify) find_job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * tide_good_version_find_finish:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): the version, if there is any
 */
TideGoodVersion *
tide_good_version_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_good_version_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
