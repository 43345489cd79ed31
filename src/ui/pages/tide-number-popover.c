/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-number-popover.h"

#include "core/tide-money.h"
#include "core/tide-rate-sets.h"
#include "ui/lists/tide-field-names.h"

#include <glib/gi18n-lib.h>

struct _TideNumberPopover
{
  GtkPopover parent_instance;

  GtkBox *box; /* owned as a child */
};

G_DEFINE_FINAL_TYPE (TideNumberPopover, tide_number_popover, GTK_TYPE_POPOVER)

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The actions of the window that show a record. */
static const struct
{
  TideRecordKind kind;
  const char *action;
  const char *label;
} shown[] = {
  { TIDE_RECORD_PROJECT, "win.show-project", N_ ("Show the Project") },
  { TIDE_RECORD_EVENT, "win.show-event", N_ ("Show the Event") },
  { TIDE_RECORD_INDICATOR, "win.show-indicator", N_ ("Show the Indicator") },
  { TIDE_RECORD_PLATFORM, "win.show-platform", N_ ("Show the Platform") },
  { TIDE_RECORD_RESULT, "win.show-result", N_ ("Show the Result") },
};

/* What is said --------------------------------------------------------------------------- */

static void
add_label (TideNumberPopover *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (self->box, label);
}

static void
add_taken_label (TideNumberPopover *self, char *text)
{
  add_label (self, text, NULL);
  g_free (text);
}

static void
say_counted (TideNumberPopover *self, const TideOrigin *origin)
{
  add_taken_label (
      self, g_strdup_printf (
                /* Translators: how many projects a number of a briefing counts */
                ngettext ("%u project counted", "%u projects counted", origin->n), origin->n));
  if (origin->whole != NULL)
    add_taken_label (
        self, g_strdup_printf (
                  /* Translators: how many projects the whole of a share counts */
                  ngettext ("Of %u project in all", "Of %u projects in all", origin->n_whole),
                  origin->n_whole));
}

static void
say_money (TideNumberPopover *self, TideRegister *reg, const TideOrigin *origin)
{
  const char *name = origin->currency != NULL
                         ? tide_currency_get_name (origin->currency, tide_language_get_default ())
                         : NULL;

  if (origin->currency != NULL)
    add_taken_label (self, g_strdup_printf (
                               /* Translators: %s is a currency in which amounts were added up */
                               _ ("In %s"), name != NULL ? name : origin->currency));
  if (origin->rate_set != NULL)
    add_taken_label (self, g_strdup_printf (
                               /* Translators: %s is the name of a set of exchange rates */
                               _ ("At the rates of “%s”"),
                               tide_register_get_rate_set_label (reg, origin->rate_set)));
}

static void
say_span (TideNumberPopover *self, const TideOrigin *origin)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *from = tide_date_dup_label (&origin->from, language);
  g_autofree char *to = tide_date_dup_label (&origin->to, language);

  /* Translators: the first and the last period of a growth rate */
  add_taken_label (self, g_strdup_printf (_ ("From %s to %s"), from, to));
}

/* Rows are those of now, whatever the number counted. */
static void
say_as_of (TideNumberPopover *self, const TideDate *as_of)
{
  g_autofree char *day = tide_date_dup_label (as_of, tide_language_get_default ());

  add_taken_label (self,
                   g_strdup_printf (
                       /* Translators: %s is a date */
                       _ ("As the register stood on %s; rows are shown as they are now"), day));
}

static const TidePayload *
find_record (TideRegister *reg, const TideOrigin *origin)
{
  return origin->record != NULL && origin->record_kind != TIDE_RECORD_NONE
             ? tide_register_lookup_payload (reg, origin->record_kind, origin->record)
             : NULL;
}

static void
say_record (TideNumberPopover *self, TideRegister *reg, const TideOrigin *origin)
{
  const TidePayload *record = find_record (reg, origin);
  const char *label
      = record != NULL ? tide_payload_get_label (record, tide_language_get_default ()) : NULL;

  if (label == NULL)
    return;

  add_taken_label (
      self, g_strdup_printf (
                /* Translators: the kind of a record, such as Event, and its name */
                C_ ("record", "%s: %s"), tide_field_names_get_kind (origin->record_kind), label));
}

/* What can be opened --------------------------------------------------------------------- */

static void
on_filter_clicked (TideNumberPopover *self, GtkButton *button)
{
  g_autoptr (TidePayload) filter
      = tide_payload_ref (g_object_get_data (G_OBJECT (button), "filter"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static GtkWidget *
add_button (TideNumberPopover *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_box_append (self->box, button);

  return button;
}

static void
add_filter_button (TideNumberPopover *self, const char *label, const TideFilter *filter)
{
  GtkWidget *button;

  if (filter == NULL)
    return;

  button = add_button (self, label);
  g_object_set_data_full (G_OBJECT (button), "filter", tide_payload_ref (&filter->base),
                          (GDestroyNotify) tide_payload_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_filter_clicked), self,
                           G_CONNECT_SWAPPED);
}

static void
add_record_button (TideNumberPopover *self, TideRegister *reg, const TideOrigin *origin)
{
  if (find_record (reg, origin) == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (shown[i].kind == origin->record_kind)
      {
        GtkWidget *button = add_button (self, _ (shown[i].label));

        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", origin->record);
        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), shown[i].action);
        g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                                 G_CONNECT_SWAPPED);
      }
}

static void
tide_number_popover_class_init (TideNumberPopoverClass *klass)
{
  /**
   * TideNumberPopover::filter-requested:
   * @self: the popover
   * @filter: opens the projects
   *
   * The person wants to see the projects behind the number.
   */
  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_NUMBER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
}

static void
tide_number_popover_init (TideNumberPopover *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "number-popover");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
}

/**
 * tide_number_popover_new:
 * @reg: the register that the briefing was written from
 * @number: a number of a briefing, with an origin
 * @as_of: the date that it was written for; unset for now
 *
 * Returns: (transfer floating): the popover
 */
GtkPopover *
tide_number_popover_new (TideRegister *reg, const TideBriefingRun *number, const TideDate *as_of)
{
  TideNumberPopover *self = g_object_new (TIDE_TYPE_NUMBER_POPOVER, NULL);
  const TideOrigin *origin = number->origin;

  add_label (self, number->text, "heading");
  add_label (self, tide_origin_rule_get_label (origin->rule, tide_language_get_default ()), NULL);
  if (origin->kind == TIDE_ORIGIN_PROJECTS)
    say_counted (self, origin);
  if (origin->kind == TIDE_ORIGIN_GROWTH)
    say_span (self, origin);
  say_money (self, reg, origin);
  say_record (self, reg, origin);
  if (tide_date_is_set (as_of))
    say_as_of (self, as_of);

  add_filter_button (self, _ ("Show These _Projects"), origin->filter);
  add_filter_button (self, _ ("Show the _Whole"), origin->whole);
  add_record_button (self, reg, origin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  number->text, -1);

  return GTK_POPOVER (self);
}
