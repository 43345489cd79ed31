/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-bar-area.h"
#include "chart/tide-bar-chart.h"
#include "chart/tide-bar-mark.h"
#include "chart/tide-chart-data.h"
#include "chart/tide-chart.h"

#include "tide-test-input.h"

typedef struct
{
  GtkWidget *window;
  TideBarChart *chart;
  GListStore *store;
} Fixture;

static void
append (GListStore *store, const char *id, const char *label, const char *series, double value)
{
  g_autofree char *text = g_strdup_printf ("%g bn", value);
  g_autoptr (TideBar) bar = tide_bar_new (id, label, series, value, text);

  g_list_store_append (store, bar);
}

static GListStore *
create_store (void)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_BAR);
  g_autoptr (TideBar) missing = tide_bar_new_without_value ("d", "Robotics", NULL, NULL);

  append (store, "a", "New energy", NULL, 211);
  append (store, "b", "New materials", NULL, 0);
  append (store, "c", "Reductions", NULL, -20);
  g_list_store_append (store, missing);

  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = create_store ();
  fixture->chart = g_object_ref_sink (TIDE_BAR_CHART (tide_bar_chart_new ()));
  tide_bar_chart_set_title (fixture->chart, "By Sector");
  tide_bar_chart_set_model (fixture->chart, G_LIST_MODEL (fixture->store));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  TideBarChart *chart = fixture->chart;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (chart), (gpointer *) &fixture->chart);
  g_object_unref (chart);
  g_assert_null (fixture->chart);
  g_assert_finalize_object (fixture->store);
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Until the chart has the width that it was last told of, or two seconds have gone. */
static void
show_at (Fixture *fixture, int width)
{
  gboolean is_late = FALSE;
  guint timeout = g_timeout_add_seconds (2, on_timeout, &is_late);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->chart)) != width && !is_late)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (is_late);
  g_source_remove (timeout);
}

static GtkWidget *
find_child (gpointer parent, GType type, guint index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && index-- == 0)
        return child;
    }

  return NULL;
}

static GtkWidget *
get_area (Fixture *fixture)
{
  return find_child (fixture->chart, TIDE_TYPE_BAR_AREA, 0);
}

static GtkWidget *
get_mark (Fixture *fixture, guint position)
{
  return find_child (get_area (fixture), TIDE_TYPE_BAR_MARK, position);
}

static graphene_rect_t
get_bounds (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->chart), &bounds));

  return bounds;
}

static void
press (Fixture *fixture, guint keyval)
{
  tide_test_press (fixture->window, keyval);
}

static void
click (Fixture *fixture, float x, float y)
{
  tide_test_click (get_area (fixture), (double) x, (double) y);
}

static void
on_bar_activated (TideBarChart *chart, TideBar *bar, GString *ids)
{
  g_string_append (ids, tide_bar_get_id (bar));
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
on_chart_changed (TideChartData *chart, guint *count)
{
  (*count)++;
}

static void
assert_notifies_once (TideBarChart *chart, const char *name, const GValue *other)
{
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  guint count = 0;
  gulong handler = g_signal_connect (chart, signal, G_CALLBACK (on_notify), &count);

  g_object_set_property (G_OBJECT (chart), name, other);
  g_assert_cmpuint (count, ==, 1);
  g_object_set_property (G_OBJECT (chart), name, other);
  g_assert_cmpuint (count, ==, 1);

  g_signal_handler_disconnect (chart, handler);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { "title", "unit-label", "empty-text", "language" };
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) model = G_VALUE_INIT;
  g_auto (GValue) orientation = G_VALUE_INIT;
  g_auto (GValue) divisor = G_VALUE_INIT;
  g_auto (GValue) stacked = G_VALUE_INIT;
  g_auto (GValue) cursor = G_VALUE_INIT;

  g_value_set_static_string (g_value_init (&text, G_TYPE_STRING), "zh-hant");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_notifies_once (fixture->chart, texts[i], &text);

  g_value_set_enum (g_value_init (&orientation, GTK_TYPE_ORIENTATION), GTK_ORIENTATION_VERTICAL);
  assert_notifies_once (fixture->chart, "orientation", &orientation);
  g_value_set_double (g_value_init (&divisor, G_TYPE_DOUBLE), 1e8);
  assert_notifies_once (fixture->chart, "unit-divisor", &divisor);
  g_value_set_boolean (g_value_init (&stacked, G_TYPE_BOOLEAN), TRUE);
  assert_notifies_once (fixture->chart, "stacked", &stacked);
  g_value_set_uint (g_value_init (&cursor, G_TYPE_UINT), 2);
  assert_notifies_once (fixture->chart, "cursor", &cursor);
  g_value_take_object (g_value_init (&model, G_TYPE_LIST_MODEL), create_store ());
  assert_notifies_once (fixture->chart, "model", &model);

  g_assert_cmpstr (tide_bar_chart_get_title (fixture->chart), ==, "zh-hant");
  g_assert_cmpstr (tide_bar_chart_get_unit_label (fixture->chart), ==, "zh-hant");
  g_assert_cmpstr (tide_bar_chart_get_empty_text (fixture->chart), ==, "zh-hant");
  g_assert_cmpstr (tide_bar_chart_get_language (fixture->chart), ==, "zh-hant");
  g_assert_cmpfloat_with_epsilon (tide_bar_chart_get_unit_divisor (fixture->chart), 1e8, 1e-3);
  g_assert_true (tide_bar_chart_get_stacked (fixture->chart));
  g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (fixture->chart)), ==,
                   GTK_ORIENTATION_VERTICAL);
}

