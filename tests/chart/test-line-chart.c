/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-chart-mark.h"
#include "chart/tide-chart.h"
#include "chart/tide-line-area.h"
#include "chart/tide-line-chart.h"
#include "chart/tide-line-cursor.h"
#include "chart/tide-line-points.h"
#include "chart/tide-sparkline.h"

#include <math.h>

typedef struct
{
  GtkWidget *window;
  TideLineChart *chart;
  GListStore *store;
} Fixture;

static double
get_year_start (int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, (GDateYear) year);

  return g_date_get_julian (&date);
}

static void
append (GListStore *store, const char *id, const char *series, int year, double value)
{
  g_autofree char *text = g_strdup_printf ("%g bn", value);
  g_autoptr (TidePoint) point
      = tide_point_new (id, series, get_year_start (year), TIDE_POINT_YEAR, value, text);

  g_list_store_append (store, point);
}

static GListStore *
create_store (void)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_POINT);
  g_autoptr (TidePoint) missing
      = tide_point_new_without_value ("c", "Output", get_year_start (2022), TIDE_POINT_YEAR, NULL);

  append (store, "a", "Output", 2020, 50);
  append (store, "b", "Output", 2021, 60);
  g_list_store_append (store, missing);
  append (store, "d", "Added", 2020, -5);
  append (store, "e", "Added", 2021, 8);

  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = create_store ();
  fixture->chart = g_object_ref_sink (TIDE_LINE_CHART (tide_line_chart_new ()));
  tide_line_chart_set_title (fixture->chart, "Industries");
  tide_line_chart_set_model (fixture->chart, G_LIST_MODEL (fixture->store));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  TideLineChart *chart = fixture->chart;

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

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 480);
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
  return find_child (fixture->chart, TIDE_TYPE_LINE_AREA, 0);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return find_child (find_child (get_area (fixture), TIDE_TYPE_LINE_POINTS, 0), GTK_TYPE_BOX, 0);
}

static GtkWidget *
get_picture (Fixture *fixture)
{
  return find_child (find_child (get_area (fixture), TIDE_TYPE_LINE_POINTS, 0), GTK_TYPE_BOX, 1);
}

static GtkWidget *
get_mark (Fixture *fixture, guint position)
{
  return find_child (get_list (fixture), TIDE_TYPE_CHART_MARK, position);
}

/* What the cursor says; NULL while it is nowhere. */
static const char *
get_tip (Fixture *fixture)
{
  GtkWidget *cursor = find_child (get_area (fixture), TIDE_TYPE_LINE_CURSOR, 0);
  GtkWidget *tip = gtk_widget_get_first_child (cursor);

  return gtk_widget_get_child_visible (tip) ? gtk_label_get_text (GTK_LABEL (tip)) : NULL;
}

static graphene_rect_t
get_bounds (Fixture *fixture, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, get_area (fixture), &bounds));

  return bounds;
}

static gboolean
activate_shortcut (GtkWidget *widget, GListModel *shortcuts, guint keyval)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                             gtk_shortcut_get_arguments (shortcut));
    }

  return FALSE;
}

static gboolean
press_at (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller)
          && activate_shortcut (widget, G_LIST_MODEL (controller), keyval))
        return TRUE;
    }

  return FALSE;
}

/* What the key does at the focused widget, or at the first of those around it that knows it. */
static void
press (Fixture *fixture, guint keyval)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  while (widget != NULL && !press_at (widget, keyval))
    widget = gtk_widget_get_parent (widget);

  g_assert_nonnull (widget);
}

