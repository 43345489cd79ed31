/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-import-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const suffixes[]
    = { "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "html", "htm", NULL };

static gboolean
can_import (TideWindow *self)
{
  TideRegister *reg = tide_window_get_register (self);

  return reg != NULL && !tide_register_get_read_only (reg);
}

static void
on_imported (TideWindow *self, TideStep *step)
{
  tide_window_offer_undo (self, step);
}

/**
 * tide_window_import:
 * @self: a window with a register that can be changed
 * @file: a file with a table
 *
 * Shows the dialog that takes the table into the register.
 */
void
tide_window_import (TideWindow *self, GFile *file)
{
  AdwDialog *dialog;

  g_return_if_fail (can_import (self));

  dialog = tide_import_dialog_new (tide_window_get_register (self), file);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * tide_window_imports:
 * @self: a window
 * @file: a file
 *
 * Returns: whether the file has the name of a table, and there is a register for it
 */
gboolean
tide_window_imports (TideWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *suffix = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return suffix != NULL && can_import (self) && g_strv_contains (suffixes, suffix);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables"));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (tables, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, tables);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && can_import (self))
    tide_window_import (self, file);
}

static void
choose_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;

  if (!can_import (TIDE_WINDOW (widget)))
    return;

  dialog = gtk_file_dialog_new ();
  filters = create_filters ();
  gtk_file_dialog_set_title (dialog, _ ("Import Table"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, on_file_chosen, g_object_ref (widget));
}

/**
 * tide_window_install_import_actions:
 * @widget_class: the class of windows
 *
 * Adds what takes somebody else's table into the register.
 */
void
tide_window_install_import_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, choose_table);
}
