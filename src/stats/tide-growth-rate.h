/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/**
 * TideGrowthRefusal:
 * @TIDE_GROWTH_COMPUTED: there is a rate
 * @TIDE_GROWTH_NO_PERIOD: a period is not given, or does not exist
 * @TIDE_GROWTH_UNLIKE_PERIODS: a year and a quarter, or other periods of unlike length
 * @TIDE_GROWTH_SAME_PERIOD: both periods are the same
 * @TIDE_GROWTH_BACKWARDS: the last period comes before the first
 * @TIDE_GROWTH_OTHER_SEASON: two quarters or months that are not whole years apart
 * @TIDE_GROWTH_NO_START: the first period has no value
 * @TIDE_GROWTH_NO_END: the last period has no value
 * @TIDE_GROWTH_ACROSS_BREAK: the series was counted differently in between
 * @TIDE_GROWTH_NOT_POSITIVE: the first value is zero or less
 * @TIDE_GROWTH_NEGATIVE_END: the last value is below zero
 *
 * Why there is no growth rate.
 */
typedef enum
{
  TIDE_GROWTH_COMPUTED,
  TIDE_GROWTH_NO_PERIOD,
  TIDE_GROWTH_UNLIKE_PERIODS,
  TIDE_GROWTH_SAME_PERIOD,
  TIDE_GROWTH_BACKWARDS,
  TIDE_GROWTH_OTHER_SEASON,
  TIDE_GROWTH_NO_START,
  TIDE_GROWTH_NO_END,
  TIDE_GROWTH_ACROSS_BREAK,
  TIDE_GROWTH_NOT_POSITIVE,
  TIDE_GROWTH_NEGATIVE_END,
  TIDE_N_GROWTH_REFUSALS,
} TideGrowthRefusal;

/**
 * TideGrowthRate:
 * @refusal: why there is none, or %TIDE_GROWTH_COMPUTED
 * @from: the first period, which is the base
 * @to: the last period
 * @years: how many years lie between them, 0 where that is not known
 * @start: (nullable): the value of @from
 * @end: (nullable): the value of @to
 * @start_precision: the last certain unit of @start
 * @end_precision: the last certain unit of @end
 * @series_break: (nullable): the first break in between
 * @rate: compound annual growth in per cent
 * @low: the lowest rate that the rounding of both values allows
 * @high: the highest one
 *
 * How much an indicator grew a year. It borrows observations and break from the indicator.
 */
typedef struct
{
  TideGrowthRefusal refusal;
  TideDate from;
  TideDate to;
  guint years;
  const TideObservation *start;
  const TideObservation *end;
  TideDecimal start_precision;
  TideDecimal end_precision;
  const TideBreak *series_break;
  double rate;
  double low;
  double high;
} TideGrowthRate;

/**
 * TideGrowthVerdict:
 * @TIDE_VERDICT_REPRODUCES: the published rate is one that the values, as rounded, give
 * @TIDE_VERDICT_DIFFERS: no values that round to those published give the published rate
 * @TIDE_VERDICT_OTHER_BASIS: it is told on another basis than values at current prices, which
 *   therefore neither confirm nor refute it
 * @TIDE_VERDICT_NOT_COMPUTED: there is no rate to hold against it
 * @TIDE_VERDICT_NO_RATE: nothing was published
 *
 * What the values of an indicator say of a published growth rate.
 */
typedef enum
{
  TIDE_VERDICT_REPRODUCES,
  TIDE_VERDICT_DIFFERS,
  TIDE_VERDICT_OTHER_BASIS,
  TIDE_VERDICT_NOT_COMPUTED,
  TIDE_VERDICT_NO_RATE,
} TideGrowthVerdict;

void tide_growth_rate_init (TideGrowthRate *self,
                            const TideIndicatorPayload *indicator,
                            const TideDate *from,
                            const TideDate *to);
void tide_growth_rate_init_between (TideGrowthRate *self,
                                    const TideIndicatorPayload *indicator,
                                    const TideObservation *start,
                                    const TideObservation *end);
TideGrowthVerdict tide_growth_rate_judge (const TideGrowthRate *self, const TideGrowth *published);
GPtrArray *tide_growth_list_published (const TideIndicatorPayload *indicator,
                                       const TideDate *from,
                                       const TideDate *to);

G_END_DECLS
