/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-amounts-form.h"

#include "core/tide-amount-text.h"
#include "core/tide-draft.h"
#include "ui/rows/tide-code-row.h"
#include "ui/rows/tide-field-row.h"

#include <glib/gi18n-lib.h>

/* An end of the range is typed as the amount of a project is, in a draft that goes nowhere. */
typedef struct
{
  TideFieldRow *row; /* template child */
  TideDraft *draft;  /* owned */
} Bound;

struct _TideFilterAmountsForm
{
  AdwBin parent_instance;

  Bound from;
  Bound to;
  TideCodeRow *kind_row; /* a child of the list */

  /* template children */
  GtkListBox *list;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (TideFilterAmountsForm, tide_filter_amounts_form, ADW_TYPE_BIN)

static TideField *
get_field (const Bound *bound)
{
  return tide_draft_get_field (bound->draft, "written");
}

static gboolean
is_empty (const Bound *bound)
{
  return *tide_field_get_text (get_field (bound)) == '\0';
}

/* A text that is read back as the same sum, in the unit of the register if possible. */
static char *
dup_typed (const TideSettings *settings, const TideDecimal *value, const char *currency)
{
  g_autofree char *plain = tide_decimal_dup_text (value);
  g_autofree char *text = NULL;
  TideAmountReading reading;
  TideMoney money;

  if (currency == NULL || !tide_money_init (&money, value, currency))
    return g_steal_pointer (&plain);

  text = tide_money_dup_text (&money, tide_unit_get_shown (settings->unit),
                              tide_language_get_default ());
  if (tide_amount_text_read (text, currency, &reading) == TIDE_AMOUNT_OK
      && tide_decimal_compare (&reading.value, value) == 0
      && g_str_equal (reading.currency, currency))
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s %s", plain, currency);
}

static void
fill_bound (Bound *bound, TideRegister *reg, const TideDecimal *value, const char *currency)
{
  tide_field_row_set_field (bound->row, NULL);
  g_clear_object (&bound->draft);
  bound->draft = tide_draft_new_entry (reg, TIDE_RECORD_PROJECT, "amounts");
  if (currency != NULL)
    tide_field_set_text (tide_draft_get_field (bound->draft, "currency"), currency);
  if (value->is_set)
    {
      g_autofree char *typed = dup_typed (tide_register_get_settings (reg), value, currency);

      tide_field_set_text (get_field (bound), typed);
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (bound->row), "");
    }
  tide_field_row_set_field (bound->row, get_field (bound));
}

/* What is wrong with the two together. */
static const char *
find_problem (TideFilterAmountsForm *self)
{
  g_autoptr (TidePayload) from = tide_draft_dup_payload (self->from.draft);
  g_autoptr (TidePayload) to = tide_draft_dup_payload (self->to.draft);
  const TideAmount *first = (const TideAmount *) from;
  const TideAmount *last = (const TideAmount *) to;

  if (is_empty (&self->from) || is_empty (&self->to))
    return NULL;
  if (g_strcmp0 (first->currency, last->currency) != 0)
    return _ ("Both ends have to be in one currency.");
  if (first->value.is_set && last->value.is_set
      && tide_decimal_compare (&first->value, &last->value) > 0)
    return _ ("The range ends before it begins.");

  return NULL;
}

static void
update_problem (TideFilterAmountsForm *self)
{
  const char *problem = self->to.draft != NULL ? find_problem (self) : NULL;

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static gboolean
go_to (TideFilterAmountsForm *self, const Bound *bound, const char *problem)
{
  if (problem == NULL)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (bound->row));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return TRUE;
}

static gboolean
tide_filter_amounts_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_FILTER_AMOUNTS_FORM (widget)->from.row));
}

static void
tide_filter_amounts_form_dispose (GObject *object)
{
  TideFilterAmountsForm *self = TIDE_FILTER_AMOUNTS_FORM (object);

  g_clear_object (&self->from.draft);
  g_clear_object (&self->to.draft);

  G_OBJECT_CLASS (tide_filter_amounts_form_parent_class)->dispose (object);
}

static void
tide_filter_amounts_form_class_init (TideFilterAmountsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_filter_amounts_form_dispose;
  widget_class->grab_focus = tide_filter_amounts_form_grab_focus;

  g_type_ensure (TIDE_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-amounts-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterAmountsForm, list);
  gtk_widget_class_bind_template_child (widget_class, TideFilterAmountsForm, problem_label);
  gtk_widget_class_bind_template_child_full (widget_class, "from_row", FALSE,
                                             G_STRUCT_OFFSET (TideFilterAmountsForm, from.row));
  gtk_widget_class_bind_template_child_full (widget_class, "to_row", FALSE,
                                             G_STRUCT_OFFSET (TideFilterAmountsForm, to.row));
  gtk_widget_class_bind_template_callback (widget_class, update_problem);
}

static void
tide_filter_amounts_form_init (TideFilterAmountsForm *self)
{
  GtkWidget *kind_row = tide_code_row_new (TIDE_CODES_AMOUNT_KIND);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind_row = TIDE_CODE_ROW (kind_row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (kind_row), _ ("Kind of Amount"));
  gtk_list_box_prepend (self->list, kind_row);
}

/**
 * tide_filter_amounts_form_fill:
 * @self: a form
 * @reg: the register
 * @filter: what is asked for now
 */
void
tide_filter_amounts_form_fill (TideFilterAmountsForm *self,
                               TideRegister *reg,
                               const TideFilter *filter)
{
  const char *currency
      = filter->currency != NULL ? filter->currency : tide_register_get_settings (reg)->currency;

  g_return_if_fail (TIDE_IS_FILTER_AMOUNTS_FORM (self));

  tide_code_row_set_code (self->kind_row, filter->amount_kind);
  fill_bound (&self->from, reg, &filter->amount_from, currency);
  fill_bound (&self->to, reg, &filter->amount_to, currency);
  update_problem (self);
}

static void
write_bound (const Bound *bound, TideDecimal *value, TideFilter *filter)
{
  g_autoptr (TidePayload) payload = tide_draft_dup_payload (bound->draft);
  const TideAmount *amount = (const TideAmount *) payload;

  *value = (TideDecimal) { 0 };
  if (is_empty (bound))
    return;

  *value = amount->value;
  tide_payload_set_string (&filter->currency, amount->currency);
}

/**
 * tide_filter_amounts_form_write:
 * @self: a form
 * @filter: a filter that is not shared
 *
 * Has @filter ask for what the form says, in the currency that was typed; goes to what cannot be
 * understood instead.
 *
 * Returns: whether @filter was written
 */
gboolean
tide_filter_amounts_form_write (TideFilterAmountsForm *self, TideFilter *filter)
{
  const char *kind;

  g_return_val_if_fail (TIDE_IS_FILTER_AMOUNTS_FORM (self), FALSE);

  if (go_to (self, &self->from, tide_field_get_problem (get_field (&self->from)))
      || go_to (self, &self->to, tide_field_get_problem (get_field (&self->to)))
      || go_to (self, &self->to, find_problem (self)))
    return FALSE;

  kind = tide_code_row_get_code (self->kind_row);
  tide_payload_set_interned (&filter->amount_kind, *kind != '\0' ? kind : NULL);
  write_bound (&self->from, &filter->amount_from, filter);
  write_bound (&self->to, &filter->amount_to, filter);

  return TRUE;
}
