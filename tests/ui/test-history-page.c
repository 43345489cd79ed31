/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-period-dialog.h"
#include "ui/lists/tide-history-filter-bar.h"
#include "ui/lists/tide-history-table.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-page.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#define DAY (24 * 60 * 60)

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideHistoryPage *page; /* owned */
  TideHistoryTable *table;
  AdwWindowTitle *title;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->window = adw_window_new ();
  fixture->page = g_object_ref_sink (g_object_new (TIDE_TYPE_HISTORY_PAGE, NULL));
  fixture->table = TIDE_HISTORY_TABLE (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_HISTORY_TABLE));
  fixture->title
      = ADW_WINDOW_TITLE (tide_test_find_child (GTK_WIDGET (fixture->page), ADW_TYPE_WINDOW_TITLE));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 600);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_history_page_set_register (fixture->page, fixture->reg);
  tide_test_settle (50);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (0);
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

static void
apply (Fixture *fixture, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  tide_register_apply (fixture->reg, step, &error);
  g_assert_no_error (error);
  tide_step_unref (step);
}

static const TideProjectPayload *
get_project (Fixture *fixture)
{
  return TIDE_PROJECT_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_PROJECT, "p1"));
}

static void
change (Fixture *fixture, const char *path, const char *word, const char *author, gint64 time)
{
  const TidePayload *before = &get_project (fixture)->base;
  TidePayload *after = tide_payload_copy (before);
  TideStep *step;

  tide_test_payload_set (after, path, word);
  step = tide_register_new_change_step (fixture->reg, TIDE_RECORD_PROJECT, before, after);
  step->time = time;
  step->author = g_strdup (author);
  apply (fixture, step);
}

/* Two changes of one project, one of them old, and a division. */
static void
make_history (Fixture *fixture)
{
  change (fixture, "number", "7", "Li", TIDE_TEST_TIME - 40 * DAY);
  change (fixture, "division", "city", "Wang_Min", TIDE_TEST_TIME - 2 * DAY);
  apply (fixture, tide_register_new_add_step (
                      fixture->reg, TIDE_RECORD_DIVISION,
                      tide_test_payload_new (TIDE_RECORD_DIVISION, "north", "North")));
  tide_test_settle (20);
}

static void
save (Fixture *fixture)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot_to_save (fixture->reg);

  tide_register_mark_saved (fixture->reg, snapshot);
  tide_test_settle (20);
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tide_history_table_get_list (fixture->table)));
}

static void
assert_subtitle (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (adw_window_title_get_subtitle (fixture->title), ==, expected);
}

static TideHistoryFilterBar *
get_bar (Fixture *fixture)
{
  return TIDE_HISTORY_FILTER_BAR (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_HISTORY_FILTER_BAR));
}

static void
choose (Fixture *fixture, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_bar (fixture)), action, "s", target));
  tide_test_settle (20);
}

static void
select_change (Fixture *fixture, guint position)
{
  TideHistoryList *list = tide_history_table_get_list (fixture->table);
  g_autoptr (TideChange) chosen = g_list_model_get_item (G_LIST_MODEL (list), position);

  tide_history_table_select (fixture->table, tide_change_get_step (chosen),
                             tide_change_get_edit (chosen));
}

static gboolean
can_restore (Fixture *fixture)
{
  GtkWidget *button = gtk_widget_get_ancestor (
      tide_test_find_label (GTK_WIDGET (fixture->page), "Restore Value"), GTK_TYPE_BUTTON);

  return gtk_widget_get_sensitive (button);
}

static AdwAlertDialog *
find_alert (Fixture *fixture)
{
  return ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static const char *
get_visible (Fixture *fixture)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (fixture->table), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_visible (fixture), ==, "empty");
  assert_subtitle (fixture, "0 changes");
}

