/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/tide-chart-file.h"

#include "tide-test-widgets.h"

#include <glib/gstdio.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *content;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());

  self->content = gtk_label_new ("chart");
  self->bytes = g_bytes_new_static ("picture", 7);
  adw_toast_overlay_set_child (overlay, self->content);
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (overlay));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 400);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_bytes_unref (self->bytes);
}

/* Until the window shows the text, or two seconds have gone. */
static gboolean
waits_for (Fixture *self, const char *text)
{
  for (guint i = 0; i < 20; i++)
    {
      if (tide_test_find_label (self->window, text) != NULL)
        return TRUE;
      tide_test_settle (100);
    }

  return FALSE;
}

static void
test_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  tide_chart_file_write (self->content, file, self->bytes);
  g_assert_true (waits_for (self, "Picture saved"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "picture");
  g_remove (path);
}

/* Why, and what to do. */
static void
test_failed (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "nowhere", "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tide_chart_file_write (self->content, file, self->bytes);
  g_assert_true (waits_for (self, "Picture Not Saved"));
  g_assert_null (tide_test_find_label (self->window, "Picture saved"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/chart-file/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/ui/chart-file/failed", Fixture, NULL, set_up, test_failed, tear_down);

  return g_test_run ();
}
