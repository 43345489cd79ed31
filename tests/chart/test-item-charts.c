/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-bullet-chart.h"
#include "chart/tide-chart-data.h"
#include "chart/tide-chart.h"
#include "chart/tide-donut-chart.h"
#include "chart/tide-funnel-chart.h"

#include "tide-shots-gallery.h"
#include "tide-test-input.h"

typedef struct
{
  GtkWidget *window;
  TideItemChart *chart;
  GListStore *store;
} Fixture;

static GListStore *
create_store (GType chart)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_CHART_ITEM);
  GType type = chart == TIDE_TYPE_FUNNEL_CHART   ? TIDE_TYPE_FUNNEL_STAGE
               : chart == TIDE_TYPE_BULLET_CHART ? TIDE_TYPE_BULLET
                                                 : TIDE_TYPE_CHART_ITEM;
  const struct
  {
    const char *id;
    const char *label;
    double value;
    const char *text;
  } rows[] = { { "a", "Signed", 1752, "1,752" },
               { "b", "Registered", 1640, "1,640" },
               { "c", "Started", 0, "0" },
               { "d", "Completed", 0, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TideChartItem) item
          = g_object_new (type, "id", rows[i].id, "label", rows[i].label, "value", rows[i].value,
                          "value-text", rows[i].text, "has-value", rows[i].text != NULL, NULL);

      g_list_store_append (store, item);
    }

  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GType type = *(const GType *) data;

  fixture->store = create_store (type);
  fixture->chart = g_object_ref_sink (g_object_new (type, NULL));
  tide_item_chart_set_title (fixture->chart, "Cohort");
  tide_item_chart_set_model (fixture->chart, G_LIST_MODEL (fixture->store));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  TideItemChart *chart = fixture->chart;

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
show_at (GtkWidget *window, GtkWidget *chart, int width)
{
  gboolean is_late = FALSE;
  guint timeout = g_timeout_add_seconds (2, on_timeout, &is_late);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (chart) != width && !is_late)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (is_late);
  g_source_remove (timeout);
}

static void
show (Fixture *fixture)
{
  show_at (fixture->window, GTK_WIDGET (fixture->chart), 640);
}

static GtkWidget *
get_area (Fixture *fixture)
{
  return GTK_WIDGET (tide_item_chart_get_area (fixture->chart));
}

static GtkWidget *
get_mark (Fixture *fixture, guint position)
{
  return GTK_WIDGET (
      tide_chart_area_get_mark (tide_item_chart_get_area (fixture->chart), position));
}

static const char *
get_empty_text (Fixture *fixture)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (fixture->chart));

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static char *
dup_tsv (gpointer chart)
{
  g_autoptr (TideChartTable) table = tide_chart_data_dup_table (TIDE_CHART_DATA (chart));

  return tide_chart_table_to_tsv (table);
}