static void
test_builder (void)
{
  const char *ui = "<interface><object class='TideBarChart' id='chart'>"
                   "<property name='orientation'>vertical</property>"
                   "<property name='title'>Output</property>"
                   "<property name='model'><object class='GListStore'>"
                   "<property name='item-type'>TideBar</property></object></property>"
                   "</object></interface>";
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);
  TideBarChart *chart = TIDE_BAR_CHART (gtk_builder_get_object (builder, "chart"));

  g_assert_cmpstr (tide_bar_chart_get_title (chart), ==, "Output");
  g_assert_nonnull (tide_bar_chart_get_model (chart));
}

static void
test_roles_and_names (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = {
    "New energy: 211 bn, 1 of 4",
    "New materials: 0 bn, 2 of 4",
    "Reductions: -20 bn, 3 of 4",
    "Robotics: no value, 4 of 4",
  };

  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (get_area (fixture), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "By Sector");
  gtk_test_accessible_assert_property (get_area (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "By Sector");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *mark = get_mark (fixture, i);

      gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
    }
}

static void
test_names_with_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideBar) bar
      = g_object_new (TIDE_TYPE_BAR, "label", "2022", "series", "Output value", "value", 641.1,
                      "value-text", "641.1 bn", "description", "published", NULL);
  const char *tooltip;

  g_list_store_remove_all (fixture->store);
  g_list_store_append (fixture->store, bar);
  tooltip = tide_chart_mark_get_tooltip (TIDE_CHART_MARK (get_mark (fixture, 0)));

  gtk_test_accessible_assert_property (get_mark (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2022, Output value: 641.1 bn, 1 of 1");
  gtk_test_accessible_assert_property (get_mark (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "published");
  g_assert_cmpstr (tooltip, ==, "2022\n\u2068Output value\u2069: \u2068641.1 bn\u2069\npublished");
}

static void
test_items_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideBar) bar = tide_bar_new ("e", "Biomedicine", NULL, 5, "5 bn");
  gpointer additions[] = { bar };

  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  tide_bar_chart_set_cursor (fixture->chart, 2);

  /* The cursor and the focus stay with the bar they are on. */
  g_list_store_splice (fixture->store, 0, 1, additions, 1);
  g_list_store_insert (fixture->store, 0, bar);
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, 3);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 3)));
  gtk_test_accessible_assert_property (get_mark (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Biomedicine: 5 bn, 1 of 5");
  gtk_test_accessible_assert_property (get_mark (fixture, 3), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Reductions: -20 bn, 4 of 5");

  /* If that goes, they stay where they are, as far as there is something. */
  g_list_store_splice (fixture->store, 1, 4, NULL, 0);
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, 0);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 0)));
  g_assert_null (get_mark (fixture, 1));

  g_list_store_remove_all (fixture->store);
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_visible (get_area (fixture)));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *empty = find_child (fixture->chart, GTK_TYPE_LABEL, 0);

  g_assert_false (gtk_widget_get_visible (empty));

  tide_bar_chart_set_model (fixture->chart, NULL);
  g_assert_true (gtk_widget_get_visible (empty));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "Nothing to Show");

  tide_bar_chart_set_empty_text (fixture->chart, "<b>No projects</b>");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "<b>No projects</b>");

  /* A model that was let go of changes nothing any more. */
  append (fixture->store, "e", "Biomedicine", NULL, 5);
  g_assert_true (gtk_widget_get_visible (empty));
}

