/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/**
 * TideResultTrack:
 * @TIDE_RESULT_TRACK_NONE: neither, or one of a later program
 * @TIDE_RESULT_TRACK_TECHNOLOGY: from the sample to the product
 * @TIDE_RESULT_TRACK_TEAM: from the research team to the enterprise
 *
 * The two ways of a result from the laboratory to the factory.
 */
typedef enum
{
  TIDE_RESULT_TRACK_NONE = -1,
  TIDE_RESULT_TRACK_TECHNOLOGY,
  TIDE_RESULT_TRACK_TEAM,
  TIDE_N_RESULT_TRACKS,
} TideResultTrack;

/* How many stages each of them has. */
#define TIDE_RESULT_TRACK_LENGTH 3

const char *tide_result_track_get_kind (TideResultTrack track);
const char *tide_result_track_get_stage (TideResultTrack track, guint rank);
TideResultTrack tide_result_stage_get_track (const char *stage);
int tide_result_stage_get_rank (const char *stage);

const TideResultStage *tide_result_get_present (const TideResultPayload *result);
const TideResultStage *tide_result_find_first (const TideResultPayload *result, const char *stage);
TideResultTrack tide_result_get_track (const TideResultPayload *result);

G_END_DECLS
