/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"
#include "store/tide-file-place.h"
#include "store/tide-file-reader.h"
#include "store/tide-safe-writer.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideDocument, tide_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILE,
  PROP_PLACE,
  PROP_BUSY,
  PROP_MODIFIED,
  PROP_SAVE_FAILED,
  PROP_TROUBLE,
} TideDocumentProperty;

static GParamSpec *props[PROP_TROUBLE + 1];

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
  char *content;
} OpenJob;

typedef struct
{
  TideDocumentProgress progress;
  gpointer data;
  double fraction;
  GTask *task;
} ProgressReport;

typedef struct
{
  GFile *file;
  TideSnapshot *snapshot;
  char *place;
  char *content;
} SaveJob;

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
  g_free (job->content);
  g_free (job);
}

static void
save_job_free (SaveJob *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->snapshot, tide_snapshot_unref);
  g_free (job->place);
  g_free (job->content);
  g_free (job);
}

static void
progress_report_free (ProgressReport *report)
{
  g_clear_object (&report->task);
  g_free (report);
}

static void
set_busy (TideDocument *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
set_save_failed (TideDocument *self, gboolean save_failed)
{
  if (self->save_failed == save_failed)
    return;

  self->save_failed = save_failed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_FAILED]);
}

static void
set_file (TideDocument *self, GFile *file, const char *place, const char *content)
{
  g_set_str (&self->content, content);
  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  if (g_set_str (&self->place, place))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* It was read from a place that is not its file. */
void
tide_document_forget_file (TideDocument *self)
{
  set_file (self, NULL, NULL, NULL);
}

/* What the journal says has changed. */
void
tide_document_tell_trouble (TideDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);
}

