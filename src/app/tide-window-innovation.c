/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

static gboolean
begin (TideWindow *self)
{
  if (tide_window_get_register (self) == NULL)
    return FALSE;

  tide_window_show_page (self, "innovation");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);

  return TRUE;
}

static void
show_platform (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);

  if (begin (self))
    tide_innovation_page_show_platform (self->innovation_page,
                                        g_variant_get_string (parameter, NULL));
}

static void
show_result (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);

  if (begin (self))
    tide_innovation_page_show_result (self->innovation_page,
                                      g_variant_get_string (parameter, NULL));
}

/**
 * tide_window_install_innovation_actions:
 * @widget_class: the class of windows
 *
 * Adds what shows where a project comes from: `win.show-platform` and `win.show-result`, with an
 * id.
 */
void
tide_window_install_innovation_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-platform", "s", show_platform);
  gtk_widget_class_install_action (widget_class, "win.show-result", "s", show_result);
}
