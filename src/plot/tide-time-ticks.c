/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-time-ticks.h"

#include <math.h>

#define FIRST_DAY 1.0
/* The last of December of the year 9999. */
#define LAST_DAY 3652059.0

/* A step of the ladder: so many days, or so many months. */
typedef struct
{
  TideTimeUnit unit;
  gboolean is_in_days;
  int step;
} Step;

static const Step ladder[] = {
  { TIDE_TIME_DAY, TRUE, 1 },      { TIDE_TIME_DAY, TRUE, 2 },      { TIDE_TIME_DAY, TRUE, 7 },
  { TIDE_TIME_DAY, TRUE, 14 },     { TIDE_TIME_MONTH, FALSE, 1 },   { TIDE_TIME_QUARTER, FALSE, 3 },
  { TIDE_TIME_QUARTER, FALSE, 6 }, { TIDE_TIME_YEAR, FALSE, 12 },   { TIDE_TIME_YEAR, FALSE, 24 },
  { TIDE_TIME_YEAR, FALSE, 60 },   { TIDE_TIME_YEAR, FALSE, 120 },  { TIDE_TIME_YEAR, FALSE, 240 },
  { TIDE_TIME_YEAR, FALSE, 600 },  { TIDE_TIME_YEAR, FALSE, 1200 }, { TIDE_TIME_YEAR, FALSE, 2400 },
  { TIDE_TIME_YEAR, FALSE, 6000 }, { TIDE_TIME_YEAR, FALSE, 12000 }
};

static void
init_date (GDate *date, double day)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) day);
}

/* Months from the year 0 to the one that the day is in. */
static int
count_months (double day, gboolean *is_first_day)
{
  GDate date;

  init_date (&date, day);
  *is_first_day = g_date_get_day (&date) == 1;

  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

static int
divide_up (int dividend, int divisor)
{
  return (dividend + divisor - 1) / divisor;
}

/* Steps of weeks begin on Mondays, as the first day of the year 1 was one. */
static void
take_step (TideTimeTicks *ticks, const Step *step, double low, double high)
{
  int first;
  int last;

  if (step->is_in_days)
    {
      first = (int) (ceil (low) - FIRST_DAY);
      last = (int) (floor (high) - FIRST_DAY);
    }
  else
    {
      gboolean is_first_day;

      last = count_months (floor (high), &is_first_day);
      first = count_months (ceil (low), &is_first_day);
      if (!is_first_day)
        first++;
    }

  first = divide_up (first, step->step);
  last = last / step->step;

  *ticks = (TideTimeTicks) {
    .n_ticks = last < first ? 0 : (guint) (last - first + 1),
    .unit = step->unit,
    .is_in_days = step->is_in_days,
    .step = step->step,
    .first = first,
  };
}

/**
 * tide_time_ticks_cover:
 * @ticks: (out caller-allocates): the ticks
 * @range: where they may lie
 * @max_ticks: how many there is room for, at least 1
 *
 * Chooses the smallest step of 1, 2, 7 or 14 days, 1, 3 or 6 months, or 1, 2 or 5 years times a
 * power of ten that makes no more ticks than there is room for. Unlike those of values, the ticks
 * lie within the range. Where no round step has one there, one tick stands at the beginning of the
 * first of the finest unit, if any begins there.
 */
void
tide_time_ticks_cover (TideTimeTicks *ticks, const TideTimeRange *range, guint max_ticks)
{
  const Step *finest = NULL;
  double low = CLAMP (range->low, FIRST_DAY, LAST_DAY);
  double high = CLAMP (range->high, FIRST_DAY, LAST_DAY);

  *ticks = (TideTimeTicks) { .step = 1 };

  if (!isfinite (range->low) || !isfinite (range->high) || range->low > range->high)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (ladder); i++)
    {
      if (ladder[i].unit < range->finest)
        continue;
      if (finest == NULL)
        finest = &ladder[i];

      take_step (ticks, &ladder[i], low, high);
      if (ticks->n_ticks <= max_ticks)
        break;
    }

  if (ticks->n_ticks == 0 || ticks->n_ticks > max_ticks)
    {
      take_step (ticks, finest, low, high);
      ticks->n_ticks = MIN (ticks->n_ticks, 1);
    }

  /* Where the data know months, the third of a year is a month, not a quarter. */
  if (ticks->unit == TIDE_TIME_QUARTER && range->finest < TIDE_TIME_QUARTER)
    ticks->unit = TIDE_TIME_MONTH;
}

/**
 * tide_time_ticks_get_day:
 * @ticks: ticks
 * @index: which tick, below `n_ticks`
 *
 * Returns: its day, as in #GDate
 */
double
tide_time_ticks_get_day (const TideTimeTicks *ticks, guint index)
{
  int count = (ticks->first + (int) index) * ticks->step;
  GDate date;

  g_return_val_if_fail (index < ticks->n_ticks, 0);

  if (ticks->is_in_days)
    return count + FIRST_DAY;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth) (count % 12 + 1), (GDateYear) (count / 12));

  return g_date_get_julian (&date);
}

static int
get_year (const TideTimeTicks *ticks, guint index)
{
  GDate date;

  init_date (&date, tide_time_ticks_get_day (ticks, index));

  return g_date_get_year (&date);
}

/**
 * tide_time_ticks_begins_year:
 * @ticks: ticks
 * @index: which tick, below `n_ticks`
 *
 * Returns: whether it is the first tick, or the first one in its year
 */
gboolean
tide_time_ticks_begins_year (const TideTimeTicks *ticks, guint index)
{
  return index == 0 || get_year (ticks, index) != get_year (ticks, index - 1);
}
