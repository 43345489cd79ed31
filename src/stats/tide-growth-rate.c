/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-growth-rate.h"

#include "core/tide-observation.h"
#include "stats/tide-interval.h"

static void
measure (TideInterval *interval, const TideObservation *observation, const TideDecimal *precision)
{
  tide_interval_init_rounded (interval, tide_decimal_to_double (&observation->value),
                              tide_decimal_to_double (precision));
}

/* A value above zero is at least its own last unit, so that what is taken off leaves something. */
static void
compute (TideGrowthRate *self)
{
  TideInterval start, end, growth;

  measure (&start, self->start, &self->start_precision);
  measure (&end, self->end, &self->end_precision);
  tide_interval_init_growth (&growth, &start, &end, self->years);
  self->rate = growth.value;
  self->low = growth.low;
  self->high = growth.high;
}

static TideGrowthRefusal
refuse_periods (const TideDate *from, const TideDate *to)
{
  if (!tide_date_is_real (from) || !tide_date_is_real (to))
    return TIDE_GROWTH_NO_PERIOD;
  if (from->precision != to->precision)
    return TIDE_GROWTH_UNLIKE_PERIODS;
  if (tide_date_equal (from, to))
    return TIDE_GROWTH_SAME_PERIOD;
  if (tide_date_compare (from, to) > 0)
    return TIDE_GROWTH_BACKWARDS;
  if (from->quarter != to->quarter || from->month != to->month || from->day != to->day)
    return TIDE_GROWTH_OTHER_SEASON;

  return TIDE_GROWTH_COMPUTED;
}

static TideGrowthRefusal
refuse_values (const TideGrowthRate *self)
{
  if (self->start == NULL)
    return TIDE_GROWTH_NO_START;
  if (self->end == NULL)
    return TIDE_GROWTH_NO_END;
  if (self->series_break != NULL)
    return TIDE_GROWTH_ACROSS_BREAK;
  if (self->start->value.mantissa <= 0)
    return TIDE_GROWTH_NOT_POSITIVE;
  if (self->end->value.mantissa < 0)
    return TIDE_GROWTH_NEGATIVE_END;

  return TIDE_GROWTH_COMPUTED;
}

static void
take_values (TideGrowthRate *self,
             const TideIndicatorPayload *indicator,
             const TideObservation *start,
             const TideObservation *end)
{
  const TideScale *unit = (const TideScale *) indicator->unit;

  self->years = (guint) (self->to.year - self->from.year);
  self->series_break = tide_indicator_find_break (indicator, &self->from, &self->to);
  self->start = start;
  self->end = end;
  if (start != NULL)
    tide_observation_get_precision (start, unit, &self->start_precision);
  if (end != NULL)
    tide_observation_get_precision (end, unit, &self->end_precision);

  self->refusal = refuse_values (self);
  if (self->refusal == TIDE_GROWTH_COMPUTED)
    compute (self);
}

/**
 * tide_growth_rate_init:
 * @self: (out caller-allocates): where the rate goes
 * @indicator: an indicator, which must live as long as @self is used
 * @from: the first period, which is the base
 * @to: the last period
 *
 * Works out the compound annual growth (end / start)^(1 / (last year − first year)) − 1 of the
 * latest revisions: the average annual growth rate of the China Statistical Yearbook by its level
 * approach. The interval takes half of the last certain unit off one value and adds it to the
 * other, as each may have been rounded by as much.
 */
void
tide_growth_rate_init (TideGrowthRate *self,
                       const TideIndicatorPayload *indicator,
                       const TideDate *from,
                       const TideDate *to)
{
  *self = (TideGrowthRate) { .from = *from, .to = *to, .refusal = refuse_periods (from, to) };

  if (self->refusal == TIDE_GROWTH_COMPUTED)
    take_values (self, indicator, tide_indicator_find_observation (indicator, from, NULL),
                 tide_indicator_find_observation (indicator, to, NULL));
}

/**
 * tide_growth_rate_init_between:
 * @self: (out caller-allocates): where the rate goes
 * @indicator: an indicator, which must live as long as @self is used
 * @start: one of its observations with a value, which is the base
 * @end: a later one
 *
 * Does the same as tide_growth_rate_init() for two observations, whichever revisions they are.
 */
void
tide_growth_rate_init_between (TideGrowthRate *self,
                               const TideIndicatorPayload *indicator,
                               const TideObservation *start,
                               const TideObservation *end)
{
  *self = (TideGrowthRate) { .from = start->period,
                             .to = end->period,
                             .refusal = refuse_periods (&start->period, &end->period) };

  if (self->refusal == TIDE_GROWTH_COMPUTED)
    take_values (self, indicator, start, end);
}

/**
 * tide_growth_rate_judge:
 * @self: the computed rate
 * @published: a published rate of the same span
 *
 * A published rate is itself rounded: 16.3 stands for anything from 16.25 to 16.35. It reproduces
 * if one of these lies in the interval of the computed rate.
 *
 * Returns: the verdict
 */
TideGrowthVerdict
tide_growth_rate_judge (const TideGrowthRate *self, const TideGrowth *published)
{
  const TideDecimal last_digit = { 1, published->rate.scale, TRUE };
  const double rate = tide_decimal_to_double (&published->rate);
  const double half = tide_decimal_to_double (&last_digit) / 2;

  if (!published->rate.is_set)
    return TIDE_VERDICT_NO_RATE;
  if (self->refusal != TIDE_GROWTH_COMPUTED)
    return TIDE_VERDICT_NOT_COMPUTED;
  if (published->basis != NULL && g_strcmp0 (published->basis, "nominal") != 0
      && g_strcmp0 (published->basis, "as-published") != 0)
    return TIDE_VERDICT_OTHER_BASIS;

  return rate - half <= self->high && rate + half >= self->low ? TIDE_VERDICT_REPRODUCES
                                                               : TIDE_VERDICT_DIFFERS;
}

/**
 * tide_growth_list_published:
 * @indicator: an indicator, which must live as long as the list
 * @from: a period
 * @to: another
 *
 * Returns: (transfer container) (element-type TideGrowth): the published rates of exactly that span
 */
GPtrArray *
tide_growth_list_published (const TideIndicatorPayload *indicator,
                            const TideDate *from,
                            const TideDate *to)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (indicator->growth); i++)
    {
      TideGrowth *growth = g_ptr_array_index (indicator->growth, i);

      if (growth->rate.is_set && tide_date_equal (&growth->from, from)
          && tide_date_equal (&growth->to, to))
        g_ptr_array_add (list, growth);
    }

  return list;
}
