/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-bullet-chart.h"
#include "core/tide-filter.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/pages/tide-targets-card.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/rows/tide-field-link.h"
#include "ui/rows/tide-target-row.h"
#include "ui/rows/tide-target-subject-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  guint n_requested;
} Fixture;

static void
add (TideRegister *reg, TideRecordKind kind, TidePayload *record)
{
  g_autoptr (TideStep) step = tide_register_new_add_step (reg, kind, record);
  g_autoptr (GError) error = NULL;

  tide_register_apply (reg, step, &error);
  g_assert_no_error (error);
}

static void
set (TidePayload *payload, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i += 2)
    tide_test_payload_set (payload, words[i], words[i + 1]);
}

/* 9.6 billion yuan in energy, agreed in the year in which the clock of the register stands. */
static void
add_project (TideRegister *reg)
{
  static const char *const sector[] = { "sector", "energy", NULL };
  static const char *const amount[]
      = { "kind", "agreement", "value", "9600000000", "currency", "CNY", "date", "2023-05", NULL };
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, "dated", "Dated");

  set (tide_test_payload_add_entry (project, "sectors", NULL), sector);
  set (tide_test_payload_add_entry (project, "amounts", "dated-1"), amount);
  add (reg, TIDE_RECORD_PROJECT, project);
}

static void
add_agreed (TideRegister *reg, const char *id, const char *member, const char *subject)
{
  const char *const words[]
      = { member,  subject,       "amount-kind", "agreement", "period", "2023",
          "value", "20000000000", "currency",    "CNY",       NULL };

  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, id, id);

  set (target, words);
  add (reg, TIDE_RECORD_TARGET, target);
}

static void
on_filter_requested (Fixture *fixture, TidePayload *filter)
{
  g_assert_nonnull (filter);
  fixture->n_requested++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  add_project (fixture->reg);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_finalize_object (fixture->reg);
}

static void
show (Fixture *fixture, GtkWidget *widget)
{
  adw_window_set_content (fixture->window, widget);
  g_signal_connect_swapped (widget, "filter-requested", G_CALLBACK (on_filter_requested), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
}

static void
add_indicator (TideRegister *reg)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, "output", "Output");
  TidePayload *observation = tide_test_payload_add_entry (indicator, "observations", NULL);

  tide_test_payload_set (indicator, "subject/sector", "energy");
  tide_test_payload_set (observation, "period", "2022");
  tide_test_payload_set (observation, "value", "60");
  add (reg, TIDE_RECORD_INDICATOR, indicator);
}

static void
add_for_indicator (TideRegister *reg)
{
  static const char *const words[]
      = { "indicator", "output", "period", "2023", "value", "80", NULL };
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, "more", "More output");

  set (target, words);
  add (reg, TIDE_RECORD_TARGET, target);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = g_object_new (TIDE_TYPE_TARGETS_CARD, "register", fixture->reg, NULL);
  TideItemChart *chart;
  GListModel *bullets;
  g_autoptr (TideBullet) bullet = NULL;

  show (fixture, card);
  g_assert_false (gtk_widget_get_visible (card));

  add_agreed (fixture->reg, "energy", "sector", "energy");
  tide_test_settle (200);
  g_assert_true (gtk_widget_get_visible (card));
  chart = TIDE_ITEM_CHART (tide_test_find_child (card, TIDE_TYPE_BULLET_CHART));
  bullets = tide_item_chart_get_model (chart);
  g_assert_cmpuint (g_list_model_get_n_items (bullets), ==, 1);
  bullet = g_list_model_get_item (bullets, 0);
  g_assert_true (tide_bullet_has_elapsed (bullet));
  g_assert_nonnull (strstr (tide_chart_item_get_description (TIDE_CHART_ITEM (bullet)), "points"));

  g_signal_emit_by_name (chart, "item-activated", bullet);
  g_assert_cmpuint (fixture->n_requested, ==, 1);

  tide_register_undo (fixture->reg);
  tide_test_settle (200);
  g_assert_false (gtk_widget_get_visible (card));
}

static void
on_show_indicator (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_object_set_data_full (G_OBJECT (window), "shown", g_variant_dup_string (parameter, NULL),
                          g_free);
}

/* The mark of what is measured by an indicator leads to its values. */
static void
test_card_indicator (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[]
      = { { .name = "show-indicator", .activate = on_show_indicator, .parameter_type = "s" } };
  GtkWidget *card = g_object_new (TIDE_TYPE_TARGETS_CARD, "register", fixture->reg, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (TideBullet) bullet = NULL;
  TideItemChart *chart;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture->window);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  show (fixture, card);
  add_indicator (fixture->reg);
  add_for_indicator (fixture->reg);
  tide_test_settle (200);

  chart = TIDE_ITEM_CHART (tide_test_find_child (card, TIDE_TYPE_BULLET_CHART));
  bullet = g_list_model_get_item (tide_item_chart_get_model (chart), 0);
  g_signal_emit_by_name (chart, "item-activated", bullet);
  g_assert_cmpuint (fixture->n_requested, ==, 0);
  g_assert_cmpstr (g_object_get_data (G_OBJECT (fixture->window), "shown"), ==, "output");
}

static GtkWidget *
group_new (Fixture *fixture, TideRecordKind kind, const char *id)
{
  GtkWidget *group = g_object_new (TIDE_TYPE_TARGETS_GROUP, NULL);

  tide_targets_group_set_subject (TIDE_TARGETS_GROUP (group), fixture->reg, kind, id);

  return group;
}

