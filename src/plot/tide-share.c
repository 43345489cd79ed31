/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-share.h"

#include <math.h>

/* More than a million times the whole is no share any more. */
#define MOST 1e9
/* A quotient this close to a number of thousandths is that number. */
#define TOLERANCE 1e-9

/**
 * tide_share_init:
 * @self: (out caller-allocates): the share
 * @part: the part, 0 or more
 * @whole: the whole, above 0
 *
 * Works out part ÷ whole, rounded to the nearest thousandth, halves up. Each share is rounded by
 * itself, so that those of all parts may add up to a little more or less than the whole.
 *
 * Returns: %FALSE where there is no share: without a whole, of a negative part, and of one that is
 *   more than a million times the whole
 */
gboolean
tide_share_init (TideShare *self, double part, double whole)
{
  double exact = part / whole * 1000;

  *self = (TideShare) { 0 };
  if (!(whole > 0) || !(part >= 0) || !(exact <= MOST))
    return FALSE;

  self->permille = (guint) floor (exact + 0.5 + TOLERANCE);
  self->is_rounded = fabs (exact - self->permille) > TOLERANCE * MAX (1, exact);

  return TRUE;
}
