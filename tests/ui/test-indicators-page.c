/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of indicators: its list, its chart, and the table that is edited in place. */

#include "chart/tide-line-chart.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-indicators-list.h"
#include "ui/lists/tide-observation-line.h"
#include "ui/lists/tide-observations-table.h"
#include "ui/pages/tide-growth-panel.h"
#include "ui/pages/tide-indicator-chart.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-targets-group.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>"

typedef struct
{
  TideRegister *reg;
  TideIndicatorsPage *page;
  AdwWindow *window;
} Fixture;

typedef struct
{
  const char *id;
  const char *name;
  const char *measure;
  const char *currency;
  const char *first; /* of 2015 */
  const char *last;  /* of 2022 */
} Indicator;

static const Indicator indicators[] = {
  { "added-value", "Added value", "added-value", "CNY", "437", "1374" },
  { "companies", STRANGE, "enterprises", NULL, "120", "150" },
  { "output", "Output", "output", "CNY", "2224", "6411" },
};

static void
add_observation (TidePayload *payload, const char *period, const char *value)
{
  TidePayload *entry = tide_test_payload_add_entry (payload, "observations", NULL);

  tide_test_payload_set (entry, "period", period);
  tide_test_payload_set (entry, "value", value);
}

static TidePayload *
indicator_new (const Indicator *spec)
{
  TidePayload *payload = tide_test_payload_new (TIDE_RECORD_INDICATOR, spec->id, spec->name);
  TidePayload *unit = tide_payload_new (tide_shape_find (payload->shape, "unit")->shape, NULL);

  if (spec->currency != NULL)
    {
      tide_test_payload_set (unit, "currency", spec->currency);
      tide_test_payload_set (unit, "scale", "100000000");
    }
  else
    tide_test_payload_set (unit, "name", "companies");
  ((TideIndicatorPayload *) payload)->unit = unit;
  tide_test_payload_set (payload, "measure", spec->measure);
  add_observation (payload, "2015", spec->first);
  add_observation (payload, "2022", spec->last);

  return payload;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autoptr (TideStep) step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_INDICATOR,
                                                              indicator_new (&indicators[i]));

      g_assert_true (tide_register_apply (fixture->reg, step, NULL));
    }
  fixture->page = g_object_new (TIDE_TYPE_INDICATORS_PAGE, "register", fixture->reg, NULL);
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  adw_window_set_content (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

static gpointer
find (Fixture *fixture, GType type)
{
  GtkWidget *widget = tide_test_find_child (GTK_WIDGET (fixture->page), type);

  g_assert_nonnull (widget);

  return widget;
}

static guint
get_n_points (Fixture *fixture)
{
  return g_list_model_get_n_items (
      tide_line_chart_get_model (find (fixture, TIDE_TYPE_LINE_CHART)));
}

static const TideIndicatorPayload *
get_payload (Fixture *fixture, const char *id)
{
  return TIDE_INDICATOR_PAYLOAD (
      tide_register_lookup_payload (fixture->reg, TIDE_RECORD_INDICATOR, id));
}

static void
show (Fixture *fixture, const char *id)
{
  tide_indicators_page_show_indicator (fixture->page, id);
  tide_test_settle (100);
  g_assert_cmpstr (
      tide_observations_table_get_indicator (find (fixture, TIDE_TYPE_OBSERVATIONS_TABLE)), ==, id);
}

static void
test_selected (Fixture *fixture, gconstpointer data)
{
  show (fixture, "output");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), "Unit: 100 million yuan"));
  g_assert_cmpuint (get_n_points (fixture), ==, 2);
  g_assert_true (tide_growth_panel_get_indicator (find (fixture, TIDE_TYPE_GROWTH_PANEL))
                 == &get_payload (fixture, "output")->base);
  show (fixture, "companies");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->page), STRANGE));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  TideIndicatorsList *list = find (fixture, TIDE_TYPE_INDICATORS_LIST);

  tide_indicators_list_set_search (list, "output");
  g_assert_cmpuint (tide_indicators_list_get_n_shown (list), ==, 1);
  tide_indicators_list_set_search (list, "增加值");
  g_assert_cmpuint (tide_indicators_list_get_n_shown (list), ==, 1);
  tide_indicators_list_set_search (list, "nothing like it");
  g_assert_cmpuint (tide_indicators_list_get_n_shown (list), ==, 0);
  tide_indicators_list_set_search (list, NULL);
  g_assert_cmpuint (tide_indicators_list_get_n_shown (list), ==, 3);
}

