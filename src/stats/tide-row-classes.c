/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-row-filler.h"
#include "stats/tide-share.h"

#include <string.h>

/* A share that is not recorded. */
#define NO_WEIGHT (-1)

static guint
get_sector (const TideRowFiller *self, guint i)
{
  return g_array_index (self->sectors, guint, i);
}

static gboolean
are_of_one_taxonomy (const TideRowFiller *self, guint i, guint j)
{
  const TideCrosswalk *sectors = self->columns->vocabulary->crosswalk;

  return tide_crosswalk_get_taxonomy (sectors, get_sector (self, i))
         == tide_crosswalk_get_taxonomy (sectors, get_sector (self, j));
}

/* Whether a class is the first of its taxonomy in the row. */
static gboolean
is_first (const TideRowFiller *self, guint i)
{
  for (guint j = 0; j < i; j++)
    if (are_of_one_taxonomy (self, i, j))
      return FALSE;

  return TRUE;
}

static void
add_class (TideRowFiller *self, guint sector, gint64 weight)
{
  TideBlock *block = self->block;
  const guint n = block->n[TIDE_EXTENT_CLASSES];

  tide_block_ensure (block, TIDE_EXTENT_CLASSES, n + 1);
  block->n[TIDE_EXTENT_CLASSES]++;
  block->class_weight[n] = weight;
  g_array_append_val (self->sectors, sector);
}

static void
read_classes (TideRowFiller *self, const TideProjectPayload *project)
{
  const TideCrosswalk *sectors = self->columns->vocabulary->crosswalk;

  g_array_set_size (self->sectors, 0);
  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const guint sector = tide_crosswalk_find_sector (sectors, entry->sector);

      if (sector != TIDE_NOWHERE)
        add_class (self, sector,
                   entry->share.is_set ? tide_classification_get_weight (entry, FALSE) : NO_WEIGHT);
    }
}

/* A class without a share is all of the row where it is the only one of its taxonomy. */
static void
set_missing_weights (TideRowFiller *self, gint64 *weights)
{
  for (guint i = 0; i < self->sectors->len; i++)
    if (weights[i] == NO_WEIGHT)
      {
        guint n = 0;

        for (guint j = 0; j < self->sectors->len; j++)
          n += are_of_one_taxonomy (self, i, j);
        weights[i] = n == 1 ? TIDE_WHOLE_WEIGHT : 0;
      }
}

/* What the classes of each taxonomy leave open is a part as well. */
static void
add_rests (TideRowFiller *self, guint first)
{
  const guint n = self->sectors->len;

  for (guint i = 0; i < n; i++)
    {
      const gint64 *weights = self->block->class_weight + first;
      gint64 open = TIDE_WHOLE_WEIGHT;

      if (!is_first (self, i))
        continue;

      for (guint j = i; j < n; j++)
        if (are_of_one_taxonomy (self, i, j))
          open -= MIN (weights[j], open);
      if (open > 0)
        add_class (self, get_sector (self, i), open);
    }
}

static void
set_profile (TideRowFiller *self, guint row, guint first, guint n_classes)
{
  TideBlock *block = self->block;
  guint first_place;

  tide_row_filler_start_places (self);
  for (guint i = 0; i < self->sectors->len; i++)
    {
      TidePlaceKind kind
          = block->class_weight[first + i] > 0 ? TIDE_PLACE_SHARED : TIDE_PLACE_MENTIONED;

      if (i >= n_classes)
        kind = TIDE_PLACE_REST;
      tide_row_filler_add_place (self, get_sector (self, i), kind);
    }

  block->profile[row] = tide_row_filler_find_profile (self);
  first_place = tide_columns_get_first_place (self->columns, block->profile[row]);
  for (guint i = 0; i < self->sectors->len; i++)
    block->class_place[first + i] = first_place + i;
}

