/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-interval.h"

#include <math.h>

/* What arithmetic with doubles may lose, of one. */
#define EPSILON 1e-9

/**
 * tide_interval_init_rounded:
 * @self: (out caller-allocates): where the number goes
 * @value: a number as it is written
 * @precision: its last certain unit; 0 for an exact number
 *
 * A written number stands for all that round to it: half of its last unit more or less.
 */
void
tide_interval_init_rounded (TideInterval *self, double value, double precision)
{
  *self = (TideInterval) { .value = value,
                           .low = value - precision / 2,
                           .high = value + precision / 2 };
}

static double
compound (double start, double end, guint years)
{
  return (pow (end / start, 1.0 / years) - 1) * 100;
}

/**
 * tide_interval_init_growth:
 * @self: (out caller-allocates): where the growth goes
 * @start: the first value, above zero even at the least
 * @end: the last one, not below zero
 * @years: how many years lie between them, at least 1; 1 for the growth as a whole
 *
 * Works out the compound growth (end / start)^(1 / years) − 1, in per cent.
 */
void
tide_interval_init_growth (TideInterval *self,
                           const TideInterval *start,
                           const TideInterval *end,
                           guint years)
{
  self->value = compound (start->value, end->value, years);
  self->low = compound (start->high, MAX (end->low, 0), years);
  self->high = compound (start->low, end->high, years);
}

/**
 * tide_interval_init_multiple:
 * @self: (out caller-allocates): where the multiple goes
 * @start: a value, above zero even at the least
 * @end: another, not below zero
 *
 * Works out how many times @start @end is.
 */
void
tide_interval_init_multiple (TideInterval *self, const TideInterval *start, const TideInterval *end)
{
  self->value = end->value / start->value;
  self->low = MAX (end->low, 0) / start->high;
  self->high = end->high / start->low;
}

/**
 * tide_interval_init_share:
 * @self: (out caller-allocates): where the share goes
 * @part: a value, which may be more than @whole, or below zero
 * @whole: another, above zero even at the least
 *
 * Works out one value as a share of another, in per cent.
 */
void
tide_interval_init_share (TideInterval *self, const TideInterval *part, const TideInterval *whole)
{
  self->value = part->value / whole->value * 100;
  self->low = part->low / (part->low < 0 ? whole->low : whole->high) * 100;
  self->high = part->high / (part->high < 0 ? whole->high : whole->low) * 100;
}

/**
 * tide_interval_init_difference:
 * @self: (out caller-allocates): where the difference goes
 * @start: a value
 * @end: a later one
 *
 * Works out by how much a value changed.
 */
void
tide_interval_init_difference (TideInterval *self,
                               const TideInterval *start,
                               const TideInterval *end)
{
  self->value = end->value - start->value;
  self->low = end->low - start->high;
  self->high = end->high - start->low;
}

/**
 * tide_interval_init_product:
 * @self: (out caller-allocates): where the product goes
 * @a: a value, not below zero even at the least
 * @b: another, likewise
 *
 * Works out an amount at a rate.
 */
void
tide_interval_init_product (TideInterval *self, const TideInterval *a, const TideInterval *b)
{
  self->value = a->value * b->value;
  self->low = a->low * b->low;
  self->high = a->high * b->high;
}

/**
 * tide_interval_add:
 * @self: a number
 * @addend: another, which is added to it
 */
void
tide_interval_add (TideInterval *self, const TideInterval *addend)
{
  self->value += addend->value;
  self->low += addend->low;
  self->high += addend->high;
}

/**
 * tide_interval_overlaps:
 * @self: a number
 * @other: another
 *
 * Returns: whether both may be the same number
 */
gboolean
tide_interval_overlaps (const TideInterval *self, const TideInterval *other)
{
  const double slack = EPSILON * MAX (fabs (self->high), fabs (other->high));

  return self->low <= other->high + slack && other->low <= self->high + slack;
}
