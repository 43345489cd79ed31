/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

/* From wherever a record is shown to its changes. */
static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideWindow *self = TIDE_WINDOW (widget);
  const char *kind_name;
  const char *id;
  TideRecordKind kind;

  g_variant_get (parameter, "(&s&s)", &kind_name, &id);
  kind = tide_record_kind_from_name (kind_name);
  if (kind == TIDE_RECORD_NONE || tide_window_get_register (self) == NULL)
    return;

  tide_window_show_page (self, "history");
  tide_history_page_show_record (self->history_page, kind, id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/**
 * tide_window_install_history_actions:
 * @widget_class: the class of windows
 *
 * Adds what shows the history of one record: `win.show-history`, with the name of its kind and its
 * id.
 */
void
tide_window_install_history_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-history", "(ss)", show_history);
}
