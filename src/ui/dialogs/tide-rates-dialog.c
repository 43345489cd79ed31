/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-rates-dialog-private.h"

#include "ui/dialogs/tide-dialog-focus.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/rows/tide-rate-row.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

G_DEFINE_FINAL_TYPE (TideRatesDialog, tide_rates_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_REGISTER = 1,
} TideRatesDialogProperty;

static GParamSpec *props[PROP_REGISTER + 1];

/* What is shown ----------------------------------------------------------------------------- */

static TideRecord *
get_selected (TideRatesDialog *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
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

/* Over a form, there is no way to another page. */
static gboolean
can_show_pages (TideRatesDialog *self)
{
  return ADW_IS_APPLICATION_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
update_actions (TideRatesDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = !tide_register_get_read_only (self->reg);
  const gboolean has_rate = get_selected (self) != NULL;

  gtk_widget_action_set_enabled (widget, "vocabulary.add", can_write && self->set != NULL);
  gtk_widget_action_set_enabled (widget, "vocabulary.edit", can_write && has_rate);
  gtk_widget_action_set_enabled (widget, "vocabulary.delete", can_write && has_rate);
  gtk_widget_action_set_enabled (widget, "vocabulary.show-history",
                                 has_rate && can_show_pages (self));
}

static void
on_items_changed (TideRatesDialog *self)
{
  update_stack (self);
  update_actions (self);
}

static gboolean
find_position (TideRatesDialog *self, const char *id, guint *position)
{
  GListModel *rates = G_LIST_MODEL (self->sorted);

  for (guint i = 0; i < g_list_model_get_n_items (rates); i++)
    {
      g_autoptr (TideRecord) rate = g_list_model_get_item (rates, i);

      if (g_str_equal (tide_record_get_id (rate), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
reveal (TideRatesDialog *self, const char *id)
{
  const TidePayload *rate = tide_register_lookup_payload (self->reg, TIDE_RECORD_RATE, id);
  guint position;

  if (rate == NULL)
    return;

  tide_rates_dialog_choose_set (self, TIDE_RATE_PAYLOAD (rate)->set);
  if (!find_position (self, id, &position))
    gtk_editable_set_text (self->search_entry, "");
  if (find_position (self, id, &position))
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS,
                             NULL);
}

static void
on_set_chosen (TideRatesDialog *self)
{
  tide_rates_dialog_take_chosen (self);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideRatesDialog *self)
{
  g_autofree char *folded = tide_text_fold (gtk_editable_get_text (self->search_entry));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  tide_rates_dialog_show_rates (self);
}

/* What is typed in the list is searched for; the focus goes along, as the row that had it may be
 * gone with the first letter. */
static gboolean
on_key_pressed (TideRatesDialog *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (self->search_entry));

  if ((state & modifiers) != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (keyval))
      || !gtk_event_controller_key_forward (controller, text))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (self->search_entry, -1);

  return GDK_EVENT_STOP;
}

/* The search field keeps Escape for itself: an empty one gives it to the dialog. */
static void
on_search_stopped (TideRatesDialog *self)
{
  if (is_searching (self))
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
on_search_activated (TideRatesDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.edit", NULL);
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_text (self->search_entry, "");
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
on_rate_saved (TideRatesDialog *self, const char *id)
{
  reveal (self, id);
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
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);
  TideRecord *rate = get_selected (self);

  if (rate != NULL)
    present_form (self, tide_record_get_payload (rate));
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);
  TideRecord *rate = get_selected (self);

  if (rate != NULL)
    {
      const char *const ids[] = { tide_record_get_id (rate), NULL };

      tide_rates_dialog_apply (
          self, tide_register_new_delete_step (self->reg, TIDE_RECORD_RATE, ids, NULL));
    }
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  TideRecord *rate = get_selected (self);
  g_autofree char *id = rate != NULL ? g_strdup (tide_record_get_id (rate)) : NULL;

  if (id == NULL)
    return;

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.show-history", "(ss)",
                              tide_shape_for_kind (TIDE_RECORD_RATE)->name, id);
}

static void
select_rate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (widget);
  guint position;

  if (find_position (self, g_variant_get_string (parameter, NULL), &position))
    gtk_single_selection_set_selected (self->selection, position);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TIDE_TYPE_RATE_ROW) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);
  if (TIDE_IS_RATE_ROW (row))
    tide_rate_row_show_menu (TIDE_RATE_ROW (row));
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_register_undo (TIDE_RATES_DIALOG (widget)->reg);
}

