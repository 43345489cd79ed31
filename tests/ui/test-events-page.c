/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-placeholders-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-events-table.h"
#include "ui/pages/tide-event-page.h"
#include "ui/pages/tide-events-comparison-page.h"
#include "ui/pages/tide-events-page.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/rows/tide-target-row.h"
#include "ui/tide-ui.h"

#define STRANGE "<b>&\"x\"</b>\u202e"

typedef struct
{
  TideRegister *reg;
  TideEventsPage *page;
  TideEventsTable *table;
  AdwNavigationView *view;
  AdwWindow *window;
  TidePayload *filter; /* the last that was asked for */
} Fixture;

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  fixture->filter = tide_payload_ref (filter);
}

/* A project that has parts is not counted itself. */
static void
part_from_whole (TideRegister *reg)
{
  const TidePayload *part = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p2");
  TidePayload *whole = tide_payload_copy (part);
  g_autoptr (TideStep) step = NULL;

  tide_payload_set_interned (&((TideProjectPayload *) whole)->parent, NULL);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, part, whole);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

/* At the fair, with one project, four were declared. */
static void
declare_four (TideRegister *reg)
{
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_EVENT, "fair");
  TidePayload *after = tide_payload_copy (before);
  TideEventPayload *event = (TideEventPayload *) after;
  g_autoptr (TideStep) step = NULL;

  event->declared = tide_payload_new (tide_shape_find (after->shape, "declared")->shape, NULL);
  ((TideDeclared *) event->declared)->projects = (TideCount) { 4, TRUE };
  g_assert_true (tide_date_parse ("2023-05", FALSE, &event->date));
  tide_payload_set_string (&event->venue, "Beijing");
  step = tide_register_new_change_step (reg, TIDE_RECORD_EVENT, before, after);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  part_from_whole (fixture->reg);
  declare_four (fixture->reg);
  fixture->page = g_object_new (TIDE_TYPE_EVENTS_PAGE, "register", fixture->reg, NULL);
  fixture->table = TIDE_EVENTS_TABLE (
      tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_EVENTS_TABLE));
  fixture->view = ADW_NAVIGATION_VIEW (
      tide_test_find_child (GTK_WIDGET (fixture->page), ADW_TYPE_NAVIGATION_VIEW));
  g_signal_connect_swapped (fixture->page, "filter-requested", G_CALLBACK (on_filter_requested),
                            fixture);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 900);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (tide_events_table_get_filter (fixture->table, "fair") == NULL)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
  g_assert_null (fixture->page);
  g_clear_pointer (&fixture->filter, tide_payload_unref);
  g_assert_finalize_object (fixture->reg);
}

static void
on_shown (gboolean *is_shown)
{
  *is_shown = TRUE;
}

static void
wait_until_shown (gpointer page)
{
  gboolean is_shown = FALSE;
  gulong id = g_signal_connect_swapped (page, "counted", G_CALLBACK (on_shown), &is_shown);

  while (!is_shown)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (page, id);
}

static TideEventPage *
open_fair (Fixture *fixture)
{
  AdwNavigationPage *page;

  tide_events_page_show_event (fixture->page, "fair");
  page = adw_navigation_view_get_visible_page (fixture->view);
  g_assert_true (TIDE_IS_EVENT_PAGE (page));
  wait_until_shown (page);

  return TIDE_EVENT_PAGE (page);
}

static AdwBanner *
get_banner (TideEventPage *page)
{
  return ADW_BANNER (tide_test_find_child (GTK_WIDGET (page), ADW_TYPE_BANNER));
}

static guint
count_projects (Fixture *fixture)
{
  return tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT));
}

/* The list ------------------------------------------------------------------------------------- */

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (tide_events_table_get_n_events (fixture->table), ==, 1);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "Beijing"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "4"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "1"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  tide_events_table_set_search (fixture->table, "BEIJ");
  g_assert_cmpuint (tide_events_table_get_n_shown (fixture->table), ==, 1);
  tide_events_table_set_search (fixture->table, "nowhere");
  g_assert_cmpuint (tide_events_table_get_n_shown (fixture->table), ==, 0);
  tide_events_table_set_search (fixture->table, "");
  g_assert_cmpuint (tide_events_table_get_n_shown (fixture->table), ==, 1);
}

static void
test_figure (Fixture *fixture, gconstpointer data)
{
  const TideFilter *filter = tide_events_table_get_filter (fixture->table, "fair");

  g_assert_cmpuint (tide_entries_get_n (filter->events), ==, 1);
  g_assert_null (tide_events_table_get_filter (fixture->table, "gone"));
}

