/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-choices.h"

#include "core/tide-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What can be chosen; the names stand in the kept view. */
typedef enum
{
  CHOICE_KIND,
  CHOICE_PERIOD,
  CHOICE_CURRENCY,
  CHOICE_RATE_SET,
  CHOICE_UNIT,
  CHOICE_TAXONOMY,
  CHOICE_LEVEL,
  CHOICE_STEPS,
  N_CHOICES,
} Choice;

static const char *const names[]
    = { "amount-kind", "period", "currency", "rate-set", "unit", "taxonomy", "level", "steps" };

#define QUARTERS "quarters"

struct _TideOverviewChoices
{
  AdwBin parent_instance;

  GtkDropDown *drop_downs[N_CHOICES]; /* template children */

  GPtrArray *values[N_CHOICES]; /* owned, of owned strings: what is offered; "" for the usual */
  char *chosen[N_CHOICES];      /* owned, nullable for the usual */
  gboolean is_filling;
  gboolean has_given_up; /* since the last offer began */
};

G_DEFINE_FINAL_TYPE (TideOverviewChoices, tide_overview_choices, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An offer under construction: values and how they are called. */
typedef struct
{
  GPtrArray *values;
  GtkStringList *labels;
} Offer;

static void
offer_init (Offer *offer)
{
  offer->values = g_ptr_array_new_with_free_func (g_free);
  offer->labels = gtk_string_list_new (NULL);
}

static void
offer_add (Offer *offer, const char *value, const char *label)
{
  g_ptr_array_add (offer->values, g_strdup (value));
  gtk_string_list_append (offer->labels, label);
}

static gboolean
is_same_offer (TideOverviewChoices *self, Choice choice, const Offer *offer)
{
  GListModel *labels = gtk_drop_down_get_model (self->drop_downs[choice]);
  const GPtrArray *values = self->values[choice];

  if (labels == NULL || values == NULL || values->len != offer->values->len)
    return FALSE;

  for (guint i = 0; i < values->len; i++)
    if (strcmp (g_ptr_array_index (values, i), g_ptr_array_index (offer->values, i)) != 0
        || strcmp (gtk_string_list_get_string (GTK_STRING_LIST (labels), i),
                   gtk_string_list_get_string (offer->labels, i))
               != 0)
      return FALSE;

  return TRUE;
}

static guint
find_chosen (TideOverviewChoices *self, Choice choice)
{
  guint position = 0;

  if (self->chosen[choice] != NULL)
    g_ptr_array_find_with_equal_func (self->values[choice], self->chosen[choice], g_str_equal,
                                      &position);

  return position;
}

/* What is not offered any more cannot stay chosen. */
static void
give_up (TideOverviewChoices *self, Choice choice, guint position)
{
  const GPtrArray *values = self->values[choice];
  const char *value = values->len > 0 ? g_ptr_array_index (values, position) : "";

  if (g_set_str (&self->chosen[choice], *value != '\0' ? value : NULL))
    self->has_given_up = TRUE;
}

/* A drop-down is filled anew only where its offer is another: one that is open stays open. */
static void
take_offer (TideOverviewChoices *self, Choice choice, Offer *offer)
{
  guint position;

  self->is_filling = TRUE;
  if (!is_same_offer (self, choice, offer))
    {
      g_clear_pointer (&self->values[choice], g_ptr_array_unref);
      self->values[choice] = g_ptr_array_ref (offer->values);
      gtk_drop_down_set_model (self->drop_downs[choice], G_LIST_MODEL (offer->labels));
    }
  position = find_chosen (self, choice);
  give_up (self, choice, position);
  gtk_drop_down_set_selected (self->drop_downs[choice], position);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_downs[choice]), self->values[choice]->len > 1);
  self->is_filling = FALSE;

  g_ptr_array_unref (offer->values);
  g_object_unref (offer->labels);
}

static void
offer_codes (TideOverviewChoices *self, Choice choice, TideCodeSet set, TideLanguage language)
{
  Offer offer;

  offer_init (&offer);
  if (choice == CHOICE_UNIT)
    offer_add (&offer, "", _ ("Usual Unit"));
  for (guint i = 0; i < tide_codes_get_n (set); i++)
    {
      const char *code = tide_codes_get_code (set, i);

      offer_add (&offer, code, tide_codes_get_label (set, code, language));
    }
  take_offer (self, choice, &offer);
}

