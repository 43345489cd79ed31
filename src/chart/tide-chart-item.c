/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-item.h"

#include <glib/gi18n-lib.h>

/**
 * TideChartItem:
 *
 * What one mark of a chart stands for. It never changes: another value is another item, put in its
 * place in the model.
 */
typedef struct
{
  char *id;          /* owned, nullable */
  char *label;       /* owned, nullable */
  char *value_text;  /* owned, nullable */
  char *description; /* owned, nullable */
  double value;
  gboolean has_value;
} TideChartItemPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TideChartItem, tide_chart_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_LABEL,
  PROP_VALUE,
  PROP_HAS_VALUE,
  PROP_VALUE_TEXT,
  PROP_DESCRIPTION,
} TideChartItemProperty;

static GParamSpec *props[PROP_DESCRIPTION + 1];

static TideChartItemPrivate *
get_private (TideChartItem *self)
{
  return tide_chart_item_get_instance_private (self);
}

static void
tide_chart_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideChartItem *self = TIDE_CHART_ITEM (object);
  TideChartItemPrivate *priv = get_private (self);

  switch ((TideChartItemProperty) id)
    {
    case PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case PROP_LABEL:
      g_value_set_string (value, priv->label);
      break;
    case PROP_VALUE:
      g_value_set_double (value, tide_chart_item_get_value (self));
      break;
    case PROP_HAS_VALUE:
      g_value_set_boolean (value, tide_chart_item_has_value (self));
      break;
    case PROP_VALUE_TEXT:
      g_value_set_string (value, priv->value_text);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, priv->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_chart_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideChartItemPrivate *priv = get_private (TIDE_CHART_ITEM (object));

  switch ((TideChartItemProperty) id)
    {
    case PROP_ID:
      priv->id = g_value_dup_string (value);
      break;
    case PROP_LABEL:
      priv->label = g_value_dup_string (value);
      break;
    case PROP_VALUE:
      priv->value = g_value_get_double (value);
      break;
    case PROP_HAS_VALUE:
      priv->has_value = g_value_get_boolean (value);
      break;
    case PROP_VALUE_TEXT:
      priv->value_text = g_value_dup_string (value);
      break;
    case PROP_DESCRIPTION:
      priv->description = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_chart_item_finalize (GObject *object)
{
  TideChartItemPrivate *priv = get_private (TIDE_CHART_ITEM (object));

  g_free (priv->id);
  g_free (priv->label);
  g_free (priv->value_text);
  g_free (priv->description);

  G_OBJECT_CLASS (tide_chart_item_parent_class)->finalize (object);
}

static void
tide_chart_item_class_init (TideChartItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_chart_item_get_property;
  object_class->set_property = tide_chart_item_set_property;
  object_class->finalize = tide_chart_item_finalize;

  /**
   * TideChartItem:id:
   *
   * What the item's owner knows it by; the chart only compares it.
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  /**
   * TideChartItem:label:
   *
   * What it is called.
   */
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  /**
   * TideChartItem:value:
   *
   * Its size, in the data's units. 0 where there is none.
   */
  props[PROP_VALUE]
      = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  /**
   * TideChartItem:has-value:
   *
   * Whether the value is known.
   */
  props[PROP_HAS_VALUE] = g_param_spec_boolean ("has-value", NULL, NULL, TRUE, flags);
  /**
   * TideChartItem:value-text:
   *
   * The value as it is shown, unit included. Where the value is missing, what is said instead;
   * %NULL shows a dash.
   */
  props[PROP_VALUE_TEXT] = g_param_spec_string ("value-text", NULL, NULL, NULL, flags);
  /**
   * TideChartItem:description:
   *
   * More about the value, for the tooltip and for screen readers.
   */
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_chart_item_init (TideChartItem *self)
{
}

/**
 * tide_chart_item_new:
 * @id: (nullable): what the owner knows the item by
 * @label: (nullable): what it is called
 * @value: the value
 * @value_text: (nullable): the value as it is shown
 *
 * Returns: (transfer full): an item without a description
 */
TideChartItem *
tide_chart_item_new (const char *id, const char *label, double value, const char *value_text)
{
  return g_object_new (TIDE_TYPE_CHART_ITEM, "id", id, "label", label, "value", value, "value-text",
                       value_text, NULL);
}

const char *
tide_chart_item_get_id (TideChartItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_ITEM (self), NULL);

  return get_private (self)->id;
}

const char *
tide_chart_item_get_label (TideChartItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_ITEM (self), NULL);

  return get_private (self)->label;
}

double
tide_chart_item_get_value (TideChartItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_ITEM (self), 0);

  return tide_chart_item_has_value (self) ? get_private (self)->value : 0;
}

/**
 * tide_chart_item_has_value:
 * @self: an item
 *
 * Returns: whether its value is known
 */
gboolean
tide_chart_item_has_value (TideChartItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_ITEM (self), FALSE);

  return get_private (self)->has_value;
}

const char *
tide_chart_item_get_value_text (TideChartItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_ITEM (self), NULL);

  return get_private (self)->value_text;
}

const char *
tide_chart_item_get_description (TideChartItem *self)
{
  g_return_val_if_fail (TIDE_IS_CHART_ITEM (self), NULL);

  return get_private (self)->description;
}

/**
 * tide_chart_item_get_shown_value:
 * @self: an item
 *
 * Returns: (transfer none): what is written for its value; a dash for one that is not known
 */
const char *
tide_chart_item_get_shown_value (TideChartItem *self)
{
  const char *text = tide_chart_item_get_value_text (self);

  if (text != NULL)
    return text;

  return tide_chart_item_has_value (self) ? "" : "—";
}

/**
 * tide_chart_item_get_spoken_value:
 * @self: an item
 *
 * Returns: (transfer none): what is said for its value, in words where it is not known
 */
const char *
tide_chart_item_get_spoken_value (TideChartItem *self)
{
  const char *text = tide_chart_item_get_value_text (self);

  if (text != NULL)
    return text;

  return tide_chart_item_has_value (self) ? "" : C_ ("bar chart", "no value");
}