static GtkEventController *
get_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_area (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

static void
on_point_activated (TideLineChart *chart, TidePoint *point, GString *ids)
{
  g_string_append (ids, tide_chart_item_get_id (TIDE_CHART_ITEM (point)));
}

static void
on_signal (gpointer object, gpointer data)
{
  (*(guint *) data)++;
}

static void
on_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
assert_notifies_once (TideLineChart *chart, const char *name, const GValue *other)
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
  g_auto (GValue) divisor = G_VALUE_INIT;
  g_auto (GValue) kind = G_VALUE_INIT;
  g_auto (GValue) cursor = G_VALUE_INIT;

  g_value_set_static_string (g_value_init (&text, G_TYPE_STRING), "zh-hant");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_notifies_once (fixture->chart, texts[i], &text);

  g_value_set_uint (g_value_init (&cursor, G_TYPE_UINT), 2);
  assert_notifies_once (fixture->chart, "cursor", &cursor);
  g_value_set_double (g_value_init (&divisor, G_TYPE_DOUBLE), 1e8);
  assert_notifies_once (fixture->chart, "unit-divisor", &divisor);
  g_value_set_enum (g_value_init (&kind, TIDE_TYPE_LINE_KIND), TIDE_LINE_STACKED);
  assert_notifies_once (fixture->chart, "kind", &kind);
  g_value_take_object (g_value_init (&model, G_TYPE_LIST_STORE),
                       g_list_store_new (TIDE_TYPE_POINT));
  assert_notifies_once (fixture->chart, "model", &model);

  g_assert_cmpstr (tide_line_chart_get_title (fixture->chart), ==, "zh-hant");
  g_assert_cmpstr (tide_line_chart_get_unit_label (fixture->chart), ==, "zh-hant");
  g_assert_cmpstr (tide_line_chart_get_empty_text (fixture->chart), ==, "zh-hant");
  g_assert_cmpstr (tide_line_chart_get_language (fixture->chart), ==, "zh-hant");
  g_assert_cmpfloat_with_epsilon (tide_line_chart_get_unit_divisor (fixture->chart), 1e8, 1e-3);
  g_assert_cmpint (tide_line_chart_get_kind (fixture->chart), ==, TIDE_LINE_STACKED);
}

static void
test_builder (void)
{
  const char *ui = "<interface><object class='TideLineChart' id='chart'>"
                   "<property name='kind'>areas</property>"
                   "<property name='title'>Output</property>"
                   "<property name='model'><object class='GListStore'>"
                   "<property name='item-type'>TidePoint</property>"
                   "<child><object class='TidePoint'><property name='x'>2</property>"
                   "<property name='precision'>year</property>"
                   "<property name='value'>3</property></object></child>"
                   "</object></property></object>"
                   "<object class='TideSparkline' id='sparkline'/></interface>";
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);
  TideLineChart *chart = TIDE_LINE_CHART (gtk_builder_get_object (builder, "chart"));

  g_assert_cmpstr (tide_line_chart_get_title (chart), ==, "Output");
  g_assert_cmpint (tide_line_chart_get_kind (chart), ==, TIDE_LINE_AREAS);
  g_assert_nonnull (tide_line_chart_get_model (chart));
  g_assert_true (TIDE_IS_SPARKLINE (gtk_builder_get_object (builder, "sparkline")));
}

