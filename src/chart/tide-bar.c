/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar.h"

/**
 * TideBar:
 *
 * What one bar of a chart stands for. It never changes: another value is another bar, put in its
 * place in the model.
 */
struct _TideBar
{
  GObject parent_instance;

  char *id;          /* owned, nullable */
  char *label;       /* owned, nullable */
  char *series;      /* owned, nullable */
  char *value_text;  /* owned, nullable */
  char *description; /* owned, nullable */
  double value;
  gboolean has_value;
};

G_DEFINE_FINAL_TYPE (TideBar, tide_bar, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_LABEL,
  PROP_SERIES,
  PROP_VALUE,
  PROP_HAS_VALUE,
  PROP_VALUE_TEXT,
  PROP_DESCRIPTION,
} TideBarProperty;

static GParamSpec *props[PROP_DESCRIPTION + 1];

static void
tide_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideBar *self = TIDE_BAR (object);

  switch ((TideBarProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_SERIES:
      g_value_set_string (value, self->series);
      break;
    case PROP_VALUE:
      g_value_set_double (value, tide_bar_get_value (self));
      break;
    case PROP_HAS_VALUE:
      g_value_set_boolean (value, tide_bar_has_value (self));
      break;
    case PROP_VALUE_TEXT:
      g_value_set_string (value, self->value_text);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideBar *self = TIDE_BAR (object);

  switch ((TideBarProperty) id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_SERIES:
      self->series = g_value_dup_string (value);
      break;
    case PROP_VALUE:
      self->value = g_value_get_double (value);
      break;
    case PROP_HAS_VALUE:
      self->has_value = g_value_get_boolean (value);
      break;
    case PROP_VALUE_TEXT:
      self->value_text = g_value_dup_string (value);
      break;
    case PROP_DESCRIPTION:
      self->description = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bar_finalize (GObject *object)
{
  TideBar *self = TIDE_BAR (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->series);
  g_free (self->value_text);
  g_free (self->description);

  G_OBJECT_CLASS (tide_bar_parent_class)->finalize (object);
}

static void
tide_bar_class_init (TideBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_bar_get_property;
  object_class->set_property = tide_bar_set_property;
  object_class->finalize = tide_bar_finalize;

  /**
   * TideBar:id:
   *
   * What the bar's owner knows it by; the chart only compares it.
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  /**
   * TideBar:label:
   *
   * The category. Bars with the same one stand together, one of each series.
   */
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  /**
   * TideBar:series:
   *
   * The label of the series, %NULL where there is only one.
   */
  props[PROP_SERIES] = g_param_spec_string ("series", NULL, NULL, NULL, flags);
  /**
   * TideBar:value:
   *
   * The bar's length. 0 where there is none.
   */
  props[PROP_VALUE]
      = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  /**
   * TideBar:has-value:
   *
   * Whether the value is known.
   */
  props[PROP_HAS_VALUE] = g_param_spec_boolean ("has-value", NULL, NULL, TRUE, flags);
  /**
   * TideBar:value-text:
   *
   * The value as it is shown, unit included. Where the value is missing, what is said instead;
   * %NULL shows a dash.
   */
  props[PROP_VALUE_TEXT] = g_param_spec_string ("value-text", NULL, NULL, NULL, flags);
  /**
   * TideBar:description:
   *
   * More about the value, for the tooltip and for screen readers.
   */
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_bar_init (TideBar *self)
{
}

/**
 * tide_bar_new:
 * @id: (nullable): what the owner knows the bar by
 * @label: (nullable): the category
 * @series: (nullable): the series
 * @value: the length
 * @value_text: (nullable): the value as it is shown
 *
 * Returns: (transfer full): a bar without a description
 */
TideBar *
tide_bar_new (
    const char *id, const char *label, const char *series, double value, const char *value_text)
{
  return g_object_new (TIDE_TYPE_BAR, "id", id, "label", label, "series", series, "value", value,
                       "value-text", value_text, NULL);
}

/**
 * tide_bar_new_without_value:
 * @id: (nullable): what the owner knows the bar by
 * @label: (nullable): the category
 * @series: (nullable): the series
 * @value_text: (nullable): what is said instead of a value
 *
 * Returns: (transfer full): a bar of which the length is not known
 */
TideBar *
tide_bar_new_without_value (const char *id,
                            const char *label,
                            const char *series,
                            const char *value_text)
{
  return g_object_new (TIDE_TYPE_BAR, "id", id, "label", label, "series", series, "has-value",
                       FALSE, "value-text", value_text, NULL);
}

const char *
tide_bar_get_id (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), NULL);

  return self->id;
}

const char *
tide_bar_get_label (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), NULL);

  return self->label;
}

const char *
tide_bar_get_series (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), NULL);

  return self->series;
}

double
tide_bar_get_value (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), 0);

  return tide_bar_has_value (self) ? self->value : 0;
}

/**
 * tide_bar_has_value:
 * @self: a bar
 *
 * Returns: whether its value is known
 */
gboolean
tide_bar_has_value (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), FALSE);

  return self->has_value;
}

const char *
tide_bar_get_value_text (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), NULL);

  return self->value_text;
}

const char *
tide_bar_get_description (TideBar *self)
{
  g_return_val_if_fail (TIDE_IS_BAR (self), NULL);

  return self->description;
}
