/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-export-dialog-private.h"

#include "codec/tide-export-thread.h"
#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"
#include "ui/dialogs/tide-export-names.h"

#include <glib/gi18n-lib.h>

/* Milliseconds between two looks at how far the writing has come. */
#define PROGRESS_PERIOD 100

/* What the thread has done when all rows are written; packing them is still to come. */
#define ALL_DONE 1000

/* A file on its way, until the last thread that works on it has ended: the library that packs a
 * spreadsheet cannot be stopped. Who gives up leaves it to itself, and it writes no file then. */
struct _TideExportSaving
{
  TideExportDialog *dialog;  /* owned */
  GFile *file;               /* owned */
  GCancellable *cancellable; /* owned */
  gint done;                 /* atomic, per mille: set by the thread that writes */
  gboolean has_projects;     /* they are what is counted, instead of rows */
  guint n;
};

static TideExportSaving *
saving_new (TideExportDialog *dialog, GFile *file, const TideExportOptions *options)
{
  TideExportSaving *saving = g_new0 (TideExportSaving, 1);

  saving->dialog = g_object_ref (dialog);
  saving->file = g_object_ref (file);
  saving->cancellable = g_cancellable_new ();
  saving->has_projects = (options->types & (1u << TIDE_EXPORT_PROJECTS)) != 0;
  saving->n = tide_entries_get_n (tide_export_dialog_get_projects (dialog));

  return saving;
}

static void
saving_free (TideExportSaving *saving)
{
  g_object_unref (saving->dialog);
  g_object_unref (saving->file);
  g_object_unref (saving->cancellable);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideExportSaving, saving_free)

/* Progress ----------------------------------------------------------------------------------- */

static void
on_progress (gsize done, gsize total, gpointer data)
{
  TideExportSaving *saving = data;

  g_atomic_int_set (&saving->done, (gint) (ALL_DONE * (double) done / (double) total));
}

static gboolean
on_progress_due (gpointer data)
{
  TideExportDialog *self = data;
  const gint done = g_atomic_int_get (&self->saving->done);

  if (done < ALL_DONE || gtk_progress_bar_get_fraction (self->progress_bar) < 1)
    gtk_progress_bar_set_fraction (self->progress_bar, (double) done / ALL_DONE);
  else
    gtk_progress_bar_pulse (self->progress_bar);

  return G_SOURCE_CONTINUE;
}

static void
show_choices (TideExportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choices");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->part_row));
}

static void
show_progress (TideExportDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "writing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", FALSE);
  gtk_widget_grab_focus (self->cancel_button);
  self->progress_id = g_timeout_add (PROGRESS_PERIOD, on_progress_due, self);
}

/**
 * tide_export_dialog_stop:
 * @self: a dialog
 *
 * Gives up what is being written, at once: no file comes of it, and nothing is told of it any more.
 */
void
tide_export_dialog_stop (TideExportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving->cancellable);
  self->saving = NULL;
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideExportDialog *self = TIDE_EXPORT_DIALOG (widget);

  tide_export_dialog_stop (self);
  show_choices (self);
}

/* Writing ------------------------------------------------------------------------------------ */

static void
tell_failure (TideExportDialog *self, const GError *error)
{
  const TideStoreError code
      = error->domain == TIDE_STORE_ERROR ? (TideStoreError) error->code : TIDE_STORE_ERROR_FAILED;
  g_autofree char *body
      = g_strconcat (error->message, "\n\n", tide_store_error_get_advice (code), NULL);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not Exported"), body);

  tide_export_dialog_stop (self);
  show_choices (self);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
tell_exported (const TideExportSaving *saving)
{
  const guint n = saving->n;
  g_autofree char *sentence = NULL;

  if (saving->has_projects)
    sentence = g_strdup_printf (
        /* Translators: %u is how many */
        ngettext ("%u project exported", "%u projects exported", n), n);
  else
    sentence = g_strdup_printf (
        /* Translators: %u is how many */
        ngettext ("%u row exported", "%u rows exported", n), n);

  tide_export_dialog_tell_exported (saving->dialog, sentence);
}

static void
tell_success (const TideExportSaving *saving)
{
  tide_export_dialog_stop (saving->dialog);
  tell_exported (saving);
  adw_dialog_close (ADW_DIALOG (saving->dialog));
}

/* Whether it was given up meanwhile. */
static gboolean
is_over (const TideExportSaving *saving)
{
  return saving->dialog->saving != saving;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideExportSaving) saving = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_written = tide_safe_writer_write_finish (result, &error);

  /* What was given up too late is in the file all the same, and has to be told. */
  if (is_over (saving))
    {
      if (is_written)
        tell_exported (saving);
      return;
    }

  if (is_written)
    tell_success (saving);
  else
    tell_failure (saving->dialog, error);
}

static void
on_tables_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideExportSaving) saving = data;
  g_autoptr (GError) error = NULL;
  guint n_rows;
  g_autoptr (GBytes) bytes = tide_export_write_finish (result, &n_rows, &error);
  GFile *file = saving->file;
  GCancellable *cancellable = saving->cancellable;

  if (is_over (saving))
    return;

  if (!saving->has_projects)
    saving->n = n_rows;
  if (bytes == NULL)
    tell_failure (saving->dialog, error);
  else
    tide_safe_writer_write_async (file, bytes, cancellable, on_written, g_steal_pointer (&saving));
}

/**
 * tide_export_dialog_save:
 * @self: a dialog with a register
 * @file: where to
 *
 * Writes what is chosen in threads; the signal `exported` or a dialog tells how that went.
 */
void
tide_export_dialog_save (TideExportDialog *self, GFile *file)
{
  TideExportOptions options;

  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self) && self->snapshot != NULL);

  tide_export_dialog_stop (self);
  options = tide_export_dialog_read_options (self);
  self->saving = saving_new (self, file, &options);
  show_progress (self);
  tide_export_write_async (self->snapshot, tide_export_dialog_get_part (self), &options,
                           on_progress, self->saving, self->saving->cancellable, on_tables_made,
                           self->saving);
}

/* Choosing a file ---------------------------------------------------------------------------- */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideExportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->stack != NULL)
    tide_export_dialog_save (self, file);
}

static void
choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideExportDialog *self = TIDE_EXPORT_DIALOG (widget);
  const TideExportOptions options = tide_export_dialog_read_options (self);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = tide_export_names_create_filters (options.format);
  g_autofree char *file_name = tide_export_dialog_dup_file_name (self);

  gtk_file_dialog_set_title (dialog, _ ("Export Tables"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen,
                        g_object_ref (self));
}

/**
 * tide_export_dialog_install_saving_actions:
 * @widget_class: the class of the dialog
 *
 * Adds what asks for a file, and what gives up writing it.
 */
void
tide_export_dialog_install_saving_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
}