/* Yuan and companies are not drawn on one axis, and that is said. */
static void
test_units (Fixture *fixture, gconstpointer data)
{
  static const char *const money[] = { "added-value", "output", NULL };
  static const char *const all[] = { "added-value", "companies", "output", NULL };
  TideIndicatorsList *list = find (fixture, TIDE_TYPE_INDICATORS_LIST);
  TideLineChart *chart = find (fixture, TIDE_TYPE_LINE_CHART);

  show (fixture, "output");
  tide_indicators_list_set_chosen (list, money);
  g_assert_cmpuint (get_n_points (fixture), ==, 4);
  g_assert_cmpstr (tide_line_chart_get_unit_label (chart), ==, "100 million yuan");
  tide_indicators_list_set_chosen (list, all);
  g_assert_cmpuint (get_n_points (fixture), ==, 6);
  g_assert_cmpstr (tide_line_chart_get_title (chart), ==, "Index");
  g_assert_cmpstr (tide_line_chart_get_unit_label (chart), ==, "%");
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  TideIndicatorChart *chart = find (fixture, TIDE_TYPE_INDICATOR_CHART);

  show (fixture, "output");
  tide_indicator_chart_set_mode (chart, "growth");
  g_assert_cmpuint (get_n_points (fixture), ==, 0);
  tide_indicator_chart_set_mode (chart, "log");
  g_assert_cmpuint (get_n_points (fixture), ==, 2);
  tide_indicator_chart_set_mode (chart, "index");
  g_assert_cmpuint (get_n_points (fixture), ==, 2);
}

/* What was shown is shown again. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  static const char *const chosen[] = { "companies", "output", NULL };
  TideIndicatorsList *list = find (fixture, TIDE_TYPE_INDICATORS_LIST);
  g_autoptr (GVariant) view = NULL;
  g_auto (GStrv) again = NULL;

  show (fixture, "output");
  tide_indicators_list_set_chosen (list, chosen);
  tide_indicator_chart_set_mode (find (fixture, TIDE_TYPE_INDICATOR_CHART), "index");
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));

  g_object_set (fixture->page, "register", NULL, NULL);
  tide_indicator_chart_set_mode (find (fixture, TIDE_TYPE_INDICATOR_CHART), "levels");
  g_object_set (fixture->page, "register", fixture->reg, NULL);
  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  tide_test_settle (100);

  again = tide_indicators_list_dup_chosen (list);
  g_assert_true (g_strv_equal (chosen, (const char *const *) again));
  g_assert_cmpstr (tide_indicator_chart_get_mode (find (fixture, TIDE_TYPE_INDICATOR_CHART)), ==,
                   "index");
  g_assert_cmpstr (tide_indicators_list_get_selected (list)->base.id, ==, "output");
}

static void
add_target (Fixture *fixture)
{
  TidePayload *target = tide_test_payload_new (TIDE_RECORD_TARGET, "goal", "Much more output");
  g_autoptr (TideStep) step = NULL;

  tide_test_payload_set (target, "indicator", "output");
  tide_test_payload_set (target, "period", "2027");
  tide_test_payload_set (target, "value", "9000");
  step = tide_register_new_add_step (fixture->reg, TIDE_RECORD_TARGET, target);
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
}

/* The targets are those of the indicator that is selected. */
static void
test_targets (Fixture *fixture, gconstpointer data)
{
  TideTargetsGroup *group = find (fixture, TIDE_TYPE_TARGETS_GROUP);

  add_target (fixture);
  show (fixture, "output");
  tide_test_settle (200);
  g_assert_cmpuint (tide_targets_group_get_n (group), ==, 1);
  show (fixture, "companies");
  g_assert_cmpuint (tide_targets_group_get_n (group), ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (group)));
  tide_register_make_read_only (fixture->reg);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));
  show (fixture, "output");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (group)));
}

/* Editing in place -------------------------------------------------------------------------- */