static void
assert_name (Fixture *fixture, guint position, const char *name)
{
  gtk_test_accessible_assert_role (get_mark (fixture, position), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (get_mark (fixture, position), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static const char *
get_tooltip (Fixture *fixture, guint position)
{
  return tide_chart_mark_get_tooltip (TIDE_CHART_MARK (get_mark (fixture, position)));
}

static void
on_item_activated (TideItemChart *chart, TideChartItem *item, GString *ids)
{
  g_string_append (ids, tide_chart_item_get_id (item));
}

static void
on_counted (guint *count)
{
  (*count)++;
}

static void
assert_notifies_once (gpointer chart, const char *name, const GValue *other)
{
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  guint count = 0;
  gulong handler = g_signal_connect_swapped (chart, signal, G_CALLBACK (on_counted), &count);
  g_auto (GValue) now = G_VALUE_INIT;

  g_object_set_property (G_OBJECT (chart), name, other);
  g_assert_cmpuint (count, ==, 1);
  g_object_set_property (G_OBJECT (chart), name, other);
  g_assert_cmpuint (count, ==, 1);
  g_object_get_property (G_OBJECT (chart), name, &now);
  g_assert_cmpint (
      g_param_values_cmp (g_object_class_find_property (G_OBJECT_GET_CLASS (chart), name), &now,
                          other),
      ==, 0);

  g_signal_handler_disconnect (chart, handler);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  const char *const texts[] = { "title", "unit-label", "empty-text", "language" };
  g_auto (GValue) text = G_VALUE_INIT;
  g_auto (GValue) model = G_VALUE_INIT;
  g_auto (GValue) divisor = G_VALUE_INIT;
  g_auto (GValue) cursor = G_VALUE_INIT;

  g_value_set_static_string (g_value_init (&text, G_TYPE_STRING), "zh-hant");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_notifies_once (fixture->chart, texts[i], &text);

  g_value_set_double (g_value_init (&divisor, G_TYPE_DOUBLE), 1e8);
  assert_notifies_once (fixture->chart, "unit-divisor", &divisor);
  g_value_set_uint (g_value_init (&cursor, G_TYPE_UINT), 2);
  assert_notifies_once (fixture->chart, "cursor", &cursor);
  g_value_take_object (g_value_init (&model, G_TYPE_LIST_MODEL),
                       create_store (G_OBJECT_TYPE (fixture->chart)));
  assert_notifies_once (fixture->chart, "model", &model);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->chart, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (get_area (fixture), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (fixture->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Cohort");
  gtk_test_accessible_assert_property (get_area (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "Cohort");
  for (guint i = 0; i < 4; i++)
    gtk_test_accessible_assert_role (get_mark (fixture, i), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
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

  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);
  show (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      tide_test_press (fixture->window, steps[i].keyval);
      g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, steps[i].cursor);
      g_assert_true (gtk_widget_has_focus (get_mark (fixture, steps[i].cursor)));
    }

  gtk_widget_set_direction (get_area (fixture), GTK_TEXT_DIR_RTL);
  tide_test_press (fixture->window, GDK_KEY_Left);
  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, 1);
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
  show (fixture);

  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 0)));
  tide_test_press (fixture->window, GDK_KEY_Down);
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

  g_signal_connect (fixture->chart, "item-activated", G_CALLBACK (on_item_activated), ids);
  show (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  tide_test_press (fixture->window, GDK_KEY_Return);
  tide_test_press (fixture->window, GDK_KEY_Down);
  tide_test_press (fixture->window, GDK_KEY_space);
  g_assert_cmpstr (ids->str, ==, "ab");

  g_assert_true (gtk_widget_compute_bounds (get_mark (fixture, 2), get_area (fixture), &bounds));
  tide_test_click (get_area (fixture), (double) bounds.origin.x + (double) bounds.size.width / 2,
                   (double) bounds.origin.y + 2);
  tide_test_click (get_area (fixture), -5, -5);
  g_assert_cmpstr (ids->str, ==, "abc");
  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, 2);
}

/* The cursor and the focus stay with the item they are on; if that goes, where they are. */
static void
test_items_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideChartItem) first = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);
  guint n_changes = 0;

  show (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->chart));
  tide_item_chart_set_cursor (fixture->chart, 2);
  g_signal_connect_swapped (fixture->chart, "chart-changed", G_CALLBACK (on_counted), &n_changes);

  g_list_store_remove (fixture->store, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, 1);
  g_assert_true (gtk_widget_has_focus (get_mark (fixture, 1)));

  g_list_store_splice (fixture->store, 1, 2, NULL, 0);
  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, 0);
  g_assert_null (get_mark (fixture, 1));

  g_list_store_remove_all (fixture->store);
  g_assert_cmpuint (tide_item_chart_get_cursor (fixture->chart), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (gtk_widget_get_visible (get_area (fixture)));
  g_assert_cmpstr (get_empty_text (fixture), ==, "Nothing to Show");

  tide_item_chart_set_empty_text (fixture->chart, "<b>No projects</b>");
  g_assert_cmpstr (get_empty_text (fixture), ==, "<b>No projects</b>");

  /* A model that was let go of changes nothing any more. */
  tide_item_chart_set_model (fixture->chart, NULL);
  g_list_store_append (fixture->store, first);
  g_assert_nonnull (get_empty_text (fixture));
}