static void
test_roles_and_names (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = {
    "2020, Output: 50 bn, 1 of 3", "2021, Output: 60 bn, 2 of 3", "2022, Output: no value, 3 of 3",
    "2020, Added: -5 bn, 1 of 2",  "2021, Added: 8 bn, 2 of 2",
  };

  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Industries");
  gtk_test_accessible_assert_role (get_list (fixture), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (get_list (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Industries");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gtk_test_accessible_assert_role (get_mark (fixture, i), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (get_mark (fixture, i), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           names[i]);
    }
  g_assert_null (get_mark (fixture, G_N_ELEMENTS (names)));
  g_assert_false (gtk_widget_get_visible (get_picture (fixture)));
}

static void
test_break (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TidePoint) point = g_object_new (
      TIDE_TYPE_POINT, "series", "Output", "x", get_year_start (2023), "precision", TIDE_POINT_YEAR,
      "value", 90.0, "value-text", "90 bn", "after-break", TRUE, "description", "published", NULL);

  g_list_store_append (fixture->store, point);
  gtk_test_accessible_assert_property (get_mark (fixture, 5), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2023, Output: 90 bn, 4 of 4");
  gtk_test_accessible_assert_property (get_mark (fixture, 5), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not comparable with what was before\npublished");

  show_at (fixture, 640);
  gtk_widget_grab_focus (get_mark (fixture, 5));
  g_assert_cmpstr (get_tip (fixture), ==,
                   "2023\n\u2068Output\u2069: \u206890 bn\u2069\n"
                   "Not comparable with what was before\npublished");
}

/* Of more than sixty points there is a picture instead of a list. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 60; i++)
    append (fixture->store, "z", "Output", 1900 + i, i);

  g_assert_false (gtk_widget_get_visible (get_list (fixture)));
  g_assert_null (get_mark (fixture, 0));
  g_assert_true (gtk_widget_get_visible (get_picture (fixture)));
  gtk_test_accessible_assert_role (get_picture (fixture), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (get_picture (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Industries");
  gtk_test_accessible_assert_property (
      get_picture (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Output: 62 values from 1900 to 2021, lowest 0 bn, highest 60 bn, last 60 bn\n"
      "Added: 2 values from 2020 to 2021, lowest -5 bn, highest 8 bn, last 8 bn");

  g_list_store_splice (fixture->store, 5, 60, NULL, 0);
  g_assert_true (gtk_widget_get_visible (get_list (fixture)));
}

static void
test_picture_keyboard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    append (fixture->store, "z", "Output", 1900 + i, i);

  g_signal_connect (fixture->chart, "point-activated", G_CALLBACK (on_point_activated), ids);
  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  g_assert_true (gtk_widget_has_focus (get_picture (fixture)));
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 5);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 6);
  g_assert_cmpstr (get_tip (fixture), ==, "1901\n\u2068Output\u2069: \u20681 bn\u2069");
  press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (ids->str, ==, "z");

  g_list_store_splice (fixture->store, 5, 60, NULL, 0);
  g_assert_true (gtk_widget_get_visible (get_list (fixture)));
}

static void
test_items_changed (Fixture *fixture, gconstpointer data)
{
  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  tide_line_chart_set_cursor (fixture->chart, 1);

  /* The cursor and the focus stay with the point they are on. */
  g_list_store_remove (fixture->store, 0);
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 0);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 0)));
  gtk_test_accessible_assert_property (get_mark (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2021, Output: 60 bn, 1 of 2");

  g_list_store_remove_all (fixture->store);
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_visible (get_area (fixture)));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *empty = find_child (fixture->chart, GTK_TYPE_LABEL, 0);

  g_assert_false (gtk_widget_get_visible (empty));

  tide_line_chart_set_model (fixture->chart, NULL);
  g_assert_true (gtk_widget_get_visible (empty));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "Nothing to Show");

  tide_line_chart_set_empty_text (fixture->chart, "<b>No figures</b>");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "<b>No figures</b>");

  /* Nor is there anything to show where no value is known. */
  g_list_store_splice (fixture->store, 0, 2, NULL, 0);
  g_list_store_splice (fixture->store, 1, 2, NULL, 0);
  tide_line_chart_set_model (fixture->chart, G_LIST_MODEL (fixture->store));
  g_assert_true (gtk_widget_get_visible (empty));
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    guint keyval;
    guint cursor;
  } steps[] = {
    { GDK_KEY_Right, 1 }, { GDK_KEY_Right, 2 }, { GDK_KEY_Right, 2 }, { GDK_KEY_Down, 4 },
    { GDK_KEY_Down, 4 },  { GDK_KEY_Left, 3 },  { GDK_KEY_Left, 3 },  { GDK_KEY_Up, 0 },
    { GDK_KEY_Up, 0 },    { GDK_KEY_End, 2 },   { GDK_KEY_Home, 0 },
  };

  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);
  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      press (fixture, steps[i].keyval);
      g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, steps[i].cursor);
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
  g_assert_nonnull (get_tip (fixture));
  press (fixture, GDK_KEY_Right);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_focus (after));
  g_assert_null (get_tip (fixture));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 1)));
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  graphene_rect_t bounds;

  g_signal_connect (fixture->chart, "point-activated", G_CALLBACK (on_point_activated), ids);
  show_at (fixture, 640);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));

  press (fixture, GDK_KEY_Return);
  press (fixture, GDK_KEY_Right);
  press (fixture, GDK_KEY_space);
  gtk_widget_activate (get_mark (fixture, 1));
  g_assert_cmpstr (ids->str, ==, "abb");

  bounds = get_bounds (fixture, get_mark (fixture, 4));
  g_signal_emit_by_name (get_controller (fixture, GTK_TYPE_GESTURE_CLICK), "released", 1,
                         (double) graphene_rect_get_x (&bounds) + 2,
                         (double) graphene_rect_get_y (&bounds) + 2);
  g_assert_cmpstr (ids->str, ==, "abbe");
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 4);

  /* on nothing */
  g_signal_emit_by_name (get_controller (fixture, GTK_TYPE_GESTURE_CLICK), "released", 1, -5.0,
                         -5.0);
  g_assert_cmpstr (ids->str, ==, "abbe");
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  GtkEventController *motion;
  graphene_rect_t bounds;

  show_at (fixture, 640);
  motion = get_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  bounds = get_bounds (fixture, get_mark (fixture, 1));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  tide_line_chart_set_cursor (fixture->chart, GTK_INVALID_LIST_POSITION);
  g_assert_null (get_tip (fixture));

  g_signal_emit_by_name (motion, "motion", (double) bounds.origin.x - 20,
                         (double) bounds.origin.y + 30);
  g_assert_cmpstr (get_tip (fixture), ==, "2021\n\u2068Output\u2069: \u206860 bn\u2069");
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);

  g_signal_emit_by_name (motion, "leave");
  g_assert_null (get_tip (fixture));
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (get_area (fixture), GTK_TEXT_DIR_RTL);
  show_at (fixture, 640);
  g_assert_cmpfloat (get_bounds (fixture, get_mark (fixture, 0)).origin.x, >,
                     get_bounds (fixture, get_mark (fixture, 1)).origin.x);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  press (fixture, GDK_KEY_Left);
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 1);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 0);
}

