/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to see of the program. */

#include "tide-shots.h"

#include "tide-config.h"
#include "app/tide-recovery-dialog.h"
#include "app/tide-session-text.h"
#include "app/tide-welcome-page.h"
#include "ui/dialogs/tide-attention-pair-dialog.h"
#include "ui/pages/tide-attention-list.h"
#include "ui/dialogs/tide-rates-dialog.h"
#include "ui/pages/tide-details-section.h"
#include "ui/dialogs/tide-comparison-dialog.h"
#include "ui/lists/tide-history-table.h"
#include "codec/tide-json-writer.h"
#include "store/tide-versions.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-indicator-chart.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-overview-charts.h"
#include "ui/pages/tide-targets-card.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/pages/tide-divisions-page.h"
#include "ui/pages/tide-sectors-page.h"
#include "ui/rows/tide-reference-row.h"
#include "ui/rows/tide-references-group.h"
#include "ui/rows/tide-version-row.h"

#include "tide-test-widgets.h"

#include <glib/gstdio.h>

static void
open_window (Shots *shots, const char *sample)
{
  GtkWindow *window;

  g_application_activate (G_APPLICATION (shots->application));
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (shots->application)))
         == NULL)
    g_main_context_iteration (NULL, TRUE);
  shots->window = TIDE_WINDOW (window);
  shots->front = ADW_APPLICATION_WINDOW (window);
  gtk_window_set_default_size (GTK_WINDOW (shots->window), shots->width, shots->height);
  if (sample != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (TIDE_PKGDATADIR, "samples", sample, NULL);

      tide_window_open (shots->window, file, TRUE);
      while (tide_window_get_document (shots->window) == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  shots_settle (200);
}

static void
close_window (Shots *shots)
{
  gtk_window_destroy (GTK_WINDOW (shots->window));
  shots->window = NULL;
  shots_settle (50);
}

/* Narrow, the sidebar is the first page. */
static void
show_content (Shots *shots)
{
  if (shots->width < 600)
    gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.toggle-sidebar", NULL);
}

/* The project of which most is known shows most of what a page can show. */
static const char *
find_fullest_project (TideWindow *window)
{
  TideRegister *reg = tide_document_get_register (tide_window_get_document (window));
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_PROJECT);
  const char *id = NULL;
  guint most = 0;

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideProjectPayload *project
          = TIDE_PROJECT_PAYLOAD (tide_record_get_payload (tide_list_get (list, i)));
      const guint n = tide_entries_get_n (project->amounts) + tide_entries_get_n (project->sectors)
                      + tide_entries_get_n (project->statuses)
                      + tide_entries_get_n (project->activities);

      if (id == NULL || n > most)
        {
          most = n;
          id = project->base.id;
        }
    }

  return id;
}

/* The page down to its end. */
static void
take_overview (Shots *shots)
{
  GtkWidget *charts;
  GtkAdjustment *adjustment;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_take_overview_popovers (shots);
  charts = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_OVERVIEW_CHARTS);
  adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (charts, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, 480);
  shots_take (shots, "overview-charts");
  gtk_adjustment_set_value (adjustment, 1200);
  shots_take (shots, "overview-time");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  shots_take (shots, "overview-end");
  close_window (shots);
}

static void
scroll_details (GtkWidget *page, double part)
{
  GtkWidget *section = tide_test_find_child (page, TIDE_TYPE_DETAILS_SECTION);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (section, GTK_TYPE_SCROLLED_WINDOW)));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * part);
}

/* What is known of the project as a whole, then its ledger, then what was done and its sources. */
static void
take_details (Shots *shots, GtkWidget *page)
{
  gtk_widget_activate_action (page, "project.show-details", NULL);
  shots_take (shots, "details");
  scroll_details (page, 0.35);
  shots_take (shots, "details-amounts");
  scroll_details (page, 0.6);
  shots_take (shots, "details-activities");
  scroll_details (page, 1);
  shots_take (shots, "details-end");
}

