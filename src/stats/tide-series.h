/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/**
 * TideSeriesPoint:
 * @observation: the value of the period, of its latest revision
 * @precision: the last certain unit of the value
 * @n_earlier: how many earlier revisions of it are kept
 * @n_missing: how many periods between the point before and this one have no value
 * @series_break: (nullable): the break between the point before and this one
 * @has_index: whether there is an index
 * @index: the value in per cent of the first one since the last break, which is 100
 * @has_growth: whether there is a growth
 * @growth: per cent by which it exceeds the same period of the year before, where no break lies
 *   between them and that one is above zero
 *
 * One period of a series. It borrows observation and break from the indicator.
 */
typedef struct
{
  const TideObservation *observation;
  TideDecimal precision;
  guint n_earlier;
  guint n_missing;
  const TideBreak *series_break;
  gboolean has_index;
  double index;
  gboolean has_growth;
  double growth;
} TideSeriesPoint;

/**
 * TideSeries:
 * @indicator: of what
 * @precision: whether its periods are years, quarters, months or days
 * @n_points: how many periods have a value
 * @points: (array length=n_points): these, in order
 * @n_earlier: how many values are earlier revisions
 * @n_without_value: how many observations have no value
 * @n_undated: how many observations have no period that exists
 * @n_other_periods: how many observations are of longer or shorter periods
 * @n_missing: how many periods between the first and the last one have no value
 * @n_breaks: how many breaks lie between points
 * @n_not_positive: how many points are zero or less, which no logarithmic axis shows
 *
 * The values of an indicator in order, one for each period of one length, and what was left out.
 * All numbers of observations add up to the observations of the indicator. Immutable.
 */
typedef struct
{
  const TideIndicatorPayload *indicator; /* owned */
  TidePrecision precision;
  guint n_points;
  TideSeriesPoint *points; /* owned */
  guint n_earlier;
  guint n_without_value;
  guint n_undated;
  guint n_other_periods;
  guint n_missing;
  guint n_breaks;
  guint n_not_positive;
} TideSeries;

TidePrecision tide_series_choose_precision (const TideIndicatorPayload *indicator);

TideSeries *tide_series_new (const TideIndicatorPayload *indicator, TidePrecision precision);
void tide_series_free (TideSeries *self);

const TideSeriesPoint *tide_series_find (const TideSeries *self, const TideDate *period);
gboolean tide_series_suits_log (const TideSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSeries, tide_series_free)

G_END_DECLS