/* Names are shown as they are, and read as nothing else. */
static void
test_strange (Fixture *fixture, gconstpointer data)
{
  TidePayload *event = tide_test_payload_new (TIDE_RECORD_EVENT, NULL, STRANGE);
  g_autoptr (TideStep) step = NULL;
  g_autofree char *id = NULL;

  tide_payload_set_string (&((TideEventPayload *) event)->venue, STRANGE);
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_EVENT, event);
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  id = g_strdup (tide_step_find_added (step, TIDE_RECORD_EVENT));
  g_assert_true (tide_events_table_reveal (fixture->table, id));
  tide_events_page_show_event (fixture->page, id);
  wait_until_shown (adw_navigation_view_get_visible_page (fixture->view));
  g_assert_cmpstr (
      adw_navigation_page_get_title (adw_navigation_view_get_visible_page (fixture->view)), ==,
      STRANGE);
}

/* One event ------------------------------------------------------------------------------------ */

static void
test_page (Fixture *fixture, gconstpointer data)
{
  TideEventPage *page = open_fair (fixture);
  AdwBanner *banner = get_banner (page);
  GtkWidget *row;

  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "4 declared, 1 recorded");
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "_Add 3 Placeholders…");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (page), "Declared: 4 · Recorded: 1"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (page), "3 fewer"));

  row = gtk_widget_get_ancestor (tide_test_find_label (GTK_WIDGET (page), "1 project counted"),
                                 ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activated");
  g_assert_nonnull (fixture->filter);
  g_assert_cmpstr (TIDE_FILTER (fixture->filter)->counting, ==, "live");
}

/* An event that is deleted while its page is open has none any more. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  static const char *const fair[] = { "fair", NULL };
  g_autoptr (TideStep) step = NULL;

  open_fair (fixture);
  step = tide_register_new_delete_step (fixture->reg, TIDE_RECORD_EVENT, fair, NULL);
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  tide_test_settle (600);
  g_assert_false (TIDE_IS_EVENT_PAGE (adw_navigation_view_get_visible_page (fixture->view)));
  g_assert_cmpuint (tide_events_table_get_n_events (fixture->table), ==, 0);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  static const char *const acts[]
      = { "event.edit", "event.delete", "events.add", "event.add-placeholders" };
  TideEventPage *page;

  tide_register_make_read_only (fixture->reg);
  page = open_fair (fixture);
  g_assert_true (adw_banner_get_revealed (get_banner (page)));
  g_assert_cmpstr (adw_banner_get_button_label (get_banner (page)), !=, "_Add 3 Placeholders…");
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_activate_action (GTK_WIDGET (page), acts[i], NULL);
  tide_test_settle (200);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
  g_assert_cmpuint (tide_events_table_get_n_events (fixture->table), ==, 1);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL;

  open_fair (fixture);
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));
  tide_events_page_set_register (fixture->page, NULL);
  g_assert_false (TIDE_IS_EVENT_PAGE (adw_navigation_view_get_visible_page (fixture->view)));
  tide_events_page_set_register (fixture->page, fixture->reg);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  g_assert_true (TIDE_IS_EVENT_PAGE (adw_navigation_view_get_visible_page (fixture->view)));
}

/* Placeholders --------------------------------------------------------------------------------- */

static const TideProjectPayload *
find_project (Fixture *fixture, const char *name)
{
  TideList *list = tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (tide_list_get_payload (list, i));

      if (g_strcmp0 (project->name.en, name) == 0)
        return project;
    }

  g_assert_not_reached ();
}

static void
test_placeholders (Fixture *fixture, gconstpointer data)
{
  TideEventPage *page = open_fair (fixture);
  const guint n = count_projects (fixture);
  AdwDialog *dialog;
  const TideProjectPayload *added;

  gtk_widget_activate_action (GTK_WIDGET (page), "event.add-placeholders", NULL);
  tide_test_settle (300);
  dialog = adw_window_get_visible_dialog (fixture->window);
  g_assert_true (TIDE_IS_PLACEHOLDERS_DIALOG (dialog));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Add 3 Placeholders?");
  g_signal_emit_by_name (dialog, "response", "add");
  adw_dialog_force_close (dialog);

  g_assert_cmpuint (count_projects (fixture), ==, n + 3);
  added = find_project (fixture, "Unnamed project 4 of 4");
  g_assert_cmpstr (added->event, ==, "fair");
  g_assert_cmpuint (tide_entries_get_n (added->amounts), ==, 0);
  wait_until_shown (page);
  g_assert_false (adw_banner_get_revealed (get_banner (page)));

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (count_projects (fixture), ==, n);
  wait_until_shown (page);
  g_assert_true (adw_banner_get_revealed (get_banner (page)));
}

static void
test_placeholders_refused (Fixture *fixture, gconstpointer data)
{
  TideEventPage *page = open_fair (fixture);
  const guint n = count_projects (fixture);
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (page), "event.add-placeholders", NULL);
  tide_test_settle (300);
  dialog = adw_window_get_visible_dialog (fixture->window);
  g_signal_emit_by_name (dialog, "response", "cancel");
  adw_dialog_force_close (dialog);
  g_assert_cmpuint (count_projects (fixture), ==, n);
}

