/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-event-item.h"

#include "core/tide-record.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

struct _TideEventItem
{
  GObject parent_instance;

  TidePayload *event; /* owned */
  char *name;         /* owned */
  char *venue;        /* owned */
  char *date;         /* owned */
  char *declared;     /* owned */
  char *recorded;     /* owned */
  char *amount;       /* owned */
  char *exact;        /* owned; nullable */
  guint day;
  gint64 n_declared;
  guint n_recorded;
  gint64 minor;
};

G_DEFINE_FINAL_TYPE (TideEventItem, tide_event_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_VENUE,
  PROP_DATE,
  PROP_DECLARED,
  PROP_RECORDED,
  PROP_AMOUNT,
  PROP_EXACT,
  PROP_DAY,
  PROP_N_DECLARED,
  PROP_N_RECORDED,
  PROP_MINOR,
} TideEventItemProperty;

static GParamSpec *props[PROP_MINOR + 1];

static void
tide_event_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideEventItem *self = TIDE_EVENT_ITEM (object);

  switch ((TideEventItemProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_VENUE:
      g_value_set_string (value, self->venue);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_DECLARED:
      g_value_set_string (value, self->declared);
      break;
    case PROP_RECORDED:
      g_value_set_string (value, self->recorded);
      break;
    case PROP_AMOUNT:
      g_value_set_string (value, self->amount);
      break;
    case PROP_EXACT:
      g_value_set_string (value, self->exact);
      break;
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    case PROP_N_DECLARED:
      g_value_set_int64 (value, self->n_declared);
      break;
    case PROP_N_RECORDED:
      g_value_set_uint (value, self->n_recorded);
      break;
    case PROP_MINOR:
      g_value_set_int64 (value, self->minor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_event_item_finalize (GObject *object)
{
  TideEventItem *self = TIDE_EVENT_ITEM (object);

  g_clear_pointer (&self->event, tide_payload_unref);
  g_free (self->name);
  g_free (self->venue);
  g_free (self->date);
  g_free (self->declared);
  g_free (self->recorded);
  g_free (self->amount);
  g_free (self->exact);

  G_OBJECT_CLASS (tide_event_item_parent_class)->finalize (object);
}

static GParamSpec *
text_spec (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tide_event_item_class_init (TideEventItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_event_item_get_property;
  object_class->finalize = tide_event_item_finalize;

  props[PROP_NAME] = text_spec ("name");
  props[PROP_VENUE] = text_spec ("venue");
  props[PROP_DATE] = text_spec ("date");
  props[PROP_DECLARED] = text_spec ("declared");
  props[PROP_RECORDED] = text_spec ("recorded");
  props[PROP_AMOUNT] = text_spec ("amount");
  props[PROP_EXACT] = text_spec ("exact");
  props[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_DECLARED]
      = g_param_spec_int64 ("n-declared", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_N_RECORDED] = g_param_spec_uint ("n-recorded", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_MINOR] = g_param_spec_int64 ("minor", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_event_item_init (TideEventItem *self)
{
}

static void
take_event (TideEventItem *self, const TideEventPayload *event, TideLanguage language)
{
  const TideDeclared *declared = (const TideDeclared *) event->declared;
  const char *label = tide_payload_get_label (&event->base, language);

  self->event = tide_payload_ref (&event->base);
  self->name = g_strdup (label != NULL ? label : _ ("Without a Name"));
  self->venue = g_strdup (event->venue != NULL ? event->venue : "");
  self->date = tide_date_is_set (&event->date) ? tide_date_dup_label (&event->date, language)
                                               : g_strdup ("—");
  self->day = tide_date_is_set (&event->date) ? tide_date_get_first_day (&event->date) : 0;
  self->n_declared = declared != NULL && declared->projects.is_set ? declared->projects.value : -1;
  self->declared = self->n_declared >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->n_declared)
                                         : g_strdup ("—");
}

static void
take_figure (TideEventItem *self, const TideFigure *figure, TideUnit unit, TideLanguage language)
{
  if (figure == NULL)
    {
      self->recorded = g_strdup ("0");
      self->amount = g_strdup ("—");
      return;
    }

  self->n_recorded = figure->n_counted;
  self->minor = figure->is_overflow ? 0 : figure->base.minor;
  self->recorded = g_strdup_printf ("%u", figure->n_counted);
  self->amount = tide_figure_dup_value (figure, unit, language);
  self->exact = tide_figure_dup_exact (figure, language);
}

/**
 * tide_event_item_new:
 * @event: an event
 * @figure: (nullable): its live projects with their agreed amounts; %NULL where there are none
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full): the item
 */
TideEventItem *
tide_event_item_new (const TidePayload *event,
                     const TideFigure *figure,
                     TideUnit unit,
                     TideLanguage language)
{
  TideEventItem *self = g_object_new (TIDE_TYPE_EVENT_ITEM, NULL);

  take_event (self, TIDE_EVENT_PAYLOAD (event), language);
  take_figure (self, figure, unit, language);

  return self;
}

/**
 * tide_event_item_get_event:
 * @self: an item
 *
 * Returns: (transfer none): the event
 */
const TideEventPayload *
tide_event_item_get_event (TideEventItem *self)
{
  g_return_val_if_fail (TIDE_IS_EVENT_ITEM (self), NULL);

  return TIDE_EVENT_PAYLOAD (self->event);
}

/**
 * tide_event_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): id of the event
 */
const char *
tide_event_item_get_id (TideEventItem *self)
{
  g_return_val_if_fail (TIDE_IS_EVENT_ITEM (self), NULL);

  return self->event->id;
}