static GtkWidget *
find_adder_of_sources (GtkWidget *widget)
{
  if (TIDE_IS_REFERENCES_GROUP (widget))
    {
      g_autofree char *kind = NULL;

      g_object_get (widget, "kind", &kind, NULL);
      return g_str_equal (kind, "source") ? tide_test_find_child (widget, TIDE_TYPE_REFERENCE_ROW)
                                          : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_adder_of_sources (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
take_projects (Shots *shots)
{
  TideProjectsPage *page;
  const char *id;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_take (shots, "overview");
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  shots_take (shots, "projects");

  page = TIDE_PROJECTS_PAGE (
      tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_PROJECTS_PAGE));
  id = find_fullest_project (shots->window);
  tide_projects_page_reveal (page, id);
  take_details (shots, GTK_WIDGET (page));
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "project.edit", NULL);
  shots_take (shots, "form");
  gtk_widget_grab_focus (find_adder_of_sources (GTK_WIDGET (shots->window)));
  shots_take (shots, "form-sources");
  close_window (shots);
}

static void
take_groups (Shots *shots)
{
  TideProjectsTable *table;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  table = TIDE_PROJECTS_TABLE (
      tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_PROJECTS_TABLE));
  tide_projects_table_set_group_by (table, "stage");
  shots_take (shots, "groups");
  gtk_widget_activate_action (GTK_WIDGET (table), "group.toggle", "s", "negotiating");
  gtk_selection_model_select_range (tide_projects_table_get_selection (table), 1, 3, TRUE);
  shots_take (shots, "groups-folded");
  shots_take_projects_popovers (shots);
  close_window (shots);
}

static void
take_columns (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  shots_take_columns (shots, TIDE_PROJECTS_TABLE (tide_test_find_child (GTK_WIDGET (shots->window),
                                                                        TIDE_TYPE_PROJECTS_TABLE)));
  close_window (shots);
}

static void
take_board (Shots *shots)
{
  GtkWidget *page;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_PROJECTS_PAGE);
  gtk_widget_activate_action (page, "projects.show-board", NULL);
  shots_take (shots, "board");
  tide_projects_page_reveal (TIDE_PROJECTS_PAGE (page), find_fullest_project (shots->window));
  gtk_widget_activate_action (page, "project.show-details", NULL);
  shots_take (shots, "board-details");
  close_window (shots);
}

static void
take_sectors (Shots *shots)
{
  GtkWidget *page;
  TideSectorsTable *table;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_SECTORS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_take (shots, "sectors");

  table = TIDE_SECTORS_TABLE (tide_test_find_child (page, TIDE_TYPE_SECTORS_TABLE));
  gtk_selection_model_select_item (tide_sectors_table_get_selection (table), 0, TRUE);
  gtk_widget_activate_action (page, "sector.edit", NULL);
  shots_take (shots, "sector-form");
  close_window (shots);

  open_window (shots, "made-up.tideline");
  show_content (shots);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_SECTORS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  gtk_widget_activate_action (page, "sector.show", "s", "clusters/robotics");
  shots_settle (600);
  shots_take (shots, "sector");
  close_window (shots);
}

static void
take_divisions (Shots *shots)
{
  GtkWidget *page;

  open_window (shots, "ningbo.tideline");
  show_content (shots);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_DIVISIONS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_settle (600);
  shots_take (shots, "divisions-page");
  tide_divisions_page_show_division (TIDE_DIVISIONS_PAGE (page), "330200");
  shots_settle (600);
  shots_take (shots, "division");
  close_window (shots);
}

/* The added value does not reproduce, its chart and table are below each other. */
static void
take_indicators (Shots *shots)
{
  GtkWidget *page;
  GtkAdjustment *adjustment;

  open_window (shots, "ningbo.tideline");
  show_content (shots);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_INDICATORS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_take (shots, "indicators");

  tide_indicators_page_show_indicator (TIDE_INDICATORS_PAGE (page), "sei-added-value");
  shots_take (shots, "indicator");
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (
      tide_test_find_child (page, TIDE_TYPE_INDICATOR_CHART), GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  shots_take (shots, "indicator-observations");
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  shots_take (shots, "indicator-shares");
  gtk_widget_activate_action (page, "indicator.edit", NULL);
  shots_take (shots, "indicator-form");
  close_window (shots);
}

static void
take_innovation (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_take_innovation (shots, "songlan-university");
  close_window (shots);
}

static void
take_briefing (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_take_briefing (shots, "central-2025");
  close_window (shots);
}

static void
take_events (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_take_events (shots, "central-2025");
  close_window (shots);
  open_window (shots, "ningbo.tideline");
  show_content (shots);
  shots_take_placeholders (shots, "beijing-2023");
  close_window (shots);
}

static void
apply (TideRegister *reg, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (reg, step, &error))
    g_error ("%s", error->message);
  tide_step_unref (step);
}