static void
test_unsaved (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);
  g_assert_cmpstr (get_visible (fixture), ==, "table");
  assert_subtitle (fixture, "3 changes");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "Not saved yet"));

  save (fixture);
  assert_subtitle (fixture, "3 changes");
  g_assert_true (!gtk_widget_get_visible (
      tide_test_find_label (GTK_WIDGET (fixture->table), "Not saved yet")));
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (20);
  assert_subtitle (fixture, "4 changes");
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);

  choose (fixture, "changes.author", "=Li");
  assert_subtitle (fixture, "1 of 3 changes");
  choose (fixture, "changes.author", "=Wang_Min");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_bar (fixture)), "Wang_Min"));
  assert_subtitle (fixture, "1 of 3 changes");
  choose (fixture, "changes.field", "number");
  assert_subtitle (fixture, "0 of 3 changes");
  g_assert_cmpstr (get_visible (fixture), ==, "no-match");
  choose (fixture, "changes.author", "");
  assert_subtitle (fixture, "1 of 3 changes");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.clear-filters", NULL);
  assert_subtitle (fixture, "3 changes");
}

static void
test_periods (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);

  choose (fixture, "changes.period", "today");
  assert_subtitle (fixture, "1 of 3 changes");
  choose (fixture, "changes.period", "week");
  assert_subtitle (fixture, "2 of 3 changes");
  choose (fixture, "changes.period", "month");
  assert_subtitle (fixture, "2 of 3 changes");
  choose (fixture, "changes.period", "year");
  assert_subtitle (fixture, "3 changes");
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  AdwAlertDialog *dialog;
  GtkWidget *first;
  GtkWidget *last;

  make_history (fixture);
  choose (fixture, "changes.period", "range");
  dialog = find_alert (fixture);
  g_assert_true (TIDE_IS_PERIOD_DIALOG (dialog));
  first = tide_test_find_child (adw_alert_dialog_get_extra_child (dialog), ADW_TYPE_ENTRY_ROW);
  last = gtk_widget_get_next_sibling (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "2023-1");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "show"));
  gtk_editable_set_text (GTK_EDITABLE (first), "soon");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "show"));
  gtk_editable_set_text (GTK_EDITABLE (first), "2023-11");
  gtk_editable_set_text (GTK_EDITABLE (last), "2023-10");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "show"));
  gtk_editable_set_text (GTK_EDITABLE (last), "2023-11-14");
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "show"));
  g_signal_emit_by_name (dialog, "response", "show");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tide_test_settle (20);
  assert_subtitle (fixture, "1 of 3 changes");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_bar (fixture)), "2023-11 to 2023-11-14"));
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);
  tide_history_page_show_record (fixture->page, TIDE_RECORD_PROJECT, "p1");
  assert_subtitle (fixture, "2 of 3 changes");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_bar (fixture)), "Battery plant"));
  tide_history_page_show_record (fixture->page, TIDE_RECORD_DIVISION, "north");
  assert_subtitle (fixture, "1 of 3 changes");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = tide_test_find_child (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  make_history (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "NORTH");
  tide_test_settle (300);
  assert_subtitle (fixture, "1 of 3 changes");
}

static void
test_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL;

  make_history (fixture);
  tide_history_page_show_record (fixture->page, TIDE_RECORD_PROJECT, "p1");
  choose (fixture, "changes.author", "=Li");
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.clear-filters", NULL);
  assert_subtitle (fixture, "3 changes");
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  tide_test_settle (20);
  assert_subtitle (fixture, "1 of 3 changes");
}

