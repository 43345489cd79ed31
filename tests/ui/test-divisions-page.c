/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "chart/tide-sparkline.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-divisions-table.h"
#include "ui/pages/tide-division-page.h"
#include "ui/pages/tide-divisions-page.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/tide-ui.h"

#include <string.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

typedef struct
{
  TideRegister *reg;
  TideDivisionsPage *page;
  TideDivisionsTable *table;
  AdwNavigationView *view;
  AdwWindow *window;
  TidePayload *filter; /* the last that was asked for */
} Fixture;

static void
add_indicator (TideSnapshot *snapshot)
{
  static const char *const values[][2] = { { "2021", "52.6" }, { "2022", "60.9" } };
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, "output", "Output");

  tide_test_payload_set (indicator, "division", "east");
  tide_test_payload_set (indicator, "measure", "output");
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      TidePayload *observation = tide_test_payload_add_entry (indicator, "observations", NULL);

      tide_test_payload_set (observation, "period", values[i][0]);
      tide_test_payload_set (observation, "value", values[i][1]);
      tide_test_payload_set (observation, "source", "paper");
    }
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, indicator);
}

static void
add_target (TideSnapshot *snapshot)
{
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, "goal", "Much more in the east");

  tide_test_payload_set (target, "division", "east");
  tide_test_payload_set (target, "period", "2027");
  tide_test_payload_set (target, "value", "3700000000000");
  tide_test_payload_set (target, "currency", "CNY");
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, target);
}

/* A zone in the east that is there since 2016 and went with 2020, and a project in it. */
static void
add_zone (TideSnapshot *snapshot)
{
  TidePayload *zone = tide_test_payload_new (TIDE_RECORD_DIVISION, "zone", STRANGE);
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "q", "Wharf");

  tide_test_payload_set (zone, "parent", "east");
  tide_test_payload_set (zone, "kind", "functional-zone");
  tide_test_payload_set (zone, "valid-from", "2016");
  tide_test_payload_set (zone, "valid-to", "2020");
  tide_test_payload_set (zone, "notes", STRANGE);
  tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, zone);
  tide_test_payload_set (project, "division", "zone");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
}

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  add_indicator (snapshot);
  add_target (snapshot);
  add_zone (snapshot);
  fixture->reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  fixture->page = g_object_new (TIDE_TYPE_DIVISIONS_PAGE, "register", fixture->reg, NULL);
  fixture->table = TIDE_DIVISIONS_TABLE (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_DIVISIONS_TABLE));
  fixture->view = ADW_NAVIGATION_VIEW (
      tide_test_find_child (GTK_WIDGET (fixture->page), ADW_TYPE_NAVIGATION_VIEW));
  g_signal_connect_swapped (fixture->page, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 900);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (tide_divisions_table_get_breakdown (fixture->table) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (300);
  g_assert_null (fixture->page);
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_assert_finalize_object (fixture->reg);
}

static AdwNavigationPage *
get_visible (Fixture *fixture)
{
  return adw_navigation_view_get_visible_page (fixture->view);
}

static void
show (Fixture *fixture, const char *id)
{
  TideDivisionPage *page;

  tide_divisions_page_show_division (fixture->page, id);
  page = TIDE_DIVISION_PAGE (get_visible (fixture));
  g_assert_cmpstr (tide_division_page_get_division (page), ==, id);
  while (!tide_division_page_get_counted (page))
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (300);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return tide_test_find_label (GTK_WIDGET (get_visible (fixture)), text) != NULL;
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *label = tide_test_find_label (GTK_WIDGET (get_visible (fixture)), title);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
}

static const char *
get_subtitle (Fixture *fixture, const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, title)));
}

