/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-chart-sheet-file.h"

#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"
#include "ui/dialogs/tide-export-names.h"
#include "ui/tide-chart-sheet.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

/* Numbers of a chart on their way to a file. */
typedef struct
{
  GtkWidget *widget;     /* owned */
  TideChartSheet *sheet; /* owned */
  char *name;            /* owned: what is proposed for the file */
  TideExportFormat format;
  GFile *file; /* owned, nullable before it is chosen */
} Wish;

static Wish *
wish_new (GtkWidget *widget, const TideChartTable *table, const char *name)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->sheet = tide_chart_sheet_new (table, name);
  wish->name = g_strdup (name);
  wish->format = (TideExportFormat) tide_export_format_from_path (name);

  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  tide_chart_sheet_free (wish->sheet);
  g_free (wish->name);
  g_clear_object (&wish->file);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

/* Writing ------------------------------------------------------------------------------------ */

static void
tell_failure (GtkWidget *widget, const GError *error)
{
  const TideStoreError code
      = error->domain == TIDE_STORE_ERROR ? (TideStoreError) error->code : TIDE_STORE_ERROR_FAILED;
  g_autofree char *body
      = g_strconcat (error->message, "\n\n", tide_store_error_get_advice (code), NULL);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Data Not Saved"), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, widget);
}

static void
tell_success (const Wish *wish)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (wish->widget, ADW_TYPE_TOAST_OVERLAY);
  const guint n = tide_chart_sheet_get_n_rows (wish->sheet);
  g_autofree char *name = g_file_get_basename (wish->file);
  g_autofree char *sentence = g_strdup_printf (
      /* Translators: %u is how many, %s the name of a file */
      ngettext ("%u row saved as “%s”", "%u rows saved as “%s”", n), n, name);

  if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), sentence, NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_success (wish);
  else
    tell_failure (wish->widget, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = tide_chart_sheet_write (wish->sheet, wish->format, &error);

  if (bytes != NULL && tide_safe_writer_write (wish->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_to (Wish *wish, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written, wish);

  wish->file = g_object_ref (file);
  g_task_set_source_tag (task, write_to);
  g_task_set_task_data (task, wish, NULL);
  g_task_run_in_thread (task, write_in_thread);
}

/* Choosing a file ---------------------------------------------------------------------------- */

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    write_to (g_steal_pointer (&wish), file);
}

static void
choose_place (Wish *wish)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = tide_export_names_create_filters (wish->format);

  gtk_file_dialog_set_title (dialog, _ ("Save Data"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, wish->name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (wish->widget)), NULL,
                        on_place_chosen, wish);
}

static void
on_losses_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "save") && gtk_widget_get_root (wish->widget) != NULL)
    choose_place (g_steal_pointer (&wish));
}

static void
tell_losses (Wish *wish, char **losses)
{
  g_autofree char *body = g_strjoinv ("\n\n", losses);
  GtkWidget *widget = wish->widget;
  AdwDialog *dialog = adw_alert_dialog_new (_ ("What the File Will Not Hold"), body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "save", _ ("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, widget, NULL, on_losses_answered, wish);
}

/**
 * tide_chart_sheet_file_choose:
 * @widget: a widget of the window
 * @table: the numbers of a chart, such as #TideChartFrame::data-requested gives
 * @name: the name that is proposed for the file, which ends as its format does
 *
 * Tells what the file will not hold, if there is anything, asks for a file and writes the numbers
 * to it in a thread; a toast or a dialog tells how that went.
 */
void
tide_chart_sheet_file_choose (GtkWidget *widget, const TideChartTable *table, const char *name)
{
  Wish *wish = wish_new (widget, table, name);
  g_auto (GStrv) losses = tide_chart_sheet_list_losses (wish->sheet, wish->format);

  if (losses[0] != NULL)
    tell_losses (wish, losses);
  else
    choose_place (wish);
}

/**
 * tide_chart_sheet_file_write:
 * @widget: a widget of the window
 * @table: the numbers of a chart
 * @name: what the file would be called, which ends as its format does
 * @file: where to
 *
 * Writes the numbers in another thread; a toast or a dialog tells how that went.
 */
void
tide_chart_sheet_file_write (GtkWidget *widget,
                             const TideChartTable *table,
                             const char *name,
                             GFile *file)
{
  write_to (wish_new (widget, table, name), file);
}
