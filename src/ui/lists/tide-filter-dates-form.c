/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-dates-form.h"

#include "core/tide-draft.h"
#include "ui/lists/tide-filter-value-text.h"
#include "ui/rows/tide-date-row.h"

#include <glib/gi18n-lib.h>

struct _TideFilterDatesForm
{
  AdwBin parent_instance;

  TideDraft *draft; /* owned: of a filter that goes nowhere, in which the dates are typed */
  GStrv words;      /* owned: what dates can be asked for, in the order of the row */
  TideDateRow *from_row;
  TideDateRow *to_row;

  /* template children */
  AdwComboRow *which_row;
  AdwSwitchRow *possibly_row;
  GtkLabel *problem_label;
};

G_DEFINE_FINAL_TYPE (TideFilterDatesForm, tide_filter_dates_form, ADW_TYPE_BIN)

/* Dates that are known to the day, so that they lie in a range or do not. */
static gboolean
is_of_time (const char *word)
{
  return g_str_equal (word, "created") || g_str_equal (word, "updated");
}

/* The stages, the others, and one of a later program if it is asked for now. */
static GStrv
dup_words (const char *asked)
{
  static const char *const others[]
      = { "plan-start", "plan-completion", "plan-production", "created", "updated" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_STAGE); i++)
    g_strv_builder_add (builder, tide_codes_get_code (TIDE_CODES_STAGE, i));
  g_strv_builder_add_many (builder, others[0], others[1], others[2], others[3], others[4], NULL);
  known = g_strv_builder_end (builder);
  if (asked == NULL || g_strv_contains ((const char *const *) known, asked))
    return g_steal_pointer (&known);

  g_strv_builder_addv (builder, (const char **) known);
  g_strv_builder_add (builder, asked);

  return g_strv_builder_end (builder);
}

static const char *
get_word (TideFilterDatesForm *self)
{
  return self->words[adw_combo_row_get_selected (self->which_row)];
}

static void
fill_which (TideFilterDatesForm *self, TideRegister *reg, const char *asked)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = TIDE_STAGE_SIGNED;

  g_strfreev (self->words);
  self->words = dup_words (asked);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      g_autofree char *label = tide_filter_value_dup_label (reg, "date", self->words[i]);

      gtk_string_list_append (labels, label);
      if (g_strcmp0 (self->words[i], asked) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->which_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->which_row, selected);
}

static TideField *
get_field (TideFilterDatesForm *self, const char *path)
{
  return tide_draft_get_field (self->draft, path);
}

static const char *
find_problem (TideFilterDatesForm *self)
{
  g_autoptr (TidePayload) typed = tide_draft_dup_payload (self->draft);
  const TideFilter *filter = TIDE_FILTER (typed);

  if (tide_date_is_set (&filter->date_from) && tide_date_is_set (&filter->date_to)
      && tide_date_get_first_day (&filter->date_from) > tide_date_get_last_day (&filter->date_to))
    return _ ("The range ends before it begins.");

  return NULL;
}

static void
update_problem (TideFilterDatesForm *self)
{
  const char *problem = self->draft != NULL ? find_problem (self) : NULL;

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
update_possibly (TideFilterDatesForm *self)
{
  if (self->words != NULL
      && adw_combo_row_get_selected (self->which_row) != GTK_INVALID_LIST_POSITION)
    gtk_widget_set_sensitive (GTK_WIDGET (self->possibly_row), !is_of_time (get_word (self)));
}

static gboolean
go_to (TideFilterDatesForm *self, TideDateRow *row, const char *problem)
{
  if (problem == NULL)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), problem,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return TRUE;
}

static gboolean
tide_filter_dates_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_FILTER_DATES_FORM (widget)->which_row));
}

static void
tide_filter_dates_form_dispose (GObject *object)
{
  TideFilterDatesForm *self = TIDE_FILTER_DATES_FORM (object);

  g_clear_object (&self->draft);

  G_OBJECT_CLASS (tide_filter_dates_form_parent_class)->dispose (object);
}

