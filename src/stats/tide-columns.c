/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-columns.h"

#include "stats/tide-columns-private.h"
#include "stats/tide-row-filler.h"

#include <string.h>

/* As many rows as a block has at first, so that there is room for more. */
#define ROWS_OF_NEW_BLOCK (TIDE_MAX_ROWS_OF_BLOCK / 2)

/* Making ----------------------------------------------------------------------------------------
 */

static guint
get_n_rows (const TideBlock *block)
{
  return block->n[TIDE_EXTENT_ROWS];
}

static void
take_block (TideColumns *self, TideBlock *block)
{
  g_ptr_array_add (self->blocks, block);
  self->n_rows += get_n_rows (block);
  g_array_append_val (self->first_rows, self->n_rows);
}

static void
close_block (TideRowFiller *filler)
{
  if (filler->block == NULL)
    return;

  tide_block_close (filler->block);
  take_block (filler->columns, g_steal_pointer (&filler->block));
}

/* Sees to it that a block is open, and that it has room. */
static void
open_block (TideRowFiller *filler, guint max_rows)
{
  if (filler->block != NULL && get_n_rows (filler->block) >= max_rows)
    close_block (filler);
  if (filler->block == NULL)
    filler->block = tide_block_new (ROWS_OF_NEW_BLOCK);
}

static void
fill (TideColumns *self, const GPtrArray *projects)
{
  TideRowFiller filler;

  tide_row_filler_init (&filler, self);
  for (guint row = 0; row < projects->len; row++)
    {
      open_block (&filler, ROWS_OF_NEW_BLOCK);
      tide_row_filler_add_row (&filler, g_ptr_array_index (projects, row));
    }
  close_block (&filler);
  tide_row_filler_clear (&filler);
}

/* Taking over -----------------------------------------------------------------------------------
 */

/* The row of @project in @previous; rows stand in the order of ids, so that one walk finds all. */
static gboolean
find_before (const GPtrArray *before, guint *from, const TidePayload *project)
{
  while (*from < before->len
         && strcmp (((TidePayload *) g_ptr_array_index (before, *from))->id, project->id) < 0)
    (*from)++;

  return *from < before->len && g_ptr_array_index (before, *from) == project;
}

/* How many projects from @row on are those from @from on before, up to @max. */
static guint
count_same (const GPtrArray *projects, guint row, const GPtrArray *before, guint from, guint max)
{
  const guint n = MIN (max, projects->len - row);
  guint i = 0;

  while (i < n && projects->pdata[row + i] == before->pdata[from + i])
    i++;

  return i;
}

/* Takes over a whole block, or else the rows of it that follow one another, at least one. */
static guint
take_over (TideRowFiller *filler,
           const TideColumns *previous,
           const GPtrArray *projects,
           guint row,
           guint from)
{
  const GPtrArray *before = tide_snapshot_get_records (previous->snapshot, TIDE_RECORD_PROJECT);
  guint first;
  const TideBlock *block = tide_columns_find_block (previous, from, &first);
  guint n = count_same (projects, row, before, from, first + get_n_rows (block) - from);

  if (n == get_n_rows (block))
    {
      close_block (filler);
      take_block (filler->columns, tide_block_ref ((TideBlock *) block));
      return n;
    }

  open_block (filler, TIDE_MAX_ROWS_OF_BLOCK);
  n = MIN (n, TIDE_MAX_ROWS_OF_BLOCK - get_n_rows (filler->block));
  tide_block_append (filler->block, block, from - first, from - first + n);
  for (guint i = 0; i < n; i++)
    tide_row_filler_add_times (filler, g_ptr_array_index (projects, row + i));

  return n;
}

