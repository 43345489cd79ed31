/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-result-stage.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-entry-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-platforms-list.h"
#include "ui/lists/tide-results-board.h"
#include "ui/pages/tide-innovation-page.h"
#include "ui/pages/tide-platform-page.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#include <string.h>

#define STRANGE "<b>&\"x\"</b>"

typedef struct
{
  TideRegister *reg;
  TideInnovationPage *page;
  AdwWindow *window;
} Fixture;

static void
add_count (TidePayload *platform, const char *measure, const char *date, const char *value)
{
  TidePayload *count = tide_test_payload_add_entry (platform, "counts", NULL);

  tide_test_payload_set (count, "measure", measure);
  tide_test_payload_set (count, "date", date);
  tide_test_payload_set (count, "value", value);
  tide_test_payload_set (count, "source", "paper");
}

static void
add_platforms (TideSnapshot *snapshot)
{
  TidePayload *laboratory
      = tide_test_payload_new (TIDE_RECORD_PLATFORM, "laboratory", "Laboratory");
  TidePayload *zone = tide_test_payload_new (TIDE_RECORD_PLATFORM, "zone", STRANGE);

  tide_test_payload_set (laboratory, "kind", "laboratory");
  tide_test_payload_set (laboratory, "division", "east");
  tide_test_payload_set (laboratory, "host", "maker");
  add_count (laboratory, "research-centres", "2021", "8");
  add_count (laboratory, "research-centres", "2023", "10");
  add_count (laboratory, "patents", "2023", "120");
  tide_snapshot_add (snapshot, TIDE_RECORD_PLATFORM, laboratory);
  tide_test_payload_set (zone, "kind", "zone");
  tide_snapshot_add (snapshot, TIDE_RECORD_PLATFORM, zone);
}

static void
add_result (TideSnapshot *snapshot, const char *id, const char *name, const char *stage)
{
  TidePayload *result = tide_test_payload_new (TIDE_RECORD_RESULT, id, name);

  tide_test_payload_set (result, "kind", "technology");
  tide_test_payload_set (result, "platform", "laboratory");
  tide_payload_add_string (result, "sectors", "energy");
  if (stage != NULL)
    {
      TidePayload *entry = tide_test_payload_add_entry (result, "stages", NULL);

      tide_test_payload_set (entry, "stage", stage);
      tide_test_payload_set (entry, "date", "2021-09");
      tide_test_payload_set (result, "became", "p1");
    }
  tide_snapshot_add (snapshot, TIDE_RECORD_RESULT, result);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  add_platforms (snapshot);
  add_result (snapshot, "blade", "Blade", "sample");
  add_result (snapshot, "seal", "Seal", NULL);
  fixture->reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
  fixture->page = g_object_new (TIDE_TYPE_INNOVATION_PAGE, "register", fixture->reg, NULL);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (300);
  g_assert_finalize_object (fixture->reg);
}

static gpointer
find_child (Fixture *fixture, GType type)
{
  return tide_test_find_child (GTK_WIDGET (fixture->page), type);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return tide_test_find_label (GTK_WIDGET (fixture->page), text) != NULL;
}

static const TideResultPayload *
get_result (Fixture *fixture, const char *id)
{
  return TIDE_RESULT_PAYLOAD (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_RESULT, id));
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_child (fixture, GTK_TYPE_SEARCH_ENTRY)), text);
  tide_test_settle (100);
}

static void
test_platforms (Fixture *fixture, gconstpointer data)
{
  TidePlatformsList *list = find_child (fixture, TIDE_TYPE_PLATFORMS_LIST);

  g_assert_cmpuint (tide_platforms_list_get_n_shown (list), ==, 2);
  g_assert_true (says (fixture, "2 platforms"));
  g_assert_true (says (fixture, STRANGE));

  search (fixture, "maker");
  g_assert_cmpuint (tide_platforms_list_get_n_shown (list), ==, 1);
  g_assert_true (says (fixture, "1 of 2 platforms"));
  search (fixture, "nothing of the kind");
  g_assert_cmpuint (tide_platforms_list_get_n_shown (list), ==, 0);
  g_assert_true (says (fixture, "No Matching Platforms"));
}

static void
test_platform (Fixture *fixture, gconstpointer data)
{
  TidePlatformPage *page;

  tide_innovation_page_show_platform (fixture->page, "laboratory");
  tide_test_settle (300);
  page = find_child (fixture, TIDE_TYPE_PLATFORM_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpstr (tide_platform_page_get_platform (page), ==, "laboratory");
  g_assert_true (says (fixture, "Research centres"));
  g_assert_true (says (fixture, "patents"));
  g_assert_true (says (fixture, "120"));
  g_assert_true (says (fixture, "Blade"));
  g_assert_true (says (fixture, "1 result counted · 1 left out without a stage"));
  g_assert_true (says (fixture, "A paper"));
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  const TidePlatformPayload *platform;
  TidePlatformPage *page;
  TideEntryDialog *dialog;
  TideDraft *entry;

  tide_innovation_page_show_platform (fixture->page, "laboratory");
  page = find_child (fixture, TIDE_TYPE_PLATFORM_PAGE);
  gtk_widget_activate_action (GTK_WIDGET (page), "platform.add-count", NULL);
  tide_test_settle (300);
  dialog = TIDE_ENTRY_DIALOG (adw_window_get_visible_dialog (fixture->window));
  entry = tide_entry_dialog_get_entry (dialog);
  tide_field_set_text (tide_draft_get_field (entry, "measure"), "academicians");
  tide_field_set_text (tide_draft_get_field (entry, "date"), "2023");
  tide_field_set_text (tide_draft_get_field (entry, "value"), "-7");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  g_assert_cmpstr (tide_field_get_problem (tide_draft_get_field (entry, "value")), ==,
                   "-7 is below zero.");
  tide_field_set_text (tide_draft_get_field (entry, "value"), "7");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  tide_test_settle (300);
  g_assert_true (says (fixture, "Academicians"));

  gtk_widget_activate_action (GTK_WIDGET (page), "platform.remove-count", "s", "patents/2023");
  tide_test_settle (300);
  platform = TIDE_PLATFORM_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PLATFORM, "laboratory"));
  g_assert_cmpuint (platform->counts->len, ==, 3);
  g_assert_true (tide_register_undo (fixture->reg));
}