static void
tide_filter_dates_form_finalize (GObject *object)
{
  g_strfreev (TIDE_FILTER_DATES_FORM (object)->words);

  G_OBJECT_CLASS (tide_filter_dates_form_parent_class)->finalize (object);
}

static void
tide_filter_dates_form_class_init (TideFilterDatesFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_filter_dates_form_dispose;
  object_class->finalize = tide_filter_dates_form_finalize;
  widget_class->grab_focus = tide_filter_dates_form_grab_focus;

  g_type_ensure (TIDE_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-filter-dates-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TideFilterDatesForm, which_row);
  gtk_widget_class_bind_template_child (widget_class, TideFilterDatesForm, from_row);
  gtk_widget_class_bind_template_child (widget_class, TideFilterDatesForm, to_row);
  gtk_widget_class_bind_template_child (widget_class, TideFilterDatesForm, possibly_row);
  gtk_widget_class_bind_template_child (widget_class, TideFilterDatesForm, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, update_problem);
  gtk_widget_class_bind_template_callback (widget_class, update_possibly);
}

static void
tide_filter_dates_form_init (TideFilterDatesForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_date (TideFilterDatesForm *self, TideDateRow *row, const char *path, const TideDate *date)
{
  char text[TIDE_DATE_TEXT_SIZE];

  tide_field_set_text (get_field (self, path), tide_date_format (date, text, sizeof text));
  tide_field_row_set_field (TIDE_FIELD_ROW (row), get_field (self, path));
}

/**
 * tide_filter_dates_form_fill:
 * @self: a form
 * @reg: the register
 * @filter: what is asked for now
 */
void
tide_filter_dates_form_fill (TideFilterDatesForm *self, TideRegister *reg, const TideFilter *filter)
{
  g_return_if_fail (TIDE_IS_FILTER_DATES_FORM (self));

  tide_field_row_set_field (TIDE_FIELD_ROW (self->from_row), NULL);
  tide_field_row_set_field (TIDE_FIELD_ROW (self->to_row), NULL);
  g_clear_object (&self->draft);
  self->draft = tide_draft_new (reg, TIDE_RECORD_FILTER, NULL);
  fill_which (self, reg, filter->date);
  fill_date (self, self->from_row, "date-from", &filter->date_from);
  fill_date (self, self->to_row, "date-to", &filter->date_to);
  adw_switch_row_set_active (self->possibly_row, g_strcmp0 (filter->date_match, "possibly") == 0);
  update_possibly (self);
  update_problem (self);
}

/**
 * tide_filter_dates_form_write:
 * @self: a form
 * @filter: a filter that is not shared
 *
 * Has @filter ask for what the form says; goes to what cannot be understood instead.
 *
 * Returns: whether @filter was written
 */
gboolean
tide_filter_dates_form_write (TideFilterDatesForm *self, TideFilter *filter)
{
  g_autoptr (TidePayload) typed = NULL;
  gboolean is_possibly;

  g_return_val_if_fail (TIDE_IS_FILTER_DATES_FORM (self), FALSE);

  if (go_to (self, self->from_row, tide_field_get_problem (get_field (self, "date-from")))
      || go_to (self, self->to_row, tide_field_get_problem (get_field (self, "date-to")))
      || go_to (self, self->to_row, find_problem (self)))
    return FALSE;

  typed = tide_draft_dup_payload (self->draft);
  is_possibly = adw_switch_row_get_active (self->possibly_row) && !is_of_time (get_word (self));
  tide_payload_set_string (&filter->date, get_word (self));
  filter->date_from = TIDE_FILTER (typed)->date_from;
  filter->date_to = TIDE_FILTER (typed)->date_to;
  tide_payload_set_string (&filter->date_match, is_possibly ? "possibly" : NULL);

  return TRUE;
}