/* A history such as a week of work leaves. */
static void
make_history (TideRegister *reg, const char *id)
{
  const char *const deleted[]
      = { tide_record_get_id (tide_list_get (tide_register_get_list (reg, TIDE_RECORD_PROJECT), 1)),
          NULL };
  TidePayload *after;
  TideProjectPayload *project;
  TidePayload *entry = tide_payload_new (&tide_shape_amount, "new-amount");
  TideAmount *amount = (TideAmount *) entry;

  apply (reg, tide_register_new_delete_step (reg, TIDE_RECORD_PROJECT, deleted, NULL));
  after = tide_payload_copy (tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id));
  project = (TideProjectPayload *) after;
  tide_payload_set_interned (&amount->kind, "arrived");
  tide_payload_set_string (&amount->written, "US$1.06bn");
  tide_payload_set_string (&amount->currency, "USD");
  tide_decimal_parse ("1060000000", &amount->value);
  tide_date_parse ("2024-05", FALSE, &amount->date);
  tide_payload_add_entry (after, "amounts", entry);
  tide_payload_set_string (&project->in_charge, "Bureau of Investment Promotion 市投资促进局");
  tide_payload_set_string (&project->notes,
                           "The site has been changed twice, and the second time the investor "
                           "asked for a railway siding, which the district has agreed to.");
  apply (reg, tide_register_new_change_step (
                  reg, TIDE_RECORD_PROJECT,
                  tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, id), after));
}

static void
take_history (Shots *shots)
{
  GtkWidget *page;
  TideHistoryTable *table;
  TideRegister *reg;
  g_autoptr (TideChange) change = NULL;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  reg = tide_document_get_register (tide_window_get_document (shots->window));
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_HISTORY_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_take (shots, "no-history");

  make_history (reg, find_fullest_project (shots->window));
  table = TIDE_HISTORY_TABLE (tide_test_find_child (page, TIDE_TYPE_HISTORY_TABLE));
  change = g_list_model_get_item (G_LIST_MODEL (tide_history_table_get_list (table)), 3);
  tide_history_page_show_record (TIDE_HISTORY_PAGE (page), TIDE_RECORD_PROJECT,
                                 find_fullest_project (shots->window));
  shots_take (shots, "history");
  g_signal_emit_by_name (table, "activated", change);
  shots_take (shots, "change");
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)));
  shots_settle (100);
  gtk_widget_activate_action (page, "history.trim", NULL);
  shots_take (shots, "trim");
  close_window (shots);
}

/* What was opened before: the last one is gone, so that the program starts with the list. */
void
shots_prepare (void)
{
  static const struct
  {
    const char *sample;
    const char *title;
    const char *place;
    int days;
  } opened[] = {
    { "gone", "Hangzhou Bay 2024", "/run/media/usb/杭州湾 2024.tideline", 0 },
    { "ningbo", "宁波市战略性新兴产业招商台账（2023 年）",
      "~/Documents/宁波/招商台账 2023.tideline", 0 },
    { "made-up", "<b>&\"x\"</b>\u202e", "~/Downloads/<b>&\"x\"<_b>\u202e.tideline", 1 },
    { "empty",
      "Register of the investment projects of the strategic emerging industries of the Qianwan New "
      "Area and its neighbours",
      "~/Shared/Development and Reform Commission/Qianwan New Area/Projects 2025.tideline", 40 },
  };
  g_autoptr (GListStore) recents = g_list_store_new (TIDE_TYPE_RECENT);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "tideline", NULL);
  g_autofree char *path = g_build_filename (folder, "session.ini", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (opened); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.tideline", opened[i].sample);
      g_autoptr (GFile) file = g_file_new_build_filename (TIDE_PKGDATADIR, "samples", name, NULL);
      g_autoptr (TideRecent) recent = tide_recent_new (file);

      tide_recent_set_title (recent, opened[i].title);
      tide_recent_set_place (recent, opened[i].place);
      tide_recent_set_opened (recent, g_get_real_time () / G_USEC_PER_SEC
                                          - (gint64) opened[i].days * 24 * 60 * 60);
      g_list_store_append (recents, recent);
    }

  text = tide_session_text_write (G_LIST_MODEL (recents));
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

