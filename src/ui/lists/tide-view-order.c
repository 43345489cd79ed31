/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-private.h"

#include <string.h>

static void
make_key (TideView *self, const TideProjectPayload *project, TideSortKey *key)
{
  if (self->is_by_id)
    *key = (TideSortKey) { 0 };
  else
    tide_order_make_key (&self->present, project,
                         self->is_refreshing ? self->present_snapshot : self->snapshot, key);
}

/* Whether @row stands before the project of @key and @id. Total: rows of equal keys stand in the
 * order of their ids. */
static gboolean
is_before (TideView *self, guint32 row, const TideSortKey *key, const char *id)
{
  const TideProjectPayload *project = tide_view_rows_get_payload (self->rows, row);
  TideSortKey own;
  int order;

  make_key (self, project, &own);
  order = tide_order_compare (&self->present, &own, key);
  tide_sort_key_clear (&own);

  return order != 0 ? order < 0 : strcmp (project->base.id, id) < 0;
}

/*
 * tide_view_find_place:
 * @self: a view
 * @rows: (element-type guint32): rows, of which those looked at are in the present order
 * @first: the first one to look at
 * @end: the first one not to look at any more
 * @row: a row that is not in @rows
 *
 * Returns: where @row would stand in @rows
 */
guint
tide_view_find_place (TideView *self, GArray *rows, guint first, guint end, guint32 row)
{
  const TideProjectPayload *project = tide_view_rows_get_payload (self->rows, row);
  guint low = first, high = end;
  TideSortKey key;

  make_key (self, project, &key);
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (is_before (self, g_array_index (rows, guint32, middle), &key, project->base.id))
        low = middle + 1;
      else
        high = middle;
    }
  tide_sort_key_clear (&key);

  return low;
}

/*
 * tide_view_insert_sorted:
 * @self: a view
 * @row: a row that is new, or was taken out because it changed
 */
void
tide_view_insert_sorted (TideView *self, guint32 row)
{
  const guint place = tide_view_find_place (self, self->sorted, 0, self->sorted->len, row);

  g_array_insert_val (self->sorted, place, row);
}

/*
 * tide_view_put_in_order:
 * @self: a view
 *
 * Puts all rows into the order that is wanted, where it is ready.
 */
void
tide_view_put_in_order (TideView *self)
{
  g_autoptr (GArray) strays = NULL;
  GArray *rows;

  if (self->snapshot == NULL)
    return;

  rows = tide_view_work_dup_order (self->work, &strays);
  if (rows == NULL)
    return;

  self->present = self->order;
  self->is_by_id = FALSE;
  self->is_refreshing = FALSE;
  g_clear_pointer (&self->present_snapshot, tide_snapshot_unref);
  g_array_unref (self->sorted);
  self->sorted = rows;
  for (guint i = 0; i < strays->len; i++)
    tide_view_insert_sorted (self, g_array_index (strays, guint32, i));
}

static void
sort_by_id (TideView *self)
{
  const guint n = tide_view_rows_get_n (self->rows);

  g_array_set_size (self->sorted, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->sorted, guint32, i) = tide_view_rows_get (self->rows, i);
  self->is_by_id = TRUE;
}

/* The rows that were there keep their order, new ones come last. */
static void
renumber (TideView *self, const guint32 *numbers)
{
  const guint n = tide_view_rows_get_n (self->rows);
  g_autoptr (GArray) before = g_steal_pointer (&self->sorted);
  g_autofree guint8 *is_there = g_new0 (guint8, n + 1);

  self->sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  for (guint i = 0; i < before->len; i++)
    {
      const guint32 row = numbers[g_array_index (before, guint32, i)];

      if (row == TIDE_VIEW_NO_ROW)
        continue;
      g_array_append_val (self->sorted, row);
      is_there[row] = 1;
    }
  for (guint32 row = 0; row < n; row++)
    if (!is_there[row])
      g_array_append_val (self->sorted, row);
}

/*
 * tide_view_begin_order:
 * @self: a view
 * @numbers: (nullable): what became of the rows, where they have been numbered anew
 *
 * Has all rows put in order anew. Until that is ready those that are known stay in the order that
 * they were in; where there are none, all are in the order of their ids.
 */
void
tide_view_begin_order (TideView *self, const guint32 *numbers)
{
  tide_view_work_begin (self->work, self->snapshot);
  self->is_refreshing = !self->is_by_id && self->sorted->len > 0;
  if (!self->is_refreshing)
    sort_by_id (self);
  else if (numbers != NULL)
    renumber (self, numbers);
  if (!tide_view_work_is_many (self->work))
    tide_view_put_in_order (self);
}
