/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideSpot:
 * @x: where it lies
 * @y: where it lies
 *
 * A point of a picture.
 */
typedef struct
{
  double x;
  double y;
} TideSpot;

guint tide_thinning_choose (const TideSpot *spots, guint n_spots, double column, guint *chosen);

G_END_DECLS
