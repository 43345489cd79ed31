/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-timeline.h"

/* The stages that plans speak of. */
static const TideStage planned_stages[]
    = { TIDE_STAGE_STARTED, TIDE_STAGE_COMPLETED, TIDE_STAGE_PRODUCING };

static TideDate
get_planned (const TideProjectPayload *project, TideStage stage)
{
  const TidePlans *plans = (const TidePlans *) project->plans;
  const TideDate none = { 0 };

  if (plans == NULL)
    return none;

  switch ((int) stage)
    {
    case TIDE_STAGE_STARTED:
      return plans->start;
    case TIDE_STAGE_COMPLETED:
      return plans->completion;
    case TIDE_STAGE_PRODUCING:
      return plans->production;
    default:
      return none;
    }
}

/* A plan is about the first time. */
static gboolean
is_first (const TideProjectPayload *project, guint index)
{
  const TideStageEntry *entry = g_ptr_array_index (project->stages, index);

  for (guint i = 0; i < index; i++)
    if (((const TideStageEntry *) g_ptr_array_index (project->stages, i))->rank == entry->rank)
      return FALSE;

  return TRUE;
}

static gboolean
goes_back (const TideProjectPayload *project, guint index)
{
  const TideStageEntry *entry = g_ptr_array_index (project->stages, index);
  const TideStageEntry *before = index > 0 ? g_ptr_array_index (project->stages, index - 1) : NULL;

  return before != NULL && entry->rank >= 0 && before->rank > entry->rank;
}

static void
add_reached (GArray *timeline, const TideProjectPayload *project, guint index, guint32 day)
{
  const TideStageEntry *entry = g_ptr_array_index (project->stages, index);
  TideMilestone milestone = { .stage = entry->rank,
                              .entry = entry,
                              .is_present = index + 1 == project->stages->len,
                              .goes_back = goes_back (project, index) };

  if (is_first (project, index))
    milestone.planned = get_planned (project, entry->rank);
  milestone.is_late = tide_date_is_before (&milestone.planned, &entry->date);
  tide_project_get_stage_days (project, index, day, &milestone.days);
  g_array_append_val (timeline, milestone);
}

static gboolean
was_reached (const TideProjectPayload *project, TideStage stage)
{
  for (guint i = 0; i < tide_entries_get_n (project->stages); i++)
    if (((const TideStageEntry *) g_ptr_array_index (project->stages, i))->rank >= stage)
      return TRUE;

  return FALSE;
}

/* Of what has ended nothing is awaited. */
static gboolean
is_awaited (const TideProjectPayload *project)
{
  return project->status == TIDE_STATUS_NORMAL || project->status == TIDE_STATUS_PAUSED;
}

static void
add_planned (GArray *timeline, const TideProjectPayload *project, TideStage stage, guint32 day)
{
  TideMilestone milestone = { .stage = stage, .planned = get_planned (project, stage) };

  if (!tide_date_is_set (&milestone.planned) || was_reached (project, stage))
    return;

  milestone.is_late = is_awaited (project) && tide_date_is_real (&milestone.planned)
                      && tide_date_get_last_day (&milestone.planned) < day;
  g_array_append_val (timeline, milestone);
}

/**
 * tide_timeline_new:
 * @project: a sealed project, which must outlive the timeline
 * @day: the day on which the register is looked at, see tide_snapshot_get_day(); 0 for none
 *
 * Puts the log of stages and the plans in one row: what was reached in the order of its dates, then
 * what is planned and was not reached, nor passed over. A plan is compared with the first time that
 * its stage was reached; dates are compared as intervals and late only where that is certain.
 *
 * Returns: (transfer full) (element-type TideMilestone): the stages
 */
GArray *
tide_timeline_new (const TideProjectPayload *project, guint32 day)
{
  GArray *timeline = g_array_new (FALSE, FALSE, sizeof (TideMilestone));

  for (guint i = 0; i < tide_entries_get_n (project->stages); i++)
    add_reached (timeline, project, i, day);
  for (guint i = 0; i < G_N_ELEMENTS (planned_stages); i++)
    add_planned (timeline, project, planned_stages[i], day);

  return timeline;
}