/* The keys of the list are its own: elsewhere they mean something else, or nothing. */
static gboolean
on_list_key_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (TIDE_RATES_DIALOG (widget)->view)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

/* Telling ----------------------------------------------------------------------------------- */

static void
dismiss_toast (TideRatesDialog *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* GTK 4.18 goes to the first row where the row that had the focus is gone. */
static void
stay_in_place (TideRatesDialog *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const guint position = gtk_single_selection_get_selected (self->selection);

  if (focus == NULL && position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

/* The record of a kind that @step adds, or brings back. */
static const char *
find_added (const TideStep *step, TideRecordKind kind)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->kind == TIDE_EDIT_ADD && edit->record_kind == kind && edit->list == NULL)
        return edit->record;
    }

  return NULL;
}

static void
show_added (TideRatesDialog *self, const TideStep *step)
{
  const char *set = find_added (step, TIDE_RECORD_RATE_SET);
  const char *rate = find_added (step, TIDE_RECORD_RATE);

  if (set != NULL)
    tide_rates_dialog_choose_set (self, set);
  else if (rate != NULL)
    reveal (self, rate);
  else
    stay_in_place (self);
}

/* An undone step comes inverted: only what was done now can be undone next. */
static void
offer_undo (TideRatesDialog *self, TideStep *step)
{
  g_autofree char *label = NULL;

  if (step != tide_register_get_undo_step (self->reg))
    return;

  label = tide_step_dup_label (step);
  self->toast = g_object_ref (tide_toast_show (self->toasts, label, "vocabulary.undo"));
}

static void
on_register_stepped (TideRatesDialog *self, TideStep *step)
{
  dismiss_toast (self);
  tide_rates_dialog_fill_sets (self);
  tide_rates_dialog_update_sets (self);
  tide_rates_dialog_show_rates (self);
  show_added (self, step);
  offer_undo (self, step);
}

static void
on_row_activated (TideRatesDialog *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "vocabulary.edit", NULL);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_rates_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (object);

  switch ((TideRatesDialogProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_rates_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (object);

  switch ((TideRatesDialogProperty) id)
    {
    case PROP_REGISTER:
      self->reg = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_rates_dialog_closed (AdwDialog *dialog)
{
  tide_dialog_leave_focus (dialog);
}

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
  g_clear_object (&self->toast);
  g_clear_pointer (&self->next, tide_payload_unref);
  self->is_filling = TRUE;
  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_RATES_DIALOG);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_rates_dialog_parent_class)->dispose (object);
}

static void
tide_rates_dialog_finalize (GObject *object)
{
  TideRatesDialog *self = TIDE_RATES_DIALOG (object);

  g_strfreev (self->sets);
  g_free (self->set);
  g_strfreev (self->words);

  G_OBJECT_CLASS (tide_rates_dialog_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vocabulary.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "vocabulary.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "vocabulary.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "vocabulary.select", "s", select_rate);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "vocabulary.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "vocabulary.undo", NULL, undo);
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
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_set_chosen);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
tide_rates_dialog_class_init (TideRatesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_rates_dialog_get_property;
  object_class->set_property = tide_rates_dialog_set_property;
  object_class->constructed = tide_rates_dialog_constructed;
  object_class->dispose = tide_rates_dialog_dispose;
  object_class->finalize = tide_rates_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_rates_dialog_closed;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
  tide_shortcuts_install (GTK_WIDGET_CLASS (klass), TIDE_SHORTCUTS_VOCABULARY, on_list_key_pressed);
  /* A key pressed in a dialog does not come as far as the window. */
  tide_shortcuts_install (GTK_WIDGET_CLASS (klass), TIDE_SHORTCUTS_WINDOW, on_list_key_pressed);
}

static void
tide_rates_dialog_init (TideRatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (update_actions), NULL);
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

/*
 * tide_rates_dialog_apply:
 * @self: a dialog
 * @step: (transfer full): what the person has done
 *
 * Does it, or says why not.
 */
void
tide_rates_dialog_apply (TideRatesDialog *self, TideStep *step)
{
  g_autoptr (TideStep) act = step;
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply (self->reg, act, &error))
    tide_toast_show (self->toasts, error->message, NULL);
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

  return g_object_new (TIDE_TYPE_RATES_DIALOG, "register", reg, NULL);
}