/* As if somebody dragged a file there. */
static void
hold_file_above (Shots *shots)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (shots->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GdkDragAction action;

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "enter", 100.0, 100.0, &action);
    }
}

static void
take_welcome (Shots *shots)
{
  GtkWidget *page;

  open_window (shots, NULL);
  shots_take (shots, "recents");
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_WELCOME_PAGE);
  gtk_widget_activate_action (page, "recents.forget-all", NULL);
  close_window (shots);

  open_window (shots, NULL);
  shots_take (shots, "welcome");
  hold_file_above (shots);
  shots_take (shots, "drop");
  close_window (shots);
}

static void
take_dialog (Shots *shots, const char *action, const char *scene)
{
  gtk_widget_activate_action (GTK_WIDGET (shots->window), action, NULL);
  shots_take (shots, scene);
}

static void
take_form_over_list (Shots *shots, const char *scene)
{
  AdwDialog *list
      = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));

  gtk_widget_activate_action (GTK_WIDGET (list), "vocabulary.edit", NULL);
  shots_take (shots, scene);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)));
  adw_dialog_force_close (list);
  shots_settle (100);
}

static void
take_lists (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  take_dialog (shots, "win.divisions", "divisions");
  take_form_over_list (shots, "division-form");
  take_dialog (shots, "win.parties", "parties");
  take_form_over_list (shots, "party-form");
  take_dialog (shots, "win.sources", "sources");
  take_form_over_list (shots, "source-form");
  take_dialog (shots, "win.register-properties", "register-properties");
  close_window (shots);
}

static void
take_targets (Shots *shots)
{
  GtkWidget *card;
  GtkWidget *scrolled;
  graphene_rect_t bounds;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_settle (600);
  card = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_TARGETS_CARD);
  scrolled = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (card, scrolled, &bounds));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                            bounds.origin.y);
  shots_take (shots, "overview-targets");
  take_dialog (shots, "win.targets", "targets");
  take_form_over_list (shots, "target-form");
  close_window (shots);
}

static void
take_rates (Shots *shots)
{
  AdwDialog *rates;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.rates", NULL);
  shots_take (shots, "rates");
  rates = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  tide_rates_dialog_choose_set (TIDE_RATES_DIALOG (rates), "made-up-plan");
  shots_take (shots, "rates-other-set");
  take_form_over_list (shots, "rate-form");
  close_window (shots);
  open_window (shots, "ningbo.tideline");
  show_content (shots);
  take_dialog (shots, "win.rates", "rates-empty");
  close_window (shots);
}

static void
close_dialog (Shots *shots)
{
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window)));
  shots_settle (100);
}

static GtkListBox *
find_choices (Shots *shots)
{
  return GTK_LIST_BOX (tide_test_find_child (GTK_WIDGET (adw_application_window_get_visible_dialog (
                                                 ADW_APPLICATION_WINDOW (shots->window))),
                                             GTK_TYPE_LIST_BOX));
}

static void
take_moves (Shots *shots)
{
  TideProjectsPage *page;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  page = TIDE_PROJECTS_PAGE (
      tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_PROJECTS_PAGE));
  tide_projects_page_reveal (page, find_fullest_project (shots->window));
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "project.move-stage", NULL);
  shots_take (shots, "move-stage");
  gtk_list_box_select_row (find_choices (shots),
                           gtk_list_box_get_row_at_index (find_choices (shots), 0));
  shots_take (shots, "move-back");
  close_dialog (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "project.change-status", NULL);
  gtk_widget_activate_action (GTK_WIDGET (adw_application_window_get_visible_dialog (
                                  ADW_APPLICATION_WINDOW (shots->window))),
                              "move.move", NULL);
  shots_take (shots, "change-status");
  close_window (shots);
}

static void
take_bulk (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  shots_take_bulk (shots, TIDE_PROJECTS_PAGE (tide_test_find_child (GTK_WIDGET (shots->window),
                                                                    TIDE_TYPE_PROJECTS_PAGE)));
  close_window (shots);
}