static void
test_group (Fixture *fixture, gconstpointer data)
{
  GtkWidget *group = group_new (fixture, TIDE_RECORD_SECTOR, "energy");
  GtkWidget *row;

  add_agreed (fixture->reg, "energy", "sector", "energy");
  add_agreed (fixture->reg, "robots", "sector", "robots");
  add_agreed (fixture->reg, "fair", "event", "fair");
  show (fixture, group);
  g_assert_cmpuint (tide_targets_group_get_n (TIDE_TARGETS_GROUP (group)), ==, 1);

  row = tide_test_find_child (group, TIDE_TYPE_TARGET_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "energy");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "48.00 %"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpuint (fixture->n_requested, ==, 1);

  tide_register_undo (fixture->reg);
  tide_register_undo (fixture->reg);
  tide_register_undo (fixture->reg);
  tide_test_settle (200);
  g_assert_cmpuint (tide_targets_group_get_n (TIDE_TARGETS_GROUP (group)), ==, 0);
}

/* The group goes from subject to subject, and a sector's has what its indicators are to reach. */
static void
test_group_subject (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = group_new (fixture, TIDE_RECORD_SECTOR, "energy");
  TideTargetsGroup *group = TIDE_TARGETS_GROUP (widget);

  add_agreed (fixture->reg, "energy", "sector", "energy");
  add_indicator (fixture->reg);
  add_for_indicator (fixture->reg);
  show (fixture, widget);
  g_assert_cmpuint (tide_targets_group_get_n (group), ==, 2);

  tide_targets_group_set_subject (group, fixture->reg, TIDE_RECORD_INDICATOR, "output");
  g_assert_cmpuint (tide_targets_group_get_n (group), ==, 1);
  tide_targets_group_set_subject (group, fixture->reg, TIDE_RECORD_SECTOR, "robots");
  g_assert_cmpuint (tide_targets_group_get_n (group), ==, 0);
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_nonnull (tide_test_find_label (widget, "No target is recorded"));
  tide_targets_group_set_subject (group, fixture->reg, TIDE_RECORD_SECTOR, NULL);
  g_assert_false (gtk_widget_get_visible (widget));
}

/* Where nothing can be added there is no button, and no group without a target. */
static void
test_group_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = group_new (fixture, TIDE_RECORD_SECTOR, "energy");
  TideTargetsGroup *group = TIDE_TARGETS_GROUP (widget);
  GtkWidget *button = adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (widget));

  add_agreed (fixture->reg, "energy", "sector", "energy");
  show (fixture, widget);
  g_assert_true (gtk_widget_get_visible (button));

  tide_register_make_read_only (fixture->reg);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_get_visible (widget));
  tide_targets_group_set_subject (group, fixture->reg, TIDE_RECORD_SECTOR, "robots");
  g_assert_false (gtk_widget_get_visible (widget));
}

static gboolean
is_shown (TideRecordDialog *dialog, const char *path)
{
  TideField *field = tide_draft_get_field (tide_record_dialog_get_draft (dialog), path);

  return gtk_widget_get_visible (tide_field_find_row (GTK_WIDGET (dialog), field));
}

static const char *
get_text (TideRecordDialog *dialog, const char *path)
{
  return tide_field_get_text (tide_draft_get_field (tide_record_dialog_get_draft (dialog), path));
}

/* The form asks for one thing: the others go with the choice. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  TideRecordDialog *dialog;
  GtkWidget *subject;

  add_agreed (fixture->reg, "energy", "sector", "energy");
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  dialog = tide_record_dialog_new (
      fixture->reg, TIDE_RECORD_TARGET,
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_TARGET, "energy"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  tide_test_settle (100);

  subject = tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_TARGET_SUBJECT_ROW);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (subject)), ==, 1);
  g_assert_true (is_shown (dialog, "sector"));
  g_assert_true (is_shown (dialog, "amount-kind"));
  g_assert_false (is_shown (dialog, "division"));
  g_assert_false (tide_draft_get_changed (tide_record_dialog_get_draft (dialog)));

  adw_combo_row_set_selected (ADW_COMBO_ROW (subject), 4);
  g_assert_false (is_shown (dialog, "sector"));
  g_assert_false (is_shown (dialog, "amount-kind"));
  g_assert_true (is_shown (dialog, "indicator"));
  g_assert_cmpstr (get_text (dialog, "sector"), ==, "");
  g_assert_cmpstr (get_text (dialog, "amount-kind"), ==, "");
  g_assert_cmpstr (tide_field_get_path (tide_draft_check (tide_record_dialog_get_draft (dialog))),
                   ==, "indicator");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  tide_test_settle (100);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  g_test_add ("/targets/card", Fixture, NULL, set_up, test_card, tear_down);
  g_test_add ("/targets/card/indicator", Fixture, NULL, set_up, test_card_indicator, tear_down);
  g_test_add ("/targets/group", Fixture, NULL, set_up, test_group, tear_down);
  g_test_add ("/targets/group/subject", Fixture, NULL, set_up, test_group_subject, tear_down);
  g_test_add ("/targets/group/read-only", Fixture, NULL, set_up, test_group_read_only, tear_down);
  g_test_add ("/targets/form", Fixture, NULL, set_up, test_form, tear_down);

  return g_test_run ();
}
