/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-sheet.h"

/* The keys of parts: what is of none of the classes; then one for each sector; then one for each
 * sector by which the row is not placed, so that these do not all wait for the same sum. */
enum
{
  PARTS_OF_NONE,
  PARTS_FIRST_SECTOR,
};

/* Rows by profile, and their amounts by class. */
typedef struct
{
  TideGroups *groups; /* borrowed */
  TidePlacing placing;
  const guint16 *facets; /* borrowed: of the rows */
  guint n_facets;
  guint n_profiles;
  gboolean *is_placed; /* owned: by profile, whether amounts are given to classes by parts */
  guint32 *part_keys;  /* owned: by place */
  TideCell *rows;      /* owned: by profile and facet */
  TideCell *parts;     /* owned: by part key and facet */
} Sheet;

static void
sheet_init (Sheet *self, TideGroups *groups, const guint16 *facets)
{
  const TideColumns *columns = groups->columns;

  *self = (Sheet) { .groups = groups, .facets = facets, .n_facets = columns->facets->len };
  self->n_profiles = columns->places_end->len;
  self->is_placed = g_new (gboolean, self->n_profiles);
  self->part_keys = g_new (guint32, tide_columns_get_n_places (columns));
  self->rows = tide_cells_new (columns, self->n_profiles);
  self->parts = tide_cells_new (columns, PARTS_FIRST_SECTOR + 2 * groups->n_indexed);
  tide_placing_init (&self->placing, groups, NULL);
}

static void
sheet_clear (Sheet *self)
{
  tide_placing_clear (&self->placing);
  g_free (self->is_placed);
  g_free (self->part_keys);
  g_free (self->rows);
  g_free (self->parts);
}

/* Keys ------------------------------------------------------------------------------------------
 */

static guint
get_part_key (const Sheet *self, guint place, guint taxonomy)
{
  const guint sector = tide_columns_get_sector (self->groups->columns, place);
  const guint class = tide_placing_find_class (&self->placing, place);

  if (self->placing.taxonomies[sector] != taxonomy)
    return PARTS_FIRST_SECTOR + self->groups->n_indexed + sector;

  return class == TIDE_NOWHERE ? PARTS_OF_NONE : PARTS_FIRST_SECTOR + class;
}

static void
set_keys (Sheet *self)
{
  const TideColumns *columns = self->groups->columns;
  gboolean is_mapped;

  for (guint profile = 0; profile < self->n_profiles; profile++)
    {
      const guint taxonomy = tide_placing_choose (&self->placing, profile, &is_mapped);
      const guint end = tide_columns_get_places_end (columns, profile);

      self->is_placed[profile] = taxonomy != TIDE_NOWHERE;
      for (guint i = tide_columns_get_first_place (columns, profile); i < end; i++)
        self->part_keys[i] = get_part_key (self, i, taxonomy);
    }
}

/* Rows and parts --------------------------------------------------------------------------------
 */

static void
add_shares (Sheet *self, const TideBlock *block, const guint16 *facets)
{
  const guint n = block->n[TIDE_EXTENT_SHARES];
  const gsize n_facets = self->n_facets;
  const guint16 *rows = block->share_row;
  const guint32 *places = block->share_place;
  const guint32 *keys = self->part_keys;
  const gint64 *bases = block->share_base;
  const gint64 *sums = block->share_sum;
  TideCell *parts = self->parts;

  for (guint i = 0; i < n; i++)
    tide_cell_add_part (&parts[keys[places[i]] * n_facets + facets[rows[i]]], bases[i], sums[i]);
}

/* The parts of rows that are left out are put down as left out for whatever reason. */
static void
add_parts (Sheet *self, const TideBlock *block, const guint16 *facets)
{
  for (guint i = 0; i < block->n[TIDE_EXTENT_PARTS]; i++)
    {
      const guint key = self->part_keys[block->part_place[i]];
      const gboolean is_live = facets[block->part_row[i]] >= TIDE_FACET_FIRST_LIVE;
      const guint facet = is_live ? block->part_facet[i] : 0;

      tide_cell_add_part (&self->parts[key * self->n_facets + facet], 0, block->part_sum[i]);
    }
}

static void
add_blocks (Sheet *self)
{
  const TideColumns *columns = self->groups->columns;

  for (guint i = 0; i < columns->blocks->len; i++)
    {
      const TideBlock *block = tide_columns_get_block (columns, i);
      const guint16 *facets = tide_columns_get_facets (columns, self->facets, i);

      tide_cells_add_block (self->rows, self->n_facets, block, block->profile, facets);
      add_shares (self, block, facets);
      add_parts (self, block, facets);
    }
}