static void
take_cells (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.search", NULL);
  shots_take_cells (shots, TIDE_PROJECTS_PAGE (tide_test_find_child (GTK_WIDGET (shots->window),
                                                                     TIDE_TYPE_PROJECTS_PAGE)));
  close_window (shots);
}

static void
show_attention_list (Shots *shots, TideRegister *reg)
{
  GtkWidget *list = tide_attention_list_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  AdwDialog *dialog = adw_dialog_new ();

  tide_attention_list_set_register (TIDE_ATTENTION_LIST (list), reg);
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  gtk_widget_set_margin_top (list, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  adw_dialog_set_child (dialog, scrolled);
  adw_dialog_set_content_width (dialog, 900);
  adw_dialog_set_content_height (dialog, 760);
  adw_dialog_present (dialog, GTK_WIDGET (shots->window));
  shots_settle (300);
}

static void
take_attention (Shots *shots)
{
  TideRegister *reg;
  TideList *projects;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.show-attention", NULL);
  shots_settle (300);
  shots_take (shots, "attention");
  close_dialog (shots);

  reg = tide_document_get_register (tide_window_get_document (shots->window));
  show_attention_list (shots, reg);
  shots_take (shots, "attention-list");
  close_dialog (shots);

  projects = tide_register_get_list (reg, TIDE_RECORD_PROJECT);
  adw_dialog_present (
      tide_attention_pair_dialog_new (reg, tide_record_get_id (tide_list_get (projects, 1)),
                                      tide_record_get_id (tide_list_get (projects, 6))),
      GTK_WIDGET (shots->window));
  shots_settle (300);
  shots_take (shots, "attention-pair");
  close_window (shots);
}

static void
take_ningbo (Shots *shots)
{
  open_window (shots, "ningbo.tideline");
  show_content (shots);
  shots_take (shots, "ningbo");
  close_window (shots);
}

static void
take_empty (Shots *shots)
{
  open_window (shots, NULL);
  tide_window_show_new (shots->window);
  while (tide_window_get_document (shots->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  show_content (shots);
  shots_take (shots, "empty");
  take_dialog (shots, "win.parties", "no-parties");
  close_dialog (shots);
  gtk_widget_activate_action (GTK_WIDGET (shots->window), "projects.add", NULL);
  shots_take (shots, "new-project");
  close_window (shots);
}

static void
take_program_dialogs (Shots *shots)
{
  static const char *const dialogs[][2] = {
    { "app.preferences", "preferences" },
    { "app.shortcuts", "shortcuts" },
    { "app.help", "help" },
    { "app.about", "about" },
  };

  open_window (shots, "made-up.tideline");
  show_content (shots);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      take_dialog (shots, dialogs[i][0], dialogs[i][1]);
      close_dialog (shots);
    }
  close_window (shots);
}

/* Reports of two pages. */
static void
take_reports (Shots *shots)
{
  GtkWidget *page;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  take_dialog (shots, "win.report", "report-overview");
  close_dialog (shots);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_PROJECTS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  take_dialog (shots, "win.report", "report-list");
  close_dialog (shots);
  take_dialog (shots, "win.export", "export");
  close_dialog (shots);
  shots_take_import (shots);
  close_window (shots);
}

/* As if the register had been saved, so many days ago. */
static void
keep_version (TideDocument *document, int days, const char *author, const TideComparison *changes)
{
  TideRegister *reg = tide_document_get_register (document);
  const gint64 now = tide_clock_get_seconds (tide_register_get_clock (reg));
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (GBytes) bytes = tide_json_write (snapshot, NULL, NULL, NULL, NULL);
  g_autoptr (TideVersion) version = tide_version_new (tide_register_get_settings (reg)->base.id,
                                                      now - (gint64) days * 24 * 60 * 60);
  g_autoptr (GError) error = NULL;

  version->author = g_strdup (author);
  version->has_changes = changes != NULL;
  if (changes != NULL)
    version->changes = *changes;
  if (!tide_versions_keep (tide_document_get_versions_folder (document), version, bytes, now, NULL,
                           &error))
    g_error ("%s", error->message);
}

static void
change_fullest_project (Shots *shots, const char *member, const char *word)
{
  TideRegister *reg = tide_document_get_register (tide_window_get_document (shots->window));
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT,
                                                            find_fullest_project (shots->window));
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;
  g_auto (TideValue) value = { 0 };

  tide_value_init_string (&value, tide_shape_find (before->shape, member)->kind, word);
  tide_payload_set_value (after, tide_shape_find (before->shape, member), &value);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, g_steal_pointer (&after));
  tide_register_apply (reg, step, NULL);
}

