/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-rates-dialog-private.h"

#include "core/tide-rate-sets.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/rows/tide-choice-list.h"

#include <glib/gi18n-lib.h>

static const TidePayload *
get_record (TideRatesDialog *self)
{
  return tide_register_lookup_payload (self->reg, TIDE_RECORD_RATE_SET, self->set);
}

static gboolean
is_used (TideRatesDialog *self)
{
  return self->set != NULL
         && g_strcmp0 (self->set, tide_register_get_settings (self->reg)->rate_set) == 0;
}

static int
find_set (TideRatesDialog *self, const char *set)
{
  for (int i = 0; self->sets[i] != NULL; i++)
    if (g_strcmp0 (self->sets[i], set) == 0)
      return i;

  return -1;
}

/* Which rate of the set an amount is converted at. */
static char *
dup_rule (TideRatesDialog *self)
{
  const TidePayload *record = get_record (self);
  const TideDate *fixed = record != NULL ? &TIDE_RATE_SET_PAYLOAD (record)->date : NULL;
  g_autofree char *date = NULL;

  if (fixed == NULL || !tide_date_is_set (fixed))
    return g_strdup (_ ("Each amount at the rate of its own date"));

  date = tide_date_dup_text (fixed);
  /* Translators: %s is a date: which exchange rates a set uses */
  return g_strdup_printf (_ ("All amounts at the rates of %s"), date);
}

static char *
dup_explanation (TideRatesDialog *self)
{
  const guint n = tide_register_count_rates (self->reg, self->set);
  g_autofree char *count
      /* Translators: how many exchange rates a set has */
      = g_strdup_printf (ngettext ("%u rate", "%u rates", n), n);
  g_autofree char *rule = dup_rule (self);

  if (is_used (self))
    return g_strjoin (" · ", _ ("Used for totals"), rule, count, NULL);

  return g_strjoin (" · ", rule, count, NULL);
}

/* Forms ------------------------------------------------------------------------------------- */

static void
on_set_saved (TideRatesDialog *self, const char *id)
{
  tide_rates_dialog_choose_set (self, id);
}

static void
present_form (TideRatesDialog *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_RATE_SET, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_set_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_set (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_form (TIDE_RATES_DIALOG (widget), NULL);
}

/* A set that only rates name is given a record. */
static void
edit_set (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);
  const TidePayload *record = get_record (self);
  g_autoptr (TidePayload) unnamed = NULL;

  if (record == NULL)
    {
      unnamed = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE_SET), self->set);
      record = tide_payload_seal (unnamed);
    }
  present_form (self, record);
}

/* Steps ------------------------------------------------------------------------------------- */

static void
use_set (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);

  /* The row that had the focus goes. */
  gtk_widget_grab_focus (GTK_WIDGET (self->set_row));
  tide_records_dialog_apply (TIDE_RECORDS_DIALOG (self),
                             tide_register_new_use_rate_set_step (self->reg, self->set));
}

static void
copy_set (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);

  tide_records_dialog_apply (TIDE_RECORDS_DIALOG (self),
                             tide_register_new_duplicate_rate_set_step (self->reg, self->set));
}

static void
on_delete_response (TideRatesDialog *self, const char *response)
{
  if (g_str_equal (response, "delete") && self->set != NULL)
    tide_records_dialog_apply (TIDE_RECORDS_DIALOG (self),
                               tide_register_new_delete_rate_set_step (self->reg, self->set));
}

static char *
dup_question (TideRatesDialog *self)
{
  const guint n = tide_register_count_rates (self->reg, self->set);
  g_autofree char *name
      = tide_text_dup_isolated (tide_register_get_rate_set_label (self->reg, self->set));

  return g_strdup_printf (
      /* Translators: the name of a set of exchange rates, and how many rates it has */
      ngettext ("“%s” is deleted with its %u rate.", "“%s” is deleted with its %u rates.", n), name,
      n);
}