/* Labels stand at the ends of lines where they have room: here both lines end in the same place
 * once the missing value is gone. */
static void
test_end_labels (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = find_child (get_area (fixture), GTK_TYPE_LABEL, 1);

  g_list_store_remove (fixture->store, 2);
  show_at (fixture, 640);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Output");
  g_assert_true (gtk_widget_get_child_visible (label));
  g_assert_cmpfloat (get_bounds (fixture, label).origin.x, >,
                     get_bounds (fixture, get_mark (fixture, 1)).origin.x);

  append (fixture->store, "f", "Output", 2035, 61);
  show_at (fixture, 641);
  g_assert_false (gtk_widget_get_child_visible (label));
}

static void
test_chart_data (Fixture *fixture, gconstpointer data)
{
  TideChartData *chart = TIDE_CHART_DATA (fixture->chart);
  g_autofree char *title = tide_chart_data_dup_title (chart);
  g_autofree char *label = tide_chart_data_dup_series_label (chart, 1);
  g_autoptr (TideChartTable) table = NULL;
  g_autoptr (GtkWidget) swatch = g_object_ref_sink (tide_chart_data_create_swatch (chart, 1));
  guint count = 0;

  g_assert_cmpstr (title, ==, "Industries");
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 2);
  g_assert_cmpstr (label, ==, "Added");
  g_assert_true (gtk_widget_has_css_class (swatch, "series-2"));

  tide_line_chart_set_unit_label (fixture->chart, "bn");
  table = tide_chart_data_dup_table (chart);
  g_assert_cmpstr (g_ptr_array_index (table->columns, 2), ==, "Added (bn)");
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, 1))[0], ==, "2021");
  g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, 1))[2], ==, "8");
  g_assert_cmpstr (((GStrv) g_ptr_array_index (table->rows, 2))[1], ==, "");

  g_signal_connect (chart, "chart-changed", G_CALLBACK (on_signal), &count);
  append (fixture->store, "f", "Third", 2020, 1);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 3);
}

