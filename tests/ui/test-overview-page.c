/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-config.h"

#include "chart/tide-bar-chart.h"
#include "codec/tide-json-reader.h"
#include "stats/tide-breakdown.h"
#include "ui/pages/tide-overview-page.h"
#include "ui/rows/tide-figure-tile.h"
#include "ui/tide-ui.h"

#include "tide-test-widgets.h"

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideOverviewPage *page;
  TidePayload *filter; /* the last one asked for */
} Fixture;

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

static TideRegister *
read_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autofree char *text = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, size);
  snapshot = tide_json_read (bytes, name, NULL, NULL, NULL, &problems, &error);
  g_assert_no_error (error);

  return tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = read_sample (data);
  fixture->page = g_object_new (TIDE_TYPE_OVERVIEW_PAGE, NULL);
  g_signal_connect_swapped (fixture->page, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  tide_overview_page_set_register (fixture->page, fixture->reg);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (0);
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        {
          g_autofree char *own = NULL;

          g_object_get (child, "title", &own, NULL);
          if (g_strcmp0 (own, title) == 0)
            return child;
        }

      found = find_child (child, type, title);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static TideBarChart *
find_chart (Fixture *fixture, const char *title)
{
  GtkWidget *chart = find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_BAR_CHART, title);

  g_assert_nonnull (chart);

  return TIDE_BAR_CHART (chart);
}

static guint
count_opened (Fixture *fixture)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (fixture->reg);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (TIDE_FILTER (fixture->filter), snapshot);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));

  return n;
}

/* What the meeting declared, as the person reads it. */
static void
test_declared (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);

  g_assert_nonnull (tide_test_find_label (page, "17"));
  g_assert_nonnull (tide_test_find_label (page, "16 billion yuan"));
  g_assert_nonnull (tide_test_find_label (page, "US$1.06 billion"));
}

static void
test_indicators (Fixture *fixture, gconstpointer data)
{
  GListModel *bars = tide_bar_chart_get_model (find_chart (fixture, "Indicators by Year"));
  static const char *expected[] = { "43.7", "137.4", "222.4", "641.1" };
  guint n_found = 0;

  g_assert_cmpuint (g_list_model_get_n_items (bars), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (bars, i);

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        n_found += g_strcmp0 (tide_bar_get_value_text (bar), expected[j]) == 0;
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (expected));
}

/* Years stand in their order, whichever indicator begins first. */
static void
test_periods (Fixture *fixture, gconstpointer data)
{
  GListModel *bars = tide_bar_chart_get_model (find_chart (fixture, "Indicators by Year"));
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < g_list_model_get_n_items (bars); i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (bars, i);

      g_assert_cmpstr (last, <=, tide_bar_get_label (bar));
      g_set_str (&last, tide_bar_get_label (bar));
    }
  g_assert_cmpstr (last, ==, "2024");
}

/* Every bar opens as many projects as it shows. */
static void
test_bars_open_rows (Fixture *fixture, gconstpointer data)
{
  static const char *titles[] = { "Projects by Stage", "Projects by Division" };
  guint n_bars = 0;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      TideBarChart *chart = find_chart (fixture, titles[i]);
      GListModel *bars = tide_bar_chart_get_model (chart);

      for (guint j = 0; j < g_list_model_get_n_items (bars); j++, n_bars++)
        {
          g_autoptr (TideBar) bar = g_list_model_get_item (bars, j);

          g_signal_emit_by_name (chart, "bar-activated", bar);
          g_assert_nonnull (fixture->filter);
          g_assert_cmpuint (count_opened (fixture), ==, (guint) tide_bar_get_value (bar));
        }
    }
  g_assert_cmpuint (n_bars, >, TIDE_N_STAGES);
}

static void
test_sector_bars_open_rows (Fixture *fixture, gconstpointer data)
{
  TideBarChart *chart = find_chart (fixture, "Amounts by Sector");
  GListModel *bars = tide_bar_chart_get_model (chart);

  g_assert_cmpuint (g_list_model_get_n_items (bars), >, 3);
  for (guint i = 0; i < g_list_model_get_n_items (bars); i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (bars, i);

      g_signal_emit_by_name (chart, "bar-activated", bar);
      g_assert_cmpuint (count_opened (fixture), >, 0);
    }
}

static void
test_follows_steps (Fixture *fixture, gconstpointer data)
{
  TideList *projects = tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT);
  const char *ids[] = { tide_record_get_id (tide_list_get (projects, 0)), NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PROJECT, ids, NULL);
  GtkWidget *tile = find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_FIGURE_TILE, "Live Projects");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (tide_test_find_label (tile, "2"));
  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
  tide_test_settle (0);
  g_assert_nonnull (tide_test_find_label (tile, "1"));
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (0);
  g_assert_nonnull (tide_test_find_label (tile, "2"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

#define ADD(name, sample, func)                                                                    \
  g_test_add ("/ui/overview/" name, Fixture, sample, set_up, func, tear_down)

  ADD ("declared", "ningbo.tideline", test_declared);
  ADD ("indicators", "ningbo.tideline", test_indicators);
  ADD ("follows-steps", "ningbo.tideline", test_follows_steps);
  ADD ("periods", "made-up.tideline", test_periods);
  ADD ("bars-open-rows", "made-up.tideline", test_bars_open_rows);
  ADD ("sector-bars-open-rows", "made-up.tideline", test_sector_bars_open_rows);

  return g_test_run ();
}
