/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-rate-sets.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"
#include "ui/dialogs/tide-rates-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/rows/tide-rate-row.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e"

/* The rates of a register over a window; the dialog is NULL once it is finalised. */
typedef struct
{
  TideRegister *reg;
  AdwWindow *window;
  AdwDialog *dialog;
} Fixture;

static void
apply (Fixture *fixture, TideStep *step)
{
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  tide_step_unref (step);
  tide_test_settle (50);
}

static void
add_set (Fixture *fixture, const char *id, const char *en)
{
  apply (fixture,
         tide_register_new_add_step (fixture->reg, TIDE_RECORD_RATE_SET,
                                     tide_test_payload_new (TIDE_RECORD_RATE_SET, id, en)));
}

static void
add_rate (Fixture *fixture, const char *set, const char *from, const char *date, const char *value)
{
  TidePayload *rate = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);

  tide_test_payload_set (rate, "set", set);
  tide_test_payload_set (rate, "kind", "mid");
  tide_test_payload_set (rate, "from", from);
  tide_test_payload_set (rate, "to", "CNY");
  tide_test_payload_set (rate, "date", date);
  tide_test_payload_set (rate, "value", value);
  tide_test_payload_set (rate, "source", "paper");
  apply (fixture, tide_register_new_add_step (fixture->reg, TIDE_RECORD_RATE, rate));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  adw_window_set_content (fixture->window, adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

/* The set "mid", which totals use, has three rates, the set "plan" has one. */
static void
set_up_rates (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  add_set (fixture, "mid", "Mid rates");
  add_rate (fixture, "mid", "USD", "2023-10-31", "7.1779");
  add_rate (fixture, "mid", "USD", "2023-11-30", "7.1018");
  add_rate (fixture, "mid", "EUR", "2023-10-31", "7.6");
  add_rate (fixture, "plan", "USD", "2023", "7");
  apply (fixture, tide_register_new_use_rate_set_step (fixture->reg, "mid"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  tide_test_settle (100);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->reg);
}

static void
open_rates (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->dialog, tide_rates_dialog_new (fixture->reg));
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  tide_test_settle (100);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
  tide_test_settle (100);
}

static void
select_rate (Fixture *fixture, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "vocabulary.select", "s", id);
  tide_test_settle (50);
}

/* The choice of the set has a search entry and a list of its own. */
static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), TIDE_TYPE_RATES_DIALOG, name);
}

static void
search (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (get_part (fixture, "search_entry"), text);
  tide_test_settle (50);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (get_part (fixture, "stack"));
}

static void
assert_rates (Fixture *fixture, const char *expected)
{
  GListModel *rates = get_part (fixture, "sorted");
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rates); i++)
    {
      g_autoptr (TideRecord) rate = g_list_model_get_item (rates, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tide_record_get_id (rate));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static AdwActionRow *
get_set_row (Fixture *fixture)
{
  return get_part (fixture, "set_row");
}

static TideRecordDialog *
get_form (Fixture *fixture)
{
  AdwDialog *form = adw_window_get_visible_dialog (fixture->window);

  g_assert_true (TIDE_IS_RECORD_DIALOG (form));

  return TIDE_RECORD_DIALOG (form);
}

static TideField *
type (Fixture *fixture, const char *path, const char *text)
{
  TideField *field = tide_draft_get_field (tide_record_dialog_get_draft (get_form (fixture)), path);

  tide_field_set_text (field, text);

  return field;
}

static const char *
get_text (Fixture *fixture, const char *path)
{
  return tide_field_get_text (
      tide_draft_get_field (tide_record_dialog_get_draft (get_form (fixture)), path));
}

static void
act_in_form (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_form (fixture)), action, NULL);
  tide_test_settle (100);
}

static void
assert_form_is_gone (Fixture *fixture)
{
  g_assert_true (adw_window_get_visible_dialog (fixture->window) == fixture->dialog);
}