static void
take_versions (Shots *shots)
{
  TideDocument *document;
  TideRegister *reg;
  GtkWidget *row;
  g_autoptr (TideStep) step = NULL;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  take_dialog (shots, "win.version-history", "no-versions");
  close_dialog (shots);

  document = tide_window_get_document (shots->window);
  reg = tide_document_get_register (document);
  keep_version (document, 9, NULL, NULL);
  change_fullest_project (shots, "notes", "Land has been found; the environment report is due.");
  step = tide_register_new_duplicate_step (reg, find_fullest_project (shots->window));
  tide_register_apply (reg, step, NULL);
  keep_version (document, 2, "Wang Min", &(TideComparison) { 1, 1, 0 });
  change_fullest_project (shots, "number", "2026-117");
  keep_version (document, 0, "王敏", &(TideComparison) { 0, 1, 0 });

  gtk_widget_activate_action (GTK_WIDGET (shots->window), "win.version-history", NULL);
  while ((row = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_VERSION_ROW)) == NULL)
    shots_settle (20);
  shots_settle (400);
  shots_take (shots, "versions");
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (row)), 2));
  gtk_widget_activate (row);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  shots_settle (600);
  shots_take (shots, "version");
  close_window (shots);
}

static void
take_questions (Shots *shots)
{
  GtkWidget *page;
  TideSectorsTable *table;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_SECTORS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_settle (400);
  table = TIDE_SECTORS_TABLE (tide_test_find_child (page, TIDE_TYPE_SECTORS_TABLE));
  gtk_selection_model_select_item (tide_sectors_table_get_selection (table), 0, TRUE);
  gtk_widget_activate_action (page, "sector.delete", NULL);
  shots_take (shots, "delete");
  close_window (shots);
}

static void
wait_for_check (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *is_checked = data;

  *is_checked = TRUE;
}

static void
check_file (Shots *shots)
{
  gboolean is_checked = FALSE;

  tide_document_check_async (tide_window_get_document (shots->window), wait_for_check, &is_checked);
  while (!is_checked)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_copy (Shots *shots, const char *path)
{
  g_autoptr (GFile) sample
      = g_file_new_build_filename (TIDE_PKGDATADIR, "samples", "made-up.tideline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (!g_file_copy (sample, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  open_window (shots, NULL);
  tide_window_open (shots->window, file, FALSE);
  while (tide_window_get_document (shots->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  show_content (shots);
}

static void
edit_first_project (Shots *shots)
{
  TideRegister *reg = tide_document_get_register (tide_window_get_document (shots->window));
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_PROJECT);
  const TidePayload *before = tide_record_get_payload (tide_list_get (list, 0));
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  tide_payload_set_string (&((TideProjectPayload *) after)->in_charge, "Investment Bureau");
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  tide_register_apply (reg, step, NULL);
}

/* Once the thread that wrote it has let go. */
static GPtrArray *
wait_for_journals (const char *folder)
{
  GPtrArray *readings;

  while ((readings = tide_journal_list (folder, NULL))->len == 0)
    {
      g_ptr_array_unref (readings);
      shots_settle (20);
    }

  return readings;
}

/* Somebody else gives the register another title, and the first project another number. */
static void
rename_outside (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  changed = g_string_new (text);
  g_string_replace (changed, "Made-up example", "Example", 1);
  g_string_replace (changed, "\"number\": \"", "\"number\": \"A-", 1);
  g_file_set_contents (path, changed->str, (gssize) changed->len, NULL);
}

/* What others do with the file, and what a crash leaves. */
static void
take_file_states (Shots *shots)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "tideline", NULL);
  g_autofree char *journals = g_build_filename (folder, "journals", NULL);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "made-up.tideline", NULL);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (TideClock) clock = tide_clock_new ();

  open_copy (shots, path);
  edit_first_project (shots);
  rename_outside (path);
  check_file (shots);
  take_dialog (shots, "win.review-file", "changed-outside");
  close_dialog (shots);
  adw_dialog_present (tide_comparison_dialog_new (tide_window_get_document (shots->window)),
                      GTK_WIDGET (shots->window));
  shots_settle (300);
  shots_take (shots, "comparison");
  close_dialog (shots);
  g_remove (path);
  check_file (shots);
  take_dialog (shots, "win.review-file", "missing");
  close_dialog (shots);

  tide_document_leave_journal (tide_window_get_document (shots->window));
  readings = wait_for_journals (journals);
  adw_dialog_present (tide_recovery_dialog_new (readings, clock), GTK_WIDGET (shots->window));
  shots_take (shots, "recovery");
  /* The next window shall not look for the file. */
  gtk_widget_activate_action (
      tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_WELCOME_PAGE),
      "recents.forget-all", NULL);
  close_window (shots);
  for (guint i = 0; i < readings->len; i++)
    tide_journal_reading_remove (g_ptr_array_index (readings, i));
}

