/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TideBox:
 * @x: its left edge
 * @y: its upper edge
 * @width: its width
 * @height: its height
 *
 * A rectangle. Lengths have one unit, whichever it is.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TideBox;

gboolean tide_box_contains (const TideBox *self, double x, double y);
TideBox tide_box_mirror (const TideBox *self, double width);

G_END_DECLS
