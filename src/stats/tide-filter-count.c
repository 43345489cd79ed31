/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-filter-count.h"

/**
 * tide_filter_count_projects:
 * @filter: a filter
 * @snapshot: a register
 * @cancellable: (nullable): after it was cancelled, the rest is not looked at
 *
 * Counts the projects that @filter lets through, whether totals count them or not. Any thread may
 * call it; of a large register, and where words are searched for, it takes long.
 *
 * Returns: how many there are
 */
guint
tide_filter_count_projects (const TideFilter *filter,
                            TideSnapshot *snapshot,
                            GCancellable *cancellable)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideMatcher) matcher = NULL;
  guint n = 0;

  if (tide_filter_is_empty (filter))
    return tide_entries_get_n (projects);

  matcher = tide_matcher_new (filter, snapshot);
  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i)) ? 1 : 0;
    }

  return n;
}
