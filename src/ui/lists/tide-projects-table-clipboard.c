/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "codec/tide-json-reader.h"
#include "core/tide-snapshot-part.h"
#include "ui/lists/tide-projects-copy.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

/* The most that is taken from the clipboard, in bytes. */
#define MAX_BYTES (64 * 1024 * 1024)

static void
tell (TideProjectsTable *self, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), text, NULL);
}

static void
restart (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

/* Copying ------------------------------------------------------------------------------------- */

static GPtrArray *
dup_selected (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *projects = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean has_one = gtk_bitset_iter_init_first (&iter, selected, &position); has_one;
       has_one = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (TIDE_IS_PROJECT (item))
        g_ptr_array_add (projects,
                         tide_payload_ref (&tide_project_get_payload (TIDE_PROJECT (item))->base));
    }

  return projects;
}

static void
write_copy (GTask *task, gpointer source, gpointer copy, GCancellable *cancellable)
{
  GError *error = NULL;
  GdkContentProvider *provider = tide_projects_copy_write (copy, &error);

  if (provider != NULL)
    g_task_return_pointer (task, provider, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (source);
  const guint n = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->copying);
  if (provider == NULL)
    {
      tell (self, error->message);
      return;
    }

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  /* Translators: how many projects were copied to the clipboard */
  text = g_strdup_printf (ngettext ("%u project copied", "%u projects copied", n), n);
  tell (self, text);
}

static void
tell_too_many (TideProjectsTable *self)
{
  g_autofree char *text = NULL;

  /* Translators: the most projects that can be copied or pasted in one go */
  text = g_strdup_printf (ngettext ("At most %u project can be copied at once",
                                    "At most %u projects can be copied at once",
                                    TIDE_PROJECTS_COPY_MAX),
                          (guint) TIDE_PROJECTS_COPY_MAX);
  tell (self, text);
}

/*
 * tide_projects_table_copy:
 * @self: a table
 *
 * Copies the selected projects to the clipboard.
 */
void
tide_projects_table_copy (TideProjectsTable *self)
{
  const guint n = tide_projects_table_get_n_selected (self);
  g_autoptr (GTask) task = NULL;

  if (n == 0)
    return;
  if (n > TIDE_PROJECTS_COPY_MAX)
    {
      tell_too_many (self);
      return;
    }

  restart (&self->copying);
  task = g_task_new (self, self->copying, on_copied, GUINT_TO_POINTER (n));
  g_task_set_static_name (task, "tide-projects-copy");
  g_task_set_task_data (task,
                        tide_projects_copy_new (tide_view_get_snapshot (self->view),
                                                dup_selected (self), &self->choice,
                                                self->amount_kind),
                        (GDestroyNotify) tide_projects_copy_free);
  g_task_run_in_thread (task, write_copy);
}

/* Pasting ------------------------------------------------------------------------------------- */

static gboolean
has_other_currency (TideProjectsTable *self, TideSnapshot *part)
{
  return g_strcmp0 (tide_snapshot_get_settings (part)->currency,
                    tide_register_get_settings (self->reg)->currency)
             != 0
         && tide_snapshot_has_effects (part);
}

static void
reveal_pasted (TideProjectsTable *self, TideStep *step)
{
  g_autofree char *id = g_strdup (tide_step_find_added (step, TIDE_RECORD_PROJECT));

  if (id != NULL)
    tide_projects_table_reveal (self, id);
}

static void
paste_part (TideProjectsTable *self, TideSnapshot *part)
{
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (has_other_currency (self, part))
    {
      tell (self, _ ("These projects tell their output and tax in another currency"));
      return;
    }

  step = tide_register_new_paste_step (self->reg, part);
  if (tide_register_apply (self->reg, step, &error))
    reveal_pasted (self, step);
  else
    tell (self, error->message);
}

static void
read_part (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) part
      = tide_json_read (bytes, _ ("Clipboard"), NULL, NULL, cancellable, &problems, &error);

  if (part == NULL || (problems != NULL && problems->len > 0))
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                     _ ("What was copied is not as Tideline writes it"));
  else if (tide_snapshot_get_records (part, TIDE_RECORD_PROJECT)->len > TIDE_PROJECTS_COPY_MAX)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                     _ ("There are too many projects to be pasted at once"));
  else
    g_task_return_pointer (task, g_steal_pointer (&part), (GDestroyNotify) tide_snapshot_unref);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSnapshot) part = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->pasting);
  if (part != NULL && self->reg != NULL)
    paste_part (self, part);
  else if (error != NULL)
    tell (self, error->message);
}

/* What is being read from the clipboard. */
typedef struct
{
  TideProjectsTable *table; /* owned */
  char *buffer;             /* owned: has room for one byte more than may be read */
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->table);
  g_free (self->buffer);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
on_bytes_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Reading) reading = data;
  TideProjectsTable *self = reading->table;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  gsize n_read;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &n_read, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell (self, error->message);
      return;
    }
  if (n_read > MAX_BYTES)
    {
      tell (self, _ ("There are too many projects to be pasted at once"));
      return;
    }

  task = g_task_new (self, self->pasting, on_read, NULL);
  g_task_set_static_name (task, "tide-projects-paste");
  g_task_set_task_data (
      task, g_bytes_new_take (g_realloc (g_steal_pointer (&reading->buffer), n_read + 1), n_read),
      (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_part);
}

static void
on_stream_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideProjectsTable) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  Reading *reading;

  if (stream == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tell (self, error->message);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->table = g_object_ref (self);
  reading->buffer = g_malloc (MAX_BYTES + 1);
  g_input_stream_read_all_async (stream, reading->buffer, MAX_BYTES + 1, G_PRIORITY_DEFAULT,
                                 self->pasting, on_bytes_read, reading);
}

/*
 * tide_projects_table_paste:
 * @self: a table
 *
 * Adds the projects that are in the clipboard.
 */
void
tide_projects_table_paste (TideProjectsTable *self)
{
  static const char *const mime_types[] = { TIDE_PROJECTS_MIME_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (self->reg == NULL || tide_register_get_read_only (self->reg))
    return;
  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                              TIDE_PROJECTS_MIME_TYPE))
    {
      tell (self, _ ("Only projects that were copied from a list of projects can be pasted"));
      return;
    }

  restart (&self->pasting);
  gdk_clipboard_read_async (clipboard, (const char **) mime_types, G_PRIORITY_DEFAULT,
                            self->pasting, on_stream_ready, g_object_ref (self));
}

/*
 * tide_projects_table_stop_clipboard:
 * @self: a table that goes away
 */
void
tide_projects_table_stop_clipboard (TideProjectsTable *self)
{
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
  g_cancellable_cancel (self->pasting);
  g_clear_object (&self->pasting);
}
