/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter-private.h"

/* The classes of a project that the register has, by position. */
static GArray *
read_classes (const TideProjectPayload *project, const TideCrosswalk *crosswalk)
{
  GArray *sectors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const guint32 sector = tide_crosswalk_find_sector (crosswalk, entry->sector);

      if (sector != TIDE_NOWHERE)
        g_array_append_val (sectors, sector);
    }

  return sectors;
}

static guint
choose (const TideCrosswalk *crosswalk, const GArray *sectors, gboolean *is_mapped)
{
  return tide_crosswalk_choose (crosswalk, (const guint32 *) (gpointer) sectors->data, sectors->len,
                                is_mapped);
}

/*
 * tide_project_is_placed:
 * @project: a project
 * @crosswalk: into a taxonomy
 * @is_mapped: (out): whether that takes the way through another taxonomy
 *
 * Returns: whether it is classified in the taxonomy
 */
gboolean
tide_project_is_placed (const TideProjectPayload *project,
                        const TideCrosswalk *crosswalk,
                        gboolean *is_mapped)
{
  g_autoptr (GArray) sectors = read_classes (project, crosswalk);

  return choose (crosswalk, sectors, is_mapped) != TIDE_NOWHERE;
}

static gboolean
leads_to (const TideCrossing *crossing, TideSnapshot *snapshot, GHashTable *wanted)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_SECTOR);

  for (guint i = 0; i < crossing->n; i++)
    if (g_hash_table_contains (
            wanted, ((TidePayload *) g_ptr_array_index (records, crossing->sectors[i]))->id))
      return TRUE;

  return FALSE;
}

/*
 * tide_project_is_mapped_into:
 * @project: a project
 * @crosswalk: into a taxonomy
 * @snapshot: the register
 * @sectors: (element-type utf8 utf8): ids of sectors
 *
 * Returns: whether it is in one of @sectors by way of another taxonomy
 */
gboolean
tide_project_is_mapped_into (const TideProjectPayload *project,
                             const TideCrosswalk *crosswalk,
                             TideSnapshot *snapshot,
                             GHashTable *sectors)
{
  g_autoptr (GArray) classes = read_classes (project, crosswalk);
  gboolean is_mapped;
  const guint taxonomy = choose (crosswalk, classes, &is_mapped);

  for (guint i = 0; i < classes->len && is_mapped; i++)
    {
      const guint32 sector = g_array_index (classes, guint32, i);

      if (tide_crosswalk_get_taxonomy (crosswalk, sector) == taxonomy
          && leads_to (tide_crosswalk_get (crosswalk, sector), snapshot, sectors))
        return TRUE;
    }

  return FALSE;
}

static guint
count_classes (const TideCrosswalk *crosswalk, const GArray *classes, guint taxonomy)
{
  guint n = 0;

  for (guint i = 0; i < classes->len; i++)
    n += tide_crosswalk_get_taxonomy (crosswalk, g_array_index (classes, guint32, i)) == taxonomy;

  return n;
}

/*
 * tide_project_is_open:
 * @project: a project
 * @crosswalk: into a taxonomy
 *
 * Returns: whether it is not classified in the taxonomy, or not all of it: shares are missing or do
 *   not add up, or a class of another taxonomy has no one place there
 */
gboolean
tide_project_is_open (const TideProjectPayload *project, const TideCrosswalk *crosswalk)
{
  g_autoptr (GArray) classes = read_classes (project, crosswalk);
  gboolean is_mapped;
  const guint taxonomy = choose (crosswalk, classes, &is_mapped);
  const guint n = count_classes (crosswalk, classes, taxonomy);
  gint64 open = TIDE_WHOLE_WEIGHT;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const guint sector = tide_crosswalk_find_sector (crosswalk, entry->sector);
      gint64 weight;

      if (sector == TIDE_NOWHERE || tide_crosswalk_get_taxonomy (crosswalk, sector) != taxonomy)
        continue;

      weight = tide_classification_get_weight (entry, n == 1);
      if (weight > 0 && !tide_crosswalk_get (crosswalk, sector)->is_whole)
        return TRUE;
      open -= MIN (weight, open);
    }

  return open > 0;
}