static void
test_funnel_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tsv = dup_tsv (fixture->chart);

  assert_name (fixture, 0, "Signed: 1,752, 1 of 4");
  assert_name (fixture, 1,
               "Registered: 1,640, 93.6 % of the first, 93.6 % of the one before, 2 of 4");
  assert_name (fixture, 2, "Started: 0, 0.0 % of the first, 0.0 % of the one before, 3 of 4");
  assert_name (fixture, 3, "Completed: no value, 4 of 4");
  g_assert_cmpstr (get_tooltip (fixture, 0), ==, "Signed\n1,752");
  g_assert_cmpstr (get_tooltip (fixture, 1), ==,
                   "Registered\n1,640\n≈ 93.6 % of the first stage\n≈ 93.6 % of the stage before");
  g_assert_cmpstr (tsv, ==,
                   "Stage\tValue\tShare of the First\tShare of the One Before\n"
                   "Signed\t1,752\t\t\nRegistered\t1,640\t93.6 %\t93.6 %\n"
                   "Started\t0\t0.0 %\t0.0 %\nCompleted\t\t\t\n");
}

static void
test_funnel_told_shares (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideFunnelStage) stage
      = g_object_new (TIDE_TYPE_FUNNEL_STAGE, "label", "Producing", "value", 3500.0, "value-text",
                      "3,500", "description", "as reported", "first-share", "199.8 %", NULL);

  g_list_store_splice (fixture->store, 2, 2, (gpointer *) &stage, 1);
  assert_name (fixture, 2,
               "Producing: 3,500, 199.8 % of the first, 213.4 % of the one before, 3 of 3");
  gtk_test_accessible_assert_property (get_mark (fixture, 2), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "as reported");
  g_assert_true (g_str_has_suffix (get_tooltip (fixture, 2), "\nas reported"));
}

static void
test_funnel_centred (Fixture *fixture, gconstpointer data)
{
  g_auto (GValue) centred = G_VALUE_INIT;

  g_value_init (&centred, G_TYPE_BOOLEAN);
  g_assert_true (tide_funnel_chart_get_centred (TIDE_FUNNEL_CHART (fixture->chart)));
  assert_notifies_once (fixture->chart, "centred", &centred);
}

static void
add_bullets (GListStore *store)
{
  const double limits[] = { 500, 1000 };
  g_autoptr (TideBullet) agreed = g_object_new (
      TIDE_TYPE_BULLET, "label", "Agreed", "value", 1256.4, "value-text", "1,256.4", "target",
      1000.0, "target-text", "1,000", "elapsed", 0.8333, "limits",
      g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, limits, 2, sizeof (double)), NULL);
  g_autoptr (TideBullet) output = g_object_new (TIDE_TYPE_BULLET, "label", "Output", "value", 780.0,
                                                "value-text", "780", "has-target", FALSE, NULL);

  g_list_store_remove_all (store);
  g_list_store_append (store, agreed);
  g_list_store_append (store, output);
}

static void
test_bullet_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tsv = NULL;

  add_bullets (fixture->store);
  assert_name (fixture, 0, "Agreed: 1,256.4, target: 1,000, 1 of 2");
  assert_name (fixture, 1, "Output: 780, target: none, 2 of 2");
  g_assert_cmpstr (get_tooltip (fixture, 0), ==,
                   "Agreed\n1,256.4\nTarget: 1,000\n≈ 125.6 % of the target\n≈ 83.3 % of the time "
                   "is over");
  g_assert_cmpstr (get_tooltip (fixture, 1), ==, "Output\n780");

  tsv = dup_tsv (fixture->chart);
  g_assert_cmpstr (tsv, ==,
                   "Name\tValue\tTarget\tShare of the Target\tTime Over\n"
                   "Agreed\t1,256.4\t1,000\t125.6 %\t83.3 %\nOutput\t780\t\t\t\n");
}

