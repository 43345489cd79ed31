/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"

G_BEGIN_DECLS

/**
 * TIDE_DONUT_NONE:
 *
 * No slice.
 */
#define TIDE_DONUT_NONE G_MAXUINT

/**
 * TIDE_DONUT_MAX_SLICES:
 *
 * More slices than six and a rest cannot be told from each other.
 */
#define TIDE_DONUT_MAX_SLICES 7

/**
 * TideDonutVerdict:
 * @TIDE_DONUT_DRAWN: it can be drawn
 * @TIDE_DONUT_EMPTY: there is no whole, or nothing of it
 * @TIDE_DONUT_NEGATIVE: a part is negative
 * @TIDE_DONUT_TOO_MANY: there are more parts than %TIDE_DONUT_MAX_SLICES
 * @TIDE_DONUT_EXCEEDED: the parts add up to more than the whole
 *
 * Whether parts can be shown as slices of a whole.
 */
typedef enum
{
  TIDE_DONUT_DRAWN,
  TIDE_DONUT_EMPTY,
  TIDE_DONUT_NEGATIVE,
  TIDE_DONUT_TOO_MANY,
  TIDE_DONUT_EXCEEDED,
} TideDonutVerdict;

/**
 * TideDonutCell:
 * @has_value: whether the slice's value is known; else it has no arc
 * @value: the value, if known, 0 or more
 * @width: width of the slice's label beside the ring
 * @height: height of the slice's label there
 * @row_height: height of the slice's label in a list as wide as tide_donut_spec_get_list_room()
 */
typedef struct
{
  gboolean has_value;
  double value;
  double width;
  double height;
  double row_height;
} TideDonutCell;

/**
 * TideDonutSpec:
 * @is_mirrored: whether lines are read from right to left; the ring then runs counterclockwise
 * @n_slices: number of slices
 * @slices: (array): the slices
 * @whole: what they are parts of, above 0
 * @width: width of the area
 * @diameter: diameter of the ring, if there is room for it
 * @thickness: thickness of the ring
 * @leader: length of the lines from the ring to the labels
 * @swatch_extent: side of a colour sample in the list
 * @gap: distance of ring, list and samples from each other
 * @row_gap: distance of labels from each other
 *
 * Everything the places of a donut's slices follow from. Lengths have one unit, whichever it is.
 */
typedef struct
{
  gboolean is_mirrored;
  guint n_slices;
  const TideDonutCell *slices;
  double whole;
  double width;
  double diameter;
  double thickness;
  double leader;
  double swatch_extent;
  double gap;
  double row_gap;
} TideDonutSpec;

/**
 * TideDonutPoint:
 * @x: from the area's left edge
 * @y: from its upper edge
 *
 * A point.
 */
typedef struct
{
  double x;
  double y;
} TideDonutPoint;

/**
 * TideDonutPlace:
 * @start: where the slice starts, in radians from the top, in the direction of reading
 * @sweep: how far it reaches; 0 for zero and for a missing value
 * @label: where the label stands
 * @swatch: where the colour sample stands; without width beside the ring
 * @leader: the line from ring to label, from point to point; unused in the list
 */
typedef struct
{
  double start;
  double sweep;
  TideBox label;
  TideBox swatch;
  TideDonutPoint leader[3];
} TideDonutPlace;

/**
 * TideDonutLayout:
 * @ring: the square around the ring
 * @hole: a rectangle in its hole that is twice as wide as high
 * @thickness: thickness of the ring
 * @is_list: whether the labels are a list instead of standing beside their slices
 * @height: height of everything
 * @places: (array): one for each slice
 *
 * Where everything stands.
 */
typedef struct
{
  TideBox ring;
  TideBox hole;
  double thickness;
  gboolean is_list;
  double height;
  TideDonutPlace *places;

  /*< private >*/
  guint n_slices;
  gboolean is_mirrored;
} TideDonutLayout;

TideDonutVerdict tide_donut_judge (const TideDonutCell *slices, guint n_slices, double whole);
double tide_donut_add_up (const TideDonutCell *slices, guint n_slices);
double tide_donut_spec_get_list_room (const TideDonutSpec *spec);

TideDonutLayout *tide_donut_layout_new (const TideDonutSpec *spec);
void tide_donut_layout_free (TideDonutLayout *self);
guint tide_donut_layout_find (const TideDonutLayout *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideDonutLayout, tide_donut_layout_free)

G_END_DECLS