/* Rows of the same payloads are taken over, most of them with their blocks. */
static void
fill_from (TideColumns *self, const TideColumns *previous, const GPtrArray *projects)
{
  const GPtrArray *before = tide_snapshot_get_records (previous->snapshot, TIDE_RECORD_PROJECT);
  TideRowFiller filler;
  guint from = 0;
  guint row = 0;

  tide_row_filler_init (&filler, self);
  while (row < projects->len)
    {
      guint n = 1;

      if (find_before (before, &from, g_ptr_array_index (projects, row)))
        {
          n = take_over (&filler, previous, projects, row, from);
          from += n;
        }
      else
        {
          open_block (&filler, TIDE_MAX_ROWS_OF_BLOCK);
          tide_row_filler_add_row (&filler, g_ptr_array_index (projects, row));
        }
      row += n;
    }
  close_block (&filler);
  tide_row_filler_clear (&filler);
}

/* What is said of all rows ----------------------------------------------------------------------
 */

static void
exclude_umbrella (TideColumns *self, guint row)
{
  if (self->facet[row] != TIDE_EXCLUSION_TERMINATED
      && self->facet[row] != TIDE_EXCLUSION_NOT_COUNTED)
    self->facet[row] = TIDE_EXCLUSION_UMBRELLA;
}

static int
compare_to_id (gconstpointer id, gconstpointer projects)
{
  return strcmp (id, (*(const TidePayload *const *) projects)->id);
}

/* Whether a project is an umbrella is said by others. */
static void
exclude_parents (TideColumns *self, const TideBlock *block, const GPtrArray *projects)
{
  for (guint i = 0; block->n_parents > 0 && i < get_n_rows (block); i++)
    {
      gpointer *found = block->parent[i] != NULL
                            ? bsearch (block->parent[i], projects->pdata, projects->len,
                                       sizeof *projects->pdata, compare_to_id)
                            : NULL;

      if (found != NULL)
        exclude_umbrella (self, (guint) (found - projects->pdata));
    }
}

static void
set_facets (TideColumns *self, const GPtrArray *projects)
{
  self->facet = g_new (guint16, self->n_rows);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const TideBlock *block = tide_columns_get_block (self, i);

      memcpy (self->facet + g_array_index (self->first_rows, guint, i), block->facet,
              get_n_rows (block) * sizeof *self->facet);
    }
  for (guint i = 0; i < self->blocks->len; i++)
    exclude_parents (self, tide_columns_get_block (self, i), projects);
}

/* What all rows come to without their signs bounds every sum of some of them. */
static void
set_bounded (TideColumns *self)
{
  unsigned __int128 bases = 0;
  unsigned __int128 sums = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      bases += tide_columns_get_block (self, i)->base_size;
      sums += tide_columns_get_block (self, i)->sum_size;
    }

  self->is_bounded = MAX (bases, sums) <= G_MAXINT64;
}

/* Numbers ---------------------------------------------------------------------------------------
 */

static GArray *
make_numbers (gsize size, const GArray *before)
{
  GArray *numbers = g_array_new (FALSE, FALSE, (guint) size);

  if (before != NULL && before->len > 0)
    g_array_append_vals (numbers, before->data, before->len);

  return numbers;
}

/* Those of @previous stay what they are. */
static void
make_all_numbers (TideColumns *self, const TideColumns *previous)
{
#define BEFORE(name) (previous != NULL ? previous->name : NULL)
  self->currencies = make_numbers (sizeof (TideMoney), BEFORE (currencies));
  self->facets = make_numbers (sizeof (TideFacet), BEFORE (facets));
  self->times = make_numbers (sizeof (guint), BEFORE (times));
  self->places_end = make_numbers (sizeof (guint32), BEFORE (places_end));
  self->sectors = make_numbers (sizeof (guint32), BEFORE (sectors));
  self->kinds = make_numbers (sizeof (guint8), BEFORE (kinds));
#undef BEFORE
}

static void
add_facets_left_out (TideColumns *self)
{
  for (gint8 i = 0; i < TIDE_FACET_FIRST_LIVE; i++)
    {
      const TideFacet facet
          = { i == TIDE_FACET_ODD ? TIDE_EXCLUSION_NONE : i, 0, TIDE_COLUMN_NONE, FALSE };

      g_array_append_val (self->facets, facet);
    }
}

