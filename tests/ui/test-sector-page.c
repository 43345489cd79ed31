/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "chart/tide-sparkline.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/pages/tide-sector-page.h"
#include "ui/pages/tide-sectors-page.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/rows/tide-figure-tile.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

typedef struct
{
  TideRegister *reg;
  TideSectorsPage *sectors;
  TideSectorPage *page;
  AdwWindow *window;
  TidePayload *filter; /* the last that was asked for */
} Fixture;

static void
add_indicator (TideSnapshot *snapshot)
{
  static const char *const values[][2] = { { "2021", "52.6" }, { "2022", "60.9" } };
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, "output", STRANGE);

  tide_test_payload_set (indicator, "subject/sector", "energy");
  tide_test_payload_set (indicator, "measure", "output");
  tide_test_payload_set (indicator, "unit/currency", "CNY");
  tide_test_payload_set (indicator, "unit/scale", "100000000");
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
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, "goal", "Much more energy");

  tide_test_payload_set (target, "sector", "energy");
  tide_test_payload_set (target, "period", "2027");
  tide_test_payload_set (target, "value", "3700000000000");
  tide_test_payload_set (target, "currency", "CNY");
  tide_test_payload_set (target, "written", "3.7万亿元");
  tide_payload_add_string (target, "sources", "paper");
  tide_snapshot_add (snapshot, TIDE_RECORD_TARGET, target);
}

/* An older class, whose project shows in the newer one, and one below that. */
static void
add_classes (TideSnapshot *snapshot)
{
  TidePayload *old = tide_test_payload_new (TIDE_RECORD_SECTOR, "old", "Old energy");
  TidePayload *sun = tide_test_payload_new (TIDE_RECORD_SECTOR, "sun", "Sun");
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "q", "Power station");
  TidePayload *entry = tide_test_payload_add_entry (old, "maps-to", NULL);

  tide_test_payload_set (old, "taxonomy", "chains");
  tide_test_payload_set (entry, "sector", "energy");
  tide_test_payload_set (entry, "relation", "narrower");
  tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, old);
  tide_test_payload_set (sun, "taxonomy", "fields");
  tide_test_payload_set (sun, "parent", "energy");
  tide_test_payload_set (sun, "tier", "trillion");
  tide_test_payload_set (sun, "notes", STRANGE);
  tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, sun);
  tide_test_payload_set (tide_test_payload_add_entry (project, "sectors", NULL), "sector", "old");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
}

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

static void
show (Fixture *fixture, const char *id)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (fixture->sectors));

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->sectors), "sector.show", "s", id));
  fixture->page
      = TIDE_SECTOR_PAGE (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
  g_assert_cmpstr (tide_sector_page_get_sector (fixture->page), ==, id);
  while (!tide_sector_page_get_counted (fixture->page))
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (300);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  add_indicator (snapshot);
  add_target (snapshot);
  add_classes (snapshot);
  fixture->reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  fixture->sectors = g_object_new (TIDE_TYPE_SECTORS_PAGE, "register", fixture->reg, NULL);
  g_signal_connect_swapped (fixture->sectors, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->sectors));
  gtk_window_present (GTK_WINDOW (fixture->window));
  show (fixture, "energy");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (300);
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_assert_finalize_object (fixture->reg);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return tide_test_find_label (GTK_WIDGET (fixture->page), text) != NULL;
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *label = tide_test_find_label (GTK_WIDGET (fixture->page), title);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
}

static const char *
get_subtitle (Fixture *fixture, const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, title)));
}