static void
test_bullet_series (Fixture *fixture, gconstpointer data)
{
  TideChartData *chart = TIDE_CHART_DATA (fixture->chart);

  /* Where no pace is known, or no target, none is told of. */
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 2);
  g_list_store_remove_all (fixture->store);
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 1);
  add_bullets (fixture->store);
  g_assert_cmpuint (tide_chart_data_get_n_series (chart), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *label = tide_chart_data_dup_series_label (chart, i);
      g_autoptr (GtkWidget) swatch = g_object_ref_sink (tide_chart_data_create_swatch (chart, i));

      g_assert_nonnull (label);
      g_assert_true (tide_chart_data_is_series_shown (chart, i));
      g_assert_true (GTK_IS_WIDGET (swatch));
    }

  show (fixture);
  tide_chart_data_show_series (chart, 1, FALSE);
  g_assert_false (tide_chart_data_is_series_shown (chart, 1));
  g_assert_true (tide_chart_data_is_series_shown (chart, 0));
}

static void
test_donut_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tsv = NULL;
  g_auto (GValue) whole = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  assert_name (fixture, 0, "Signed: 1,752, 51.7 % of the whole, 1 of 4");
  assert_name (fixture, 2, "Started: 0, 0.0 % of the whole, 3 of 4");
  assert_name (fixture, 3, "Completed: no value, 4 of 4");

  g_value_set_double (g_value_init (&whole, G_TYPE_DOUBLE), 3504);
  assert_notifies_once (fixture->chart, "whole", &whole);
  g_value_set_static_string (g_value_init (&text, G_TYPE_STRING), "3,504 projects");
  assert_notifies_once (fixture->chart, "total-text", &text);
  assert_name (fixture, 0, "Signed: 1,752, 50.0 % of the whole, 1 of 4");
  g_assert_cmpstr (get_tooltip (fixture, 0), ==, "Signed\n1,752\n50.0 % of the whole");
  gtk_test_accessible_assert_property (get_area (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "3,504 projects");

  tsv = dup_tsv (fixture->chart);
  g_assert_cmpstr (tsv, ==,
                   "Name\tValue\tShare of the Whole\nSigned\t1,752\t50.0 %\n"
                   "Registered\t1,640\t46.8 %\nStarted\t0\t0.0 %\nCompleted\t\t\n");
}

static void
append_value (GListStore *store, double value)
{
  g_autoptr (TideChartItem) item = tide_chart_item_new (NULL, "Part", value, NULL);

  g_list_store_append (store, item);
}

/* It says why it is not drawn, and its table still has the numbers. */
static void
test_donut_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tsv = NULL;

  g_assert_null (get_empty_text (fixture));
  tide_donut_chart_set_whole (TIDE_DONUT_CHART (fixture->chart), 3000);
  g_assert_cmpstr (get_empty_text (fixture), ==,
                   "Not drawn: the parts add up to more than the whole.");
  tsv = dup_tsv (fixture->chart);
  g_assert_nonnull (strstr (tsv, "Signed\t1,752\t58.4 %\n"));
  tide_donut_chart_set_whole (TIDE_DONUT_CHART (fixture->chart), -1);
  g_assert_null (get_empty_text (fixture));

  append_value (fixture->store, -1);
  g_assert_cmpstr (get_empty_text (fixture), ==,
                   "Not drawn: negative values cannot be parts of a ring.");
  g_assert_null (get_mark (fixture, 0));
  g_list_store_remove (fixture->store, 4);
  g_assert_null (get_empty_text (fixture));

  for (guint i = 4; i < 8; i++)
    append_value (fixture->store, 1);
  g_assert_cmpstr (get_empty_text (fixture), ==,
                   "Not drawn: a ring has room for 7 parts, not for 8.");

  g_list_store_remove_all (fixture->store);
  append_value (fixture->store, 0);
  g_assert_cmpstr (get_empty_text (fixture), ==, "Nothing to Show");
}

/* Not less than something, nor all, where it only rounds to that. */
static void
test_extreme_shares (Fixture *fixture, gconstpointer data)
{
  g_list_store_remove_all (fixture->store);
  append_value (fixture->store, 99999);
  append_value (fixture->store, 1);
  assert_name (fixture, 0, "Part: , > 99.9 % of the whole, 1 of 2");
  assert_name (fixture, 1, "Part: , < 0.1 % of the whole, 2 of 2");
}