static GtkWidget *
find_entry (Fixture *fixture, guint line, guint column)
{
  GtkWidget *child = gtk_widget_get_parent (tide_test_find_child (
      find (fixture, TIDE_TYPE_OBSERVATIONS_TABLE), TIDE_TYPE_OBSERVATION_LINE));

  child = gtk_widget_get_first_child (child);
  while (line-- > 0)
    child = gtk_widget_get_next_sibling (child);
  child = gtk_widget_get_first_child (child);
  while (column-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return tide_test_find_child (child, GTK_TYPE_ENTRY);
}

static void
type_in (Fixture *fixture, guint line, TideObservationColumn column, const char *text)
{
  GtkWidget *entry = find_entry (fixture, line, column);

  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  tide_test_settle (50);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  const TideObservation *observation;
  const guint n_steps = tide_register_count_steps (fixture->reg);

  show (fixture, "output");
  type_in (fixture, 1, TIDE_OBSERVATION_VALUE, "641.2 billion yuan");
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps + 1);
  observation = g_ptr_array_index (get_payload (fixture, "output")->observations, 1);
  g_assert_cmpstr (observation->written, ==, "641.2 billion yuan");
  g_assert_cmpint (observation->value.mantissa, ==, 6412);

  type_in (fixture, 1, TIDE_OBSERVATION_PERIOD, "2015");
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps + 1);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 1, TIDE_OBSERVATION_PERIOD))), ==,
      "2015");
  g_assert_true (
      gtk_widget_has_css_class (find_entry (fixture, 1, TIDE_OBSERVATION_PERIOD), "error"));

  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 1, TIDE_OBSERVATION_VALUE))), ==,
      "6411");
}

/* A new row is taken once there is something to keep, and stands where it belongs. */
static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  const guint n_steps = tide_register_count_steps (fixture->reg);

  show (fixture, "output");
  type_in (fixture, 2, TIDE_OBSERVATION_PERIOD, "2018");
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps);
  type_in (fixture, 2, TIDE_OBSERVATION_VALUE, "4170亿元");
  g_assert_cmpuint (tide_register_count_steps (fixture->reg), ==, n_steps + 1);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 1, TIDE_OBSERVATION_VALUE))), ==,
      "4170亿元");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture, 3, TIDE_OBSERVATION_PERIOD))), ==,
      "");
  g_assert_cmpuint (get_n_points (fixture), ==, 3);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  show (fixture, "output");
  tide_observations_table_paste (find (fixture, TIDE_TYPE_OBSERVATIONS_TABLE),
                                 "2016\t2600\n2017\tmuch\n");
  tide_test_settle (100);
  g_assert_cmpuint (get_payload (fixture, "output")->observations->len, ==, 3);
  dialog = adw_window_get_visible_dialog (fixture->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_true (
      g_str_has_prefix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "Row 2: "));
  adw_dialog_force_close (dialog);
  tide_test_settle (100);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  show (fixture, "output");
  tide_register_make_read_only (fixture->reg);
  tide_test_settle (50);
  g_assert_false (gtk_widget_get_sensitive (find_entry (fixture, 0, TIDE_OBSERVATION_VALUE)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "indicator.edit", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "indicators.add", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "indicator.delete", NULL);
  tide_test_settle (50);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
  g_assert_nonnull (get_payload (fixture, "output"));
}

static void
test_form (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  TideDraft *draft;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "indicators.add", NULL));
  tide_test_settle (100);
  dialog = adw_window_get_visible_dialog (fixture->window);
  g_assert_true (TIDE_IS_RECORD_DIALOG (dialog));
  draft = tide_record_dialog_get_draft (TIDE_RECORD_DIALOG (dialog));
  tide_field_set_text (tide_draft_get_field (draft, "name/en"), "Patents");
  tide_field_set_text (tide_draft_get_field (draft, "measure"), "patents granted");
  tide_field_set_text (tide_draft_get_field (draft, "unit/scale"), "10000");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  tide_test_settle (100);
  g_assert_null (adw_window_get_visible_dialog (fixture->window));
  g_assert_cmpstr (
      tide_indicators_list_get_selected (find (fixture, TIDE_TYPE_INDICATORS_LIST))->measure, ==,
      "patents granted");
  g_assert_cmpstr (tide_register_get_undo_step (fixture->reg)->name, ==, "add-indicator");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  show (fixture, "companies");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "indicator.delete", NULL));
  tide_test_settle (100);
  g_assert_null (get_payload (fixture, "companies"));
  g_assert_true (tide_register_undo (fixture->reg));
  tide_test_settle (100);
  show (fixture, "companies");
}

#define ADD(name, func)                                                                            \
  g_test_add ("/ui/indicators-page/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("selected", test_selected);
  ADD ("search", test_search);
  ADD ("units", test_units);
  ADD ("modes", test_modes);
  ADD ("view", test_view);
  ADD ("targets", test_targets);
  ADD ("edit", test_edit);
  ADD ("new-row", test_new_row);
  ADD ("paste", test_paste);
  ADD ("read-only", test_read_only);
  ADD ("form", test_form);
  ADD ("delete", test_delete);

  return g_test_run ();
}