/* The parts of the taxonomy that the class @i is the first of. */
static void
share_taxonomy (TideRowFiller *self, const gint64 *weights, guint i, gint64 whole, gint64 *parts)
{
  guint part = 0;

  g_array_set_size (self->weights, 0);
  for (guint j = i; j < self->sectors->len; j++)
    if (are_of_one_taxonomy (self, i, j))
      g_array_append_val (self->weights, weights[j]);

  g_array_set_size (self->parts, self->weights->len);
  tide_share (whole, (const gint64 *) (gpointer) self->weights->data, self->weights->len,
              (gint64 *) (gpointer) self->parts->data);
  for (guint j = i; j < self->sectors->len; j++)
    if (are_of_one_taxonomy (self, i, j))
      parts[j] = g_array_index (self->parts, gint64, part++);
}

static void
share (TideRowFiller *self, const gint64 *weights, gint64 whole, gint64 *parts)
{
  const guint n = self->sectors->len;

  if (n == 1 || whole == 0)
    {
      for (guint i = 0; i < n; i++)
        parts[i] = whole;
      return;
    }

  for (guint i = 0; i < n; i++)
    if (is_first (self, i))
      share_taxonomy (self, weights, i, whole, parts);
}

static void
add_share (TideBlock *block, guint row, guint place, gint64 base, gint64 sum)
{
  const guint n = block->n[TIDE_EXTENT_SHARES];

  if (base == 0 && sum == 0)
    return;

  tide_block_ensure (block, TIDE_EXTENT_SHARES, n + 1);
  block->n[TIDE_EXTENT_SHARES]++;
  block->share_row[n] = (guint16) row;
  block->share_place[n] = place;
  block->share_base[n] = base;
  block->share_sum[n] = sum;
}

static void
add_shares (TideRowFiller *self, guint row, guint first)
{
  TideBlock *block = self->block;
  const gint64 *weights = block->class_weight + first;
  gint64 *bases, *sums;

  g_array_set_size (self->bases, self->sectors->len);
  g_array_set_size (self->sums, self->sectors->len);
  bases = (gint64 *) (gpointer) self->bases->data;
  sums = (gint64 *) (gpointer) self->sums->data;
  share (self, weights, block->base[row], bases);
  share (self, weights, block->sum[row], sums);
  for (guint i = 0; i < self->sectors->len; i++)
    add_share (block, row, block->class_place[first + i], bases[i], sums[i]);
}

static void
add_part (TideBlock *block, guint extra, guint place, gint64 sum)
{
  const guint n = block->n[TIDE_EXTENT_PARTS];

  if (sum == 0)
    return;

  tide_block_ensure (block, TIDE_EXTENT_PARTS, n + 1);
  block->n[TIDE_EXTENT_PARTS]++;
  block->part_row[n] = block->extra_row[extra];
  block->part_place[n] = place;
  block->part_facet[n] = block->extra_facet[extra];
  block->part_sum[n] = sum;
}

/* The parts of sums in further currencies. */
static void
add_parts (TideRowFiller *self, guint row, guint first)
{
  TideBlock *block = self->block;
  gint64 *sums = (gint64 *) (gpointer) self->sums->data;

  for (guint i = block->n[TIDE_EXTENT_EXTRAS]; i > 0 && block->extra_row[i - 1] == row; i--)
    {
      share (self, block->class_weight + first, block->extra_sum[i - 1], sums);
      for (guint j = 0; j < self->sectors->len; j++)
        add_part (block, i - 1, block->class_place[first + j], sums[j]);
    }
}

/*
 * tide_row_filler_add_classes:
 * @self: a filler
 * @row: the last row, whose sums are known
 * @project: what it is made of
 *
 * Appends the classes of the row and the parts of its sums that belong to them, and sets its
 * profile.
 */
void
tide_row_filler_add_classes (TideRowFiller *self, guint row, const TideProjectPayload *project)
{
  TideBlock *block = self->block;
  const guint first = tide_block_get_first_class (block, row);
  guint n_classes;

  read_classes (self, project);
  n_classes = self->sectors->len;
  set_missing_weights (self, block->class_weight + first);
  add_rests (self, first);
  set_profile (self, row, first, n_classes);

  add_shares (self, row, first);
  add_parts (self, row, first);
  block->classes_end[row] = block->n[TIDE_EXTENT_CLASSES];
}
