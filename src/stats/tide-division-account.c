/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-division-account.h"

#define ZONE "functional-zone" /* a code of TIDE_CODES_DIVISION_KIND */

static const char *
get_parent (TideSnapshot *snapshot, const char *id)
{
  const TidePayload *payload = tide_snapshot_lookup (snapshot, TIDE_RECORD_DIVISION, id);

  return payload != NULL ? TIDE_DIVISION_PAYLOAD (payload)->parent : NULL;
}

/* However long the way up is, and even where it leads round. */
static gboolean
lies_below (TideSnapshot *snapshot, const char *id, const char *above)
{
  guint n = tide_snapshot_get_records (snapshot, TIDE_RECORD_DIVISION)->len;

  for (id = get_parent (snapshot, id); id != NULL && n > 0; id = get_parent (snapshot, id), n--)
    if (g_str_equal (id, above))
      return TRUE;

  return FALSE;
}

/* Returns: how many zones were asked for. */
static guint
ask_for_zones (TideFilter *filter, TideSnapshot *snapshot, const char *division)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_DIVISION);
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      const TideDivisionPayload *other = g_ptr_array_index (records, i);

      if (g_strcmp0 (other->kind, ZONE) != 0 || g_str_equal (other->base.id, division)
          || !lies_below (snapshot, other->base.id, division))
        continue;
      tide_filter_add (filter, "divisions", other->base.id);
      n++;
    }

  return n;
}

/* A zone within a zone is let through by both, and counted once. */
static void
count_in_zones (TideDivisionAccount *self,
                TideColumns *columns,
                TideSnapshot *snapshot,
                const char *division)
{
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = NULL;
  g_autoptr (TideBreakdown) breakdown = NULL;

  self->n_zones = ask_for_zones (filter, snapshot, division);
  owner = tide_payload_seal (&filter->base);
  if (self->n_zones == 0)
    return;

  breakdown = tide_breakdown_new (columns, TIDE_GROUPING_STAGE, NULL, filter);
  self->in_zones = g_steal_pointer (&breakdown->total);
}

/**
 * tide_division_account_new:
 * @columns: the projects, and how their amounts are told
 * @snapshot: the register that @columns are of
 * @division: id of a division
 *
 * Returns: (transfer full) (nullable): what the division has; %NULL if there is no such division
 */
TideDivisionAccount *
tide_division_account_new (TideColumns *columns, TideSnapshot *snapshot, const char *division)
{
  g_autoptr (TideBreakdown) divisions
      = tide_breakdown_new (columns, TIDE_GROUPING_DIVISION_TREE, NULL, NULL);
  const TideGroup *group = tide_breakdown_find (divisions, division);
  TideDivisionAccount *self;

  if (group == NULL || tide_snapshot_lookup (snapshot, TIDE_RECORD_DIVISION, division) == NULL)
    return NULL;

  self = g_new0 (TideDivisionAccount, 1);
  self->divisions = g_steal_pointer (&divisions);
  self->figure = group->figure;
  count_in_zones (self, columns, snapshot, division);

  return self;
}

/**
 * tide_division_account_free:
 * @self: (transfer full): what a division has
 */
void
tide_division_account_free (TideDivisionAccount *self)
{
  tide_breakdown_free (self->divisions);
  g_clear_pointer (&self->in_zones, tide_figure_free);
  g_free (self);
}
