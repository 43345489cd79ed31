/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/tide-sidebar-filter-row.h"
#include "app/tide-sidebar.h"
#include "app/tide-window.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  GtkStack *stack; /* not owned */
  TideSidebar *sidebar;
  GtkListBox *list; /* not owned */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "overview", "projects", "sectors" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture->reg = tide_test_register_new ();
  fixture->stack = GTK_STACK (gtk_stack_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_stack_add_titled (fixture->stack, gtk_label_new (names[i]), names[i], names[i]);
  fixture->sidebar
      = g_object_new (TIDE_TYPE_SIDEBAR, "stack", fixture->stack, "register", fixture->reg, NULL);
  fixture->list
      = (GtkListBox *) tide_test_find_child (GTK_WIDGET (fixture->sidebar), GTK_TYPE_LIST_BOX);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->sidebar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->stack));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->sidebar), (gpointer *) &fixture->sidebar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->sidebar);
  g_assert_finalize_object (fixture->reg);
}

static void
save_filter (Fixture *fixture, const char *id, const char *en, const char *stage)
{
  TidePayload *payload = tide_test_payload_new (TIDE_RECORD_FILTER, id, en);
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  tide_filter_add ((TideFilter *) payload, "stages", stage);
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_FILTER, payload);
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
  tide_test_settle (100);
}

static TideSidebarFilterRow *
get_row (Fixture *fixture, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (fixture->list, index);

  return TIDE_IS_SIDEBAR_FILTER_ROW (row) ? TIDE_SIDEBAR_FILTER_ROW (row) : NULL;
}

static void
assert_row (Fixture *fixture, int index, const char *name, const char *count)
{
  TideSidebarFilterRow *row = get_row (fixture, index);

  g_assert_nonnull (row);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (row), name));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (row), count));
}

/* Below the page of projects, by name, each with its count. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  save_filter (fixture, "f1", "Without a stage", "none");
  save_filter (fixture, "f2", "Signed ones", "signed");

  g_assert_null (get_row (fixture, 1));
  assert_row (fixture, 2, "Signed ones", "1");
  assert_row (fixture, 3, "Without a stage", "2");
  g_assert_null (get_row (fixture, 4));

  tide_register_undo (fixture->reg);
  tide_test_settle (100);
  assert_row (fixture, 2, "Without a stage", "2");
  g_assert_null (get_row (fixture, 3));
}

static void
test_counts_follow (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "p3", NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL);

  save_filter (fixture, "f1", "Without a stage", "none");
  assert_row (fixture, 2, "Without a stage", "2");

  tide_register_apply (fixture->reg, step, NULL);
  tide_test_settle (100);
  assert_row (fixture, 2, "Without a stage", "1");

  tide_register_undo (fixture->reg);
  tide_test_settle (100);
  assert_row (fixture, 2, "Without a stage", "2");
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  const TidePayload *before;
  TidePayload *after;
  g_autoptr (TideStep) step = NULL;

  save_filter (fixture, "f1", "Alpha", "none");
  save_filter (fixture, "f2", "Beta", "signed");
  before = tide_register_lookup_payload (fixture->reg, TIDE_RECORD_FILTER, "f1");
  after = tide_payload_copy (before);
  tide_payload_set_string (&((TideFilter *) after)->name.en, "Gamma");
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_FILTER, before, after);
  tide_register_apply (fixture->reg, step, NULL);
  tide_test_settle (100);

  assert_row (fixture, 2, "Beta", "1");
  assert_row (fixture, 3, "Gamma", "2");
}

static void
keep_filter (TideSidebar *sidebar, TidePayload *filter, char **id)
{
  g_set_str (id, filter->id);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;

  save_filter (fixture, "f1", "Without a stage", "none");
  g_signal_connect (fixture->sidebar, "filter-activated", G_CALLBACK (keep_filter), &id);
  gtk_widget_activate (GTK_WIDGET (get_row (fixture, 2)));
  tide_test_settle (50);

  g_assert_cmpstr (id, ==, "f1");
}

static int
get_selected (Fixture *fixture)
{
  return gtk_list_box_row_get_index (gtk_list_box_get_selected_row (fixture->list));
}

/* The filter that is shown is selected, under whatever name, and only on the page of projects. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TidePayload) asked = (TidePayload *) tide_filter_new ();

  save_filter (fixture, "f1", "Without a stage", "none");
  g_assert_cmpint (get_selected (fixture), ==, 0);

  tide_filter_add ((TideFilter *) asked, "stages", "none");
  tide_sidebar_show_filter (fixture->sidebar, TIDE_FILTER (asked));
  g_assert_cmpint (get_selected (fixture), ==, 0);
  gtk_stack_set_visible_child_name (fixture->stack, "projects");
  g_assert_cmpint (get_selected (fixture), ==, 2);

  tide_filter_add ((TideFilter *) asked, "stages", "signed");
  tide_sidebar_show_filter (fixture->sidebar, TIDE_FILTER (asked));
  g_assert_cmpint (get_selected (fixture), ==, 1);
}

static int
count_rows (Fixture *fixture)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (fixture->list, n) != NULL)
    n++;

  return n;
}

/* Pages go one by one when a window does. */
static void
test_pages_go (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "overview", "sectors", "projects" };

  save_filter (fixture, "f1", "Without a stage", "none");
  g_assert_cmpint (count_rows (fixture), ==, 4);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_stack_remove (fixture->stack, gtk_stack_get_child_by_name (fixture->stack, names[i]));
      g_assert_cmpint (count_rows (fixture), ==, 3 - (int) i);
    }
}

static void
test_other_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideRegister) other = tide_test_register_new ();

  save_filter (fixture, "f1", "Without a stage", "none");
  tide_sidebar_set_register (fixture->sidebar, other);
  g_assert_null (get_row (fixture, 2));
  tide_sidebar_set_register (fixture->sidebar, NULL);
  g_assert_null (get_row (fixture, 2));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_window_init_resources ();

  ADD ("/sidebar/places", test_places);
  ADD ("/sidebar/counts-follow", test_counts_follow);
  ADD ("/sidebar/rename", test_rename);
  ADD ("/sidebar/activate", test_activate);
  ADD ("/sidebar/selection", test_selection);
  ADD ("/sidebar/pages-go", test_pages_go);
  ADD ("/sidebar/other-register", test_other_register);

  return g_test_run ();
}