/* Others stay in their colours, and the table keeps all numbers. */
static void
test_hidden_series (Fixture *fixture, gconstpointer data)
{
  TideChartData *chart = TIDE_CHART_DATA (fixture->chart);
  g_autoptr (TideChartTable) table = NULL;
  g_autofree char *tsv = NULL;
  guint n_changes = 0;

  g_list_store_remove_all (fixture->store);
  append (fixture->store, "a", "2022", "Output value", 641.1);
  append (fixture->store, "b", "2022", "Added value", 137.4);
  append (fixture->store, "c", "2015", "Output value", 222.4);
  tide_bar_chart_set_unit_label (fixture->chart, "bn");
  g_signal_connect (chart, "chart-changed", G_CALLBACK (on_chart_changed), &n_changes);
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 2);

  tide_chart_data_show_series (chart, 0, FALSE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (tide_chart_data_is_series_shown (chart, 0));
  g_assert_null (get_mark (fixture, 1));
  gtk_test_accessible_assert_property (get_mark (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2022, Added value: 137.4 bn, 1 of 1");
  g_assert_true (gtk_widget_has_css_class (get_mark (fixture, 0), "series-2"));

  tide_chart_data_show_series (chart, 1, FALSE);
  g_assert_true (tide_chart_data_is_series_shown (chart, 1));
  g_assert_cmpuint (n_changes, ==, 1);

  table = tide_chart_data_dup_table (chart);
  tsv = tide_chart_table_to_tsv (table);
  g_assert_cmpstr (tsv, ==,
                   "Category\tOutput value (bn)\tAdded value (bn)\n"
                   "2022\t641.1\t137.4\n2015\t222.4\t\n");

  tide_chart_data_show_series (chart, 0, TRUE);
  g_assert_nonnull (get_mark (fixture, 2));
}

/* One that is gone is not hidden when it comes back. */
static void
test_forgotten_series (Fixture *fixture, gconstpointer data)
{
  TideChartData *chart = TIDE_CHART_DATA (fixture->chart);

  append (fixture->store, "e", "2022", "Output value", 641.1);
  tide_chart_data_show_series (chart, 1, FALSE);
  g_list_store_remove (fixture->store, 4);
  append (fixture->store, "e", "2022", "Output value", 641.1);

  g_assert_true (tide_chart_data_is_series_shown (chart, 1));
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    guint keyval;
    guint cursor;
  } steps[] = {
    { GDK_KEY_Down, 1 }, { GDK_KEY_Right, 2 }, { GDK_KEY_End, 3 },  { GDK_KEY_Down, 3 },
    { GDK_KEY_Up, 2 },   { GDK_KEY_Left, 1 },  { GDK_KEY_Home, 0 }, { GDK_KEY_Up, 0 },
  };

  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);
  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (fixture, steps[i].keyval);
      g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, steps[i].cursor);
      g_assert_true (gtk_widget_has_focus (get_mark (fixture, steps[i].cursor)));
    }
}