/* A card goes to the next stage of its track with a date, and no further than that ends. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  TideResultsBoard *board = find_child (fixture, TIDE_TYPE_RESULTS_BOARD);
  TideEntryDialog *dialog;
  TideDraft *entry;

  tide_innovation_page_show_result (fixture->page, "blade");
  tide_test_settle (200);
  g_assert_cmpstr (tide_results_board_get_selected (board), ==, "blade");
  gtk_widget_activate_action (GTK_WIDGET (board), "result.move-right", NULL);
  tide_test_settle (300);
  dialog = TIDE_ENTRY_DIALOG (adw_window_get_visible_dialog (fixture->window));
  entry = tide_entry_dialog_get_entry (dialog);
  g_assert_cmpstr (tide_field_get_text (tide_draft_get_field (entry, "stage")), ==, "pilot");
  tide_field_set_text (tide_draft_get_field (entry, "date"), "2022-11");
  tide_field_set_text (tide_draft_get_field (entry, "note"), "Two blades in the sea");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  tide_test_settle (300);

  g_assert_cmpstr (tide_result_get_present (get_result (fixture, "blade"))->stage, ==, "pilot");
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "move-result");
  g_assert_cmpstr (tide_results_board_get_selected (board), ==, "blade");
  g_assert_true (says (fixture, "Pilot since 2022-11"));
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (200);
  g_assert_cmpstr (tide_result_get_present (get_result (fixture, "blade"))->stage, ==, "sample");

  gtk_widget_activate_action (GTK_WIDGET (board), "result.move-left", NULL);
  tide_test_settle (200);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
}

/* The one without a stage stands before all, and begins on the track of its kind. */
static void
test_no_stage (Fixture *fixture, gconstpointer data)
{
  TideResultsBoard *board = find_child (fixture, TIDE_TYPE_RESULTS_BOARD);
  TideEntryDialog *dialog;

  tide_innovation_page_show_result (fixture->page, "seal");
  tide_test_settle (200);
  g_assert_true (says (fixture, "No Stage"));
  gtk_widget_activate_action (GTK_WIDGET (board), "result.move-right", NULL);
  tide_test_settle (300);
  dialog = TIDE_ENTRY_DIALOG (adw_window_get_visible_dialog (fixture->window));
  g_assert_cmpstr (
      tide_field_get_text (tide_draft_get_field (tide_entry_dialog_get_entry (dialog), "stage")),
      ==, "sample");
  adw_dialog_force_close (ADW_DIALOG (dialog));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "laboratory", NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_PLATFORM, ids, NULL);

  tide_innovation_page_show_platform (fixture->page, "laboratory");
  tide_test_settle (300);
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  tide_test_settle (600);
  g_assert_null (find_child (fixture, TIDE_TYPE_PLATFORM_PAGE));
  g_assert_null (get_result (fixture, "blade")->platform);
}

static gboolean
is_menu_open (GtkWidget *widget)
{
  return gtk_widget_get_mapped (tide_test_find_child (widget, GTK_TYPE_POPOVER_MENU));
}

static void
close_menu (GtkWidget *widget)
{
  gtk_popover_popdown (GTK_POPOVER (tide_test_find_child (widget, GTK_TYPE_POPOVER_MENU)));
  tide_test_settle (100);
}

/* The menu is of the row or card that has the focus, which is selected then. */
static void
test_menus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find_child (fixture, TIDE_TYPE_PLATFORMS_LIST);
  GtkWidget *board = find_child (fixture, TIDE_TYPE_RESULTS_BOARD);
  GtkListBox *rows = GTK_LIST_BOX (tide_test_find_child (list, GTK_TYPE_LIST_BOX));

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (rows, 1)));
  gtk_widget_activate_action (list, "platform.show-menu", NULL);
  tide_test_settle (100);
  g_assert_true (is_menu_open (list));
  g_assert_cmpstr (tide_platforms_list_get_selected (TIDE_PLATFORMS_LIST (list)), ==, "zone");
  close_menu (list);

  tide_innovation_page_show_result (fixture->page, "blade");
  tide_test_settle (200);
  gtk_widget_activate_action (board, "result.show-menu", NULL);
  tide_test_settle (100);
  g_assert_true (is_menu_open (board));
  g_assert_cmpstr (tide_results_board_get_selected (TIDE_RESULTS_BOARD (board)), ==, "blade");
  close_menu (board);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  tide_register_make_read_only (fixture->reg);
  tide_innovation_page_show_result (fixture->page, "blade");
  tide_test_settle (200);
  gtk_widget_activate_action (find_child (fixture, TIDE_TYPE_RESULTS_BOARD), "result.move-right",
                              NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "innovation.add-platform", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "result.edit", NULL);
  tide_test_settle (200);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/innovation-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("platforms", test_platforms);
  ADD ("platform", test_platform);
  ADD ("counts", test_counts);
  ADD ("move", test_move);
  ADD ("no-stage", test_no_stage);
  ADD ("gone", test_gone);
  ADD ("menus", test_menus);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
