/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-stage-time.h"

/**
 * tide_days_between:
 * @days: (out): where the number of days goes; unknown where @from is unset or wholly after @last
 * @from: a date
 * @first: first day on which the time may end, counted as g_date_get_julian() does
 * @last: last day on which it may end, not before @first; 0 if nobody knows
 *
 * Counts the days from a date to a later one. Where the two overlap, the fewest days are 0.
 */
void
tide_days_between (TideDays *days, const TideDate *from, guint32 first, guint32 last)
{
  const guint32 earliest = tide_date_get_first_day (from);
  const guint32 latest = tide_date_get_last_day (from);

  *days = (TideDays) { 0 };
  if (earliest == 0 || last < earliest)
    return;

  days->is_known = TRUE;
  days->min = first > latest ? first - latest : 0;
  days->max = last - earliest;
}

/**
 * tide_project_get_stage_days:
 * @project: a sealed project
 * @index: which entry of its stages
 * @day: the day on which the register is looked at, see tide_snapshot_get_day()
 * @days: (out): how long the project was in that stage; unknown where the entry or the one after
 *   it has no date, or where the stage begins after @day
 *
 * The time in a stage goes from the date of its entry to that of the next one; for the last entry,
 * to @day.
 */
void
tide_project_get_stage_days (const TideProjectPayload *project,
                             guint index,
                             guint32 day,
                             TideDays *days)
{
  const TideStageEntry *entry;
  const TideStageEntry *next;

  g_return_if_fail (index < tide_entries_get_n (project->stages));

  entry = g_ptr_array_index (project->stages, index);
  if (index + 1 == project->stages->len)
    {
      tide_days_between (days, &entry->date, day, day);
      return;
    }

  next = g_ptr_array_index (project->stages, index + 1);
  tide_days_between (days, &entry->date, tide_date_get_first_day (&next->date),
                     tide_date_get_last_day (&next->date));
}
