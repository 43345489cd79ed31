/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-rates-dialog-private.h"

#include "ui/dialogs/tide-record-dialog.h"
#include "ui/rows/tide-rate-row.h"

G_DEFINE_FINAL_TYPE (TideRatesDialog, tide_rates_dialog, TIDE_TYPE_RECORDS_DIALOG)

/* What is shown ----------------------------------------------------------------------------- */

static const char *
get_id (gpointer item)
{
  return tide_record_get_id (item);
}

static gboolean
is_searching (TideRatesDialog *self)
{
  return *gtk_editable_get_text (self->search_entry) != '\0';
}

static void
update_stack (TideRatesDialog *self)
{
  const char *name = "list";

  if (self->set == NULL)
    name = "no-set";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->matches)) == 0)
    name = is_searching (self) ? "no-match" : "empty";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->search_bar,
                          g_str_equal (name, "list") || g_str_equal (name, "no-match"));
}

static void
update (TideRecordsDialog *dialog)
{
  if (TIDE_RATES_DIALOG (dialog)->set == NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "vocabulary.add", FALSE);
}

static void
on_items_changed (TideRatesDialog *self)
{
  update_stack (self);
  tide_records_dialog_update (TIDE_RECORDS_DIALOG (self));
}

/* Of another set, the rate is not in the list. */
static void
prepare (TideRecordsDialog *dialog, const char *id)
{
  TideRegister *reg = tide_records_dialog_get_register (dialog);
  const TidePayload *rate = tide_register_lookup_payload (reg, TIDE_RECORD_RATE, id);

  if (rate != NULL)
    tide_rates_dialog_choose_set (TIDE_RATES_DIALOG (dialog), TIDE_RATE_PAYLOAD (rate)->set);
}

static void
on_set_chosen (TideRatesDialog *self)
{
  tide_rates_dialog_take_chosen (self);
}

static void
searched (TideRecordsDialog *dialog)
{
  tide_rates_dialog_show_rates (TIDE_RATES_DIALOG (dialog));
}

/* Rates ------------------------------------------------------------------------------------- */

/* Date and value are what differs from one rate to the next. */
static void
on_another (TideRatesDialog *self, const TidePayload *saved)
{
  TidePayload *next = tide_payload_copy (saved);
  TideRatePayload *rate = (TideRatePayload *) next;

  tide_payload_set_string (&next->id, NULL);
  rate->date = (TideDate) { 0 };
  rate->value = (TideDecimal) { 0 };
  g_clear_pointer (&self->next, tide_payload_unref);
  self->next = next;
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.add", NULL);
}

static void
on_rate_saved (TideRecordsDialog *self, const char *id)
{
  tide_records_dialog_reveal (self, id);
}

static void
present_form (TideRatesDialog *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_RATE, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_rate_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "another", G_CALLBACK (on_another), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Most rates are of a foreign currency in that of the register. */
static TidePayload *
create_first (TideRatesDialog *self)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE), NULL);
  TideRatePayload *rate = (TideRatePayload *) payload;

  tide_payload_set_string (&rate->set, self->set);
  tide_payload_set_string (&rate->to, tide_register_get_settings (self->reg)->currency);

  return payload;
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);
  g_autoptr (TidePayload) payload = g_steal_pointer (&self->next);

  if (payload == NULL)
    payload = create_first (self);
  present_form (self, payload);
}

static void
edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const TidePayload *rate = tide_records_dialog_get_selected (TIDE_RECORDS_DIALOG (widget));

  if (rate != NULL)
    present_form (TIDE_RATES_DIALOG (widget), rate);
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRecordsDialog *dialog = TIDE_RECORDS_DIALOG (widget);
  TideRegister *reg = tide_records_dialog_get_register (dialog);
  const TidePayload *rate = tide_records_dialog_get_selected (dialog);

  if (rate != NULL)
    {
      const char *const ids[] = { rate->id, NULL };

      tide_records_dialog_apply (dialog,
                                 tide_register_new_delete_step (reg, TIDE_RECORD_RATE, ids, NULL));
    }
}

static void
show_row_menu (GtkWidget *row)
{
  tide_rate_row_show_menu (TIDE_RATE_ROW (row));
}