static void
offer_periods (TideOverviewChoices *self, const GArray *periods, TideLanguage language)
{
  Offer offer;

  offer_init (&offer);
  offer_add (&offer, "", _ ("All Time"));
  for (guint i = 0; i < periods->len; i++)
    {
      const TideDate *period = &g_array_index (periods, TideDate, i);
      g_autofree char *label = tide_date_dup_label (period, language);
      char code[TIDE_DATE_TEXT_SIZE];

      offer_add (&offer, tide_date_format (period, code, sizeof code), label);
    }
  take_offer (self, CHOICE_PERIOD, &offer);
}

static void
offer_currencies (TideOverviewChoices *self, const GPtrArray *currencies, TideLanguage language)
{
  Offer offer;

  offer_init (&offer);
  for (guint i = 0; i < currencies->len; i++)
    {
      const char *code = g_ptr_array_index (currencies, i);

      offer_add (&offer, i > 0 ? code : "",
                 *code != '\0' ? tide_currency_get_name (code, language) : "—");
    }
  take_offer (self, CHOICE_CURRENCY, &offer);
}

static const char *
get_label (TideSnapshot *snapshot, TideRecordKind kind, const char *id, TideLanguage language)
{
  const TidePayload *payload = tide_snapshot_lookup (snapshot, kind, id);

  return payload != NULL ? tide_payload_get_label (payload, language) : id;
}

static void
offer_rate_sets (TideOverviewChoices *self, TideOverview *overview, TideLanguage language)
{
  const GPtrArray *ids = overview->offers->rate_sets;
  Offer offer;

  offer_init (&offer);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      offer_add (&offer, i > 0 ? id : "",
                 *id != '\0' ? get_label (overview->snapshot, TIDE_RECORD_RATE_SET, id, language)
                             : "—");
    }
  take_offer (self, CHOICE_RATE_SET, &offer);
}

/* The taxonomy that is shown without having been chosen is offered as the usual one. */
static void
offer_taxonomies (TideOverviewChoices *self, TideOverview *overview, TideLanguage language)
{
  const GPtrArray *ids = overview->offers->taxonomies;
  Offer offer;

  offer_init (&offer);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      offer_add (&offer, id, get_label (overview->snapshot, TIDE_RECORD_TAXONOMY, id, language));
    }
  g_set_str (&self->chosen[CHOICE_TAXONOMY], overview->question->taxonomy);
  take_offer (self, CHOICE_TAXONOMY, &offer);
}

static void
offer_levels (TideOverviewChoices *self, guint n_levels)
{
  Offer offer;

  offer_init (&offer);
  offer_add (&offer, "", _ ("Uppermost"));
  if (n_levels > 1)
    {
      offer_add (&offer, "2", _ ("Second"));
      offer_add (&offer, "0", C_ ("levels", "All"));
    }
  take_offer (self, CHOICE_LEVEL, &offer);
}

static void
offer_steps (TideOverviewChoices *self)
{
  Offer offer;

  offer_init (&offer);
  offer_add (&offer, "", _ ("Years"));
  offer_add (&offer, QUARTERS, _ ("Quarters"));
  take_offer (self, CHOICE_STEPS, &offer);
}

static void
on_selected (TideOverviewChoices *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  Choice choice = CHOICE_KIND;
  guint selected;
  const char *value;

  if (self->is_filling)
    return;

  while (self->drop_downs[choice] != drop_down)
    choice++;
  selected = gtk_drop_down_get_selected (drop_down);
  if (selected >= self->values[choice]->len)
    return;

  value = g_ptr_array_index (self->values[choice], selected);
  if (g_set_str (&self->chosen[choice], *value != '\0' ? value : NULL))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
tide_overview_choices_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_OVERVIEW_CHOICES);

  G_OBJECT_CLASS (tide_overview_choices_parent_class)->dispose (object);
}

static void
tide_overview_choices_finalize (GObject *object)
{
  TideOverviewChoices *self = TIDE_OVERVIEW_CHOICES (object);

  for (guint i = 0; i < N_CHOICES; i++)
    {
      g_clear_pointer (&self->values[i], g_ptr_array_unref);
      g_free (self->chosen[i]);
    }

  G_OBJECT_CLASS (tide_overview_choices_parent_class)->finalize (object);
}

