/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown-private.h"

G_BEGIN_DECLS

/* The key of rows that are not of one key: they have to be looked at closer. */
#define TIDE_KEY_ODD 0

/* What rows, or parts of rows, of one key and facet come to. The columns are bounded, so that only
 * sums of rows that are left out may wrap around. */
typedef struct
{
  guint64 base;
  guint64 sum;
  guint64 n;
} TideCell;

/* All rows, each put down once under a key, which says what groups it is in. */
typedef struct
{
  TideGroups *groups;    /* borrowed */
  const guint16 *facets; /* borrowed: of all rows */
  guint n_facets;
  guint32 *by_time; /* owned, nullable: keys by the times of rows */
  guint32 *keys;    /* owned: of the rows of one block */
  guint n_keys;
  TideCell *cells; /* owned: by key and facet */
} TideSheet;

void tide_groups_add_at_once (TideGroups *self, const guint16 *facets, GArray *odd);
gboolean tide_groups_add_by_sector (TideGroups *self, const guint16 *facets, GArray *odd);

void tide_sheet_init_keys (TideSheet *self);
void tide_sheet_set_keys (TideSheet *self, const TideBlock *block);
guint tide_sheet_find_groups (const TideSheet *self, guint key, GPtrArray *tallies);

TideCell *tide_cells_new (const TideColumns *columns, gsize n_keys);
void tide_cells_add_block (TideCell *cells,
                           gsize n_facets,
                           const TideBlock *block,
                           const guint32 *keys,
                           const guint16 *facets);
void tide_tally_add_cell (TideTally *self, const TideFacet *facet, const TideCell *cell);
void tide_tally_count_rows (TideTally *self, const TideFacet *facet, guint n, guint marks);

static inline void
tide_cell_add (TideCell *self, gint64 base, gint64 sum)
{
  self->base += (guint64) base;
  self->sum += (guint64) sum;
  self->n++;
}

/* A part of an amount; there are sums where @n is not 0, and nothing is no sum. */
static inline void
tide_cell_add_part (TideCell *self, gint64 base, gint64 sum)
{
  self->base += (guint64) base;
  self->sum += (guint64) sum;
  self->n |= (guint64) sum;
}

G_END_DECLS