static gboolean
is_same_valuation (const TideValuation *a, const TideValuation *b)
{
  return a->kind == b->kind && g_strcmp0 (a->currency, b->currency) == 0
         && g_strcmp0 (a->rate_set, b->rate_set) == 0 && tide_date_equal (&a->period, &b->period);
}

/**
 * tide_columns_new:
 * @snapshot: a register
 * @valuation: how its amounts are told; its kind is one, as kinds are never added up
 * @previous: (nullable): columns of an earlier snapshot of the same register
 *
 * Makes ready what all totals of @snapshot need. From @previous the rows are taken over whose
 * projects are the same, as long as vocabulary, rates and valuation are: after one edit that is
 * almost all of them.
 *
 * Returns: (transfer full): the columns
 */
TideColumns *
tide_columns_new (TideSnapshot *snapshot, const TideValuation *valuation, TideColumns *previous)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  const gboolean is_reused = previous != NULL && is_same_valuation (&previous->valuation, valuation)
                             && tide_column_vocabulary_holds_for (previous->vocabulary, snapshot);
  TideColumns *self = g_new0 (TideColumns, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->valuation = *valuation;
  self->valuation.currency = g_strdup (valuation->currency);
  self->valuation.rate_set = g_strdup (valuation->rate_set);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_block_unref);
  self->first_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->first_rows, self->n_rows);
  make_all_numbers (self, is_reused ? previous : NULL);

  if (is_reused)
    {
      self->vocabulary = tide_column_vocabulary_ref (previous->vocabulary);
      fill_from (self, previous, projects);
    }
  else
    {
      self->vocabulary = tide_column_vocabulary_new (snapshot, valuation);
      add_facets_left_out (self);
      fill (self, projects);
    }
  set_facets (self, projects);
  set_bounded (self);

  return self;
}

/**
 * tide_columns_ref:
 * @self: columns
 *
 * Returns: (transfer full): @self
 */
TideColumns *
tide_columns_ref (TideColumns *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_columns_unref:
 * @self: (transfer full): columns
 */
void
tide_columns_unref (TideColumns *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->first_rows);
  g_free (self->facet);
  g_array_unref (self->currencies);
  g_array_unref (self->facets);
  g_array_unref (self->times);
  g_array_unref (self->places_end);
  g_array_unref (self->sectors);
  g_array_unref (self->kinds);
  g_free ((char *) self->valuation.currency);
  g_free ((char *) self->valuation.rate_set);
  tide_column_vocabulary_unref (self->vocabulary);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * tide_columns_get_snapshot:
 * @self: columns
 *
 * Returns: (transfer none): the register they are of
 */
TideSnapshot *
tide_columns_get_snapshot (TideColumns *self)
{
  return self->snapshot;
}

/**
 * tide_columns_get_valuation:
 * @self: columns
 *
 * Returns: (transfer none): how they tell amounts
 */
const TideValuation *
tide_columns_get_valuation (TideColumns *self)
{
  return &self->valuation;
}

/**
 * tide_columns_get_currency:
 * @self: columns
 *
 * Returns: (transfer none): the currency in which they tell amounts; empty for none
 */
const char *
tide_columns_get_currency (TideColumns *self)
{
  return tide_rates_get_currency (self->vocabulary->rates);
}

/**
 * tide_columns_get_n:
 * @self: columns
 *
 * Returns: how many rows there are
 */
guint
tide_columns_get_n (TideColumns *self)
{
  return self->n_rows;
}

/*
 * tide_columns_find_block:
 * @self: columns
 * @row: one of their rows
 * @first: (out): the first row of the block
 *
 * Returns: (transfer none): the block that the row is in
 */
const TideBlock *
tide_columns_find_block (const TideColumns *self, guint row, guint *first)
{
  guint from = 0;
  guint end = self->blocks->len;

  while (end - from > 1)
    {
      const guint middle = from + (end - from) / 2;

      if (g_array_index (self->first_rows, guint, middle) <= row)
        from = middle;
      else
        end = middle;
    }
  *first = g_array_index (self->first_rows, guint, from);

  return tide_columns_get_block (self, from);
}
