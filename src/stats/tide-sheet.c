/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-sheet.h"

/* More cells than this for each row cost more than looking at each row by itself. */
#define CELLS_PER_ROW 4
#define FEW_CELLS (64 * 1024)

/*
 * tide_cells_new:
 * @columns: the columns
 * @n_keys: how many keys there are
 *
 * Returns: (transfer full) (nullable): a cell for each key and facet; %NULL where that is too many
 */
TideCell *
tide_cells_new (const TideColumns *columns, gsize n_keys)
{
  const gsize n = n_keys * columns->facets->len;

  if (n > CELLS_PER_ROW * (gsize) columns->n_rows + FEW_CELLS)
    return NULL;

  return g_new0 (TideCell, n);
}

static void
add_extras (TideCell *cells,
            gsize n_facets,
            const TideBlock *block,
            const guint32 *keys,
            const guint16 *facets)
{
  for (guint i = 0; i < block->n[TIDE_EXTENT_EXTRAS]; i++)
    {
      const guint row = block->extra_row[i];

      if (facets[row] >= TIDE_FACET_FIRST_LIVE)
        tide_cell_add (&cells[keys[row] * n_facets + block->extra_facet[i]], 0,
                       block->extra_sum[i]);
    }
}

/*
 * tide_cells_add_block:
 * @cells: (array): cells for each key and facet
 * @n_facets: how many facets there are
 * @block: a block
 * @keys: (array): of its rows
 * @facets: (array): of its rows
 *
 * Adds up what its rows come to.
 */
void
tide_cells_add_block (TideCell *cells,
                      gsize n_facets,
                      const TideBlock *block,
                      const guint32 *keys,
                      const guint16 *facets)
{
  const guint n = block->n[TIDE_EXTENT_ROWS];
  const gint64 *bases = block->base;
  const gint64 *sums = block->sum;

  for (guint row = 0; row < n; row++)
    tide_cell_add (&cells[keys[row] * n_facets + facets[row]], bases[row], sums[row]);

  add_extras (cells, n_facets, block, keys, facets);
}

/*
 * tide_tally_add_cell:
 * @self: a tally
 * @facet: of the cell
 * @cell: what rows come to
 *
 * Adds their money up, unless they are left out.
 */
void
tide_tally_add_cell (TideTally *self, const TideFacet *facet, const TideCell *cell)
{
  if (facet->exclusion != TIDE_EXCLUSION_NONE)
    return;

  tide_tally_add_base (self, (gint64) cell->base);
  if (facet->currency >= 0 && cell->n > 0)
    tide_tally_add_sum (self, facet->currency, (gint64) cell->sum);
}

/*
 * tide_tally_count_rows:
 * @self: a tally
 * @facet: of the rows
 * @n: how many rows there are
 * @marks: what is said of them here
 *
 * Counts them, or that they are left out.
 */
void
tide_tally_count_rows (TideTally *self, const TideFacet *facet, guint n, guint marks)
{
  if (facet->exclusion != TIDE_EXCLUSION_NONE)
    self->n_excluded[facet->exclusion] += n;
  else if (!facet->is_extra)
    self->by_marks[marks & TIDE_MARKS_OF_FIGURES] += n;
}

/* Rows ------------------------------------------------------------------------------------------
 */

static void
add_blocks (TideSheet *self)
{
  const TideColumns *columns = self->groups->columns;

  for (guint i = 0; i < columns->blocks->len; i++)
    {
      const TideBlock *block = tide_columns_get_block (columns, i);
      const guint16 *facets = tide_columns_get_facets (columns, self->facets, i);

      tide_sheet_set_keys (self, block);
      tide_cells_add_block (self->cells, self->n_facets, block, self->keys, facets);
    }
}

/* Groups ----------------------------------------------------------------------------------------
 */

static const TideCell *
get_cell (const TideSheet *self, guint key, guint facet)
{
  return &self->cells[key * self->n_facets + facet];
}