static void
tide_overview_choices_class_init (TideOverviewChoicesClass *klass)
{
  static const char *const children[N_CHOICES]
      = { "kind_drop_down", "period_drop_down",   "currency_drop_down", "rates_drop_down",
          "unit_drop_down", "taxonomy_drop_down", "level_drop_down",    "steps_drop_down" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_overview_choices_dispose;
  object_class->finalize = tide_overview_choices_finalize;

  signals[CHANGED] = g_signal_new ("changed", TIDE_TYPE_OVERVIEW_CHOICES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-choices.ui");
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i], FALSE,
                                               G_STRUCT_OFFSET (TideOverviewChoices, drop_downs)
                                                   + (gssize) (i * sizeof (GtkDropDown *)));
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
tide_overview_choices_init (TideOverviewChoices *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  g_set_str (&self->chosen[CHOICE_KIND], "agreement");
}

/**
 * tide_overview_choices_offer:
 * @self: the choices
 * @overview: what was worked out for what is chosen
 * @language: language of the person
 *
 * Offers what there is to choose from. What is chosen stays chosen; where it is not offered any
 * more, what is usual is chosen instead, and `changed` is emitted.
 */
void
tide_overview_choices_offer (TideOverviewChoices *self,
                             TideOverview *overview,
                             TideLanguage language)
{
  const TideOverviewOffers *offers = overview->offers;

  g_return_if_fail (TIDE_IS_OVERVIEW_CHOICES (self));

  self->has_given_up = FALSE;
  offer_codes (self, CHOICE_KIND, TIDE_CODES_AMOUNT_KIND, language);
  offer_codes (self, CHOICE_UNIT, TIDE_CODES_UNIT, language);
  offer_periods (self, offers->periods, language);
  offer_currencies (self, offers->currencies, language);
  offer_rate_sets (self, overview, language);
  offer_taxonomies (self, overview, language);
  offer_levels (self, offers->n_levels);
  offer_steps (self);
  if (self->has_given_up)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tide_overview_choices_reset:
 * @self: the choices
 *
 * Chooses what is usual, as for another register.
 */
void
tide_overview_choices_reset (TideOverviewChoices *self)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHOICES (self));

  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->chosen[i], g_free);
  g_set_str (&self->chosen[CHOICE_KIND], "agreement");
}

/**
 * tide_overview_choices_dup_question:
 * @self: the choices
 *
 * Returns: (transfer full): what is to be worked out
 */
TideOverviewQuestion *
tide_overview_choices_dup_question (TideOverviewChoices *self)
{
  TideOverviewQuestion *question = tide_overview_question_new ();
  const char *level;

  g_return_val_if_fail (TIDE_IS_OVERVIEW_CHOICES (self), question);

  level = self->chosen[CHOICE_LEVEL];
  question->valuation.kind = (TideAmountKind) MAX (
      0, tide_codes_find (TIDE_CODES_AMOUNT_KIND, self->chosen[CHOICE_KIND]));
  question->valuation.currency = g_strdup (self->chosen[CHOICE_CURRENCY]);
  question->valuation.rate_set = g_strdup (self->chosen[CHOICE_RATE_SET]);
  if (self->chosen[CHOICE_PERIOD] != NULL)
    tide_date_parse (self->chosen[CHOICE_PERIOD], TRUE, &question->valuation.period);
  question->taxonomy = g_strdup (self->chosen[CHOICE_TAXONOMY]);
  if (level != NULL)
    question->level = (guint) g_ascii_strtoull (level, NULL, 10);
  question->by_quarter = self->chosen[CHOICE_STEPS] != NULL;

  return question;
}

/**
 * tide_overview_choices_get_unit:
 * @self: the choices
 *
 * Returns: (transfer none) (nullable): code of the unit chosen, %NULL for the usual one
 */
const char *
tide_overview_choices_get_unit (TideOverviewChoices *self)
{
  g_return_val_if_fail (TIDE_IS_OVERVIEW_CHOICES (self), NULL);

  return self->chosen[CHOICE_UNIT];
}

/**
 * tide_overview_choices_keep:
 * @self: the choices
 * @view: a dictionary
 *
 * Puts what is chosen into @view.
 */
void
tide_overview_choices_keep (TideOverviewChoices *self, GVariantDict *view)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHOICES (self));

  for (guint i = 0; i < N_CHOICES; i++)
    if (self->chosen[i] != NULL)
      g_variant_dict_insert (view, names[i], "s", self->chosen[i]);
}

/**
 * tide_overview_choices_restore:
 * @self: the choices
 * @view: a dictionary, such as tide_overview_choices_keep() filled
 *
 * Chooses what was kept. What the register no longer has is given up when it makes its offer.
 */
void
tide_overview_choices_restore (TideOverviewChoices *self, GVariantDict *view)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHOICES (self));

  tide_overview_choices_reset (self);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      const char *value;

      if (g_variant_dict_lookup (view, names[i], "&s", &value) && *value != '\0')
        g_set_str (&self->chosen[i], value);
    }
}
