/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

/* The text: how it comes in, and when it is read. */

#include "ui/pages/tide-check-pane-private.h"

#include "codec/tide-plain-text.h"
#include "core/tide-text.h"
#include "store/tide-file-reader.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* So long after the last key a text is read, in milliseconds; what is pasted, at once. */
#define TYPING_DELAY 700
#define PASTING_DELAY 50

/* Of a longer text, in characters, what is typed is read when somebody asks for it. */
#define LONG_TEXT 200000

/* A line of more bytes would take too long to be laid out. */
#define LONG_LINE 8000

/* More characters at once than a key gives. */
#define PASTED 40

/* Reading ----------------------------------------------------------------------------------- */

/* What a thread reads. */
typedef struct
{
  char *text;
  TideSnapshot *snapshot;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  tide_snapshot_unref (request->snapshot);
  g_free (request);
}

/* How far a thread has come. */
typedef struct
{
  TideProgressFunc progress;
  gpointer data;
} Progress;

static void
on_progress (double fraction, gpointer data)
{
  const Progress *progress = data;

  progress->progress ((gsize) (fraction * 1000), 1000, progress->data);
}

static gpointer
read_text (gpointer data,
           TideProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  const Request *request = data;
  Progress told = { progress, progress_data };

  return tide_reading_new (request->text, request->snapshot, on_progress, &told, cancellable,
                           error);
}

static void
set_state (TideCheckPane *self, TideCheckState state)
{
  self->state = state;
  tide_check_pane_update (self);
}

static void
take_reading (gpointer data, gpointer found, const GError *error)
{
  TideCheckPane *self = data;
  g_autoptr (TideReading) reading = found;
  const gboolean is_at_finding = tide_check_pane_get_item (self) != NULL;

  self->is_following = TRUE;
  tide_check_list_set_reading (self->list, reading);
  tide_check_marks_make (self->marks);
  self->is_following = FALSE;
  tide_check_pane_fill_filter (self);
  set_state (self, TIDE_CHECK_READ);
  if (is_at_finding)
    tide_check_pane_follow_cursor (self);
  tide_check_pane_show_finding (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->summary_label),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
forget (TideCheckPane *self)
{
  self->is_following = TRUE;
  tide_check_list_set_reading (self->list, NULL);
  tide_check_marks_make (self->marks);
  self->is_following = FALSE;
  tide_check_pane_fill_filter (self);
  tide_check_pane_show_finding (self);
}

static char *
dup_text (TideCheckPane *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static gboolean
is_empty (TideCheckPane *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == 0;
}

/* The register without its history: nothing that a text says is held against that. */
void
tide_check_pane_read (TideCheckPane *self)
{
  g_autofree char *text = NULL;
  Request *request;

  g_clear_handle_id (&self->due_id, g_source_remove);
  if (self->reg == NULL || self->file != NULL || is_empty (self))
    return;

  text = dup_text (self);
  if (strlen (text) > TIDE_PLAIN_TEXT_MAX_SIZE)
    {
      forget (self);
      set_state (self, TIDE_CHECK_TOO_LONG);
      return;
    }

  request = g_new (Request, 1);
  *request = (Request) { g_steal_pointer (&text), tide_register_dup_snapshot (self->reg) };
  tide_import_runner_start (self->runner, read_text, request, request_free,
                            (GDestroyNotify) tide_reading_unref, take_reading, self);
  set_state (self, TIDE_CHECK_UNREAD);
}

static gboolean
on_due (gpointer data)
{
  TideCheckPane *self = data;

  self->due_id = 0;
  tide_check_pane_read (self);

  return G_SOURCE_REMOVE;
}

static void
read_after (TideCheckPane *self, guint delay)
{
  g_clear_handle_id (&self->due_id, g_source_remove);
  self->due_id = g_timeout_add (delay, on_due, self);
}

/**
 * tide_check_pane_read_later:
 * @self: a pane
 *
 * Reads the text again for a register that has changed, once somebody looks at it.
 */
void
tide_check_pane_read_later (TideCheckPane *self)
{
  if (self->file != NULL || is_empty (self) || self->state == TIDE_CHECK_STOPPED)
    return;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    read_after (self, PASTING_DELAY);
}

/* Whatever goes on: what is being opened is not taken, what was found stays. */
void
tide_check_pane_stop (TideCheckPane *self)
{
  g_clear_handle_id (&self->due_id, g_source_remove);
  tide_import_runner_cancel (self->runner);
  g_clear_object (&self->file);
  set_state (self, is_empty (self) ? TIDE_CHECK_EMPTY : TIDE_CHECK_STOPPED);
}

/* Edits ------------------------------------------------------------------------------------- */

/* A line is laid out whole, and again with each mark that it gets. */
static void
insert_broken (TideCheckPane *self, GtkTextIter *at, const char *text, int length)
{
  g_autofree char *broken = tide_plain_text_dup_broken (text, (gsize) length, LONG_LINE);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (broken == NULL)
    return;

  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  gtk_text_buffer_insert (self->buffer, at, broken, -1);
  if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), _ ("Long lines were broken where sentences end"),
                     NULL);
}

