/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-series.h"

#include "core/tide-observation.h"
#include "stats/tide-growth-rate.h"

#include <stdlib.h>

static const TideDate *
get_period (const TideSeries *self, guint index)
{
  return &self->points[index].observation->period;
}

/* The number of a period among all of its length. */
static guint32
number_period (const TideDate *period)
{
  switch ((TidePrecision) period->precision)
    {
    case TIDE_PRECISION_YEAR:
      return (guint32) period->year;
    case TIDE_PRECISION_QUARTER:
      return (guint32) period->year * 4 + period->quarter;
    case TIDE_PRECISION_MONTH:
      return (guint32) period->year * 12 + period->month;
    case TIDE_PRECISION_DAY:
    case TIDE_PRECISION_NONE:
    default:
      return 0;
    }
}

/* Values on days are not expected on every day. */
static guint
count_missing (const TideDate *before, const TideDate *period)
{
  const guint32 distance = number_period (period) - number_period (before);

  return distance > 1 ? distance - 1 : 0;
}

/* By period, of one period by revision. */
static int
compare_points (gconstpointer a, gconstpointer b)
{
  const TideObservation *left = ((const TideSeriesPoint *) a)->observation;
  const TideObservation *right = ((const TideSeriesPoint *) b)->observation;
  const int order = tide_date_compare (&left->period, &right->period);

  return order != 0 ? order : tide_revision_compare (left->revision, right->revision);
}

/* Whether it is a value of a period wanted; where not, why is counted. */
static gboolean
take (TideSeries *self, const TideObservation *observation)
{
  guint *left_out = NULL;

  if (!tide_date_is_real (&observation->period))
    left_out = &self->n_undated;
  else if (observation->period.precision != self->precision)
    left_out = &self->n_other_periods;
  else if (!observation->value.is_set)
    left_out = &self->n_without_value;

  if (left_out != NULL)
    ++*left_out;

  return left_out == NULL;
}

static void
collect_values (TideSeries *self)
{
  const GPtrArray *observations = self->indicator->observations;
  const guint n = tide_entries_get_n (observations);

  self->points = g_new0 (TideSeriesPoint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TideObservation *observation = g_ptr_array_index (observations, i);

      if (take (self, observation))
        self->points[self->n_points++].observation = observation;
    }

  qsort (self->points, self->n_points, sizeof *self->points, compare_points);
}

/* Of each period the last revision stays. */
static void
keep_latest (TideSeries *self)
{
  const guint n = self->n_points;

  self->n_points = 0;
  for (guint i = 0; i < n; i++)
    {
      TideSeriesPoint point = self->points[i];

      if (self->n_points > 0
          && tide_date_equal (get_period (self, self->n_points - 1), &point.observation->period))
        {
          self->n_points--;
          self->n_earlier++;
          point.n_earlier = self->points[self->n_points].n_earlier + 1;
        }
      self->points[self->n_points++] = point;
    }
}

static void
read_precisions (TideSeries *self)
{
  const TideScale *unit = (const TideScale *) self->indicator->unit;

  for (guint i = 0; i < self->n_points; i++)
    tide_observation_get_precision (self->points[i].observation, unit, &self->points[i].precision);
}

static void
find_gaps (TideSeries *self)
{
  for (guint i = 0; i < self->n_points; i++)
    {
      TideSeriesPoint *point = &self->points[i];

      self->n_not_positive += point->observation->value.mantissa <= 0;
      if (i == 0)
        continue;

      point->n_missing = count_missing (get_period (self, i - 1), get_period (self, i));
      point->series_break = tide_indicator_find_break (self->indicator, get_period (self, i - 1),
                                                       get_period (self, i));
      self->n_missing += point->n_missing;
      self->n_breaks += point->series_break != NULL;
    }
}

static void
index_points (TideSeries *self)
{
  double base = 0;

  for (guint i = 0; i < self->n_points; i++)
    {
      TideSeriesPoint *point = &self->points[i];
      const double value = tide_decimal_to_double (&point->observation->value);

      if (i == 0 || point->series_break != NULL)
        base = value;
      point->has_index = base > 0;
      if (point->has_index)
        point->index = value / base * 100;
    }
}

static int
compare_period (gconstpointer period, gconstpointer point)
{
  return tide_date_compare (period, &((const TideSeriesPoint *) point)->observation->period);
}

/**
 * tide_series_find:
 * @self: a series
 * @period: a period
 *
 * Returns: (transfer none) (nullable): its point
 */
const TideSeriesPoint *
tide_series_find (const TideSeries *self, const TideDate *period)
{
  return bsearch (period, self->points, self->n_points, sizeof *self->points, compare_period);
}

static void
compare_with_year_before (TideSeries *self)
{
  for (guint i = 0; i < self->n_points; i++)
    {
      TideSeriesPoint *point = &self->points[i];
      const TideSeriesPoint *base;
      TideDate before = *get_period (self, i);
      TideGrowthRate rate;

      before.year--;
      base = tide_series_find (self, &before);
      if (base == NULL)
        continue;

      tide_growth_rate_init_between (&rate, self->indicator, base->observation, point->observation);
      point->has_growth = rate.refusal == TIDE_GROWTH_COMPUTED;
      point->growth = rate.rate;
    }
}

/**
 * tide_series_choose_precision:
 * @indicator: an indicator
 *
 * Returns: the length of the periods of which it has most values, of two the longer one;
 *   %TIDE_PRECISION_YEAR where it has none
 */
TidePrecision
tide_series_choose_precision (const TideIndicatorPayload *indicator)
{
  guint n[TIDE_PRECISION_DAY + 1] = { 0 };
  TidePrecision most = TIDE_PRECISION_YEAR;

  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      const TideObservation *observation = g_ptr_array_index (indicator->observations, i);

      n[observation->period.precision] += observation->value.is_set;
    }

  for (guint i = TIDE_PRECISION_YEAR; i <= TIDE_PRECISION_DAY; i++)
    if (n[i] > n[most])
      most = (TidePrecision) i;

  return most;
}

/**
 * tide_series_new:
 * @indicator: a sealed indicator
 * @precision: whether years, quarters, months or days are wanted; see
 *   tide_series_choose_precision()
 *
 * Returns: (transfer full): its values of periods of that length
 */
TideSeries *
tide_series_new (const TideIndicatorPayload *indicator, TidePrecision precision)
{
  TideSeries *self = g_new0 (TideSeries, 1);

  self->indicator = TIDE_INDICATOR_PAYLOAD (tide_payload_ref (&indicator->base));
  self->precision = precision;
  collect_values (self);
  keep_latest (self);
  read_precisions (self);
  find_gaps (self);
  index_points (self);
  compare_with_year_before (self);

  return self;
}

/**
 * tide_series_free:
 * @self: (transfer full): a series
 */
void
tide_series_free (TideSeries *self)
{
  tide_payload_unref ((TidePayload *) &self->indicator->base);
  g_free (self->points);
  g_free (self);
}

/**
 * tide_series_suits_log:
 * @self: a series
 *
 * Returns: whether a logarithmic axis can show all of it, as all values are above zero
 */
gboolean
tide_series_suits_log (const TideSeries *self)
{
  return self->n_points > 0 && self->n_not_positive == 0;
}
