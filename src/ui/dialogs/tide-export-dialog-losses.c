/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-export-dialog-private.h"

#include "codec/tide-export-thread.h"

static void
add_loss (TideExportDialog *self, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->losses_group, row);
  g_ptr_array_add (self->loss_rows, row);
}

static void
show_losses (TideExportDialog *self, char **losses)
{
  for (guint i = 0; i < self->loss_rows->len; i++)
    adw_preferences_group_remove (self->losses_group, g_ptr_array_index (self->loss_rows, i));
  g_ptr_array_set_size (self->loss_rows, 0);
  for (guint i = 0; losses[i] != NULL; i++)
    add_loss (self, losses[i]);
}

static void
on_losses_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideExportDialog) self = data;
  g_auto (GStrv) losses = tide_export_list_losses_finish (result);

  self->is_looking = FALSE;
  if (self->stack == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (self->is_stale)
    tide_export_dialog_look_for_losses (self);
  else
    show_losses (self, losses);
}

/**
 * tide_export_dialog_look_for_losses:
 * @self: a dialog with a register
 *
 * Finds out in a thread what the file will not hold, and shows it. One thread at a time, as it
 * cannot be stopped: what is chosen meanwhile is looked at once that is done.
 */
void
tide_export_dialog_look_for_losses (TideExportDialog *self)
{
  const TideExportOptions options = tide_export_dialog_read_options (self);

  self->is_stale = self->is_looking;
  if (self->is_looking)
    return;

  self->is_looking = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  tide_export_list_losses_async (self->snapshot, tide_export_dialog_get_part (self), &options,
                                 on_losses_found, g_object_ref (self));
}
