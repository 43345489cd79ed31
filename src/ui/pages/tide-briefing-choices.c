/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-choices.h"

#include "ui/pages/tide-briefing-offers.h"
#include "ui/rows/tide-briefing-parts-row.h"
#include "ui/rows/tide-date-row.h"
#include "ui/rows/tide-option-row.h"

struct _TideBriefingChoices
{
  AdwBin parent_instance;

  gboolean is_showing; /* the rows follow the options, not the person */

  /* template children */
  TideOptionRow *subject_row;
  TideOptionRow *event_row;
  TideOptionRow *filter_row;
  TideDateRow *from_row;
  TideDateRow *to_row;
  TideOptionRow *language_row;
  TideOptionRow *wording_row;
  TideBriefingPartsRow *parts_row;
  AdwSwitchRow *names_row;
  TideOptionRow *kind_row;
  TideOptionRow *unit_row;
  TideOptionRow *currency_row;
  TideOptionRow *rates_row;
  TideDateRow *as_of_row;
};

G_DEFINE_FINAL_TYPE (TideBriefingChoices, tide_briefing_choices, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideBriefingSubject
get_subject (TideBriefingChoices *self)
{
  const int subject
      = tide_briefing_subject_from_code (tide_option_row_get_value (self->subject_row));

  return subject >= 0 ? (TideBriefingSubject) subject : TIDE_SUBJECT_ALL;
}

static TideLanguage
get_language (TideBriefingChoices *self)
{
  return g_str_equal (tide_option_row_get_value (self->language_row), "zh") ? TIDE_LANGUAGE_ZH
                                                                            : TIDE_LANGUAGE_EN;
}

/* Of the rows that say which one, only that of the subject is there. */
static void
show_subject (TideBriefingChoices *self)
{
  const TideBriefingSubject subject = get_subject (self);

  gtk_widget_set_visible (GTK_WIDGET (self->event_row), subject == TIDE_SUBJECT_EVENT);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_row), subject == TIDE_SUBJECT_FILTER);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), subject == TIDE_SUBJECT_PERIOD);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), subject == TIDE_SUBJECT_PERIOD);
}

/* Dates are marked as they are typed; one that cannot be read asks for nothing. */
static gboolean
read_dates (TideBriefingChoices *self, TideBriefingOptions *options)
{
  const gboolean is_from_read = tide_date_row_read (self->from_row, &options->from);
  const gboolean is_to_read = tide_date_row_read (self->to_row, &options->to);
  const gboolean is_as_of_read = tide_date_row_read (self->as_of_row, &options->as_of);

  return is_from_read && is_to_read && is_as_of_read;
}

static void
on_changed (TideBriefingChoices *self)
{
  g_autoptr (TideBriefingOptions) typed = tide_briefing_options_new ();
  const gboolean is_read = read_dates (self, typed);

  show_subject (self);
  if (!self->is_showing && is_read)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_briefing_choices_dispose (GObject *object)
{
  TideBriefingChoices *self = TIDE_BRIEFING_CHOICES (object);

  self->is_showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_BRIEFING_CHOICES);

  G_OBJECT_CLASS (tide_briefing_choices_parent_class)->dispose (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-briefing-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, subject_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, event_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, filter_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, from_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, to_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, language_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, wording_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, parts_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, names_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, currency_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, rates_row);
  gtk_widget_class_bind_template_child (widget_class, TideBriefingChoices, as_of_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
tide_briefing_choices_class_init (TideBriefingChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_briefing_choices_dispose;

  /**
   * TideBriefingChoices::changed:
   * @self: the choices
   *
   * The person has chosen something else, and all dates can be read.
   */
  signals[CHANGED] = g_signal_new ("changed", TIDE_TYPE_BRIEFING_CHOICES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_template (widget_class);
}

static void
tide_briefing_choices_init (TideBriefingChoices *self)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tide_briefing_offer_languages (self->language_row);
  options->language = tide_language_get_default ();
  tide_briefing_choices_set_options (self, options);
}

/**
 * tide_briefing_choices_offer:
 * @self: choices
 * @reg: a register
 *
 * Offers what the register has by now; what is chosen stays.
 */
void
tide_briefing_choices_offer (TideBriefingChoices *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_BRIEFING_CHOICES (self));
  g_return_if_fail (TIDE_IS_REGISTER (reg));

  self->is_showing = TRUE;
  tide_briefing_offer_subjects (self->subject_row, reg);
  tide_briefing_offer_events (self->event_row, reg);
  tide_briefing_offer_filters (self->filter_row, reg);
  tide_briefing_offer_wordings (self->wording_row, reg, get_language (self));
  tide_briefing_offer_amount_kinds (self->kind_row);
  tide_briefing_offer_units (self->unit_row, reg);
  tide_briefing_offer_currencies (self->currency_row, reg);
  tide_briefing_offer_rate_sets (self->rates_row, reg);
  self->is_showing = FALSE;
}

static char *
dup_value (TideOptionRow *row)
{
  const char *value = tide_option_row_get_value (row);

  return *value != '\0' ? g_strdup (value) : NULL;
}

/**
 * tide_briefing_choices_dup_options:
 * @self: choices
 *
 * Returns: (transfer full): what is asked for
 */
TideBriefingOptions *
tide_briefing_choices_dup_options (TideBriefingChoices *self)
{
  TideBriefingOptions *options = tide_briefing_options_new ();

  g_return_val_if_fail (TIDE_IS_BRIEFING_CHOICES (self), options);

  options->subject = get_subject (self);
  options->event = dup_value (self->event_row);
  options->filter_id = dup_value (self->filter_row);
  options->language = get_language (self);
  options->wording = dup_value (self->wording_row);
  options->parts = tide_briefing_parts_row_get_parts (self->parts_row);
  options->includes_names = adw_switch_row_get_active (self->names_row);
  options->amount_kind = dup_value (self->kind_row);
  options->unit = dup_value (self->unit_row);
  options->currency = dup_value (self->currency_row);
  options->rate_set = dup_value (self->rates_row);
  read_dates (self, options);

  return options;
}

static void
set_date (TideDateRow *row, const TideDate *date)
{
  g_autofree char *text = tide_date_is_set (date) ? tide_date_dup_text (date) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * tide_briefing_choices_set_options:
 * @self: choices
 * @options: what is asked for; a filter must be a saved one
 *
 * Shows what is asked for. What the register does not have is shown as it is written.
 */
void
tide_briefing_choices_set_options (TideBriefingChoices *self, const TideBriefingOptions *options)
{
  g_return_if_fail (TIDE_IS_BRIEFING_CHOICES (self));

  self->is_showing = TRUE;
  tide_option_row_set_value (self->subject_row, tide_briefing_subject_get_code (options->subject));
  tide_option_row_set_value (self->event_row, options->event);
  tide_option_row_set_value (self->filter_row, options->filter_id);
  set_date (self->from_row, &options->from);
  set_date (self->to_row, &options->to);
  tide_option_row_set_value (self->language_row,
                             options->language == TIDE_LANGUAGE_ZH ? "zh" : "en");
  tide_option_row_set_value (self->wording_row, options->wording);
  tide_briefing_parts_row_set_parts (self->parts_row, options->parts);
  adw_switch_row_set_active (self->names_row, options->includes_names);
  tide_option_row_set_value (self->kind_row, options->amount_kind);
  tide_option_row_set_value (self->unit_row, options->unit);
  tide_option_row_set_value (self->currency_row, options->currency);
  tide_option_row_set_value (self->rates_row, options->rate_set);
  set_date (self->as_of_row, &options->as_of);
  self->is_showing = FALSE;
  show_subject (self);
}
