/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-indicator-points.h"

#include "chart/tide-point.h"
#include "stats/tide-series-text.h"
#include "ui/lists/tide-indicator-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>

static const TideScale *
get_unit (const TideSeries *series)
{
  return (const TideScale *) series->indicator->unit;
}

static const char *
get_currency (const TideScale *unit)
{
  return unit != NULL ? unit->currency : NULL;
}

static const char *
get_name (const TideScale *unit)
{
  return unit != NULL && unit->currency == NULL ? unit->name : NULL;
}

static gboolean
has_same_scale (const TideScale *a, const TideScale *b)
{
  const TideDecimal one = { .mantissa = 1, .is_set = TRUE };
  const TideDecimal *of_a = a != NULL && a->scale.is_set ? &a->scale : &one;
  const TideDecimal *of_b = b != NULL && b->scale.is_set ? &b->scale : &one;

  return tide_decimal_compare (of_a, of_b) == 0;
}

/**
 * tide_indicator_points_have_one_unit:
 * @all: (element-type TideSeries): the series of a chart
 *
 * Returns: whether all are told in the same unit, so that one axis can show them
 */
gboolean
tide_indicator_points_have_one_unit (const GPtrArray *all)
{
  for (guint i = 1; i < all->len; i++)
    {
      const TideScale *first = get_unit (g_ptr_array_index (all, 0));
      const TideScale *other = get_unit (g_ptr_array_index (all, i));

      if (g_strcmp0 (get_currency (first), get_currency (other)) != 0
          || g_strcmp0 (get_name (first), get_name (other)) != 0 || !has_same_scale (first, other))
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_value (const TideSeriesPoint *point, TideIndicatorMode mode, double *value)
{
  const double level = tide_decimal_to_double (&point->observation->value);

  switch (mode)
    {
    case TIDE_INDICATOR_LEVELS:
      *value = level;
      return TRUE;
    case TIDE_INDICATOR_INDEX:
      *value = point->index;
      return point->has_index;
    case TIDE_INDICATOR_GROWTH:
      *value = point->growth;
      return point->has_growth;
    case TIDE_INDICATOR_LOG:
    default:
      *value = level > 0 ? log10 (level) : 0;
      return level > 0;
    }
}

static char *
dup_value_text (const TideSeries *series,
                const TideSeriesPoint *point,
                TideIndicatorMode mode,
                TideLanguage language)
{
  if (mode == TIDE_INDICATOR_GROWTH)
    return tide_text_take_number (g_strdup_printf ("%+.1f %%", point->growth));
  if (mode == TIDE_INDICATOR_INDEX)
    return g_strdup_printf ("%.1f", point->index);

  return tide_indicator_dup_value (series->indicator, point->observation, language);
}

static TidePointPrecision
get_precision (const TideDate *period)
{
  switch ((TidePrecision) period->precision)
    {
    case TIDE_PRECISION_QUARTER:
      return TIDE_POINT_QUARTER;
    case TIDE_PRECISION_MONTH:
      return TIDE_POINT_MONTH;
    case TIDE_PRECISION_DAY:
      return TIDE_POINT_DAY;
    case TIDE_PRECISION_YEAR:
    case TIDE_PRECISION_NONE:
    default:
      return TIDE_POINT_YEAR;
    }
}

/**
 * tide_indicator_points_append:
 * @points: of #TidePoint
 * @series: a series
 * @mode: what is shown of it
 * @language: language of the person
 *
 * Adds what a chart draws of the series. A point that a break precedes begins a line of its own.
 *
 * Returns: how many of its points have nothing that can be shown
 */
guint
tide_indicator_points_append (GListStore *points,
                              const TideSeries *series,
                              TideIndicatorMode mode,
                              TideLanguage language)
{
  const char *name = tide_indicator_get_name (series->indicator, language);
  guint n_left_out = 0;

  for (guint i = 0; i < series->n_points; i++)
    {
      const TideSeriesPoint *point = &series->points[i];
      const TideDate *period = &point->observation->period;
      g_autofree char *text = NULL;
      g_autofree char *description = NULL;
      g_autoptr (TidePoint) drawn = NULL;
      double value;

      if (!find_value (point, mode, &value))
        {
          n_left_out++;
          continue;
        }

      text = dup_value_text (series, point, mode, language);
      description = tide_series_point_dup_text (point, language);
      drawn
          = g_object_new (TIDE_TYPE_POINT, "id", series->indicator->base.id, "series", name, "x",
                          (double) tide_date_get_first_day (period), "precision",
                          get_precision (period), "value", value, "value-text", text, "description",
                          description, "after-break", point->series_break != NULL, NULL);
      g_list_store_append (points, drawn);
    }

  return n_left_out;
}