static void
test_hidden_series (Fixture *fixture, gconstpointer data)
{
  TideChartData *chart = TIDE_CHART_DATA (fixture->chart);

  show_at (fixture, 640);
  tide_chart_data_show_series (chart, 0, FALSE);
  g_assert_false (tide_chart_data_is_series_shown (chart, 0));
  g_assert_false (gtk_widget_get_visible (get_mark (fixture, 0)));
  g_assert_true (gtk_widget_get_visible (get_mark (fixture, 3)));

  show_at (fixture, 641);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 3);
  press (fixture, GDK_KEY_Up);
  g_assert_cmpuint (tide_line_chart_get_cursor (fixture->chart), ==, 3);

  /* Other points, and it is still hidden; the last one shown stays. */
  append (fixture->store, "f", "Output", 2023, 1);
  g_assert_false (tide_chart_data_is_series_shown (chart, 0));
  tide_chart_data_show_series (chart, 1, FALSE);
  g_assert_true (tide_chart_data_is_series_shown (chart, 1));

  tide_chart_data_show_series (chart, 0, TRUE);
  g_assert_true (gtk_widget_get_visible (get_mark (fixture, 0)));

  /* One that is left alone is shown. */
  tide_chart_data_show_series (chart, 0, FALSE);
  g_list_store_splice (fixture->store, 3, 2, NULL, 0);
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 1);
  g_assert_true (tide_chart_data_is_series_shown (chart, 0));
}

static void
test_every_shape (Fixture *fixture, gconstpointer data)
{
  for (guint shape = 0; shape < 6; shape++)
    {
      g_autoptr (TidePoint) point
          = g_object_new (TIDE_TYPE_POINT, "x", get_year_start (1990 + (int) shape), "precision",
                          TIDE_POINT_MONTH, "value", shape * 100.0, "after-break", TRUE, NULL);

      tide_line_chart_set_kind (fixture->chart, (TideLineKind) (shape % 3));
      tide_line_chart_set_unit_label (fixture->chart, shape >= 3 ? "亿元" : NULL);
      g_list_store_append (fixture->store, point);
      show_at (fixture, 640 - (int) shape);
      g_assert_cmpfloat (get_bounds (fixture, get_mark (fixture, 0)).size.height, >, 0);
    }
}

static void
test_sparkline (void)
{
  static const double values[] = { 3, NAN, 5, 4 };
  GtkWidget *sparkline = g_object_ref_sink (tide_sparkline_new ());
  g_autoptr (GListStore) store = create_store ();

  gtk_test_accessible_assert_role (sparkline, GTK_ACCESSIBLE_ROLE_IMG);
  tide_sparkline_set_values (TIDE_SPARKLINE (sparkline), values, G_N_ELEMENTS (values));
  gtk_test_accessible_assert_property (sparkline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "3 values from 1 to 4, lowest 3, highest 5, last 4");

  tide_sparkline_set_model (TIDE_SPARKLINE (sparkline), G_LIST_MODEL (store));
  g_list_store_remove (store, 4);
  g_list_store_remove (store, 3);
  gtk_test_accessible_assert_property (
      sparkline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Output: 2 values from 2020 to 2021, lowest 50 bn, highest 60 bn, last 60 bn");

  g_assert_finalize_object (sparkline);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart/line-chart/properties", test_properties },
    { "/chart/line-chart/roles-and-names", test_roles_and_names },
    { "/chart/line-chart/break", test_break },
    { "/chart/line-chart/picture", test_picture },
    { "/chart/line-chart/items-changed", test_items_changed },
    { "/chart/line-chart/empty", test_empty },
    { "/chart/line-chart/keyboard", test_keyboard },
    { "/chart/line-chart/tab-is-one-stop", test_tab_is_one_stop },
    { "/chart/line-chart/activation", test_activation },
    { "/chart/line-chart/hover", test_hover },
    { "/chart/line-chart/mirrored", test_mirrored },
    { "/chart/line-chart/end-labels", test_end_labels },
    { "/chart/line-chart/chart-data", test_chart_data },
    { "/chart/line-chart/hidden-series", test_hidden_series },
    { "/chart/line-chart/every-shape", test_every_shape },
  };

  gtk_test_init (&argc, &argv, NULL);
  tide_chart_init ();

  /* GTK 4.18 crashes where something is announced under GTK_A11Y=test. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "none") == 0)
    {
      g_test_add ("/chart/line-chart/picture-keyboard", Fixture, NULL, set_up,
                  test_picture_keyboard, tear_down);
      return g_test_run ();
    }

  g_test_add_func ("/chart/line-chart/builder", test_builder);
  g_test_add_func ("/chart/sparkline", test_sparkline);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
