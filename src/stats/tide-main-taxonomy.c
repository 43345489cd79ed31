/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-main-taxonomy.h"

#include "stats/tide-columns-private.h"

/* Counts that something lies in the taxonomy of a sector, unless that is none. */
static void
count (GHashTable *uses, const TideSectorPayload *sector, guint n)
{
  if (sector != NULL && sector->taxonomy != NULL)
    g_hash_table_insert (
        uses, sector->taxonomy,
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (uses, sector->taxonomy)) + n));
}

/* How many classifications there are by each text, which the projects of a register share, so that
 * there are few. */
static GHashTable *
count_texts (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GHashTable *texts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < tide_entries_get_n (project->sectors); j++)
        {
          const TideClassification *entry = g_ptr_array_index (project->sectors, j);
          const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (texts, entry->sector));

          g_hash_table_insert (texts, entry->sector, GUINT_TO_POINTER (n + 1));
        }
    }

  return texts;
}

/* How many classifications there are in each taxonomy, by its id. */
static GHashTable *
count_uses (TideSnapshot *snapshot)
{
  g_autoptr (GHashTable) texts = count_texts (snapshot);
  GHashTable *uses = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer text, n;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, &n))
    {
      const TidePayload *sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, text);

      count (uses, sector != NULL ? TIDE_SECTOR_PAYLOAD (sector) : NULL, GPOINTER_TO_UINT (n));
    }

  return uses;
}

static const char *
find_most_used (TideSnapshot *snapshot, GHashTable *uses)
{
  const GPtrArray *taxonomies = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
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
  g_autoptr (GHashTable) uses = count_uses (snapshot);

  return find_most_used (snapshot, uses);
}

static guint *
count_profiles (const TideColumns *columns)
{
  guint *n_rows = g_new0 (guint, columns->places_end->len);

  for (guint i = 0; i < columns->blocks->len; i++)
    {
      const TideBlock *block = tide_columns_get_block (columns, i);

      for (guint row = 0; row < block->n[TIDE_EXTENT_ROWS]; row++)
        n_rows[block->profile[row]]++;
    }

  return n_rows;
}

/**
 * tide_columns_find_main_taxonomy:
 * @self: columns
 *
 * As tide_snapshot_find_main_taxonomy() for the register they are of, but without looking at each
 * project.
 *
 * Returns: (transfer none) (nullable): id of a taxonomy
 */
const char *
tide_columns_find_main_taxonomy (TideColumns *self)
{
  const GPtrArray *sectors = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_SECTOR);
  g_autoptr (GHashTable) uses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *n_rows = count_profiles (self);

  for (guint profile = 0; profile < self->places_end->len; profile++)
    for (guint i = tide_columns_get_first_place (self, profile);
         i < tide_columns_get_places_end (self, profile); i++)
      if (tide_columns_get_kind (self, i) != TIDE_PLACE_REST)
        count (uses, g_ptr_array_index (sectors, tide_columns_get_sector (self, i)),
               n_rows[profile]);

  return find_most_used (self->snapshot, uses);
}
