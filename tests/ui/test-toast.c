/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tide-toast.h"

#include "tide-test-widgets.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget *window;
  AdwToastOverlay *overlay;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->overlay, gtk_label_new ("content"));
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->overlay));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
shows (Fixture *self, const char *text)
{
  return tide_test_find_label (GTK_WIDGET (self->overlay), text) != NULL;
}

static void
test_messages (Fixture *self, gconstpointer data)
{
  tide_toast_show (self->overlay, "Saved", NULL);
  tide_toast_show (self->overlay, "Saved again", NULL);
  tide_test_settle (300);
  g_assert_true (shows (self, "Saved again"));
  g_assert_false (shows (self, "Saved"));
}

static void
test_undo_at_once (Fixture *self, gconstpointer data)
{
  tide_toast_show (self->overlay, "Saved", NULL);
  tide_toast_show (self->overlay, "Deleted", "win.undo");
  tide_test_settle (300);
  g_assert_true (shows (self, "Deleted"));
  g_assert_false (shows (self, "Saved"));
}

/* The way back is not taken away by news. */
static void
test_undo_stays (Fixture *self, gconstpointer data)
{
  tide_toast_show (self->overlay, "Deleted", "win.undo");
  tide_toast_show (self->overlay, "Saved", NULL);
  tide_test_settle (300);
  g_assert_true (shows (self, "Deleted"));
}

#define ADD(name, func) g_test_add ("/ui/toast/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("a message replaces the one before it", test_messages);
  ADD ("what can be undone is shown at once", test_undo_at_once);
  ADD ("a message leaves it", test_undo_stays);

  return g_test_run ();
}
