/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-cohort-item.h"

#include "core/tide-record.h"
#include "stats/tide-cohort-text.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_NAME = 1,
  PROP_DECLARED,
  PROP_SIGNED,
  PROP_REGISTERED,
  PROP_STARTED,
  PROP_PRODUCING,
  PROP_AGREED,
  PROP_ARRIVED,
  N_PROPS,
} TideCohortItemProperty;

struct _TideCohortItem
{
  GObject parent_instance;

  const TideCohort *cohort; /* of the comparison, which outlives the item */
  char *texts[N_PROPS];     /* owned */
};

G_DEFINE_FINAL_TYPE (TideCohortItem, tide_cohort_item, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
tide_cohort_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideCohortItemProperty) id)
    {
    case PROP_NAME:
    case PROP_DECLARED:
    case PROP_SIGNED:
    case PROP_REGISTERED:
    case PROP_STARTED:
    case PROP_PRODUCING:
    case PROP_AGREED:
    case PROP_ARRIVED:
      g_value_set_string (value, TIDE_COHORT_ITEM (object)->texts[id]);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_cohort_item_finalize (GObject *object)
{
  for (guint i = 0; i < N_PROPS; i++)
    g_free (TIDE_COHORT_ITEM (object)->texts[i]);

  G_OBJECT_CLASS (tide_cohort_item_parent_class)->finalize (object);
}

static void
tide_cohort_item_class_init (TideCohortItemClass *klass)
{
  static const char *const names[N_PROPS]
      = { NULL,      "name",      "declared", "signed", "registered",
          "started", "producing", "agreed",   "arrived" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_cohort_item_get_property;
  object_class->finalize = tide_cohort_item_finalize;
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    props[i] = g_param_spec_string (names[i], NULL, NULL, NULL,
                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_cohort_item_init (TideCohortItem *self)
{
}

static char *
dup_name (const TideCohortLine *line, TideLanguage language)
{
  const char *label = line->event != NULL ? tide_payload_get_label (line->event, language) : NULL;

  if (line->event != NULL)
    return g_strdup (label != NULL ? label : _ ("Without a Name"));
  if (line->year > 0)
    return g_strdup_printf ("%d", line->year);

  return g_strdup (_ ("Undated"));
}

/* At some events nobody has declared a number. */
static char *
dup_declared (const TideCohortLine *line)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line->n_declared);

  if (line->n_undeclared == line->n_events)
    return g_strdup ("—");
  if (line->n_undeclared > 0)
    /* Translators: a number that is too small, as not all parts of it are known: at least 29 */
    return g_strdup_printf (_ ("≥ %s"), number);

  return g_steal_pointer (&number);
}

static char *
dup_step (const TideCohort *cohort, TideCohortPart part)
{
  g_autofree char *share = tide_cohort_dup_share (cohort, part);

  if (cohort->n[TIDE_COHORT_SIGNED] == 0)
    return g_strdup ("—");

  /* Translators: a number of projects, and its share */
  return g_strdup_printf (_ ("%u (%s)"), cohort->n[part], share);
}

static char *
dup_agreed (const TideCohort *cohort, TideUnit unit, TideLanguage language)
{
  if (cohort->is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (cohort->n[TIDE_COHORT_AGREED] == 0)
    return g_strdup ("—");

  return tide_money_dup_text (&cohort->agreed, unit, language);
}

/**
 * tide_cohort_item_new:
 * @line: a line of a comparison, which outlives the item
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full): the item
 */
TideCohortItem *
tide_cohort_item_new (const TideCohortLine *line, TideUnit unit, TideLanguage language)
{
  TideCohortItem *self = g_object_new (TIDE_TYPE_COHORT_ITEM, NULL);
  const TideCohort *cohort = line->cohort;

  self->cohort = cohort;
  self->texts[PROP_NAME] = dup_name (line, language);
  self->texts[PROP_DECLARED] = dup_declared (line);
  self->texts[PROP_SIGNED] = g_strdup_printf ("%u", cohort->n[TIDE_COHORT_SIGNED]);
  self->texts[PROP_REGISTERED] = dup_step (cohort, TIDE_COHORT_REGISTERED);
  self->texts[PROP_STARTED] = dup_step (cohort, TIDE_COHORT_STARTED);
  self->texts[PROP_PRODUCING] = dup_step (cohort, TIDE_COHORT_PRODUCING);
  self->texts[PROP_AGREED] = dup_agreed (cohort, unit, language);
  self->texts[PROP_ARRIVED] = tide_cohort_dup_arrived_share (cohort);

  return self;
}

/**
 * tide_cohort_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): what the cohort is called
 */
const char *
tide_cohort_item_get_name (TideCohortItem *self)
{
  g_return_val_if_fail (TIDE_IS_COHORT_ITEM (self), NULL);

  return self->texts[PROP_NAME];
}

/**
 * tide_cohort_item_get_cohort:
 * @self: an item
 *
 * Returns: (transfer none): the cohort
 */
const TideCohort *
tide_cohort_item_get_cohort (TideCohortItem *self)
{
  g_return_val_if_fail (TIDE_IS_COHORT_ITEM (self), NULL);

  return self->cohort;
}
