/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

#include "codec/tide-json-writer.h"
#include "store/tide-file-place.h"
#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TideFileCalls *calls; /* borrowed */
  GFile *file;
  TideSnapshot *snapshot;
  TideFileStamp *expected; /* nullable: of the file that is replaced */
  TideFileHold *hold;
  char *place;
  TideFileStamp *written;
  gboolean is_shared;
  TideVersionKeeper *keeper;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->snapshot, tide_snapshot_unref);
  g_clear_pointer (&job->expected, tide_file_stamp_free);
  g_clear_pointer (&job->hold, tide_file_hold_unref);
  g_free (job->place);
  g_clear_pointer (&job->written, tide_file_stamp_free);
  tide_version_keeper_free (job->keeper);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) text = tide_json_write (job->snapshot, NULL, NULL, cancellable, &error);

  if (text != NULL)
    tide_version_keeper_keep_old (job->keeper);
  if (text == NULL
      || !tide_safe_writer_replace_with_calls (job->file, text, job->expected, &job->written,
                                               job->calls, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->place = tide_file_place_dup (job->file);
  job->is_shared = tide_file_hold_take (job->hold, job->file);
  tide_version_keeper_keep_new (job->keeper, text, job->written->content);
  g_task_return_boolean (task, TRUE);
}

/* The look before the saving has found what somebody else did. */
static TideFileChange
change_of_error (TideDocument *self, const GError *error)
{
  if (g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_CHANGED))
    return TIDE_FILE_CHANGE_CONTENT;
  if (g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_GONE))
    return TIDE_FILE_CHANGE_MISSING;

  return self->outside;
}

static void
take_failure (TideDocument *self, const GError *error)
{
  const gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  tide_document_take_save_error (self, is_cancelled ? NULL : g_error_copy (error));
  tide_document_set_outside (self, change_of_error (self, error), self->is_shared);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TideDocument *self = g_task_get_source_object (task);
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      take_failure (self, error);
      tide_document_set_busy (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  tide_document_take_save_error (self, NULL);
  tide_document_take_file (self, job->file, job->place, g_steal_pointer (&job->written));
  tide_document_set_outside (self, TIDE_FILE_CHANGE_NONE, job->is_shared);
  tide_register_mark_saved (self->reg, job->snapshot);
  tide_document_begin_journal (self);
  tide_document_tell_modified (self);
  tide_document_end_version_keeper (self, job->keeper);
  tide_document_set_busy (self, FALSE);
  g_task_return_boolean (task, TRUE);
}

/* Takes @task, which ends when the register has been saved, or not. */
static void
begin_save (
    TideDocument *self, GFile *file, gboolean is_automatic, GCancellable *cancellable, GTask *task)
{
  g_autoptr (GTask) writer = NULL;
  SaveJob *job = g_new0 (SaveJob, 1);

  job->calls = self->calls;
  job->file = g_object_ref (file != NULL ? file : self->file);
  job->snapshot = tide_register_dup_snapshot_to_save (self->reg);
  if (file == NULL && self->stamp != NULL)
    job->expected = tide_file_stamp_copy (self->stamp);
  job->hold = tide_file_hold_ref (self->hold);
  job->keeper = tide_document_new_version_keeper (self, job->file, job->snapshot, is_automatic);
  tide_document_set_busy (self, TRUE);

  writer = g_task_new (NULL, cancellable, on_saved, task);
  g_task_set_source_tag (writer, tide_document_save_async);
  g_task_set_check_cancellable (writer, FALSE);
  g_task_set_task_data (writer, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (writer, save_in_thread);
}

/**
 * tide_document_save_async:
 * @self: a document
 * @file: (nullable): where to; %NULL for the file it has
 * @cancellable: (nullable): stops the saving; the old file stays as it was
 * @callback: called when it has been saved, or not
 * @user_data: for @callback
 *
 * Writes the register as it is now, in a thread of its own. What is edited meanwhile stays unsaved.
 * The file it has is replaced only while it holds what was read or saved last: see
 * tide_safe_writer_replace(). A @file that is named is replaced whatever it holds, as who chooses
 * it has been asked.
 */
void
tide_document_save_async (TideDocument *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TIDE_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tide_document_save_async);
  if (self->busy)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_BUSY,
                                     _ ("The register is being saved already."));
  else
    begin_save (self, file, FALSE, cancellable, g_steal_pointer (&task));
}

/* Nobody waits for it: what comes of it is told by the properties. */
void
tide_document_save_automatically (TideDocument *self)
{
  GTask *task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_source_tag (task, tide_document_save_automatically);
  begin_save (self, NULL, TRUE, NULL, task);
}

/**
 * tide_document_save_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: why it was not saved
 *
 * Returns: whether the file holds the register as it was when the saving began
 */
gboolean
tide_document_save_finish (TideDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