/* What another program, or somebody, may have written there. */
static void
test_foreign_view (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = g_variant_ref_sink (g_variant_new_parsed (
      "{'author': <'Li'>, 'field': <7>, 'period': <'never'>, 'from': <'soon'>, 'kind': <'cow'>,"
      " 'record': <'p1'>, 'text': <''>}"));

  make_history (fixture);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  tide_test_settle (20);
  assert_subtitle (fixture, "3 changes");
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);
  g_assert_false (can_restore (fixture));
  select_change (fixture, 1);
  g_assert_true (can_restore (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.restore", NULL);
  tide_test_settle (20);
  g_assert_cmpstr (get_project (fixture)->division, ==, "east");
  g_assert_cmpuint (count (fixture), ==, 4);
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "restore-value");

  /* It stays selected, where it stands now. */
  g_assert_true (can_restore (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.restore", NULL);
  tide_test_settle (20);
  g_assert_cmpstr (adw_alert_dialog_get_heading (find_alert (fixture)), ==, "Value Not Restored");
  g_assert_cmpuint (count (fixture), ==, 4);
  adw_dialog_force_close (ADW_DIALOG (find_alert (fixture)));
}

static void
test_restore_changed (Fixture *fixture, gconstpointer data)
{
  AdwAlertDialog *alert;

  make_history (fixture);
  change (fixture, "number", "8", "Li", TIDE_TEST_TIME);
  tide_test_settle (20);
  select_change (fixture, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.restore", NULL);
  tide_test_settle (20);
  alert = find_alert (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_body (alert), ==,
                   "It has been changed again since.\n\nNow: 8\nTo be restored: 2023-001");
  g_assert_cmpstr (get_project (fixture)->number, ==, "8");
  g_signal_emit_by_name (alert, "response", "restore");
  adw_dialog_force_close (ADW_DIALOG (alert));
  tide_test_settle (20);
  g_assert_cmpstr (get_project (fixture)->number, ==, "2023-001");
}

/* Enter opens the change in full. */
static void
test_details (Fixture *fixture, gconstpointer data)
{
  TideHistoryList *list = tide_history_table_get_list (fixture->table);
  g_autoptr (TideChange) chosen = NULL;
  AdwDialog *dialog;

  make_history (fixture);
  chosen = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_signal_emit_by_name (fixture->table, "activated", chosen);
  tide_test_settle (50);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (dialog), "Edit Project “Battery plant”"));
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (tide_test_find_label (GTK_WIDGET (dialog), "Restore Value"),
                               GTK_TYPE_BUTTON),
      "clicked");
  tide_test_settle (50);
  g_assert_cmpstr (get_project (fixture)->division, ==, "east");
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  make_history (fixture);
  g_assert_null (tide_test_find_label (GTK_WIDGET (fixture->table), "Division: East → City"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  tide_test_settle (300);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "Division: East → City"));
}

static void
test_trim (Fixture *fixture, gconstpointer data)
{
  AdwAlertDialog *alert;
  AdwBanner *banner
      = ADW_BANNER (tide_test_find_child (GTK_WIDGET (fixture->page), ADW_TYPE_BANNER));
  GtkWidget *row;

  make_history (fixture);
  save (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "history.trim", NULL);
  tide_test_settle (20);
  alert = find_alert (fixture);
  g_assert_false (adw_alert_dialog_get_response_enabled (alert, "trim"));
  row = tide_test_find_child (adw_alert_dialog_get_extra_child (alert), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "2023-11");
  g_assert_nonnull (tide_test_find_label (adw_alert_dialog_get_extra_child (alert),
                                          "1 step goes, 2 steps stay."));
  g_assert_true (adw_alert_dialog_get_response_enabled (alert, "trim"));
  g_signal_emit_by_name (alert, "response", "trim");
  adw_dialog_force_close (ADW_DIALOG (alert));
  tide_test_settle (20);
  g_assert_cmpuint (tide_register_get_n_trimmed (fixture->reg), ==, 1);
  g_assert_true (adw_banner_get_revealed (banner));

  g_signal_emit_by_name (banner, "button-clicked");
  g_assert_cmpuint (tide_register_get_n_trimmed (fixture->reg), ==, 0);
  g_assert_false (adw_banner_get_revealed (banner));

  tide_register_trim_history (fixture->reg, TIDE_TEST_TIME - DAY, NULL);
  save (fixture);
  g_assert_false (adw_banner_get_revealed (banner));
  assert_subtitle (fixture, "1 change");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

#define ADD(name, func) g_test_add ("/history-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("unsaved", test_unsaved);
  ADD ("filters", test_filters);
  ADD ("periods", test_periods);
  ADD ("range", test_range);
  ADD ("record", test_record);
  ADD ("search", test_search);
  ADD ("view", test_view);
  ADD ("foreign-view", test_foreign_view);
  ADD ("restore", test_restore);
  ADD ("restore-changed", test_restore_changed);
  ADD ("details", test_details);
  ADD ("narrow", test_narrow);
  ADD ("trim", test_trim);

  return g_test_run ();
}
