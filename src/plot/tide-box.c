/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-box.h"

/**
 * tide_box_contains:
 * @self: a box
 * @x: a point
 * @y: a point
 *
 * Returns: whether the point lies in the box, the left and upper edges included
 */
gboolean
tide_box_contains (const TideBox *self, double x, double y)
{
  return x >= self->x && x < self->x + self->width && y >= self->y && y < self->y + self->height;
}

/**
 * tide_box_mirror:
 * @self: a box
 * @width: width of the area it is in
 *
 * Returns: where it stands if the area is read from right to left
 */
TideBox
tide_box_mirror (const TideBox *self, double width)
{
  return (TideBox) { width - self->x - self->width, self->y, self->width, self->height };
}
