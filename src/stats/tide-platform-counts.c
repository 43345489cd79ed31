/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-platform-counts.h"

static gboolean
is_of_measure (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const TidePlatformCount *) a)->measure,
                    ((const TidePlatformCount *) b)->measure)
         == 0;
}

/**
 * tide_platform_list_latest_counts:
 * @platform: a platform, which must live as long as the list
 *
 * Returns: (transfer container) (element-type TidePlatformCount): of each measure the latest count
 *   with a value, in the order in which the measures were first counted
 */
GPtrArray *
tide_platform_list_latest_counts (const TidePlatformPayload *platform)
{
  GPtrArray *latest = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (platform->counts); i++)
    {
      TidePlatformCount *count = g_ptr_array_index (platform->counts, i);
      guint index;

      if (!count->value.is_set)
        continue;
      if (!g_ptr_array_find_with_equal_func (latest, count, is_of_measure, &index))
        g_ptr_array_add (latest, count);
      else if (tide_date_compare (
                   &count->date,
                   &((const TidePlatformCount *) g_ptr_array_index (latest, index))->date)
               > 0)
        g_ptr_array_index (latest, index) = count;
    }

  return latest;
}