/* Below one another, with when they are there; what is searched for is found by kind too. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (tide_divisions_table_get_n_shown (fixture->table), ==, 3);
  g_assert_true (says (fixture, "3 divisions"));
  g_assert_true (says (fixture, STRANGE));

  tide_divisions_table_set_search (fixture->table, "zone");
  g_assert_cmpuint (tide_divisions_table_get_n_shown (fixture->table), ==, 1);
  g_assert_false (tide_divisions_table_reveal (fixture->table, "city"));
  tide_divisions_table_set_search (fixture->table, "");
  g_assert_true (tide_divisions_table_reveal (fixture->table, "city"));
  g_assert_cmpstr (tide_divisions_table_get_selected (fixture->table), ==, "city");

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->table), "division.show-projects", NULL));
  g_assert_nonnull (fixture->filter);
  g_assert_cmpstr (g_ptr_array_index (TIDE_FILTER (fixture->filter)->divisions, 0), ==, "city");
}

/* p1 is left out, as it holds p2, which has no division: what the east has is all in the zone. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  show (fixture, "east");
  g_assert_true (says (fixture, "of 3 projects, 1 left out"));
  g_assert_true (says (fixture, "Of Which in Functional Zones"));
  g_assert_true (says (fixture, "1 project"));
  g_assert_nonnull (strstr (get_subtitle (fixture, STRANGE), "Functional zone"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_visible (fixture)),
                                             "division.show-projects", NULL));
  g_assert_nonnull (fixture->filter);
  g_assert_cmpstr (g_ptr_array_index (TIDE_FILTER (fixture->filter)->divisions, 0), ==, "east");
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group;

  show (fixture, "east");
  g_assert_nonnull (tide_test_find_child (GTK_WIDGET (get_visible (fixture)), TIDE_TYPE_SPARKLINE));
  g_assert_true (says (fixture, "A paper"));
  group = tide_test_find_child (GTK_WIDGET (get_visible (fixture)), TIDE_TYPE_TARGETS_GROUP);
  g_assert_cmpuint (tide_targets_group_get_n (TIDE_TARGETS_GROUP (group)), ==, 1);

  show (fixture, "zone");
  g_assert_cmpstr (get_subtitle (fixture, "Part of Division"), ==, "East");
  g_assert_cmpstr (get_subtitle (fixture, "Exists"), ==, "2016 to 2020");
  g_assert_cmpstr (get_subtitle (fixture, "Notes"), ==, STRANGE);
  g_assert_true (says (fixture, "This division existed until 2020."));
  g_assert_true (says (fixture, "No indicator is about this division"));
  g_assert_true (says (fixture, "No division is part of this one"));
  g_assert_true (says (fixture, "No source is recorded"));
}

/* Links lead on and back, and what is gone has no page. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "zone", NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_DIVISION, ids, NULL);

  show (fixture, "east");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_visible (fixture)), "division.show",
                                             "s", "zone"));
  tide_test_settle (400);
  g_assert_cmpstr (tide_division_page_get_division (TIDE_DIVISION_PAGE (get_visible (fixture))), ==,
                   "zone");
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  tide_test_settle (300);
  g_assert_cmpstr (tide_division_page_get_division (TIDE_DIVISION_PAGE (get_visible (fixture))), ==,
                   "east");
  tide_divisions_page_show_division (fixture->page, "zone");
  g_assert_cmpstr (tide_division_page_get_division (TIDE_DIVISION_PAGE (get_visible (fixture))), ==,
                   "east");
}

static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL;

  tide_divisions_table_set_amount_kind (fixture->table, "intention");
  show (fixture, "east");
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));
  g_object_set (fixture->page, "register", NULL, NULL);
  g_assert_false (TIDE_IS_DIVISION_PAGE (get_visible (fixture)));
  g_object_set (fixture->page, "register", fixture->reg, NULL);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  g_assert_cmpstr (tide_division_page_get_division (TIDE_DIVISION_PAGE (get_visible (fixture))), ==,
                   "east");
  g_assert_cmpstr (tide_divisions_table_get_amount_kind (fixture->table), ==, "intention");
}

static void
test_acts (Fixture *fixture, gconstpointer data)
{
  show (fixture, "east");
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (get_visible (fixture)), "division.edit", NULL));
  tide_test_settle (300);
  g_assert_true (TIDE_IS_RECORD_DIALOG (adw_window_get_visible_dialog (fixture->window)));
  adw_dialog_force_close (adw_window_get_visible_dialog (fixture->window));
  tide_test_settle (300);

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (get_visible (fixture)), "division.retire", NULL));
  tide_test_settle (300);
  g_assert_true (says (fixture, "Retired: kept where it was chosen, and not offered any more"));

  tide_register_make_read_only (fixture->reg);
  tide_test_settle (100);
  gtk_widget_activate_action (GTK_WIDGET (get_visible (fixture)), "division.edit", NULL);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/divisions-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("table", test_table);
  ADD ("figures", test_figures);
  ADD ("records", test_records);
  ADD ("pages", test_pages);
  ADD ("view", test_view);
  ADD ("acts", test_acts);

  return g_test_run ();
}