/* The form ------------------------------------------------------------------------------------- */

static void
test_form (Fixture *fixture, gconstpointer data)
{
  TideDraft *draft;
  TideDraft *entry;
  const TideEventPayload *event;
  const TideAmount *amount;
  AdwDialog *dialog;

  tide_events_table_reveal (fixture->table, "fair");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "event.edit", NULL));
  tide_test_settle (300);
  dialog = adw_window_get_visible_dialog (fixture->window);
  draft = tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog));

  tide_field_set_text (tide_draft_get_field (draft, "declared/projects"), "many");
  entry = tide_draft_append_entry (draft, "declared/amounts");
  tide_field_set_text (tide_draft_get_field (entry, "written"), "a lot");
  g_assert_nonnull (tide_draft_check (draft));
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (draft, "declared/projects")));
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (entry, "written")));
  g_assert_nonnull (tide_field_get_problem (tide_draft_get_field (entry, "kind")));

  tide_field_set_text (tide_draft_get_field (draft, "declared/projects"), "17");
  tide_field_set_text (tide_draft_get_field (entry, "written"), "160亿元");
  tide_field_set_text (tide_draft_get_field (entry, "kind"), "intention");
  g_assert_null (tide_draft_check (draft));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL));

  event
      = TIDE_EVENT_PAYLOAD (tide_register_lookup_payload (fixture->reg, TIDE_RECORD_EVENT, "fair"));
  g_assert_cmpint (((const TideDeclared *) event->declared)->projects.value, ==, 17);
  amount = g_ptr_array_index (((const TideDeclared *) event->declared)->amounts, 0);
  g_assert_cmpstr (amount->written, ==, "160亿元");
  g_assert_cmpint (amount->money.minor, ==, G_GINT64_CONSTANT (1600000000000));
}

/* Comparison ----------------------------------------------------------------------------------- */

static void
test_comparison (Fixture *fixture, gconstpointer data)
{
  TideEventsComparisonPage *page;
  g_autoptr (GVariant) view = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "events.compare", NULL));
  page = TIDE_EVENTS_COMPARISON_PAGE (adw_navigation_view_get_visible_page (fixture->view));
  wait_until_shown (page);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (page), "Fair"));

  tide_events_comparison_page_set_by_year (page, TRUE);
  wait_until_shown (page);
  g_assert_true (tide_events_comparison_page_get_by_year (page));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (page), "2023"));

  view = tide_page_dup_view (TIDE_PAGE (fixture->page));
  tide_events_page_set_register (fixture->page, NULL);
  tide_events_page_set_register (fixture->page, fixture->reg);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  page = TIDE_EVENTS_COMPARISON_PAGE (adw_navigation_view_get_visible_page (fixture->view));
  g_assert_true (tide_events_comparison_page_get_by_year (page));
}

static void
add_target (TideRegister *reg)
{
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, "goal", "Much at the fair");
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (target, "event", "fair");
  tide_test_payload_set (target, "amount-kind", "agreement");
  tide_test_payload_set (target, "period", "2023");
  tide_test_payload_set (target, "value", "20000000000");
  tide_test_payload_set (target, "currency", "CNY");
  step = tide_register_new_add_step (reg, TIDE_RECORD_TARGET, target);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static void
test_targets (Fixture *fixture, gconstpointer data)
{
  TideEventPage *page = open_fair (fixture);
  GtkWidget *group = tide_test_find_child (GTK_WIDGET (page), TIDE_TYPE_TARGETS_GROUP);

  g_assert_true (gtk_widget_get_visible (group));
  add_target (fixture->reg);
  tide_test_settle (300);
  g_assert_cmpuint (tide_targets_group_get_n (TIDE_TARGETS_GROUP (group)), ==, 1);
  adw_action_row_activate (ADW_ACTION_ROW (tide_test_find_child (group, TIDE_TYPE_TARGET_ROW)));
  g_assert_nonnull (fixture->filter);

  tide_register_undo (fixture->reg);
  tide_register_make_read_only (fixture->reg);
  tide_test_settle (300);
  g_assert_false (gtk_widget_get_visible (group));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("/events-page/list", test_list);
  ADD ("/events-page/search", test_search);
  ADD ("/events-page/figure", test_figure);
  ADD ("/events-page/strange", test_strange);
  ADD ("/events-page/page", test_page);
  ADD ("/events-page/deleted", test_deleted);
  ADD ("/events-page/read-only", test_read_only);
  ADD ("/events-page/kept", test_kept);
  ADD ("/events-page/placeholders", test_placeholders);
  ADD ("/events-page/placeholders-refused", test_placeholders_refused);
  ADD ("/events-page/form", test_form);
  ADD ("/events-page/comparison", test_comparison);
  ADD ("/events-page/targets", test_targets);

  return g_test_run ();
}
