/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-ticks.h"

#include <math.h>

/* A value this close to a tick, in steps, lies on it: 0.3 / 0.1 is not quite 3. */
#define TOLERANCE 1e-9

static double
multiply_step (double steps, int mantissa, int exponent)
{
  /* Dividing by a power of ten rounds once, multiplying by 0.1 would round twice. */
  if (exponent < 0)
    return steps * mantissa / pow (10, -exponent);

  return steps * mantissa * pow (10, exponent);
}

static void
take_larger_step (TideTicks *ticks)
{
  switch (ticks->mantissa)
    {
    case 1:
      ticks->mantissa = 2;
      break;
    case 2:
      ticks->mantissa = 5;
      break;
    default:
      ticks->mantissa = 1;
      ticks->exponent++;
      break;
    }
}

static guint
count_steps (TideTicks *ticks, double low, double high)
{
  double step = multiply_step (1, ticks->mantissa, ticks->exponent);
  double last = ceil (high / step - TOLERANCE);

  ticks->first = floor (low / step + TOLERANCE);

  return (guint) MIN (last - ticks->first + 1, G_MAXINT);
}

/**
 * tide_ticks_cover:
 * @ticks: (out caller-allocates): the ticks
 * @range: what is to be covered
 * @max_ticks: how many ticks there is room for; never fewer than two are made, or three where the
 *   range lies on both sides of zero
 *
 * Chooses the smallest step of 1, 2 or 5 times a power of ten at which the ticks cover the range.
 * A range of one value reaches from zero to that value; zero alone reaches to one step.
 */
void
tide_ticks_cover (TideTicks *ticks, const TideTicksRange *range, guint max_ticks)
{
  double low = range->low / range->divisor;
  double high = range->high / range->divisor;

  g_return_if_fail (range->divisor > 0);

  *ticks = (TideTicks) { .mantissa = 1, .divisor = range->divisor };

  if (!isfinite (low) || !isfinite (high) || low > high)
    return;

  if (low >= high)
    {
      low = MIN (low, 0);
      high = MAX (high, 0);
    }
  if (low >= high)
    high = 1;

  max_ticks = MAX (max_ticks, low < 0 && high > 0 ? 3u : 2u);
  ticks->exponent = (int) floor (log10 ((high - low) / (max_ticks - 1)));
  if (range->is_whole)
    ticks->exponent = MAX (ticks->exponent, 0);

  while ((ticks->n_ticks = count_steps (ticks, low, high)) > max_ticks)
    take_larger_step (ticks);
}

/**
 * tide_ticks_get_number:
 * @ticks: ticks
 * @index: which tick, below `n_ticks`
 *
 * Returns: what is written at the tick, in the axis' units
 */
double
tide_ticks_get_number (const TideTicks *ticks, guint index)
{
  g_return_val_if_fail (index < ticks->n_ticks, 0);

  return multiply_step (ticks->first + index, ticks->mantissa, ticks->exponent);
}

/**
 * tide_ticks_get_value:
 * @ticks: ticks
 * @index: which tick, below `n_ticks`
 *
 * Returns: the tick's value in the data's units
 */
double
tide_ticks_get_value (const TideTicks *ticks, guint index)
{
  return tide_ticks_get_number (ticks, index) * ticks->divisor;
}

/**
 * tide_ticks_get_decimals:
 * @ticks: ticks
 *
 * Returns: how many digits after the point the ticks' numbers need
 */
guint
tide_ticks_get_decimals (const TideTicks *ticks)
{
  return (guint) MAX (0, -ticks->exponent);
}