/* p1 is left out, as it holds p2: what is left of the sector is q, by way of the older class. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "of 3 projects, 1 left out"));
  g_assert_true (says (fixture, "Amount by Shares"));
  g_assert_true (says (fixture, "Amount by Mentions"));
  g_assert_true (says (fixture, "1 project belongs here because its class in another "
                                "classification maps to this one"));

  g_assert_true (gtk_widget_activate_action (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_FIGURE_TILE),
      "sector.show-projects", NULL));
  g_assert_nonnull (fixture->filter);
  g_assert_cmpstr (g_ptr_array_index (TIDE_FILTER (fixture->filter)->sectors, 0), ==, "energy");
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  const TideMoney money = { .minor = G_GINT64_CONSTANT (609000000000), .currency = "CNY" };
  g_autofree char *value
      = tide_money_dup_text (&money, TIDE_UNIT_HUNDRED_MILLION, TIDE_LANGUAGE_EN);
  GtkWidget *line = tide_test_find_child (find_row (fixture, STRANGE), TIDE_TYPE_SPARKLINE);

  g_assert_nonnull (strstr (get_subtitle (fixture, STRANGE), "2022"));
  g_assert_nonnull (strstr (get_subtitle (fixture, STRANGE), "A paper"));
  g_assert_true (says (fixture, value));

  /* Below the value, so that the texts have room at 360 px. */
  g_assert_nonnull (line);
  g_assert_true (tide_test_find_label (gtk_widget_get_parent (line), value)
                 == gtk_widget_get_prev_sibling (line));
}

/* Its targets with how far they are reached, and a way to add one. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group = tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_TARGETS_GROUP);

  g_assert_cmpuint (tide_targets_group_get_n (TIDE_TARGETS_GROUP (group)), ==, 1);
  g_assert_nonnull (strstr (get_subtitle (fixture, "Much more energy"), "2027"));

  show (fixture, "sun");
  group = tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_TARGETS_GROUP);
  g_assert_cmpuint (tide_targets_group_get_n (TIDE_TARGETS_GROUP (group)), ==, 0);
  gtk_widget_activate (adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (group)));
  tide_test_settle (300);
  g_assert_true (TIDE_IS_RECORD_DIALOG (adw_window_get_visible_dialog (fixture->window)));
}

/* Links go both ways, and to what stands below. */
static void
test_classes (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Maps to no class"));
  g_assert_nonnull (strstr (get_subtitle (fixture, "Old energy"), "Chains"));
  g_assert_nonnull (strstr (get_subtitle (fixture, "Old energy"), "Broader"));

  show (fixture, "old");
  g_assert_true (says (fixture, "No class maps to this one"));
  g_assert_nonnull (strstr (get_subtitle (fixture, "New energy"), "Narrower"));

  show (fixture, "sun");
  g_assert_cmpstr (get_subtitle (fixture, "Tier"), ==, "Trillion-level");
  g_assert_cmpstr (get_subtitle (fixture, "Notes"), ==, STRANGE);
  g_assert_cmpstr (get_subtitle (fixture, "Part of Sector"), ==, "New energy");
  g_assert_true (says (fixture, "No indicator is about this sector"));
}

/* The page follows its sector, until that is gone. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) step
      = tide_register_new_retire_step (fixture->reg, TIDE_RECORD_SECTOR, "energy", TRUE);
  g_autoptr (TideStep) deletion = NULL;
  const char *ids[] = { "energy", NULL };
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (fixture->sectors));

  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  tide_test_settle (300);
  g_assert_true (says (fixture, "Retired: kept where it was chosen, and not offered any more"));

  deletion = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_SECTOR, ids, NULL);
  g_assert_true (tide_register_apply (fixture->reg, deletion, NULL));
  tide_test_settle (300);
  g_assert_false (
      TIDE_IS_SECTOR_PAGE (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  tide_register_make_read_only (fixture->reg);
  tide_test_settle (100);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "sector.edit", NULL)
                  && adw_window_get_visible_dialog (fixture->window) != NULL);
  show (fixture, "old");
}

#define ADD(name, func) g_test_add ("/ui/sector-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("figures", test_figures);
  ADD ("series", test_series);
  ADD ("targets", test_targets);
  ADD ("classes", test_classes);
  ADD ("follows", test_follows);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
