/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-thinning.h"

#include <math.h>

/* What is kept of a column: positions of spots. */
typedef struct
{
  guint first;
  guint lowest;
  guint highest;
  guint last;
} Column;

static guint
find_end (const TideSpot *spots, guint n_spots, guint start, double width)
{
  double column = floor (spots[start].x / width);
  guint end = start + 1;

  while (end < n_spots && fabs (floor (spots[end].x / width) - column) < 0.5)
    end++;

  return end;
}

static Column
look_at_column (const TideSpot *spots, guint start, guint end)
{
  Column column = { start, start, start, end - 1 };

  for (guint i = start; i < end; i++)
    {
      if (spots[i].y < spots[column.lowest].y)
        column.lowest = i;
      if (spots[i].y > spots[column.highest].y)
        column.highest = i;
    }

  return column;
}

static guint
add (guint *chosen, guint n_chosen, guint spot)
{
  if (n_chosen == 0 || chosen[n_chosen - 1] < spot)
    chosen[n_chosen++] = spot;

  return n_chosen;
}

/**
 * tide_thinning_choose:
 * @spots: (array length=n_spots): the corners of a line, ordered by x, in either direction
 * @n_spots: how many there are
 * @column: width of a column that cannot be told from its neighbour, such as a pixel; above 0
 * @chosen: (out caller-allocates) (array): positions of those that are kept; has room for @n_spots
 *
 * Leaves out the corners of a line that nobody could see: of each column its first, lowest, highest
 * and last stay, in their order. The line through these covers the same pixels.
 *
 * Returns: how many are kept
 */
guint
tide_thinning_choose (const TideSpot *spots, guint n_spots, double column, guint *chosen)
{
  guint n_chosen = 0;

  for (guint start = 0, end; start < n_spots; start = end)
    {
      Column kept;

      end = find_end (spots, n_spots, start, column);
      kept = look_at_column (spots, start, end);
      n_chosen = add (chosen, n_chosen, kept.first);
      n_chosen = add (chosen, n_chosen, MIN (kept.lowest, kept.highest));
      n_chosen = add (chosen, n_chosen, MAX (kept.lowest, kept.highest));
      n_chosen = add (chosen, n_chosen, kept.last);
    }

  return n_chosen;
}
