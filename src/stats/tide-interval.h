/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideInterval:
 * @value: a number as it is written, or as it is worked out of such numbers
 * @low: the least that it may be, as what is written was rounded
 * @high: the most
 *
 * A number that is known as far as rounding lets it be.
 */
typedef struct
{
  double value;
  double low;
  double high;
} TideInterval;

void tide_interval_init_rounded (TideInterval *self, double value, double precision);
void tide_interval_init_growth (TideInterval *self,
                                const TideInterval *start,
                                const TideInterval *end,
                                guint years);
void tide_interval_init_multiple (TideInterval *self,
                                  const TideInterval *start,
                                  const TideInterval *end);
void
tide_interval_init_share (TideInterval *self, const TideInterval *part, const TideInterval *whole);
void tide_interval_init_difference (TideInterval *self,
                                    const TideInterval *start,
                                    const TideInterval *end);
void tide_interval_init_product (TideInterval *self, const TideInterval *a, const TideInterval *b);
void tide_interval_add (TideInterval *self, const TideInterval *addend);
gboolean tide_interval_overlaps (const TideInterval *self, const TideInterval *other);

G_END_DECLS
