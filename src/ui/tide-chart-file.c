/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-chart-file.h"

#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

/* A picture for which a person chooses a file. */
typedef struct
{
  GtkWidget *widget; /* owned */
  GBytes *bytes;     /* owned */
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  g_bytes_unref (wish->bytes);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
tell_failure (GtkWidget *widget, const GError *error)
{
  const TideStoreError code
      = error->domain == TIDE_STORE_ERROR ? (TideStoreError) error->code : TIDE_STORE_ERROR_FAILED;
  g_autofree char *body
      = g_strconcat (error->message, "\n\n", tide_store_error_get_advice (code), NULL);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Picture Not Saved"), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, widget);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (!tide_safe_writer_write_finish (result, &error))
    tell_failure (widget, error);
  else if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), _ ("Picture saved"), NULL);
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    tide_chart_file_write (wish->widget, file, wish->bytes);
}

static GListModel *
create_filters (const char *name)
{
  static const struct
  {
    const char *suffix;
    const char *name;
  } formats[] = {
    { "png", N_ ("PNG Pictures") },
    { "svg", N_ ("SVG Pictures") },
    { "pdf", N_ ("PDF Documents") },
  };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      if (!g_str_has_suffix (name, formats[i].suffix))
        continue;

      gtk_file_filter_set_name (filter, _ (formats[i].name));
      gtk_file_filter_add_suffix (filter, formats[i].suffix);
      g_list_store_append (filters, filter);
    }

  return G_LIST_MODEL (filters);
}

/**
 * tide_chart_file_choose:
 * @widget: a widget of the window
 * @bytes: a picture of a chart, such as #TideChartFrame::save-requested gives
 * @name: the name that is proposed for it
 *
 * Asks for a file and writes the picture to it; a toast or a dialog tells how that went.
 */
void
tide_chart_file_choose (GtkWidget *widget, GBytes *bytes, const char *name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (name);
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->bytes = g_bytes_ref (bytes);

  gtk_file_dialog_set_title (dialog, _ ("Save Picture"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_place_chosen,
                        wish);
}

/**
 * tide_chart_file_write:
 * @widget: a widget of the window
 * @file: where to
 * @bytes: a picture of a chart
 *
 * Writes the picture in another thread; a toast or a dialog tells how that went.
 */
void
tide_chart_file_write (GtkWidget *widget, GFile *file, GBytes *bytes)
{
  tide_safe_writer_write_async (file, bytes, NULL, on_written, g_object_ref (widget));
}
