/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-sector-account.h"

static TideFigure *
steal_figure (TideBreakdown *breakdown, const char *sector)
{
  TideGroup *group = (TideGroup *) tide_breakdown_find (breakdown, sector);

  return group != NULL ? g_steal_pointer (&group->figure) : NULL;
}

/* The filter opens exactly the projects that were counted; of all groups that there may be, only
 * the total is looked at. */
static TideFigure *
count_whole_projects (TideColumns *columns, const TideFilter *filter)
{
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, filter);

  return g_steal_pointer (&breakdown->total);
}

/**
 * tide_sector_account_new:
 * @columns: the projects, and how their amounts are told
 * @taxonomy: id of a taxonomy
 * @sector: id of one of its classes
 *
 * Returns: (transfer full) (nullable): what the sector has; %NULL if there is no such sector
 */
TideSectorAccount *
tide_sector_account_new (TideColumns *columns, const char *taxonomy, const char *sector)
{
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_SECTOR_TREE, taxonomy, NULL);
  TideFigure *by_shares = steal_figure (breakdown, sector);
  TideSectorAccount *self;

  if (by_shares == NULL)
    return NULL;

  self = g_new0 (TideSectorAccount, 1);
  self->by_shares = by_shares;
  self->by_mentions = count_whole_projects (columns, by_shares->filter);
  self->whole = g_steal_pointer (&breakdown->total);

  return self;
}

/**
 * tide_sector_account_free:
 * @self: (transfer full): what a sector has
 */
void
tide_sector_account_free (TideSectorAccount *self)
{
  tide_figure_free (self->by_shares);
  tide_figure_free (self->by_mentions);
  tide_figure_free (self->whole);
  g_free (self);
}

/* What is in no sector has no class above it either. */
static gboolean
is_uppermost (const TideGroup *group, TideSnapshot *snapshot)
{
  const TidePayload *sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, group->key);
  const char *parent = sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->parent : NULL;
  const TidePayload *above
      = parent != NULL ? tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, parent) : NULL;

  return above == NULL
         || g_strcmp0 (TIDE_SECTOR_PAYLOAD (above)->taxonomy,
                       TIDE_SECTOR_PAYLOAD (sector)->taxonomy)
                != 0;
}

/**
 * tide_breakdown_count_mentions:
 * @self: a breakdown by %TIDE_GROUPING_SECTOR_TREE
 * @snapshot: the register it was worked out of
 *
 * Returns: how many projects its uppermost classes count together, and what is in none; more than
 *   there are where some are in several
 */
guint
tide_breakdown_count_mentions (const TideBreakdown *self, TideSnapshot *snapshot)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (self->groups, i);

      if (is_uppermost (group, snapshot))
        n += group->figure->n_counted;
    }

  return n;
}
