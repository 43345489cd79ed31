/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideExclusion:
 * @TIDE_EXCLUSION_TERMINATED: terminated: stays in the register, leaves the live totals
 * @TIDE_EXCLUSION_NOT_COUNTED: marked as not counting in totals
 * @TIDE_EXCLUSION_UMBRELLA: other projects are its parts, and count themselves
 * @TIDE_EXCLUSION_UNKNOWN_STATUS: its status is a word of a later program
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
  TIDE_N_EXCLUSIONS,
} TideExclusion;

GHashTable *tide_snapshot_find_umbrellas (TideSnapshot *snapshot);
TideExclusion tide_project_get_exclusion (const TideProjectPayload *project, GHashTable *umbrellas);

G_END_DECLS
