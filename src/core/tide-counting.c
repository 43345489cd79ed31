/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-counting.h"

/**
 * tide_snapshot_find_umbrellas:
 * @snapshot: a snapshot
 *
 * Returns: (transfer full) (element-type utf8 utf8): the ids of the projects that others name as
 * their parent, borrowed from @snapshot
 */
GHashTable *
tide_snapshot_find_umbrellas (TideSnapshot *snapshot)
{
  GHashTable *umbrellas = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (project->parent != NULL)
        g_hash_table_add (umbrellas, project->parent);
    }

  return umbrellas;
}

/**
 * tide_project_get_exclusion:
 * @project: a project
 * @umbrellas: (element-type utf8 utf8): what tide_snapshot_find_umbrellas() gave
 *
 * Returns: why @project is left out of live totals, or %TIDE_EXCLUSION_NONE
 */
TideExclusion
tide_project_get_exclusion (const TideProjectPayload *project, GHashTable *umbrellas)
{
  if (project->status == TIDE_STATUS_TERMINATED)
    return TIDE_EXCLUSION_TERMINATED;
  if (!project->counted)
    return TIDE_EXCLUSION_NOT_COUNTED;
  if (g_hash_table_contains (umbrellas, project->base.id))
    return TIDE_EXCLUSION_UMBRELLA;
  if (project->status == TIDE_STATUS_UNKNOWN)
    return TIDE_EXCLUSION_UNKNOWN_STATUS;

  return TIDE_EXCLUSION_NONE;
}