/* The register as it stood: half of it had not happened yet. */
static void
take_as_of (Shots *shots)
{
  GtkWidget *page;

  open_window (shots, "made-up.tideline");
  show_content (shots);
  take_dialog (shots, "win.as-of", "as-of-dates");
  gtk_widget_activate_action (GTK_WIDGET (adw_application_window_get_visible_dialog (
                                  ADW_APPLICATION_WINDOW (shots->window))),
                              "as-of.show", NULL);
  shots_settle (600);
  shots_take (shots, "as-of-overview");
  page = tide_test_find_child (GTK_WIDGET (shots->window), TIDE_TYPE_PROJECTS_PAGE);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (page)), page);
  shots_take (shots, "as-of-projects");
  take_dialog (shots, "win.compare-dates", "compare-dates");
  gtk_widget_activate_action (GTK_WIDGET (adw_application_window_get_visible_dialog (
                                  ADW_APPLICATION_WINDOW (shots->window))),
                              "compare.show", NULL);
  shots_settle (600);
  shots_take (shots, "compare-dates-totals");
  close_window (shots);
}

/* Rates that reproduce, that do not, and that cannot be compared. */
static void
take_growth (Shots *shots)
{
  open_window (shots, "ningbo.tideline");
  shots_take_growth (shots, "sei-added-value", "growth");
  close_window (shots);
  open_window (shots, "made-up.tideline");
  shots_take_growth (shots, "sei-output", "growth-several");
  close_window (shots);
}

static void
take_templates (Shots *shots)
{
  open_window (shots, "made-up.tideline");
  show_content (shots);
  shots_take_templates (shots);
  close_window (shots);
}

/* A text held against the register. */
static void
take_check (Shots *shots)
{
  open_window (shots, "ningbo.tideline");
  show_content (shots);
  shots_take_check (shots);
  close_window (shots);
}

/* Every page, dialog and state, and which of them show most. */

static const struct
{
  void (*take) (Shots *shots);
  gboolean is_main;
} scenes[] = {
  { take_welcome, TRUE },    { take_ningbo, FALSE },         { take_projects, TRUE },
  { take_moves, FALSE },     { take_bulk, FALSE },           { take_groups, TRUE },
  { take_sectors, TRUE },    { take_lists, FALSE },          { take_questions, FALSE },
  { take_empty, FALSE },     { take_program_dialogs, TRUE }, { take_file_states, FALSE },
  { take_versions, FALSE },  { take_history, TRUE },         { take_attention, TRUE },
  { take_rates, FALSE },     { take_overview, FALSE },       { take_as_of, TRUE },
  { take_reports, TRUE },    { take_board, TRUE },           { take_growth, TRUE },
  { take_indicators, TRUE }, { take_columns, TRUE },         { take_cells, FALSE },
  { take_targets, FALSE },   { take_events, TRUE },          { take_divisions, TRUE },
  { take_innovation, TRUE }, { take_templates, TRUE },       { take_briefing, TRUE },
  { take_check, TRUE },
};

void
shots_take_scenes (Shots *shots)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (scenes[i].is_main || !shots->is_short)
      scenes[i].take (shots);
}
