/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

static void
show_hint (TideWindow *self, gboolean shown)
{
  gtk_revealer_set_reveal_child (self->drop_hint, shown);
}

static GdkDragAction
on_entered (TideWindow *self)
{
  show_hint (self, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_left (TideWindow *self)
{
  show_hint (self, FALSE);
}

static gboolean
on_dropped (TideWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  show_hint (self, FALSE);
  for (GSList *l = files; l != NULL; l = l->next)
    tide_window_request_open (self, l->data);

  return files != NULL;
}

/**
 * tide_window_accept_files:
 * @self: a window
 *
 * Lets files be dropped anywhere in @self, to be opened; says so while they are held above it.
 */
void
tide_window_accept_files (TideWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "enter", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
