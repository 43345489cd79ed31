/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-attention-dialog.h"

static void
show_attention (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRegister *reg = tide_window_get_register (TIDE_WINDOW (widget));

  if (reg != NULL)
    adw_dialog_present (tide_attention_dialog_new (reg, G_MAXUINT32), widget);
}

/**
 * tide_window_install_attention_actions:
 * @widget_class: the class of windows
 *
 * Adds what lists the findings of the checks: `win.show-attention`.
 */
void
tide_window_install_attention_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-attention", NULL, show_attention);
}
