/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

#include "codec/tide-json-reader.h"
#include "store/tide-file-place.h"
#include "store/tide-file-reader.h"

/* What the reading thread gets and gives. */
typedef struct
{
  GFile *file;
  gboolean as_copy;
  TideClock *clock;
  char *author;
  GMainContext *context;
  TideDocumentProgress progress; /* nullable */
  gpointer progress_data;
  GDestroyNotify progress_destroy; /* nullable */
  gint64 last_report;              /* µs, of the thread */
  TideSnapshot *snapshot;
  GPtrArray *problems;
  char *place;
  TideFileStamp *stamp;
  TideFileHold *hold;
  gboolean is_shared;
} OpenJob;

typedef struct
{
  TideDocumentProgress progress;
  gpointer data;
  double fraction;
  GTask *task;
} ProgressReport;

static void
open_job_release_progress (OpenJob *job)
{
  const GDestroyNotify destroy = g_steal_pointer (&job->progress_destroy);

  if (destroy != NULL)
    destroy (g_steal_pointer (&job->progress_data));
}

static void
open_job_free (OpenJob *job)
{
  open_job_release_progress (job);
  g_clear_object (&job->file);
  g_clear_object (&job->clock);
  g_free (job->author);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_clear_pointer (&job->snapshot, tide_snapshot_unref);
  g_clear_pointer (&job->problems, g_ptr_array_unref);
  g_free (job->place);
  g_clear_pointer (&job->stamp, tide_file_stamp_free);
  g_clear_pointer (&job->hold, tide_file_hold_unref);
  g_free (job);
}

static void
progress_report_free (ProgressReport *report)
{
  g_clear_object (&report->task);
  g_free (report);
}

static gboolean
on_progress_reported (gpointer data)
{
  ProgressReport *report = data;

  if (!g_task_get_completed (report->task))
    report->progress (report->fraction, report->data);

  return G_SOURCE_REMOVE;
}

static void
on_read_progress (gsize done, gsize total, gpointer data)
{
  GTask *task = data;
  OpenJob *job = g_task_get_task_data (task);
  const gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  ProgressReport *report;

  if (job->progress == NULL || now - job->last_report < G_USEC_PER_SEC / 30)
    return;

  job->last_report = now;
  report = g_new0 (ProgressReport, 1);
  report->progress = job->progress;
  report->data = job->progress_data;
  report->fraction = total > 0 ? (double) done / (double) total : 0;
  report->task = g_object_ref (task);

  /* Not g_main_context_invoke(), which may call in this thread between two turns of the loop. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_progress_reported, report,
                         (GDestroyNotify) progress_report_free);
  g_source_attach (source, job->context);
}

/* A copy is a register of its own: what is later kept beside registers must tell them apart. */
static TideSnapshot *
copy_snapshot (TideSnapshot *original, TideClock *clock)
{
  TideSnapshot *copy = tide_snapshot_new ();
  const GPtrArray *history = tide_snapshot_get_history (original);

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *payloads = tide_snapshot_get_records (original, kind);

      for (guint i = 0; i < tide_entries_get_n (payloads); i++)
        {
          const TidePayload *payload = g_ptr_array_index (payloads, i);
          g_autofree char *id = NULL;
          TidePayload *settings;

          if (kind != TIDE_RECORD_REGISTER)
            {
              tide_snapshot_add (copy, kind, tide_payload_ref (payload));
              continue;
            }

          id = tide_clock_dup_id (clock);
          settings = tide_payload_copy (payload);
          tide_payload_set_string (&settings->id, id);
          tide_snapshot_add (copy, kind, tide_payload_seal (settings));
        }
    }
  for (guint i = 0; i < tide_entries_get_n (history); i++)
    tide_snapshot_add_history (copy, tide_step_ref (g_ptr_array_index (history, i)));

  return copy;
}

static gpointer
hash_in_thread (gpointer text)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
}

