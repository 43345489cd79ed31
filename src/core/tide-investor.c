/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-investor.h"

static gboolean
is_larger (const TideParticipation *a, const TideParticipation *b)
{
  return a->share.is_set && (!b->share.is_set || tide_decimal_compare (&a->share, &b->share) > 0);
}

/**
 * tide_project_find_investor:
 * @project: a project
 *
 * Returns: (transfer none) (nullable): its main investor: the one with the largest share, the first
 *   of equals
 */
const TideParticipation *
tide_project_find_investor (const TideProjectPayload *project)
{
  const TideParticipation *best = NULL;

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (entry->party == NULL || g_strcmp0 (entry->role, "investor") != 0)
        continue;
      if (best == NULL || is_larger (entry, best))
        best = entry;
    }

  return best;
}
