/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-indicator-span.h"

#include "stats/tide-series.h"

/**
 * tide_indicator_span_init:
 * @self: (out caller-allocates): the span
 * @indicator: an indicator, which must live as long as @self is used
 *
 * Of an indicator with values of years and of parts of years, those of the length that
 * tide_series_choose_precision() says are looked at. Growth is never told across a break.
 *
 * Returns: %FALSE where it has no value
 */
gboolean
tide_indicator_span_init (TideIndicatorSpan *self, const TideIndicatorPayload *indicator)
{
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));
  guint first = 0;

  *self = (TideIndicatorSpan) { 0 };
  if (series->n_points == 0)
    return FALSE;

  for (guint i = 0; i < series->n_points; i++)
    if (series->points[i].series_break != NULL)
      {
        self->series_break = series->points[i].series_break;
        first = i;
      }

  self->last = series->points[series->n_points - 1].observation;
  tide_growth_rate_init_between (&self->growth, indicator, series->points[first].observation,
                                 self->last);

  return TRUE;
}
