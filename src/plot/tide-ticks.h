/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideTicks:
 * @n_ticks: how many ticks there are; 0 where there was nothing to cover
 * @first: the first tick, counted in steps from zero
 * @mantissa: 1, 2 or 5
 * @exponent: the power of ten that @mantissa is multiplied by
 * @divisor: how many of the data's units make one of the axis' units
 *
 * Ticks at round numbers. The step is @mantissa × 10^@exponent in the axis' units.
 */
typedef struct
{
  guint n_ticks;
  double first;
  int mantissa;
  int exponent;
  double divisor;
} TideTicks;

/**
 * TideTicksRange:
 * @low: the smallest value, in the data's units
 * @high: the largest value, in the data's units; below @low where there are no values
 * @divisor: how many of the data's units make one of the axis' units, above 0
 * @is_whole: %TRUE for counts, which get no fractions of a unit
 */
typedef struct
{
  double low;
  double high;
  double divisor;
  gboolean is_whole;
} TideTicksRange;

void tide_ticks_cover (TideTicks *ticks, const TideTicksRange *range, guint max_ticks);
double tide_ticks_get_number (const TideTicks *ticks, guint index);
double tide_ticks_get_value (const TideTicks *ticks, guint index);
guint tide_ticks_get_decimals (const TideTicks *ticks);

G_END_DECLS