/* A copy of a set comes with its rates. */
static void
show_added (TideRatesDialog *self, const TideStep *step)
{
  const char *set = tide_step_find_added (step, TIDE_RECORD_RATE_SET);

  if (set != NULL)
    tide_rates_dialog_choose_set (self, set);
  else
    tide_records_dialog_show_added (TIDE_RECORDS_DIALOG (self), step);
}

static void
on_register_stepped (TideRatesDialog *self, TideStep *step)
{
  tide_records_dialog_dismiss_toast (TIDE_RECORDS_DIALOG (self));
  tide_rates_dialog_fill_sets (self);
  tide_rates_dialog_update_sets (self);
  tide_rates_dialog_show_rates (self);
  show_added (self, step);
  tide_records_dialog_offer_undo (TIDE_RECORDS_DIALOG (self), step);
}

/* GObject ----------------------------------------------------------------------------------- */

static GtkWidget *
get_first (TideRatesDialog *self)
{
  if (self->set == NULL)
    return self->first_set_button;

  return g_list_model_get_n_items (G_LIST_MODEL (self->matches)) > 0
             ? GTK_WIDGET (self->search_entry)
             : GTK_WIDGET (self->set_row);
}

static void
tide_rates_dialog_constructed (GObject *object)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (object);

  G_OBJECT_CLASS (tide_rates_dialog_parent_class)->constructed (object);

  self->reg = tide_records_dialog_get_register (TIDE_RECORDS_DIALOG (self));
  tide_rates_dialog_set_up_choice (self);
  tide_rates_dialog_fill_sets (self);
  tide_rates_dialog_set_up_list (self);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  /* After the list, which follows the register too. */
  g_signal_connect_object (self->reg, "stepped", G_CALLBACK (on_register_stepped), self,
                           G_CONNECT_SWAPPED);
  tide_rates_dialog_update_sets (self);
  on_items_changed (self);
  adw_dialog_set_focus (ADW_DIALOG (self), get_first (self));
}

static void
tide_rates_dialog_dispose (GObject *object)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (object);

  tide_rates_dialog_clear_list (self);
  g_clear_pointer (&self->next, tide_payload_unref);
  self->is_filling = TRUE;
  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RATES_DIALOG);

  G_OBJECT_CLASS (tide_rates_dialog_parent_class)->dispose (object);
}

static void
tide_rates_dialog_finalize (GObject *object)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (object);

  g_strfreev (self->sets);
  g_free (self->set);

  G_OBJECT_CLASS (tide_rates_dialog_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vocabulary.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "vocabulary.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "vocabulary.delete", NULL, delete);
  tide_rates_dialog_install_set_actions (widget_class);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-rates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, set_list);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, set_row);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, use_row);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, sorted);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, sorter);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, matches);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, filter);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, rate_menu);
  gtk_widget_class_bind_template_child (widget_class, TideRatesDialog, first_set_button);
  gtk_widget_class_bind_template_callback (widget_class, on_set_chosen);
  tide_records_dialog_bind_callbacks (widget_class);
}

static void
tide_rates_dialog_class_init (TideRatesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TideRecordsDialogClass *dialog_class = TIDE_RECORDS_DIALOG_CLASS (klass);

  object_class->constructed = tide_rates_dialog_constructed;
  object_class->dispose = tide_rates_dialog_dispose;
  object_class->finalize = tide_rates_dialog_finalize;
  dialog_class->row_type = TIDE_TYPE_RATE_ROW;
  dialog_class->show_menu = show_row_menu;
  dialog_class->get_id = get_id;
  dialog_class->searched = searched;
  dialog_class->update = update;
  dialog_class->prepare = prepare;

  install_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
tide_rates_dialog_init (TideRatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_records_dialog_set_parts (TIDE_RECORDS_DIALOG (self), self->toasts, self->search_entry,
                                 self->view, self->selection);
}

/*
 * tide_rates_dialog_show_rates:
 * @self: a dialog
 *
 * Looks again which rates are of the set that is shown, and searched for.
 */
void
tide_rates_dialog_show_rates (TideRatesDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  on_items_changed (self);
}

/**
 * tide_rates_dialog_new:
 * @reg: a register
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_rates_dialog_new (TideRegister *reg)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  return g_object_new (TIDE_TYPE_RATES_DIALOG, "register", reg, "kind", TIDE_RECORD_RATE, NULL);
}
