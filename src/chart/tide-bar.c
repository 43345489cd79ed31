/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar.h"

/**
 * TideBar:
 *
 * What one bar of a chart stands for. Its label is the category: bars with the same one stand
 * together, one of each series.
 */
struct _TideBar
{
  TideChartItem parent_instance;

  char *series; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (TideBar, tide_bar, TIDE_TYPE_CHART_ITEM)

typedef enum
{
  PROP_SERIES = 1,
} TideBarProperty;

static GParamSpec *props[PROP_SERIES + 1];

static void
tide_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideBar *self = TIDE_BAR (object);

  switch ((TideBarProperty) id)
    {
    case PROP_SERIES:
      g_value_set_string (value, self->series);
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
    case PROP_SERIES:
      self->series = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bar_finalize (GObject *object)
{
  TideBar *self = TIDE_BAR (object);

  g_free (self->series);

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
   * TideBar:series:
   *
   * The label of the series, %NULL where there is only one.
   */
  props[PROP_SERIES] = g_param_spec_string ("series", NULL, NULL, NULL, flags);

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
  return tide_chart_item_get_id (TIDE_CHART_ITEM (self));
}

const char *
tide_bar_get_label (TideBar *self)
{
  return tide_chart_item_get_label (TIDE_CHART_ITEM (self));
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
  return tide_chart_item_get_value (TIDE_CHART_ITEM (self));
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
  return tide_chart_item_has_value (TIDE_CHART_ITEM (self));
}

const char *
tide_bar_get_value_text (TideBar *self)
{
  return tide_chart_item_get_value_text (TIDE_CHART_ITEM (self));
}

const char *
tide_bar_get_description (TideBar *self)
{
  return tide_chart_item_get_description (TIDE_CHART_ITEM (self));
}