static void
respond (Fixture *fixture, const char *response)
{
  AdwDialog *alert = adw_window_get_visible_dialog (fixture->window);

  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_signal_emit_by_name (alert, "response", response);
  adw_dialog_force_close (alert);
  tide_test_settle (100);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  open_rates (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "no-set");
  g_assert_null (tide_rates_dialog_get_set (TIDE_RATES_DIALOG (fixture->dialog)));

  act (fixture, "rates.add-set");
  type (fixture, "name/en", STRANGE);
  act_in_form (fixture, "form.save");
  assert_form_is_gone (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  act (fixture, "rates.use-set");
  g_assert_cmpstr (tide_register_get_settings (fixture->reg)->rate_set, ==,
                   tide_rates_dialog_get_set (TIDE_RATES_DIALOG (fixture->dialog)));
  act (fixture, "vocabulary.undo");
  act (fixture, "vocabulary.undo");
  g_assert_cmpstr (get_page (fixture), ==, "no-set");
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  TideRateRow *row;
  g_autofree char *details = NULL;

  open_rates (fixture);
  g_assert_cmpstr (tide_rates_dialog_get_set (TIDE_RATES_DIALOG (fixture->dialog)), ==, "mid");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_set_row (fixture)), ==,
                   "Used for totals · Each amount at the rate of its own date · 3 rates");
  assert_rates (fixture, "mid/EUR/CNY/2023-10-31 mid/USD/CNY/2023-11-30 mid/USD/CNY/2023-10-31");
  row = TIDE_RATE_ROW (tide_test_find_child (GTK_WIDGET (fixture->dialog), TIDE_TYPE_RATE_ROW));
  details = tide_rate_row_dup_details (row);
  g_assert_true (g_str_has_prefix (details, "Mid rate · "));
  g_assert_nonnull (strstr (details, "A paper"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (row), "EUR → CNY · 2023-10-31"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (row), "7.6"));

  search (fixture, "euro");
  assert_rates (fixture, "mid/EUR/CNY/2023-10-31");
  search (fixture, "美元 11-30");
  assert_rates (fixture, "mid/USD/CNY/2023-11-30");
  search (fixture, "xyzzy");
  g_assert_cmpstr (get_page (fixture), ==, "no-match");
  act (fixture, "vocabulary.clear-search");

  tide_rates_dialog_choose_set (TIDE_RATES_DIALOG (fixture->dialog), "plan");
  assert_rates (fixture, "plan/USD/CNY/2023");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_set_row (fixture)), ==,
                   "Each amount at the rate of its own date · 1 rate");
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  const char *refused[] = { "0", "-1" };

  open_rates (fixture);
  act (fixture, "vocabulary.add");
  g_assert_cmpstr (get_text (fixture, "set"), ==, "mid");
  g_assert_cmpstr (get_text (fixture, "to"), ==, "CNY");
  type (fixture, "from", "HKD");
  type (fixture, "date", "2023-11");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      TideField *value = type (fixture, "value", refused[i]);

      act_in_form (fixture, "form.save");
      g_assert_nonnull (strstr (tide_field_get_problem (value), "is not above zero."));
    }
  type (fixture, "value", "0.91");
  type (fixture, "from", "XYZ");
  act_in_form (fixture, "form.save");
  type (fixture, "from", "HKD");
  act_in_form (fixture, "form.save");
  assert_form_is_gone (fixture);
  g_assert_nonnull (tide_register_lookup (fixture->reg, TIDE_RECORD_RATE, "mid/HKD/CNY/2023-11"));

  act (fixture, "vocabulary.undo");
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_RATE, "mid/HKD/CNY/2023-11"));
}

