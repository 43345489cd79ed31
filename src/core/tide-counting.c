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
 * @umbrellas: (nullable) (element-type utf8 utf8): what tide_snapshot_find_umbrellas() gave; %NULL
 *   where no project counts as one
 *
 * Returns: why @project is left out of live totals, or %TIDE_EXCLUSION_NONE
 */
TideExclusion
tide_project_get_exclusion (const TideProjectPayload *project, GHashTable *umbrellas)
{
  if (project->status == TIDE_STATUS_TERMINATED)
    return TIDE_EXCLUSION_TERMINATED;

  return tide_project_get_cohort_exclusion (project, umbrellas);
}

/**
 * tide_project_get_cohort_exclusion:
 * @project: a project
 * @umbrellas: (nullable) (element-type utf8 utf8): what tide_snapshot_find_umbrellas() gave
 *
 * Like tide_project_get_exclusion(), but a project that was terminated remains in the cohort that
 * it was signed in.
 *
 * Returns: why @project is left out of its cohort, or %TIDE_EXCLUSION_NONE
 */
TideExclusion
tide_project_get_cohort_exclusion (const TideProjectPayload *project, GHashTable *umbrellas)
{
  if (!project->counted)
    return TIDE_EXCLUSION_NOT_COUNTED;
  if (umbrellas != NULL && g_hash_table_contains (umbrellas, project->base.id))
    return TIDE_EXCLUSION_UMBRELLA;
  if (project->status == TIDE_STATUS_UNKNOWN)
    return TIDE_EXCLUSION_UNKNOWN_STATUS;
  if (project->stage == TIDE_STAGE_UNKNOWN)
    return TIDE_EXCLUSION_UNKNOWN_STAGE;

  return TIDE_EXCLUSION_NONE;
}

/**
 * tide_project_sum_get_exclusion:
 * @sum: the amounts of a project in a period
 *
 * Returns: why the project is left out of totals of that period, or %TIDE_EXCLUSION_NONE
 */
TideExclusion
tide_project_sum_get_exclusion (const TideProjectSum *sum)
{
  if (sum->n_entries > 0)
    return TIDE_EXCLUSION_NONE;

  return sum->n_vague > 0 ? TIDE_EXCLUSION_NOT_DATED : TIDE_EXCLUSION_OUTSIDE_PERIOD;
}

/**
 * tide_exclusion_get_code:
 * @exclusion: a reason
 *
 * Returns: (transfer none) (nullable): the word by which the `counting` of filters asks for the
 *   projects that are left out for it; %NULL for those that it cannot tell
 */
const char *
tide_exclusion_get_code (TideExclusion exclusion)
{
  switch (exclusion)
    {
    case TIDE_EXCLUSION_TERMINATED:
      return "terminated";
    case TIDE_EXCLUSION_NOT_COUNTED:
      return "not-counted";
    case TIDE_EXCLUSION_UMBRELLA:
      return "umbrella";
    case TIDE_EXCLUSION_UNKNOWN_STATUS:
      return "unknown-status";
    case TIDE_EXCLUSION_UNKNOWN_STAGE:
      return "unknown-stage";
    case TIDE_EXCLUSION_NOT_DATED:
      return "not-dated";
    case TIDE_EXCLUSION_OUTSIDE_PERIOD:
      return "outside-period";
    case TIDE_EXCLUSION_NONE:
    case TIDE_EXCLUSION_LATER_EVENT:
    case TIDE_EXCLUSION_FILTER:
    case TIDE_N_EXCLUSIONS:
    default:
      return NULL;
    }
}
