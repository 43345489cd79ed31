/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-investor.h"

static gboolean
is_larger (const TideParticipation *a, const TideParticipation *b)
{
  return a->share.is_set && (!b->share.is_set || tide_decimal_compare (&a->share, &b->share) > 0);
}

static gboolean
is_investor (const TideParticipation *entry)
{
  return entry->party != NULL && g_strcmp0 (entry->role, "investor") == 0;
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

      if (is_investor (entry) && (best == NULL || is_larger (entry, best)))
        best = entry;
    }

  return best;
}

/**
 * tide_project_find_first_party:
 * @project: a project
 *
 * Returns: (transfer none) (nullable): whom lists name first: its main investor or, where it has
 *   none, the first of its parties
 */
const TideParticipation *
tide_project_find_first_party (const TideProjectPayload *project)
{
  const TideParticipation *investor = tide_project_find_investor (project);

  if (investor != NULL || tide_entries_get_n (project->parties) == 0)
    return investor;

  return g_ptr_array_index (project->parties, 0);
}

/**
 * tide_project_is_joint:
 * @project: a project
 *
 * Returns: whether it has more investors than one
 */
gboolean
tide_project_is_joint (const TideProjectPayload *project)
{
  const char *first = NULL;

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (!is_investor (entry))
        continue;
      if (first != NULL && !g_str_equal (entry->party, first))
        return TRUE;
      first = entry->party;
    }

  return FALSE;
}
