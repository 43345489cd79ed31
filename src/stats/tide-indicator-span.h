/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-growth-rate.h"

G_BEGIN_DECLS

/**
 * TideIndicatorSpan:
 * @last: the value of the last period
 * @series_break: (nullable): the last break, before which values were counted differently
 * @growth: from the first period since that break to the last; refused where that is one period
 *
 * The longest span up to the last value over which an indicator was counted in one way. It borrows
 * everything from the indicator.
 */
typedef struct
{
  const TideObservation *last;
  const TideBreak *series_break;
  TideGrowthRate growth;
} TideIndicatorSpan;

gboolean tide_indicator_span_init (TideIndicatorSpan *self, const TideIndicatorPayload *indicator);

G_END_DECLS
