/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-sheet.h"

/* The keys of whole rows. */
enum
{
  ROWS_PLACED,  /* by their classes, so that the amounts are given by parts */
  ROWS_NOWHERE, /* unclassified as they are */
  N_ROW_KEYS,
};

/* The keys of parts; behind them, one for each sector. */
enum
{
  PARTS_ELSEWHERE, /* of classes that the row is not placed by */
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
  guint32 *row_keys;  /* owned: by profile */
  guint32 *part_keys; /* owned: by place */
  TideCell *counts;   /* owned: by profile and facet; without money */
  TideCell *rows;     /* owned: by row key and facet */
  TideCell *parts;    /* owned: by part key and facet */
} Sheet;

static void
sheet_init (Sheet *self, TideGroups *groups, const guint16 *facets)
{
  const TideColumns *columns = groups->columns;

  *self = (Sheet) { .groups = groups, .facets = facets, .n_facets = columns->facets->len };
  self->n_profiles = columns->places_end->len;
  self->row_keys = g_new (guint32, self->n_profiles);
  self->part_keys = g_new (guint32, tide_columns_get_n_places (columns));
  self->counts = tide_cells_new (columns, self->n_profiles);
  self->rows = tide_cells_new (columns, N_ROW_KEYS);
  self->parts = tide_cells_new (columns, PARTS_FIRST_SECTOR + groups->n_indexed);
  tide_placing_init (&self->placing, groups, NULL);
}

static void
sheet_clear (Sheet *self)
{
  tide_placing_clear (&self->placing);
  g_free (self->row_keys);
  g_free (self->part_keys);
  g_free (self->counts);
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
    return PARTS_ELSEWHERE;

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

      self->row_keys[profile] = taxonomy == TIDE_NOWHERE ? ROWS_NOWHERE : ROWS_PLACED;
      for (guint i = tide_columns_get_first_place (columns, profile); i < end; i++)
        self->part_keys[i] = get_part_key (self, i, taxonomy);
    }
}

/* Rows and parts --------------------------------------------------------------------------------
 */

static void
add_rows (Sheet *self, const TideBlock *block, const guint16 *facets)
{
  const guint n = block->n[TIDE_EXTENT_ROWS];
  const guint n_facets = self->n_facets;
  const guint32 *profiles = block->profile;
  const guint32 *keys = self->row_keys;
  const gint64 *bases = block->base;
  const gint64 *sums = block->sum;
  TideCell *counts = self->counts;
  TideCell *rows = self->rows;

  for (guint row = 0; row < n; row++)
    {
      const guint profile = profiles[row];

      counts[profile * n_facets + facets[row]].n++;
      tide_cell_add (&rows[keys[profile] * n_facets + facets[row]], bases[row], sums[row]);
    }
}

static void
add_parts (Sheet *self, const TideBlock *block, const guint16 *facets)
{
  const guint n = block->n[TIDE_EXTENT_CLASSES];
  const guint n_facets = self->n_facets;
  const guint32 *rows = block->class_row;
  const guint32 *places = block->class_place;
  const guint32 *keys = self->part_keys;
  const gint64 *bases = block->class_base;
  const gint64 *sums = block->class_sum;
  TideCell *parts = self->parts;

  for (guint i = 0; i < n; i++)
    tide_cell_add_part (&parts[keys[places[i]] * n_facets + facets[rows[i]]], bases[i], sums[i]);
}

static void
add_extra_parts (Sheet *self, const TideBlock *block, guint extra)
{
  const guint row = block->extra_row[extra];
  const guint facet = block->extra_facet[extra];
  guint part = tide_block_get_first_part (block, extra);

  for (guint i = tide_block_get_first_class (block, row); i < block->classes_end[row]; i++)
    {
      const guint key = self->part_keys[block->class_place[i]];

      tide_cell_add_part (&self->parts[key * self->n_facets + facet], 0, block->part[part++]);
    }
}

static void
add_extras (Sheet *self, const TideBlock *block, const guint16 *facets)
{
  for (guint i = 0; i < block->n[TIDE_EXTENT_EXTRAS]; i++)
    {
      const guint row = block->extra_row[i];
      const guint key = self->row_keys[block->profile[row]];

      if (facets[row] < TIDE_FACET_FIRST_LIVE)
        continue;

      tide_cell_add (&self->rows[key * self->n_facets + block->extra_facet[i]], 0,
                     block->extra_sum[i]);
      if (key == ROWS_PLACED)
        add_extra_parts (self, block, i);
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

      add_rows (self, block, facets);
      add_parts (self, block, facets);
      add_extras (self, block, facets);
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
        && self->counts[profile * self->n_facets + facet].n > 0)
      return TRUE;

  return FALSE;
}

static void
count_profile (Sheet *self, guint profile)
{
  TidePlacing *placing = &self->placing;
  guint marks = 0;

  if (has_rows (self, profile))
    tide_placing_mention (placing, profile, &marks);
  for (guint facet = 0; facet < self->n_facets; facet++)
    {
      const TideFacet *what = tide_columns_get_facet (self->groups->columns, facet);
      const guint n = (guint) self->counts[profile * self->n_facets + facet].n;

      if (n == 0 || facet == TIDE_FACET_ODD)
        continue;

      tide_tally_count_rows (self->groups->total, what, n, what->marks | marks);
      for (guint i = 0; i < placing->n_touches && facet != TIDE_EXCLUSION_FILTER; i++)
        tide_tally_count_rows (placing->touches[i].tally, what, n, what->marks | marks);
    }
  placing->n_touches = 0;
}

/* A cell without money is no reason to have a group. */
static gboolean
is_empty (const TideCell *cell)
{
  return cell->n == 0 && cell->base == 0;
}

static void
put_rows_down (Sheet *self, guint facet)
{
  const TideFacet *what = tide_columns_get_facet (self->groups->columns, facet);
  const TideCell *nowhere = &self->rows[ROWS_NOWHERE * self->n_facets + facet];

  tide_tally_add_cell (self->groups->total, what,
                       &self->rows[ROWS_PLACED * self->n_facets + facet]);
  tide_tally_add_cell (self->groups->total, what, nowhere);
  if (!is_empty (nowhere))
    tide_tally_add_cell (tide_groups_get_none (self->groups), what, nowhere);
}

static void
put_parts_down (Sheet *self, guint key, guint facet)
{
  const TideFacet *what = tide_columns_get_facet (self->groups->columns, facet);
  const TideCell *cell = &self->parts[key * self->n_facets + facet];
  guint sector = key - PARTS_FIRST_SECTOR;
  TideTally *tally;

  if (is_empty (cell))
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
    count_profile (self, profile);
  for (guint facet = TIDE_FACET_FIRST_LIVE; facet < self->n_facets; facet++)
    {
      put_rows_down (self, facet);
      for (guint key = PARTS_OF_NONE; key < n_keys; key++)
        put_parts_down (self, key, facet);
    }
}

static void
gather_odd (const Sheet *self, GArray *odd)
{
  guint64 n = 0;

  for (guint profile = 0; profile < self->n_profiles; profile++)
    n += self->counts[profile * self->n_facets + TIDE_FACET_ODD].n;

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
  is_added = sheet.counts != NULL && sheet.rows != NULL && sheet.parts != NULL;
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
