/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-history-file.h"

#include "store/tide-safe-writer.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

/* What a person wants written. */
typedef struct
{
  GtkWidget *widget;     /* owned */
  TideHistoryList *list; /* owned */
  TideHistoryFormat format;
  GFile *file; /* owned, nullable until it is chosen */
} Wish;

static const struct
{
  const char *suffix;
  const char *name;
} formats[] = {
  [TIDE_HISTORY_FORMAT_CSV] = { "csv", N_ ("CSV Tables") },
  [TIDE_HISTORY_FORMAT_JSON] = { "json", N_ ("JSON Files") },
};

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->widget);
  g_object_unref (wish->list);
  g_clear_object (&wish->file);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
tell_failure (Wish *wish, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Changes Not Exported"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, wish->widget);
}

static void
tell_success (Wish *wish)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (wish->widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), _ ("Changes exported"), NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;

  if (tide_safe_writer_write_finish (result, &error))
    tell_success (wish);
  else
    tell_failure (wish, error);
}

static void
on_worded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_history_export_finish (result, &error);
  GFile *file = wish->file;

  if (bytes == NULL)
    {
      tell_failure (wish, error);
      return;
    }

  tide_safe_writer_write_async (file, bytes, NULL, on_written, g_steal_pointer (&wish));
}

static void
on_place_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  TideHistoryList *list = wish->list;
  TideHistoryFormat format = wish->format;

  wish->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (wish->file != NULL)
    tide_history_export_async (list, format, NULL, on_worded, g_steal_pointer (&wish));
}

/**
 * tide_history_file_choose:
 * @widget: a widget of the window
 * @list: the changes
 * @format: how to write them
 *
 * Asks for a file and writes to it the changes that @list shows; a toast or a dialog tells how that
 * went.
 */
void
tide_history_file_choose (GtkWidget *widget, TideHistoryList *list, TideHistoryFormat format)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  Wish *wish = g_new0 (Wish, 1);

  wish->widget = g_object_ref (widget);
  wish->list = g_object_ref (list);
  wish->format = format;

  gtk_file_filter_set_name (filter, _ (formats[format].name));
  gtk_file_filter_add_suffix (filter, formats[format].suffix);
  g_list_store_append (filters, filter);
  /* Translators: the name that a file with changes begins with, without its suffix */
  name = g_strconcat (_ ("History"), ".", formats[format].suffix, NULL);
  gtk_file_dialog_set_title (dialog, _ ("Export Changes"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_place_chosen,
                        wish);
}