/* What stays the same from one rate to the next is there already. */
static void
test_add_another (Fixture *fixture, gconstpointer data)
{
  open_rates (fixture);
  act (fixture, "vocabulary.add");
  type (fixture, "from", "JPY");
  type (fixture, "date", "2023-10");
  type (fixture, "value", "0.048");
  type (fixture, "kind", "mid");
  type (fixture, "source", "paper");
  act_in_form (fixture, "form.save-and-add");
  g_assert_cmpstr (get_text (fixture, "from"), ==, "JPY");
  g_assert_cmpstr (get_text (fixture, "kind"), ==, "mid");
  g_assert_cmpstr (get_text (fixture, "source"), ==, "paper");
  g_assert_cmpstr (get_text (fixture, "date"), ==, "");
  g_assert_cmpstr (get_text (fixture, "value"), ==, "");
  type (fixture, "date", "2023-11");
  type (fixture, "value", "0.0485");
  act_in_form (fixture, "form.save");
  assert_form_is_gone (fixture);
  g_assert_cmpuint (tide_register_count_rates (fixture->reg, "mid"), ==, 5);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  open_rates (fixture);
  select_rate (fixture, "mid/USD/CNY/2023-11-30");
  act (fixture, "vocabulary.edit");
  type (fixture, "value", "7.2");
  act_in_form (fixture, "form.save");
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->dialog), "7.2"));

  select_rate (fixture, "mid/USD/CNY/2023-11-30");
  act (fixture, "vocabulary.edit");
  type (fixture, "date", "2023-12-29");
  act_in_form (fixture, "form.save");
  assert_rates (fixture, "mid/EUR/CNY/2023-10-31 mid/USD/CNY/2023-12-29 mid/USD/CNY/2023-10-31");

  select_rate (fixture, "mid/USD/CNY/2023-12-29");
  act (fixture, "vocabulary.edit");
  type (fixture, "set", "plan");
  act_in_form (fixture, "form.save");
  g_assert_cmpstr (tide_rates_dialog_get_set (TIDE_RATES_DIALOG (fixture->dialog)), ==, "plan");
  assert_rates (fixture, "plan/USD/CNY/2023-12-29 plan/USD/CNY/2023");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  open_rates (fixture);
  select_rate (fixture, "mid/EUR/CNY/2023-10-31");
  act (fixture, "vocabulary.delete");
  assert_rates (fixture, "mid/USD/CNY/2023-11-30 mid/USD/CNY/2023-10-31");
  act (fixture, "vocabulary.undo");
  assert_rates (fixture, "mid/EUR/CNY/2023-10-31 mid/USD/CNY/2023-11-30 mid/USD/CNY/2023-10-31");
}

static void
test_sets (Fixture *fixture, gconstpointer data)
{
  TideRatesDialog *dialog;

  open_rates (fixture);
  dialog = TIDE_RATES_DIALOG (fixture->dialog);

  act (fixture, "rates.delete-set");
  respond (fixture, "close");
  g_assert_cmpuint (tide_register_count_rates (fixture->reg, "mid"), ==, 3);

  tide_rates_dialog_choose_set (dialog, "plan");
  act (fixture, "rates.edit-set");
  type (fixture, "name/en", "Planning rates");
  type (fixture, "date", "2023");
  act_in_form (fixture, "form.save");
  g_assert_cmpstr (tide_rates_dialog_get_set (dialog), ==, "plan");
  g_assert_cmpstr (tide_register_get_rate_set_label (fixture->reg, "plan"), ==, "Planning rates");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_set_row (fixture)), ==,
                   "All amounts at the rates of 2023 · 1 rate");

  act (fixture, "rates.use-set");
  g_assert_cmpstr (tide_register_get_settings (fixture->reg)->rate_set, ==, "plan");
  tide_rates_dialog_choose_set (dialog, "mid");
  act (fixture, "rates.delete-set");
  respond (fixture, "cancel");
  g_assert_cmpuint (tide_register_count_rates (fixture->reg, "mid"), ==, 3);
  act (fixture, "rates.delete-set");
  respond (fixture, "delete");
  g_assert_cmpuint (tide_register_count_rates (fixture->reg, "mid"), ==, 0);
  g_assert_cmpstr (tide_rates_dialog_get_set (dialog), ==, "plan");
  act (fixture, "vocabulary.undo");
  g_assert_cmpuint (tide_register_count_rates (fixture->reg, "mid"), ==, 3);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  const char *copy;

  open_rates (fixture);
  act (fixture, "rates.copy-set");
  copy = tide_rates_dialog_get_set (TIDE_RATES_DIALOG (fixture->dialog));
  g_assert_cmpstr (copy, !=, "mid");
  g_assert_cmpstr (tide_register_get_rate_set_label (fixture->reg, copy), ==, "Mid rates (copy)");
  g_assert_cmpuint (tide_register_count_rates (fixture->reg, copy), ==, 3);
}

static void
add (const char *path,
     void (*set_up_fixture) (Fixture *, gconstpointer),
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up_fixture, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  add ("/rates-dialog/nothing", set_up, test_nothing);
  add ("/rates-dialog/list", set_up_rates, test_list);
  add ("/rates-dialog/add", set_up_rates, test_add);
  add ("/rates-dialog/add-another", set_up_rates, test_add_another);
  add ("/rates-dialog/edit", set_up_rates, test_edit);
  add ("/rates-dialog/delete", set_up_rates, test_delete);
  add ("/rates-dialog/sets", set_up_rates, test_sets);
  add ("/rates-dialog/copy", set_up_rates, test_copy);

  return g_test_run ();
}
