/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-plot"

#include "plot/tide-line-stack.h"

/* What stands at one x so far, on either side of zero. */
typedef struct
{
  double x;
  double above;
  double below;
} Pile;

struct _TideLineStack
{
  GArray *piles; /* owned array of Pile, by x */
  guint at;      /* where the last point was put */
};

static int
compare_piles (gconstpointer a, gconstpointer b)
{
  const Pile *one = a;
  const Pile *other = b;

  return (one->x > other->x) - (one->x < other->x);
}

static void
remove_duplicates (GArray *piles)
{
  guint n_kept = 0;

  for (guint i = 0; i < piles->len; i++)
    {
      Pile pile = g_array_index (piles, Pile, i);

      if (n_kept == 0 || pile.x > g_array_index (piles, Pile, n_kept - 1).x)
        g_array_index (piles, Pile, n_kept++) = pile;
    }

  g_array_set_size (piles, n_kept);
}

/**
 * tide_line_stack_new:
 * @spec: a chart; only its points are read
 *
 * Returns: (transfer full): an empty pile at each x of the chart
 */
TideLineStack *
tide_line_stack_new (const TideLineSpec *spec)
{
  TideLineStack *self = g_new0 (TideLineStack, 1);

  self->piles = g_array_new (FALSE, FALSE, sizeof (Pile));
  for (guint i = 0; i < spec->n_series; i++)
    {
      for (guint j = 0; j < spec->series[i].n_points; j++)
        g_array_append_val (self->piles, ((Pile) { .x = spec->series[i].points[j].x }));
    }

  g_array_sort (self->piles, compare_piles);
  remove_duplicates (self->piles);

  return self;
}

/**
 * tide_line_stack_free:
 * @self: (transfer full): a stack
 *
 * Frees it.
 */
void
tide_line_stack_free (TideLineStack *self)
{
  g_array_unref (self->piles);
  g_free (self);
}

static Pile *
find_pile (TideLineStack *self, double x)
{
  Pile *pile = &g_array_index (self->piles, Pile, self->at);

  if (x < pile->x)
    self->at = 0;
  while (self->at + 1 < self->piles->len && g_array_index (self->piles, Pile, self->at).x < x)
    self->at++;

  return &g_array_index (self->piles, Pile, self->at);
}

/**
 * tide_line_stack_add:
 * @self: a stack
 * @point: a point of the chart that it was made for, with a value
 *
 * Puts a point on top of those with the same x that were added before: positive ones upwards from
 * zero, negative ones downwards. Fast for points in the order of x.
 *
 * Returns: the value at which the point begins; it ends that much higher
 */
double
tide_line_stack_add (TideLineStack *self, const TideLinePoint *point)
{
  Pile *pile = find_pile (self, point->x);
  double *end = point->value < 0 ? &pile->below : &pile->above;
  double start = *end;

  *end += point->value;

  return start;
}