static void
ask_before_deleting (TideRatesDialog *self)
{
  g_autofree char *body = dup_question (self);
  AdwDialog *question = adw_alert_dialog_new (_ ("Delete Set?"), body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (question);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (on_delete_response), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
refuse_to_delete (TideRatesDialog *self)
{
  AdwDialog *alert = adw_alert_dialog_new (
      _ ("Not Deleted"), _ ("Totals use this set. Use another set for totals first."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
delete_set (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);

  if (is_used (self))
    refuse_to_delete (self);
  else
    ask_before_deleting (self);
}

/*
 * tide_rates_dialog_set_up_choice:
 * @self: a dialog
 *
 * Shows the names of sets as other choices are shown: in full, or with a tooltip.
 */
void
tide_rates_dialog_set_up_choice (TideRatesDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = tide_choice_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = tide_choice_list_factory_new ();

  adw_combo_row_set_factory (self->set_row, factory);
  adw_combo_row_set_list_factory (self->set_row, list_factory);
}

/*
 * tide_rates_dialog_fill_sets:
 * @self: a dialog
 *
 * Offers the sets that the register has now, and keeps the one that is shown as long as there is
 * one; else the one that totals use is shown, or the first.
 */
void
tide_rates_dialog_fill_sets (TideRatesDialog *self)
{
  const char *used = tide_register_get_settings (self->reg)->rate_set;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  int selected;

  g_strfreev (self->sets);
  self->sets = tide_register_dup_rate_sets (self->reg);
  for (guint i = 0; self->sets[i] != NULL; i++)
    gtk_string_list_append (labels, tide_register_get_rate_set_label (self->reg, self->sets[i]));

  selected = find_set (self, self->set);
  if (selected < 0)
    selected = MAX (find_set (self, used), 0);
  g_set_str (&self->set, self->sets[selected]);

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->set_row, G_LIST_MODEL (labels));
  if (self->set != NULL)
    adw_combo_row_set_selected (self->set_row, (guint) selected);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->set_list, self->set != NULL);
}

/*
 * tide_rates_dialog_update_sets:
 * @self: a dialog
 *
 * Says how the set is used, and enables what can be done with it.
 */
void
tide_rates_dialog_update_sets (TideRatesDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = !tide_register_get_read_only (self->reg);
  const gboolean has_set = self->set != NULL;
  g_autofree char *explanation = has_set ? dup_explanation (self) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->set_row),
                               explanation != NULL ? explanation : "");
  gtk_widget_set_visible (self->use_row, has_set && !is_used (self));
  gtk_widget_action_set_enabled (widget, "rates.add-set", can_write);
  gtk_widget_action_set_enabled (widget, "rates.edit-set", can_write && has_set);
  gtk_widget_action_set_enabled (widget, "rates.copy-set", can_write && has_set);
  gtk_widget_action_set_enabled (widget, "rates.delete-set", can_write && has_set);
  gtk_widget_action_set_enabled (widget, "rates.use-set", can_write && has_set && !is_used (self));
}

/*
 * tide_rates_dialog_take_chosen:
 * @self: a dialog
 *
 * Shows the set that the person has chosen.
 */
void
tide_rates_dialog_take_chosen (TideRatesDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->set_row);

  if (self->is_filling || self->sets == NULL || selected == GTK_INVALID_LIST_POSITION
      || !g_set_str (&self->set, self->sets[selected]))
    return;

  tide_rates_dialog_update_sets (self);
  tide_rates_dialog_show_rates (self);
}

/*
 * tide_rates_dialog_install_set_actions:
 * @widget_class: the class of the dialog
 */
void
tide_rates_dialog_install_set_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rates.add-set", NULL, add_set);
  gtk_widget_class_install_action (widget_class, "rates.edit-set", NULL, edit_set);
  gtk_widget_class_install_action (widget_class, "rates.use-set", NULL, use_set);
  gtk_widget_class_install_action (widget_class, "rates.copy-set", NULL, copy_set);
  gtk_widget_class_install_action (widget_class, "rates.delete-set", NULL, delete_set);
}

/**
 * tide_rates_dialog_get_set:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): id of the set that it shows
 */
const char *
tide_rates_dialog_get_set (TideRatesDialog *self)
{
  g_return_val_if_fail (TIDE_IS_RATES_DIALOG (self), NULL);

  return self->set;
}

/**
 * tide_rates_dialog_choose_set:
 * @self: a dialog
 * @set: id of a set of the register
 *
 * Shows the rates of @set.
 */
void
tide_rates_dialog_choose_set (TideRatesDialog *self, const char *set)
{
  int position;

  g_return_if_fail (TIDE_IS_RATES_DIALOG (self));

  position = find_set (self, set);
  if (position >= 0)
    adw_combo_row_set_selected (self->set_row, (guint) position);
}
