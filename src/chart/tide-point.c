/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-point.h"

#include "chart/tide-chart-date.h"

/**
 * TidePoint:
 *
 * What one point of a line stands for. Its label is when that was, or what else runs along the
 * axis; without one it is written from x.
 */
struct _TidePoint
{
  TideChartItem parent_instance;

  char *series; /* owned, nullable */
  double x;
  TidePointPrecision precision;
  gboolean after_break;
};

G_DEFINE_FINAL_TYPE (TidePoint, tide_point, TIDE_TYPE_CHART_ITEM)

G_DEFINE_ENUM_TYPE (TidePointPrecision,
                    tide_point_precision,
                    G_DEFINE_ENUM_VALUE (TIDE_POINT_NUMBER, "number"),
                    G_DEFINE_ENUM_VALUE (TIDE_POINT_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (TIDE_POINT_QUARTER, "quarter"),
                    G_DEFINE_ENUM_VALUE (TIDE_POINT_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (TIDE_POINT_DAY, "day"))

typedef enum
{
  PROP_SERIES = 1,
  PROP_X,
  PROP_PRECISION,
  PROP_AFTER_BREAK,
} TidePointProperty;

static GParamSpec *props[PROP_AFTER_BREAK + 1];

static void
tide_point_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TidePoint *self = TIDE_POINT (object);

  switch ((TidePointProperty) id)
    {
    case PROP_SERIES:
      g_value_set_string (value, self->series);
      break;
    case PROP_X:
      g_value_set_double (value, self->x);
      break;
    case PROP_PRECISION:
      g_value_set_enum (value, self->precision);
      break;
    case PROP_AFTER_BREAK:
      g_value_set_boolean (value, self->after_break);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_point_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TidePoint *self = TIDE_POINT (object);

  switch ((TidePointProperty) id)
    {
    case PROP_SERIES:
      self->series = g_value_dup_string (value);
      break;
    case PROP_X:
      self->x = g_value_get_double (value);
      break;
    case PROP_PRECISION:
      self->precision = g_value_get_enum (value);
      break;
    case PROP_AFTER_BREAK:
      self->after_break = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_point_finalize (GObject *object)
{
  TidePoint *self = TIDE_POINT (object);

  g_free (self->series);

  G_OBJECT_CLASS (tide_point_parent_class)->finalize (object);
}

static void
tide_point_class_init (TidePointClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_point_get_property;
  object_class->set_property = tide_point_set_property;
  object_class->finalize = tide_point_finalize;

  /**
   * TidePoint:series:
   *
   * The label of the series, %NULL where there is only one.
   */
  props[PROP_SERIES] = g_param_spec_string ("series", NULL, NULL, NULL, flags);
  /**
   * TidePoint:x:
   *
   * Where the point lies along the axis: a number, or a day as in #GDate, where 1 is the first of
   * January of the year 1. What stands for a longer time lies at its first day.
   */
  props[PROP_X] = g_param_spec_double ("x", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  /**
   * TidePoint:precision:
   *
   * What x is.
   */
  props[PROP_PRECISION] = g_param_spec_enum ("precision", NULL, NULL, TIDE_TYPE_POINT_PRECISION,
                                             TIDE_POINT_NUMBER, flags);
  /**
   * TidePoint:after-break:
   *
   * Whether the series is another one from here on, so that no line leads here.
   */
  props[PROP_AFTER_BREAK] = g_param_spec_boolean ("after-break", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_point_init (TidePoint *self)
{
}

/**
 * tide_point_new:
 * @id: (nullable): what the owner knows the point by
 * @series: (nullable): the series
 * @x: a number or a day
 * @precision: which of them
 * @value: the value
 * @value_text: (nullable): the value as it is shown
 *
 * Returns: (transfer full): a point without a break before it, a description or a label of its own
 */
TidePoint *
tide_point_new (const char *id,
                const char *series,
                double x,
                TidePointPrecision precision,
                double value,
                const char *value_text)
{
  return g_object_new (TIDE_TYPE_POINT, "id", id, "series", series, "x", x, "precision", precision,
                       "value", value, "value-text", value_text, NULL);
}

/**
 * tide_point_new_without_value:
 * @id: (nullable): what the owner knows the point by
 * @series: (nullable): the series
 * @x: a number or a day
 * @precision: which of them
 * @value_text: (nullable): what is said instead of a value
 *
 * Returns: (transfer full): a point of which the value is not known
 */
TidePoint *
tide_point_new_without_value (const char *id,
                              const char *series,
                              double x,
                              TidePointPrecision precision,
                              const char *value_text)
{
  return g_object_new (TIDE_TYPE_POINT, "id", id, "series", series, "x", x, "precision", precision,
                       "has-value", FALSE, "value-text", value_text, NULL);
}

const char *
tide_point_get_series (TidePoint *self)
{
  g_return_val_if_fail (TIDE_IS_POINT (self), NULL);

  return self->series;
}

double
tide_point_get_x (TidePoint *self)
{
  g_return_val_if_fail (TIDE_IS_POINT (self), 0);

  return self->x;
}

TidePointPrecision
tide_point_get_precision (TidePoint *self)
{
  g_return_val_if_fail (TIDE_IS_POINT (self), TIDE_POINT_NUMBER);

  return self->precision;
}

gboolean
tide_point_is_after_break (TidePoint *self)
{
  g_return_val_if_fail (TIDE_IS_POINT (self), FALSE);

  return self->after_break;
}

/**
 * tide_point_dup_label:
 * @self: a point
 *
 * Returns: (transfer full): its label, or x as it is written
 */
char *
tide_point_dup_label (TidePoint *self)
{
  const char *label;

  g_return_val_if_fail (TIDE_IS_POINT (self), NULL);

  label = tide_chart_item_get_label (TIDE_CHART_ITEM (self));
  if (label != NULL)
    return g_strdup (label);

  switch (self->precision)
    {
    case TIDE_POINT_YEAR:
      return tide_chart_date_dup_text (self->x, TIDE_TIME_YEAR);
    case TIDE_POINT_QUARTER:
      return tide_chart_date_dup_text (self->x, TIDE_TIME_QUARTER);
    case TIDE_POINT_MONTH:
      return tide_chart_date_dup_text (self->x, TIDE_TIME_MONTH);
    case TIDE_POINT_DAY:
      return tide_chart_date_dup_text (self->x, TIDE_TIME_DAY);
    case TIDE_POINT_NUMBER:
    default:
      return g_strdup_printf ("%.10g", self->x);
    }
}
