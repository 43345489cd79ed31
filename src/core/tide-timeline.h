/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-stage-time.h"

G_BEGIN_DECLS

/**
 * TideMilestone:
 * @stage: the stage; %TIDE_STAGE_UNKNOWN for one of a later program
 * @entry: (nullable) (transfer none): the entry of the log, borrowed from the project; %NULL for
 *   what is only planned
 * @planned: when it was or is planned; unset for what no plan speaks of
 * @days: how long the project was in the stage; unknown for what is only planned
 * @is_present: whether the project is in it
 * @goes_back: whether it was a step back
 * @is_late: whether it certainly came later than planned, or certainly was to come by now
 *
 * One stage of a project, reached or planned.
 */
typedef struct
{
  TideStage stage;
  const TideStageEntry *entry;
  TideDate planned;
  TideDays days;
  gboolean is_present;
  gboolean goes_back;
  gboolean is_late;
} TideMilestone;

GArray *tide_timeline_new (const TideProjectPayload *project, guint32 day);

G_END_DECLS
