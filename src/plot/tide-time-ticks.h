/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideTimeUnit:
 * @TIDE_TIME_DAY: days
 * @TIDE_TIME_MONTH: months
 * @TIDE_TIME_QUARTER: quarters of a year
 * @TIDE_TIME_YEAR: years
 *
 * How exactly a time is known, or what is written at a tick.
 */
typedef enum
{
  TIDE_TIME_DAY,
  TIDE_TIME_MONTH,
  TIDE_TIME_QUARTER,
  TIDE_TIME_YEAR,
} TideTimeUnit;

/**
 * TideTimeRange:
 * @low: the first day, as in #GDate: 1 is the first of January of the year 1
 * @high: the last day
 * @finest: the unit below which no tick is wanted
 */
typedef struct
{
  double low;
  double high;
  TideTimeUnit finest;
} TideTimeRange;

/**
 * TideTimeTicks:
 * @n_ticks: how many ticks there are
 * @unit: what is to be written at them
 *
 * Ticks where days, months, quarters or years begin.
 */
typedef struct
{
  guint n_ticks;
  TideTimeUnit unit;

  /*< private >*/
  gboolean is_in_days;
  int step;
  int first;
} TideTimeTicks;

void tide_time_ticks_cover (TideTimeTicks *ticks, const TideTimeRange *range, guint max_ticks);
double tide_time_ticks_get_day (const TideTimeTicks *ticks, guint index);
gboolean tide_time_ticks_begins_year (const TideTimeTicks *ticks, guint index);

G_END_DECLS
