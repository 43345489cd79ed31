/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-line-layout.h"

#include <math.h>

/* Points this close to each other, in pixels, are told apart by their height. */
#define SAME_COLUMN 0.75

/* The first dot of a series that lies at x or beyond it, in the order of the points. */
static guint
search_dot (const TideLineLayout *self, guint series, double x)
{
  guint low = self->starts[series];
  guint high = self->starts[series + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      double at = self->dots[middle].x;

      if (self->is_mirrored ? at > x : at < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What is nearest to a point so far: dots in the same column count as equally near in x. */
typedef struct
{
  TideLinePlace place;
  double across;
  double along;
} Nearest;

static void
look_at_dot (
    const TideLineLayout *self, guint series, guint dot, const TideSpot *spot, Nearest *nearest)
{
  const TideLineDot *at = &self->dots[dot];
  double across = MAX (fabs (at->x - spot->x) - SAME_COLUMN, 0);
  double along = fabs (at->y - spot->y);

  if (!at->is_known)
    return;
  if (across > nearest->across || (!(across < nearest->across) && along >= nearest->along))
    return;

  *nearest = (Nearest) { { series, dot - self->starts[series] }, across, along };
}

/* Looks in both directions, as long as dots are in one column, and past those without a value. */
static void
look_at_series (const TideLineLayout *self, guint series, const TideSpot *spot, Nearest *nearest)
{
  guint start = search_dot (self, series, spot->x);

  for (guint i = start; i < self->starts[series + 1]; i++)
    {
      look_at_dot (self, series, i, spot, nearest);
      if (self->dots[i].is_known && fabs (self->dots[i].x - spot->x) > SAME_COLUMN)
        break;
    }
  for (guint i = start; i > self->starts[series]; i--)
    {
      look_at_dot (self, series, i - 1, spot, nearest);
      if (self->dots[i - 1].is_known && fabs (self->dots[i - 1].x - spot->x) > SAME_COLUMN)
        break;
    }
}

/**
 * tide_line_layout_find:
 * @self: a layout
 * @x: a point
 * @y: a point
 *
 * Finds the point with a value that is nearest in x, and of several there the one nearest in y.
 *
 * Returns: its place; %TIDE_LINE_NOWHERE outside the plot
 */
TideLinePlace
tide_line_layout_find (const TideLineLayout *self, double x, double y)
{
  const TideSpot spot = { x, y };
  Nearest nearest = { TIDE_LINE_NOWHERE, G_MAXDOUBLE, G_MAXDOUBLE };

  if (!tide_box_contains (&self->plot, x, y))
    return TIDE_LINE_NOWHERE;

  for (guint i = 0; i < self->n_series; i++)
    look_at_series (self, i, &spot, &nearest);

  return nearest.place;
}

static TideLinePlace
find_end (const TideLineLayout *self, TideLineMove move)
{
  for (guint i = 0; i < self->n_series; i++)
    {
      guint n_dots = tide_line_layout_get_n_dots (self, i);

      if (n_dots > 0)
        return (TideLinePlace) { i, move == TIDE_LINE_LAST || move == TIDE_LINE_PREVIOUS
                                        ? n_dots - 1
                                        : 0 };
    }

  return TIDE_LINE_NOWHERE;
}

static guint
find_nearest_in_x (const TideLineLayout *self, guint series, double x)
{
  guint start = self->starts[series];
  guint found = search_dot (self, series, x);

  if (found == self->starts[series + 1])
    return found - 1 - start;
  if (found > start && fabs (self->dots[found - 1].x - x) < fabs (self->dots[found].x - x))
    found--;

  return found - start;
}

static TideLinePlace
change_series (const TideLineLayout *self, TideLinePlace place, int step)
{
  double x = tide_line_layout_get_dot (self, place)->x;

  for (guint i = place.series + (guint) step; i < self->n_series; i += (guint) step)
    {
      if (tide_line_layout_get_n_dots (self, i) > 0)
        return (TideLinePlace) { i, find_nearest_in_x (self, i, x) };
    }

  return place;
}

/**
 * tide_line_layout_move:
 * @self: a layout
 * @place: where the cursor is, or %TIDE_LINE_NOWHERE
 * @move: where it is to go
 *
 * Moves a cursor along a series, points without a value included, or to the point nearest in x of
 * the series beside it. From nowhere, every move leads to an end of the first series.
 *
 * Returns: where it arrives, @place itself at the end of its way
 */
TideLinePlace
tide_line_layout_move (const TideLineLayout *self, TideLinePlace place, TideLineMove move)
{
  guint last;

  if (tide_line_layout_get_dot (self, place) == NULL)
    return find_end (self, move);

  last = tide_line_layout_get_n_dots (self, place.series) - 1;
  switch (move)
    {
    case TIDE_LINE_PREVIOUS:
      place.point = place.point > 0 ? place.point - 1 : 0;
      break;
    case TIDE_LINE_NEXT:
      place.point = MIN (place.point + 1, last);
      break;
    case TIDE_LINE_FIRST:
      place.point = 0;
      break;
    case TIDE_LINE_LAST:
      place.point = last;
      break;
    case TIDE_LINE_SERIES_BEFORE:
      return change_series (self, place, -1);
    case TIDE_LINE_SERIES_AFTER:
      return change_series (self, place, 1);
    default:
      g_assert_not_reached ();
    }

  return place;
}
