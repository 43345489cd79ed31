/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-keys.h"

#include <string.h>

/* How long one slice of folding search texts ahead may hold the main loop. */
#define SLICE_MICROSECONDS 4000

struct _TideViewKeys
{
  GPtrArray *rows; /* owned, of TideViewRow: those to make ready ahead */
  TideOrder order;
  TideSnapshot *snapshot; /* owned (nullable): what keys and search texts are made against */
  guint fold_source;
  guint n_folded; /* rows from the start whose search text is ready */
};

/**
 * tide_view_row_new:
 * @project: a project
 *
 * Returns: (transfer full): a row without keys, not on view
 */
TideViewRow *
tide_view_row_new (TideProject *project)
{
  TideViewRow *row = g_new0 (TideViewRow, 1);

  row->project = g_object_ref (project);

  return row;
}

static void
clear_key (TideViewRow *row)
{
  if (row->has_key)
    tide_sort_key_clear (&row->key);
  row->has_key = FALSE;
}

/**
 * tide_view_row_free:
 * @row: (transfer full): a row
 */
void
tide_view_row_free (TideViewRow *row)
{
  clear_key (row);
  g_free (row->search_text);
  g_object_unref (row->project);
  g_free (row);
}

/**
 * tide_view_row_get_id:
 * @row: a row
 *
 * Returns: (transfer none): the id of its project
 */
const char *
tide_view_row_get_id (const TideViewRow *row)
{
  return tide_record_get_id (TIDE_RECORD (row->project));
}

static void
make_key (TideViewKeys *self, TideViewRow *row)
{
  if (row->has_key)
    return;

  tide_order_make_key (&self->order, tide_project_get_payload (row->project), self->snapshot,
                       &row->key);
  row->has_key = TRUE;
}

static gboolean
on_fold_idle (gpointer data)
{
  TideViewKeys *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (self->n_folded < self->rows->len && g_get_monotonic_time () < end)
    tide_view_keys_get_search_text (self, g_ptr_array_index (self->rows, self->n_folded++));
  if (self->n_folded < self->rows->len)
    return G_SOURCE_CONTINUE;

  self->fold_source = 0;

  return G_SOURCE_REMOVE;
}

/* Total: rows of equal keys stand in the order of their ids. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  TideViewKeys *self = data;
  const TideViewRow *row_a = a;
  const TideViewRow *row_b = b;
  int order = tide_order_compare (&self->order, &row_a->key, &row_b->key);

  return order != 0 ? order : strcmp (tide_view_row_get_id (row_a), tide_view_row_get_id (row_b));
}

/**
 * tide_view_keys_new:
 * @rows: (element-type TideViewRow): the rows, as they come and go
 *
 * Returns: (transfer full): keys of the order by name
 */
TideViewKeys *
tide_view_keys_new (GPtrArray *rows)
{
  TideViewKeys *self = g_new0 (TideViewKeys, 1);

  self->rows = g_ptr_array_ref (rows);
  self->order = (TideOrder) {
    .key = TIDE_ORDER_NAME,
    .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
    .language = tide_language_get_default (),
  };

  return self;
}

/**
 * tide_view_keys_free:
 * @self: (transfer full): keys
 */
void
tide_view_keys_free (TideViewKeys *self)
{
  tide_view_keys_stop (self);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * tide_view_keys_set_snapshot:
 * @self: keys
 * @snapshot: (nullable): the register that keys and search texts are made against from now on
 *
 * What is ready stays.
 */
void
tide_view_keys_set_snapshot (TideViewKeys *self, TideSnapshot *snapshot)
{
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = tide_snapshot_ref (snapshot);
}

/**
 * tide_view_keys_get_order:
 * @self: keys
 *
 * Returns: (transfer none): the order that the sort keys are of
 */
const TideOrder *
tide_view_keys_get_order (TideViewKeys *self)
{
  return &self->order;
}

/**
 * tide_view_keys_set_order:
 * @self: keys
 * @order: the order that the sort keys are to be of; copied
 *
 * Turning the direction round keeps the keys that are ready.
 *
 * Returns: whether that is another order
 */
gboolean
tide_view_keys_set_order (TideViewKeys *self, const TideOrder *order)
{
  const TideOrder old = self->order;
  const gboolean same_keys = old.key == order->key && old.amount_kind == order->amount_kind
                             && old.language == order->language;

  if (same_keys && old.descending == order->descending)
    return FALSE;

  self->order = *order;
  if (!same_keys)
    g_ptr_array_foreach (self->rows, (GFunc) clear_key, NULL);

  return TRUE;
}

/**
 * tide_view_keys_prepare:
 * @self: keys
 *
 * Makes the search texts of all rows ready while the main loop has nothing else to do.
 */
void
tide_view_keys_prepare (TideViewKeys *self)
{
  self->n_folded = 0;
  if (self->fold_source == 0 && self->rows->len > 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_LOW, on_fold_idle, self, NULL);
}

/**
 * tide_view_keys_stop:
 * @self: keys
 *
 * Makes nothing ready ahead any more.
 */
void
tide_view_keys_stop (TideViewKeys *self)
{
  g_clear_handle_id (&self->fold_source, g_source_remove);
}

/**
 * tide_view_keys_forget:
 * @self: keys
 * @row: a row whose project has changed
 *
 * Throws away what is ready of it.
 */
void
tide_view_keys_forget (TideViewKeys *self, TideViewRow *row)
{
  g_clear_pointer (&row->search_text, g_free);
  clear_key (row);
}

/**
 * tide_view_keys_forget_all:
 * @self: keys
 *
 * Throws away what is ready, as what projects refer to has changed.
 */
void
tide_view_keys_forget_all (TideViewKeys *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    tide_view_keys_forget (self, g_ptr_array_index (self->rows, i));
}

/**
 * tide_view_keys_get_search_text:
 * @self: keys
 * @row: a row
 *
 * Returns: (transfer none): the folded text that the row is found by
 */
const char *
tide_view_keys_get_search_text (TideViewKeys *self, TideViewRow *row)
{
  if (row->search_text == NULL)
    row->search_text
        = tide_project_dup_search_text (tide_project_get_payload (row->project), self->snapshot);

  return row->search_text;
}

/**
 * tide_view_keys_sort:
 * @self: keys
 * @rows: (element-type TideViewRow): rows, to be put into the present order
 */
void
tide_view_keys_sort (TideViewKeys *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    make_key (self, g_ptr_array_index (rows, i));
  g_ptr_array_sort_values_with_data (rows, compare_rows, self);
}

/**
 * tide_view_keys_find_place:
 * @self: keys
 * @rows: (element-type TideViewRow): rows, of which those looked at are in the present order
 * @first: the first one to look at
 * @end: the first one not to look at any more
 * @row: a row
 *
 * Returns: where @row stands in @rows, or would stand
 */
guint
tide_view_keys_find_place (
    TideViewKeys *self, GPtrArray *rows, guint first, guint end, TideViewRow *row)
{
  guint low = first, high = end;

  make_key (self, row);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_rows (g_ptr_array_index (rows, middle), row, self) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