/* What the filter leaves out, only the whole says. */
static void
put_down_cell (TideSheet *self, guint key, guint facet, GPtrArray *tallies, guint left_out)
{
  const TideFacet *what = tide_columns_get_facet (self->groups->columns, facet);
  const TideCell *cell = get_cell (self, key, facet);

  tide_tally_count_rows (self->groups->total, what, (guint) cell->n, what->marks);
  tide_tally_add_cell (self->groups->total, what, cell);
  for (guint i = 0; i < tallies->len && facet != TIDE_EXCLUSION_FILTER; i++)
    {
      TideTally *tally = g_ptr_array_index (tallies, i);

      tide_tally_count_rows (tally, what, (guint) cell->n, what->marks & ~left_out);
      tide_tally_add_cell (tally, what, cell);
    }
}

static void
put_down_key (TideSheet *self, guint key, GPtrArray *tallies)
{
  gboolean is_known = FALSE;
  guint left_out = 0;

  g_ptr_array_set_size (tallies, 0);
  for (guint facet = 0; facet < self->n_facets; facet++)
    {
      if (facet == TIDE_FACET_ODD || get_cell (self, key, facet)->n == 0)
        continue;

      if (!is_known && facet != TIDE_EXCLUSION_FILTER)
        {
          left_out = tide_sheet_find_groups (self, key, tallies);
          is_known = TRUE;
        }
      put_down_cell (self, key, facet, tallies, left_out);
    }
}

static void
put_down (TideSheet *self)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();

  for (guint key = TIDE_KEY_ODD + 1; key < self->n_keys; key++)
    put_down_key (self, key, tallies);
}

/* What takes a closer look ----------------------------------------------------------------------
 */

static gboolean
has_odd (const TideSheet *self)
{
  for (guint facet = 0; facet < self->n_facets; facet++)
    if (get_cell (self, TIDE_KEY_ODD, facet)->n > 0)
      return TRUE;
  for (guint key = 0; key < self->n_keys; key++)
    if (get_cell (self, key, TIDE_FACET_ODD)->n > 0)
      return TRUE;

  return FALSE;
}

static void
gather_odd (TideSheet *self, GArray *odd)
{
  const TideColumns *columns = self->groups->columns;
  guint row = 0;

  if (!has_odd (self))
    return;

  for (guint i = 0; i < columns->blocks->len; i++)
    {
      const TideBlock *block = tide_columns_get_block (columns, i);

      tide_sheet_set_keys (self, block);
      for (guint j = 0; j < block->n[TIDE_EXTENT_ROWS]; j++, row++)
        if (self->keys[j] == TIDE_KEY_ODD || self->facets[row] == TIDE_FACET_ODD)
          g_array_append_val (odd, row);
    }
}

static void
gather_all (const TideColumns *columns, GArray *odd)
{
  for (guint row = 0; row < columns->n_rows; row++)
    g_array_append_val (odd, row);
}

static gboolean
add_by_key (TideGroups *self, const guint16 *facets, GArray *odd)
{
  TideSheet sheet = { .groups = self, .facets = facets, .n_facets = self->columns->facets->len };
  gboolean is_added;

  tide_sheet_init_keys (&sheet);
  sheet.cells = tide_cells_new (self->columns, sheet.n_keys);
  is_added = sheet.cells != NULL;
  if (is_added)
    {
      add_blocks (&sheet);
      put_down (&sheet);
      gather_odd (&sheet, odd);
    }
  g_free (sheet.by_time);
  g_free (sheet.keys);
  g_free (sheet.cells);

  return is_added;
}

/*
 * tide_groups_add_at_once:
 * @self: groups that have counted nothing yet
 * @facets: (array): of all rows, the filter being a reason to be left out
 * @odd: (element-type guint): where the rows go that are not added
 *
 * Adds all rows up in a table of keys and facets, by three additions for each. Not added are those
 * that several of their amounts bring into several groups; and all of them where a sum might
 * overflow.
 */
void
tide_groups_add_at_once (TideGroups *self, const guint16 *facets, GArray *odd)
{
  gboolean is_added = FALSE;

  if (self->columns->is_bounded)
    is_added = self->crosswalk != NULL ? tide_groups_add_by_sector (self, facets, odd)
                                       : add_by_key (self, facets, odd);
  if (!is_added)
    gather_all (self->columns, odd);
}
