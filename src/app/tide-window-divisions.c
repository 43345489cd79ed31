/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

/* From wherever a division is named to its page. */
static void
show_division (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  TideRegister *reg = tide_window_get_register (self);

  if (reg == NULL || tide_register_lookup_payload (reg, TIDE_RECORD_DIVISION, id) == NULL)
    return;

  tide_window_show_page (self, "divisions");
  tide_divisions_page_show_division (self->divisions_page, id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * tide_window_install_division_actions:
 * @widget_class: the class of windows
 *
 * Adds what shows one division: `win.show-division`, with its id.
 */
void
tide_window_install_division_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-division", "s", show_division);
}
