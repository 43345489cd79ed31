/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-convert.h"

G_BEGIN_DECLS

/**
 * TideExclusion:
 * @TIDE_EXCLUSION_TERMINATED: terminated: stays in the register, leaves the live totals
 * @TIDE_EXCLUSION_NOT_COUNTED: marked as not counting in totals
 * @TIDE_EXCLUSION_UMBRELLA: other projects are its parts, and count themselves
 * @TIDE_EXCLUSION_UNKNOWN_STATUS: its status is a word of a later program
 * @TIDE_EXCLUSION_UNKNOWN_STAGE: its stage is a word of a later program
 * @TIDE_EXCLUSION_LATER_EVENT: it was shown at the event asked for, but first signed elsewhere
 * @TIDE_EXCLUSION_NOT_DATED: its amounts are not dated exactly enough for the period asked for
 * @TIDE_EXCLUSION_OUTSIDE_PERIOD: it has no amount of the kind in the period asked for
 * @TIDE_EXCLUSION_FILTER: the filter does not let it through
 *
 * Why a project is left out of a live total. A project has at most one reason, the first that
 * holds.
 */
typedef enum
{
  TIDE_EXCLUSION_NONE = -1,
  TIDE_EXCLUSION_TERMINATED,
  TIDE_EXCLUSION_NOT_COUNTED,
  TIDE_EXCLUSION_UMBRELLA,
  TIDE_EXCLUSION_UNKNOWN_STATUS,
  TIDE_EXCLUSION_UNKNOWN_STAGE,
  TIDE_EXCLUSION_LATER_EVENT,
  TIDE_EXCLUSION_NOT_DATED,
  TIDE_EXCLUSION_OUTSIDE_PERIOD,
  TIDE_EXCLUSION_FILTER,
  TIDE_N_EXCLUSIONS,
} TideExclusion;

GHashTable *tide_snapshot_find_umbrellas (TideSnapshot *snapshot);
TideExclusion tide_project_get_exclusion (const TideProjectPayload *project, GHashTable *umbrellas);
TideExclusion
tide_project_get_cohort_exclusion (const TideProjectPayload *project, GHashTable *umbrellas);
TideExclusion tide_project_sum_get_exclusion (const TideProjectSum *sum);
const char *tide_exclusion_get_code (TideExclusion exclusion);

G_END_DECLS
