/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "app/tide-file-queue.h"
#include "ui/dialogs/tide-import-dialog.h"

#include <glib/gi18n-lib.h>

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

static gboolean
on_next_due (gpointer data)
{
  TideWindow *self = data;

  /* Somebody may have closed the window. */
  if (gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    tide_window_import_next (self);

  return G_SOURCE_REMOVE;
}

/* The next one waits until this one is gone. */
static void
on_closed (TideWindow *self)
{
  self->is_importing = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_next_due, g_object_ref (self), g_object_unref);
}

static void
present (TideWindow *self, AdwDialog *dialog)
{
  self->is_importing = TRUE;
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
import_first (TideWindow *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->imports);

  present (self, tide_import_dialog_new (tide_window_get_register (self), file));
}

static void
import_pasted (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (parameter);

  if (can_import (self) && !self->is_importing)
    present (self, tide_import_dialog_new_for_pasted (tide_window_get_register (self), bytes));
}

/**
 * tide_window_forget_imports:
 * @self: a window
 *
 * Gives up the tables that wait to be imported.
 */
void
tide_window_forget_imports (TideWindow *self)
{
  g_queue_clear_full (&self->imports, g_object_unref);
}

/**
 * tide_window_import_next:
 * @self: a window
 *
 * Shows the dialog for the first of the tables that wait, unless there is one already or a register
 * is being opened. A window without a register gets a new one first.
 */
void
tide_window_import_next (TideWindow *self)
{
  if (g_queue_is_empty (&self->imports) || self->is_importing || self->opening != NULL)
    return;

  if (self->document == NULL)
    tide_window_show_new (self);
  else if (can_import (self))
    import_first (self);
  else
    {
      tide_window_forget_imports (self);
      tide_window_show_message (self, _ ("No table can be imported into a read-only register"));
    }
}

/**
 * tide_window_import:
 * @self: a window
 * @file: a file with a table
 *
 * Shows the dialog that takes the table into the register, once those of the tables that came
 * before are closed. A window without a register gets a new one.
 */
void
tide_window_import (TideWindow *self, GFile *file)
{
  g_return_if_fail (TIDE_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_queue_push_tail (&self->imports, g_object_ref (file));
  tide_window_import_next (self);
}

/**
 * tide_window_new_table_filter:
 *
 * Returns: (transfer full): the filter of file dialogs for tables
 */
GtkFileFilter *
tide_window_new_table_filter (void)
{
  const char *const *suffixes = tide_file_queue_get_table_suffixes ();
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Tables"));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);

  return filter;
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) tables = tide_window_new_table_filter ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

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
  gtk_widget_class_install_action (widget_class, "win.import-pasted", "ay", import_pasted);
}
