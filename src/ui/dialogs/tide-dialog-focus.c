/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-dialog-focus.h"

/**
 * tide_dialog_leave_focus:
 * @dialog: a dialog with a list, which is being closed
 *
 * Takes the focus out of the dialog: GTK 4.18 keeps a list whose row has it when the list goes, and
 * with the list all that its rows and factories hold, such as a register.
 */
void
tide_dialog_leave_focus (AdwDialog *dialog)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (dialog));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)))
    gtk_root_set_focus (root, NULL);
}
