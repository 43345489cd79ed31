/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-main-taxonomy.h"

static const char *
get_taxonomy (TideSnapshot *snapshot, const TideClassification *entry)
{
  const TidePayload *sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);

  return sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL;
}

/* How many classifications there are in each taxonomy, by its id. */
static GHashTable *
count_uses (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GHashTable *uses = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < tide_entries_get_n (project->sectors); j++)
        {
          const char *id = get_taxonomy (snapshot, g_ptr_array_index (project->sectors, j));

          if (id != NULL)
            g_hash_table_insert (
                uses, (char *) id,
                GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (uses, id)) + 1));
        }
    }

  return uses;
}

/**
 * tide_snapshot_find_main_taxonomy:
 * @snapshot: a snapshot of the register
 *
 * Returns: (transfer none) (nullable): id of the taxonomy in which most projects are classified,
 *   the first of several; %NULL where there is no taxonomy
 */
const char *
tide_snapshot_find_main_taxonomy (TideSnapshot *snapshot)
{
  const GPtrArray *taxonomies = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_autoptr (GHashTable) uses = count_uses (snapshot);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < tide_entries_get_n (taxonomies); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (taxonomies, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (uses, taxonomy->id));

      if (best == NULL || n > most)
        {
          best = taxonomy->id;
          most = n;
        }
    }

  return best;
}