/* A status that another one follows while the file is read is not that of what was read. */
static void
take_stamp (OpenJob *job, const struct stat *before, const char *content)
{
  struct stat after;

  job->stamp = tide_file_stamp_new (before, content);
  if (!tide_file_stamp_stat (job->file, &after) || !tide_file_stamp_has_status (job->stamp, &after))
    {
      tide_file_stamp_free (job->stamp);
      job->stamp = tide_file_stamp_new (NULL, content);
    }
}

static gboolean
read_snapshot (GTask *task, OpenJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) text = NULL;
  struct stat status = { 0 };
  GThread *hashing;

  tide_file_stamp_stat (job->file, &status);
  text = tide_file_reader_read (job->file, cancellable, error);
  if (text == NULL)
    return FALSE;

  hashing = g_thread_new ("tide-hash", hash_in_thread, text);
  job->snapshot
      = tide_json_read (text, name, on_read_progress, task, cancellable, &job->problems, error);
  content = g_thread_join (hashing);
  take_stamp (job, &status, content);

  return job->snapshot != NULL;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;

  if (!read_snapshot (task, job, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->place = tide_file_place_dup (job->file);
  if (!job->as_copy)
    {
      job->hold = tide_file_hold_new ();
      job->is_shared = tide_file_hold_take (job->hold, job->file);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * tide_document_open_async:
 * @file: the register's file
 * @as_copy: whether what is read becomes a register of its own without a file, such as a sample
 * @clock: where times and ids come from
 * @author: (nullable): who will be named in the history
 * @progress: (nullable) (scope notified): called on the calling thread's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data, at the latest in tide_document_open_finish()
 * @cancellable: (nullable): stops the reading
 * @callback: called when it has been read or refused
 * @user_data: for @callback
 *
 * Reads a register in a thread of its own.
 */
void
tide_document_open_async (GFile *file,
                          gboolean as_copy,
                          TideClock *clock,
                          const char *author,
                          TideDocumentProgress progress,
                          gpointer progress_data,
                          GDestroyNotify progress_destroy,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OpenJob *job = NULL;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (OpenJob, 1);
  job->file = g_object_ref (file);
  job->as_copy = as_copy;
  job->clock = g_object_ref (clock);
  job->author = g_strdup (author);
  job->context = g_main_context_ref_thread_default ();
  job->progress = progress;
  job->progress_data = progress_data;
  job->progress_destroy = progress_destroy;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tide_document_open_async);
  g_task_set_task_data (task, job, (GDestroyNotify) open_job_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * tide_document_open_finish:
 * @result: what the callback was given
 * @error: where a refusal is put: %TIDE_STORE_ERROR, %TIDE_PROBLEM_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Makes the register of what was read. Doubts about its contents make it read-only and are in
 * tide_register_get_problems().
 *
 * Returns: (transfer full) (nullable): the document
 */
TideDocument *
tide_document_open_finish (GAsyncResult *result, GError **error)
{
  TideDocument *self;
  OpenJob *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  job = g_task_get_task_data (G_TASK (result));
  /* Here, as the thread may be the one that drops the task last. */
  open_job_release_progress (job);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  self = g_object_new (TIDE_TYPE_DOCUMENT, NULL);
  if (job->as_copy)
    {
      g_autoptr (TideSnapshot) original = g_steal_pointer (&job->snapshot);

      job->snapshot = copy_snapshot (original, job->clock);
    }
  tide_document_take_register (
      self, tide_register_new_from_snapshot (job->snapshot, job->clock, job->author));
  if (job->problems != NULL && job->problems->len > 0)
    tide_register_take_problems (self->reg, g_steal_pointer (&job->problems));
  if (!job->as_copy)
    {
      tide_document_take_file (self, job->file, job->place, g_steal_pointer (&job->stamp));
      tide_file_hold_unref (self->hold);
      self->hold = g_steal_pointer (&job->hold);
      self->is_shared = job->is_shared;
      tide_document_set_base (self, job->snapshot);
    }

  return self;
}
