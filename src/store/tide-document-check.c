/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

typedef struct
{
  GFile *file;
  TideFileStamp *stamp;
  TideFileHold *hold;
  TideFileChange change;
  gboolean is_shared;
} CheckJob;

static void
check_job_free (CheckJob *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->stamp, tide_file_stamp_free);
  g_clear_pointer (&job->hold, tide_file_hold_unref);
  g_free (job);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CheckJob *job = data;

  job->change = tide_file_stamp_check (job->stamp, job->file, cancellable);
  job->is_shared = tide_file_hold_take (job->hold, job->file);
  g_task_return_boolean (task, TRUE);
}

/* It was saved, or saved elsewhere, while the thread looked. */
static gboolean
is_outdated (TideDocument *self, const CheckJob *job)
{
  return self->busy || self->stamp == NULL || self->file == NULL
         || !g_file_equal (self->file, job->file)
         || !g_str_equal (self->stamp->content, job->stamp->content);
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TideDocument *self = g_task_get_source_object (task);
  CheckJob *job = g_task_get_task_data (G_TASK (result));

  self->is_checking = FALSE;
  if (!is_outdated (self, job))
    {
      g_clear_pointer (&self->stamp, tide_file_stamp_free);
      self->stamp = g_steal_pointer (&job->stamp);
      tide_document_set_outside (self, job->change, job->is_shared);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * tide_document_check_async:
 * @self: a document
 * @callback: (nullable): called when it is known
 * @user_data: for @callback
 *
 * Looks in a thread whether somebody else has changed, moved or deleted the file, or has it open:
 * when the person turns to the window. The properties `outside` and `shared` tell. Does nothing
 * while the register is being saved, which looks itself.
 */
void
tide_document_check_async (TideDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) looker = NULL;
  CheckJob *job = NULL;

  g_return_if_fail (TIDE_IS_DOCUMENT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tide_document_check_async);
  if (self->stamp == NULL || self->busy || self->is_checking)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  self->is_checking = TRUE;
  job = g_new0 (CheckJob, 1);
  job->file = g_object_ref (self->file);
  job->stamp = tide_file_stamp_copy (self->stamp);
  job->hold = tide_file_hold_ref (self->hold);
  looker = g_task_new (NULL, NULL, on_checked, g_steal_pointer (&task));
  g_task_set_source_tag (looker, tide_document_check_async);
  g_task_set_task_data (looker, job, (GDestroyNotify) check_job_free);
  g_task_run_in_thread (looker, check_in_thread);
}

/**
 * tide_document_check_finish:
 * @self: a document
 * @result: what the callback was given
 *
 * Returns: whether a look was taken
 */
gboolean
tide_document_check_finish (TideDocument *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * tide_document_get_outside:
 * @self: a document
 *
 * Returns: what somebody else has done with its file since it was read or saved last, as far as
 * that is known
 */
TideFileChange
tide_document_get_outside (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), TIDE_FILE_CHANGE_NONE);

  return self->outside;
}

/**
 * tide_document_get_shared:
 * @self: a document
 *
 * Returns: whether somebody else was found to have its file open, too
 */
gboolean
tide_document_get_shared (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->is_shared;
}
