/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "ui/dialogs/tide-versions-dialog.h"

static void
show_versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDocument *document = tide_window_get_document (TIDE_WINDOW (widget));

  if (document != NULL)
    adw_dialog_present (tide_versions_dialog_new (document), widget);
}

/**
 * tide_window_install_version_actions:
 * @widget_class: the class of windows
 *
 * Adds what concerns earlier states of the register.
 */
void
tide_window_install_version_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.version-history", NULL, show_versions);
}