static void
test_tab_is_one_stop (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->chart));
  gtk_box_append (GTK_BOX (box), after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  show_at (fixture, 640);

  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 0)));
  press (fixture, GDK_KEY_Down);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_focus (after));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 1)));
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  graphene_rect_t bounds;

  g_signal_connect (fixture->chart, "bar-activated", G_CALLBACK (on_bar_activated), ids);
  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));

  press (fixture, GDK_KEY_Return);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_space);
  g_assert_cmpstr (ids->str, ==, "ab");

  g_assert_true (gtk_widget_compute_bounds (get_mark (fixture, 2), get_area (fixture), &bounds));
  click (fixture, bounds.origin.x + 2, bounds.origin.y + 2);
  g_assert_cmpstr (ids->str, ==, "abc");
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, 2);

  /* on its label, and on nothing */
  click (fixture, 2, bounds.origin.y + 2);
  click (fixture, -5, -5);
  g_assert_cmpstr (ids->str, ==, "abcc");
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = find_child (get_area (fixture), GTK_TYPE_LABEL, 1);

  gtk_widget_set_direction (get_area (fixture), GTK_TEXT_DIR_RTL);
  show_at (fixture, 640);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "New energy");
  g_assert_cmpfloat (get_bounds (fixture, label).origin.x, >,
                     get_bounds (fixture, get_mark (fixture, 0)).origin.x);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  press (fixture, GDK_KEY_Left);
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, 1);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (tide_bar_chart_get_cursor (fixture->chart), ==, 0);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = find_child (get_area (fixture), GTK_TYPE_LABEL, 1);
  GtkWidget *mark = get_mark (fixture, 0);

  show_at (fixture, 640);
  g_assert_cmpfloat (get_bounds (fixture, mark).origin.x, >=,
                     get_bounds (fixture, label).origin.x + get_bounds (fixture, label).size.width);

  show_at (fixture, 240);
  g_assert_cmpfloat (get_bounds (fixture, mark).origin.y, >=,
                     get_bounds (fixture, label).origin.y + get_bounds (fixture, label).size.height
                         - 1);
}

/* The height follows from the number of bars. */
static void
test_natural_height (Fixture *fixture, gconstpointer data)
{
  int before;
  int after;

  gtk_widget_measure (get_area (fixture), GTK_ORIENTATION_VERTICAL, 640, NULL, &before, NULL, NULL);
  append (fixture->store, "e", "Biomedicine", NULL, 5);
  append (fixture->store, "f", "Transportation", NULL, 6);
  gtk_widget_measure (get_area (fixture), GTK_ORIENTATION_VERTICAL, 640, NULL, &after, NULL, NULL);

  g_assert_cmpint (after, >, before);
}

static void
test_every_shape (Fixture *fixture, gconstpointer data)
{
  for (guint shape = 0; shape < 8; shape++)
    {
      gboolean is_vertical = (shape & 1) != 0;

      gtk_orientable_set_orientation (GTK_ORIENTABLE (fixture->chart),
                                      is_vertical ? GTK_ORIENTATION_VERTICAL
                                                  : GTK_ORIENTATION_HORIZONTAL);
      tide_bar_chart_set_stacked (fixture->chart, (shape & 2) != 0);
      tide_bar_chart_set_unit_label (fixture->chart, (shape & 4) != 0 ? "亿元" : NULL);
      append (fixture->store, NULL, "2022", "Output value", shape * 100);
      show_at (fixture, 640 - (int) shape);
      g_assert_cmpfloat (get_bounds (fixture, get_mark (fixture, 0)).size.height, >, 0);
    }
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart/bar-chart/properties", test_properties },
    { "/chart/bar-chart/roles-and-names", test_roles_and_names },
    { "/chart/bar-chart/names-with-series", test_names_with_series },
    { "/chart/bar-chart/items-changed", test_items_changed },
    { "/chart/bar-chart/empty", test_empty },
    { "/chart/bar-chart/hidden-series", test_hidden_series },
    { "/chart/bar-chart/forgotten-series", test_forgotten_series },
    { "/chart/bar-chart/keyboard", test_keyboard },
    { "/chart/bar-chart/tab-is-one-stop", test_tab_is_one_stop },
    { "/chart/bar-chart/activation", test_activation },
    { "/chart/bar-chart/mirrored", test_mirrored },
    { "/chart/bar-chart/narrow", test_narrow },
    { "/chart/bar-chart/natural-height", test_natural_height },
    { "/chart/bar-chart/every-shape", test_every_shape },
  };

  gtk_test_init (&argc, &argv, NULL);
  tide_chart_init ();

  g_test_add_func ("/chart/bar-chart/builder", test_builder);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
