/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

/* From wherever an event is named to its page. */
static void
show_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  TideRegister *reg = tide_window_get_register (self);

  if (reg == NULL || tide_register_lookup_payload (reg, TIDE_RECORD_EVENT, id) == NULL)
    return;

  tide_window_show_page (self, "events");
  tide_events_page_show_event (self->events_page, id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * tide_window_install_event_actions:
 * @widget_class: the class of windows
 *
 * Adds what shows one event: `win.show-event`, with its id.
 */
void
tide_window_install_event_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-event", "s", show_event);
}