static void
on_register_modified (TideDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
take_register (TideDocument *self, TideRegister *reg)
{
  g_assert (self->reg == NULL);

  self->reg = reg;
  g_signal_connect_object (reg, "notify::modified", G_CALLBACK (on_register_modified), self,
                           G_CONNECT_SWAPPED);
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

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenJob *job = data;
  GError *error = NULL;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autoptr (GBytes) text = tide_file_reader_read (job->file, cancellable, &error);

  if (text != NULL)
    {
      GThread *hashing = g_thread_new ("tide-hash", hash_in_thread, text);

      job->snapshot = tide_json_read (text, name, on_read_progress, task, cancellable,
                                      &job->problems, &error);
      job->content = g_thread_join (hashing);
    }

  if (job->snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job->place = tide_file_place_dup (job->file);
  g_task_return_boolean (task, TRUE);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) text = tide_json_write (job->snapshot, NULL, NULL, cancellable, &error);

  if (text == NULL || !tide_safe_writer_write (job->file, text, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  job->place = tide_file_place_dup (job->file);
  job->content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  g_task_return_boolean (task, TRUE);
}

static void
tide_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideDocument *self = TIDE_DOCUMENT (object);

  switch ((TideDocumentProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, tide_document_get_modified (self));
      break;
    case PROP_SAVE_FAILED:
      g_value_set_boolean (value, tide_document_get_save_failed (self));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, tide_document_get_trouble (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_document_dispose (GObject *object)
{
  TideDocument *self = TIDE_DOCUMENT (object);

  g_clear_object (&self->reg);
  g_clear_object (&self->file);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (tide_document_parent_class)->dispose (object);
}

static void
tide_document_finalize (GObject *object)
{
  TideDocument *self = TIDE_DOCUMENT (object);

  g_free (self->place);
  g_free (self->content);

  G_OBJECT_CLASS (tide_document_parent_class)->finalize (object);
}

static void
tide_document_class_init (TideDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_document_get_property;
  object_class->dispose = tide_document_dispose;
  object_class->finalize = tide_document_finalize;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_SAVE_FAILED] = g_param_spec_boolean ("save-failed", NULL, NULL, FALSE, flags);
  props[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_document_init (TideDocument *self)
{
}

/**
 * tide_document_new:
 * @clock: where times and ids come from
 * @author: (nullable): who will be named in the history
 *
 * Returns: (transfer full): an empty register without a file
 */
TideDocument *
tide_document_new (TideClock *clock, const char *author)
{
  TideDocument *self = g_object_new (TIDE_TYPE_DOCUMENT, NULL);

  take_register (self, tide_register_new (clock, author));

  return self;
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
  take_register (self, tide_register_new_from_snapshot (job->snapshot, job->clock, job->author));
  if (job->problems != NULL && job->problems->len > 0)
    tide_register_take_problems (self->reg, g_steal_pointer (&job->problems));
  if (!job->as_copy)
    set_file (self, job->file, job->place, job->content);

  return self;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TideDocument *self = g_task_get_source_object (task);
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      set_save_failed (self, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
      g_task_return_error (task, error);
      return;
    }

  set_save_failed (self, FALSE);
  set_file (self, job->file, job->place, job->content);
  tide_register_mark_saved (self->reg, job->snapshot);
  tide_document_begin_journal (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  g_task_return_boolean (task, TRUE);
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
 */
void
tide_document_save_async (TideDocument *self,
                          GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) writer = NULL;
  SaveJob *job = NULL;

  g_return_if_fail (TIDE_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tide_document_save_async);
  if (self->busy)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_BUSY,
                                       _ ("The register is being saved already."));
      return;
    }

  job = g_new0 (SaveJob, 1);
  job->file = g_object_ref (file != NULL ? file : self->file);
  job->snapshot = tide_register_dup_snapshot_to_save (self->reg);
  set_busy (self, TRUE);

  writer = g_task_new (NULL, cancellable, on_saved, g_steal_pointer (&task));
  g_task_set_source_tag (writer, tide_document_save_async);
  g_task_set_check_cancellable (writer, FALSE);
  g_task_set_task_data (writer, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (writer, save_in_thread);
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

/**
 * tide_document_get_register:
 * @self: a document
 *
 * Returns: (transfer none): its register
 */
TideRegister *
tide_document_get_register (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->reg;
}

/**
 * tide_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file it was opened from or saved to last
 */
GFile *
tide_document_get_file (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * tide_document_get_place:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): in words for people, where its file is: see
 *   tide_file_place_dup()
 */
const char *
tide_document_get_place (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->place;
}

/**
 * tide_document_dup_name:
 * @self: a document
 * @language: language of the person
 *
 * Returns: (transfer full): the register's title, else its file's name, else "New Register"
 */
char *
tide_document_dup_name (TideDocument *self, TideLanguage language)
{
  const char *title;

  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  title = tide_text_get (&tide_register_get_settings (self->reg)->title, language);
  if (title != NULL)
    return g_strdup (title);
  if (self->file != NULL)
    return g_file_get_basename (self->file);

  return g_strdup (_ ("New Register"));
}

/**
 * tide_document_get_modified:
 * @self: a document
 *
 * Returns: whether closing it now would lose something that was done
 */
gboolean
tide_document_get_modified (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return tide_register_get_modified (self->reg);
}

/**
 * tide_document_get_busy:
 * @self: a document
 *
 * Returns: whether it is being saved
 */
gboolean
tide_document_get_busy (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

/**
 * tide_document_get_save_failed:
 * @self: a document
 *
 * Returns: whether the last attempt to save it failed
 */
gboolean
tide_document_get_save_failed (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->save_failed;
}

/**
 * tide_document_get_trouble:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why what is not saved would not survive a crash, as a
 *   sentence
 */
const char *
tide_document_get_trouble (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->journal != NULL ? tide_journal_get_trouble (self->journal) : NULL;
}

/**
 * tide_document_is_untouched:
 * @self: a document
 *
 * Returns: whether it is a new register or a sample in which nothing has been done, so that a
 * window may show another register in its place
 */
gboolean
tide_document_is_untouched (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->file == NULL && !tide_register_get_modified (self->reg)
         && !tide_register_get_can_redo (self->reg);
}