static void
on_inserting (TideCheckPane *self, GtkTextIter *at, const char *text, int length)
{
  self->is_inserting = self->is_inserting || length > PASTED;
  insert_broken (self, at, text, length);
}

static void
on_changed (TideCheckPane *self)
{
  const gboolean is_long = gtk_text_buffer_get_char_count (self->buffer) > LONG_TEXT;

  g_clear_handle_id (&self->due_id, g_source_remove);
  if (self->file == NULL)
    tide_import_runner_cancel (self->runner);
  if (is_empty (self))
    {
      forget (self);
      set_state (self, TIDE_CHECK_EMPTY);
    }
  else
    {
      if (self->is_inserting || !is_long)
        read_after (self, self->is_inserting ? PASTING_DELAY : TYPING_DELAY);
      set_state (self, TIDE_CHECK_UNREAD);
    }
  self->is_inserting = FALSE;
}

/* Files ------------------------------------------------------------------------------------- */

static gpointer
open_file (gpointer data,
           TideProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) bytes
      = tide_file_reader_read_head (data, TIDE_PLAIN_TEXT_MAX_SIZE + 1, cancellable, error);

  return bytes != NULL ? tide_plain_text_read (bytes, cancellable, error) : NULL;
}

static void
show_refusal (TideCheckPane *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  g_autofree char *shown = tide_text_dup_isolated (display);
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Not Opened"), shown);
  AdwDialog *alert = adw_alert_dialog_new (heading, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
take_text (gpointer data, gpointer found, const GError *error)
{
  TideCheckPane *self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autofree char *text = found;
  GtkTextIter start;

  if (text == NULL)
    {
      show_refusal (self, file, error);
      set_state (self, self->state);
      return;
    }

  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  tide_check_pane_set_step (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  tide_check_pane_read (self);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideCheckPane) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tide_check_pane_open (self, file);
}

void
tide_check_pane_choose_file (TideCheckPane *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (texts, _ ("Texts"));
  gtk_file_filter_add_mime_type (texts, "text/plain");
  gtk_file_filter_add_mime_type (texts, "text/markdown");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, texts);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, _ ("Open a Text"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (root), NULL, on_file_chosen, g_object_ref (self));
}

static gboolean
on_dropped (TideCheckPane *self, const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  tide_check_pane_open (self, files->data);

  return TRUE;
}

void
tide_check_pane_begin_text (TideCheckPane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before the window, which opens registers, and the text, which takes their names. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text_side, GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (on_inserting), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tide_check_pane_open:
 * @self: a pane
 * @file: a text, in whatever encoding
 *
 * Opens the file in place of the text that is there, and reads it. What is no text, or longer than
 * %TIDE_PLAIN_TEXT_MAX_SIZE, is refused with a dialog, and the text stays.
 */
void
tide_check_pane_open (TideCheckPane *self, GFile *file)
{
  g_return_if_fail (TIDE_IS_CHECK_PANE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_clear_handle_id (&self->due_id, g_source_remove);
  g_set_object (&self->file, file);
  tide_import_runner_start (self->runner, open_file, g_object_ref (file), g_object_unref, g_free,
                            take_text, self);
  tide_check_pane_update (self);
}
