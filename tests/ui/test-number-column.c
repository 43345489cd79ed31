/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/lists/tide-number-column.h"

#include "tide-test-widgets.h"

#include <adwaita.h>

static const char *cells[][2] = {
  { "0.42", "0.42" },
  { "1,234.5", "1,234.5\u2007" },
  { "36", "36\u2008\u2007\u2007" },
  { "-7", "-7\u2008\u2007\u2007" },
  { "0.0042", "0.0042" },
  { "", "" },
  { "HK$0.42 billion", "HK$0.42 billion" },
  { "12.5 +", "12.5 +" },
};

static void
test_cell (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *cell = tide_number_column_dup_cell (cells[i][0]);

      g_assert_cmpstr (cell, ==, cells[i][1]);
    }
}

static void
append_column (GtkColumnView *view, const char *title)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, NULL);

  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/* Where the words of a title are: nearer to which end of their column. */
static gboolean
is_at_end (GtkWidget *view, const char *title)
{
  GtkWidget *label = tide_test_find_label (view, title);
  GtkWidget *button = gtk_widget_get_parent (gtk_widget_get_parent (label));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (label, button, &bounds));

  return bounds.origin.x > gtk_widget_get_width (button) - bounds.origin.x - bounds.size.width;
}

static void
test_title (void)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkColumnViewColumn) second = NULL;

  append_column (view, "Name");
  append_column (view, "Amount");
  append_column (view, "Status");
  second = g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  tide_number_column_align_title (view, second);

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 200);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (is_at_end (GTK_WIDGET (view), "Name"));
  g_assert_true (is_at_end (GTK_WIDGET (view), "Amount"));
  g_assert_false (is_at_end (GTK_WIDGET (view), "Status"));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/number-column/cell", test_cell);
  g_test_add_func ("/number-column/title", test_title);

  return g_test_run ();
}
