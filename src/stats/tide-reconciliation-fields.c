/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-reconciliation-private.h"

#include "core/tide-crosswalk.h"

static const char *
get_taxonomy (TideReconciliationWork *self, const char *sector)
{
  const TidePayload *payload
      = tide_snapshot_lookup (self->reconciliation->snapshot, TIDE_RECORD_SECTOR, sector);

  return payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->taxonomy : NULL;
}

/* The projects of the event that are in a field, or below it. */
static TideReconciliationRow *
add_field (TideReconciliationWork *self, const char *sector)
{
  TideReconciliationRow *row = tide_reconciliation_add_row (self, TIDE_RECONCILED_FIELD);
  TideFilter *filter = tide_reconciliation_dup_filter (self, "live");
  const TideReconciledGroup *group;

  row->sector = sector;
  tide_filter_add (filter, "sectors", sector);
  group = tide_reconciliation_add_group (self, row, TIDE_RECONCILED_COUNTED, TIDE_EXCLUSION_NONE,
                                         filter, NULL);
  row->n_recorded = group != NULL ? group->n : 0;

  return row;
}

static gboolean
is_named (const GPtrArray *named, const char *id)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) named, id, g_str_equal, NULL);
}

/* Whether a field that was named is below it. */
static gboolean
has_named_below (TideReconciliationWork *self, const char *id)
{
  const GPtrArray *named = self->event->sectors;

  for (guint i = 0; i < named->len; i++)
    {
      const char *sector = g_ptr_array_index (named, i);

      for (guint n = 0; sector != NULL && n < TIDE_MAX_ANCESTORS; n++)
        {
          const TidePayload *payload
              = tide_snapshot_lookup (self->reconciliation->snapshot, TIDE_RECORD_SECTOR, sector);

          sector = payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->parent : NULL;
          if (g_strcmp0 (sector, id) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* The other fields of a classification in which projects are. */
static void
add_others (TideReconciliationWork *self, const char *taxonomy)
{
  TideReconciliation *reconciliation = self->reconciliation;
  const GPtrArray *sectors
      = tide_snapshot_get_records (reconciliation->snapshot, TIDE_RECORD_SECTOR);

  for (guint i = 0; i < sectors->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (sectors, i);
      TideReconciliationRow *row;

      if (g_strcmp0 (sector->taxonomy, taxonomy) != 0 || sector->parent != NULL
          || is_named (self->event->sectors, sector->base.id)
          || has_named_below (self, sector->base.id))
        continue;

      row = add_field (self, sector->base.id);
      row->verdict = TIDE_VERDICT_NOT_DECLARED;
      if (row->n_recorded == 0)
        g_ptr_array_remove_index (reconciliation->rows, reconciliation->rows->len - 1);
    }
}

/*
 * tide_reconciliation_add_fields:
 * @self: the work
 *
 * Adds a row for each field of industry that was named at the event, and for the others of the same
 * classifications that its projects are in. A project may be in several.
 */
void
tide_reconciliation_add_fields (TideReconciliationWork *self)
{
  g_autoptr (GPtrArray) taxonomies = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (self->event->sectors); i++)
    {
      const char *sector = g_ptr_array_index (self->event->sectors, i);
      const char *taxonomy = get_taxonomy (self, sector);
      TideReconciliationRow *row = add_field (self, sector);

      row->verdict = row->n_recorded > 0 ? TIDE_VERDICT_SAME : TIDE_VERDICT_NOT_RECORDED;
      if (taxonomy != NULL
          && !g_ptr_array_find_with_equal_func (taxonomies, taxonomy, g_str_equal, NULL))
        g_ptr_array_add (taxonomies, (gpointer) taxonomy);
    }
  for (guint i = 0; i < taxonomies->len; i++)
    add_others (self, g_ptr_array_index (taxonomies, i));
}