static void
test_donut_ring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  int height;

  /* The first two have half of the ring each; a click on it is one on the slice. */
  g_list_store_splice (fixture->store, 1, 3, NULL, 0);
  g_signal_connect (fixture->chart, "item-activated", G_CALLBACK (on_item_activated), ids);
  show (fixture);
  gtk_widget_measure (get_area (fixture), GTK_ORIENTATION_VERTICAL, 640, NULL, &height, NULL, NULL);
  for (double x = 320; x < 640 && ids->len == 0; x += 2)
    tide_test_click (get_area (fixture), x, height / 2.0);
  g_assert_cmpstr (ids->str, ==, "a");
}

static void
test_builder (void)
{
  const char *ui
      = "<interface><object class='TideFunnelChart' id='funnel'>"
        "<property name='title'>Cohort</property><property name='model'><object class='GListStore'>"
        "<property name='item-type'>TideFunnelStage</property></object></property></object>"
        "<object class='TideBulletChart' id='bullet'><property name='unit-label'>bn</property>"
        "</object><object class='TideDonutChart' id='donut'><property name='whole'>5</property>"
        "</object></interface>";
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);
  TideItemChart *funnel = TIDE_ITEM_CHART (gtk_builder_get_object (builder, "funnel"));

  g_assert_cmpstr (tide_item_chart_get_title (funnel), ==, "Cohort");
  g_assert_nonnull (tide_item_chart_get_model (funnel));
  g_assert_true (TIDE_IS_BULLET_CHART (gtk_builder_get_object (builder, "bullet")));
  g_assert_true (TIDE_IS_DONUT_CHART (gtk_builder_get_object (builder, "donut")));
}

static void
show_picture (const ShotsChart *picture, gpointer data)
{
  const int widths[] = { 640, 360 };
  GtkTextDirection direction = *(GtkTextDirection *) data;

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *chart = picture->create (picture->data);
      g_autofree char *tsv = dup_tsv (chart);

      gtk_widget_set_direction (gtk_widget_get_first_child (chart), direction);
      gtk_window_set_child (GTK_WINDOW (window), chart);
      show_at (window, chart, widths[i]);
      g_assert_true (g_utf8_validate (tsv, -1, NULL));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_gallery (void)
{
  const char *const kinds[] = { "funnel", "bullet", "donut" };
  GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (directions); j++)
      shots_gallery_visit (kinds[i], show_picture, &directions[j]);
}

typedef struct
{
  const char *name;
  void (*test) (Fixture *fixture, gconstpointer data);
} Test;

static void
add_tests (const char *kind, const GType *type, const Test *tests)
{
  for (const Test *test = tests; test->name != NULL; test++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/%s/%s", kind, test->name);

      g_test_add (path, Fixture, type, set_up, test->test, tear_down);
    }
}

int
main (int argc, char **argv)
{
  const Test all[] = {
    { "properties", test_properties },
    { "roles", test_roles },
    { "keyboard", test_keyboard },
    { "tab-is-one-stop", test_tab_is_one_stop },
    { "activation", test_activation },
    { "items-changed", test_items_changed },
    { 0 },
  };
  const Test funnel[] = {
    { "names", test_funnel_names },
    { "told-shares", test_funnel_told_shares },
    { "centred", test_funnel_centred },
    { 0 },
  };
  const Test bullet[] = {
    { "names", test_bullet_names },
    { "series", test_bullet_series },
    { 0 },
  };
  const Test donut[] = {
    { "names", test_donut_names },
    { "refusals", test_donut_refusals },
    { "extreme-shares", test_extreme_shares },
    { "ring", test_donut_ring },
    { 0 },
  };
  static GType types[3];

  gtk_test_init (&argc, &argv, NULL);
  tide_chart_init ();

  types[0] = TIDE_TYPE_FUNNEL_CHART;
  types[1] = TIDE_TYPE_BULLET_CHART;
  types[2] = TIDE_TYPE_DONUT_CHART;
  add_tests ("funnel", &types[0], all);
  add_tests ("funnel", &types[0], funnel);
  add_tests ("bullet", &types[1], all);
  add_tests ("bullet", &types[1], bullet);
  add_tests ("donut", &types[2], all);
  add_tests ("donut", &types[2], donut);
  g_test_add_func ("/chart/item-charts/builder", test_builder);
  g_test_add_func ("/chart/item-charts/gallery", test_gallery);

  return g_test_run ();
}
