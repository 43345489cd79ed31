/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-overdue.h"

#include "core/tide-stage-time.h"

#include <string.h>

#define SECONDS_OF_A_DAY (24 * 60 * 60)
#define DAY_OF_1970 719163 /* Julian, as g_date_get_julian() counts */

/* Whether anybody waits for its next stage. What a later program calls its stage or status may be
 * an end, so that nothing is certain then. */
static gboolean
is_awaited (const TideProjectPayload *project)
{
  return project->status == TIDE_STATUS_NORMAL && project->stage != TIDE_STAGE_UNKNOWN
         && project->stage != TIDE_STAGE_AT_CAPACITY;
}

static const TideStageLimit *
find_limit (const TideSettings *settings, TideStage stage)
{
  const char *code;

  if (stage < 0 || settings->stage_limits == NULL)
    return NULL;

  code = tide_codes_get_code (TIDE_CODES_STAGE, (guint) stage);
  for (guint i = 0; i < settings->stage_limits->len; i++)
    {
      const TideStageLimit *limit = g_ptr_array_index (settings->stage_limits, i);

      if (limit->days.is_set && strcmp (limit->stage, code) == 0)
        return limit;
    }

  return NULL;
}

/* Takes the rule over where @days are more than it allows, and nothing was overdue earlier. */
static void
consider (TideOverdue *overdue, TideOverdueRule rule, guint32 day, guint days, gint64 limit)
{
  guint32 since;

  if (limit < 0 || days <= limit)
    return;

  since = day - (days - (guint) limit) + 1;
  if (overdue->rule != TIDE_OVERDUE_NONE && overdue->since <= since)
    return;

  *overdue = (TideOverdue) { .rule = rule, .since = since, .limit = (guint) limit, .days = days };
}

static void
consider_stage (const TideProjectPayload *project,
                const TideSettings *settings,
                guint32 day,
                TideOverdue *overdue)
{
  const TideStageLimit *limit = find_limit (settings, project->stage);
  TideDays days;

  if (limit == NULL)
    return;

  tide_days_between (&days, &project->stage_date, day, day);
  consider (overdue, TIDE_OVERDUE_STAGE, day, days.min, limit->days.value);
}

/* Time zones are looked at only where they could matter, as that takes long: no zone is more than
 * a day from UTC. */
static void
consider_change (const TideProjectPayload *project,
                 const TideSettings *settings,
                 guint32 day,
                 TideOverdue *overdue)
{
  const gint64 limit = settings->overdue_days.value;
  TideDate changed;
  TideDays days;

  if (!settings->overdue_days.is_set || project->updated == 0
      || day - (project->updated / SECONDS_OF_A_DAY + DAY_OF_1970 - 1) <= limit)
    return;

  tide_date_init_from_time (&changed, project->updated, settings->time_zone);
  tide_days_between (&days, &changed, day, day);
  consider (overdue, TIDE_OVERDUE_CHANGE, day, days.min, limit);
}

/**
 * tide_project_get_overdue:
 * @project: a sealed project
 * @snapshot: the register it is in, and the day on which that is looked at
 * @overdue: (out): by which rule it is overdue, and since when; by the one broken first where
 *   several are
 *
 * A project is overdue where it has certainly been in its stage for more days than the register
 * allows for that stage (`stage-limits`), or where nothing of it was changed for more days than
 * `overdue-days`. A date that is known to the month or year only counts from its last day. What is
 * paused, terminated, handed over or at capacity is not overdue, nor is what has a stage or status
 * that this program does not know.
 *
 * Returns: whether it is overdue
 */
gboolean
tide_project_get_overdue (const TideProjectPayload *project,
                          TideSnapshot *snapshot,
                          TideOverdue *overdue)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const guint32 day = tide_snapshot_get_day (snapshot);

  *overdue = (TideOverdue) { 0 };
  if (day == 0 || !is_awaited (project))
    return FALSE;

  consider_stage (project, settings, day, overdue);
  consider_change (project, settings, day, overdue);

  return overdue->rule != TIDE_OVERDUE_NONE;
}