/* Groups ----------------------------------------------------------------------------------------
 */

/* Whether there are rows that the filter lets through and that are not odd. */
static gboolean
has_rows (const Sheet *self, guint profile)
{
  for (guint facet = 0; facet < self->n_facets; facet++)
    if (facet != TIDE_EXCLUSION_FILTER && facet != TIDE_FACET_ODD
        && self->rows[profile * self->n_facets + facet].n > 0)
      return TRUE;

  return FALSE;
}

static void
put_profile_down (Sheet *self, guint profile, guint facet, guint marks)
{
  const TideFacet *what = tide_columns_get_facet (self->groups->columns, facet);
  const TideCell *cell = &self->rows[profile * self->n_facets + facet];
  const TidePlacing *placing = &self->placing;

  tide_tally_count_rows (self->groups->total, what, (guint) cell->n, what->marks | marks);
  tide_tally_add_cell (self->groups->total, what, cell);
  for (guint i = 0; i < placing->n_touches && facet != TIDE_EXCLUSION_FILTER; i++)
    {
      TideTally *tally = placing->touches[i].tally;

      tide_tally_count_rows (tally, what, (guint) cell->n, what->marks | marks);
      if (!self->is_placed[profile])
        tide_tally_add_cell (tally, what, cell);
    }
}

static void
put_rows_down (Sheet *self, guint profile)
{
  guint marks = 0;

  if (has_rows (self, profile))
    tide_placing_mention (&self->placing, profile, &marks);
  for (guint facet = 0; facet < self->n_facets; facet++)
    if (facet != TIDE_FACET_ODD && self->rows[profile * self->n_facets + facet].n > 0)
      put_profile_down (self, profile, facet, marks);
  self->placing.n_touches = 0;
}

static void
put_parts_down (Sheet *self, guint key, guint facet)
{
  const TideFacet *what = tide_columns_get_facet (self->groups->columns, facet);
  const TideCell *cell = &self->parts[key * self->n_facets + facet];
  guint sector = key - PARTS_FIRST_SECTOR;
  TideTally *tally;

  /* A cell without money is no reason to have a group. */
  if (cell->n == 0 && cell->base == 0)
    return;
  if (key == PARTS_OF_NONE)
    {
      tide_tally_add_cell (tide_groups_get_none (self->groups), what, cell);
      return;
    }

  while ((tally = tide_groups_next_of_class (self->groups, &sector)) != NULL)
    tide_tally_add_cell (tally, what, cell);
}

static void
put_down (Sheet *self)
{
  const guint n_keys = PARTS_FIRST_SECTOR + self->groups->n_indexed;

  for (guint profile = 0; profile < self->n_profiles; profile++)
    put_rows_down (self, profile);
  for (guint key = PARTS_OF_NONE; key < n_keys; key++)
    for (guint facet = TIDE_FACET_FIRST_LIVE; facet < self->n_facets; facet++)
      put_parts_down (self, key, facet);
}

static void
gather_odd (const Sheet *self, GArray *odd)
{
  guint64 n = 0;

  for (guint profile = 0; profile < self->n_profiles; profile++)
    n += self->rows[profile * self->n_facets + TIDE_FACET_ODD].n;

  for (guint row = 0; n > 0 && row < self->groups->columns->n_rows; row++)
    if (self->facets[row] == TIDE_FACET_ODD)
      g_array_append_val (odd, row);
}

/*
 * tide_groups_add_by_sector:
 * @self: groups by sector that have counted nothing yet
 * @facets: (array): of all rows
 * @odd: (element-type guint): where the rows go that are not added
 *
 * Counts rows by profile, as where they are mentioned hangs on nothing else, and adds the parts of
 * their amounts up by class.
 *
 * Returns: %FALSE where there are too many profiles, and nothing is added
 */
gboolean
tide_groups_add_by_sector (TideGroups *self, const guint16 *facets, GArray *odd)
{
  Sheet sheet;
  gboolean is_added;

  sheet_init (&sheet, self, facets);
  is_added = sheet.rows != NULL && sheet.parts != NULL;
  if (is_added)
    {
      set_keys (&sheet);
      add_blocks (&sheet);
      put_down (&sheet);
      gather_odd (&sheet, odd);
    }
  sheet_clear (&sheet);

  return is_added;
}
