/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-result-stage.h"
#include "core/tide-snapshot.h"
#include "core/tide-stage-time.h"

G_BEGIN_DECLS

/**
 * TidePipelineStage:
 * @stage: its code
 * @n_present: results that are there now
 * @n_reached: results that are there or further, or were
 *
 * One stage of a track.
 */
typedef struct
{
  const char *stage;
  guint n_present;
  guint n_reached;
} TidePipelineStage;

/**
 * TidePipelineStep:
 * @n_from: results that have reached the earlier stage, or a later one
 * @n_to: of these, those that have reached the later stage, or one after it
 * @n_timed: of these, those whose dates tell how long it took
 * @n_undated: of @n_to, those that have no date for one of the two stages, or skipped it
 * @n_backwards: of @n_to, those that came to the later stage before the earlier one
 * @median: of the @n_timed, from when a result first came to the earlier stage to when it first
 * came to the later one; unknown where there are none. The median lies between that of the fewest
 * and that of the most days that each may have taken
 *
 * What became of the results of one stage of a track: how many went on to the next, and how long
 * that took.
 */
typedef struct
{
  guint n_from;
  guint n_to;
  guint n_timed;
  guint n_undated;
  guint n_backwards;
  TideDays median;
} TidePipelineStep;

/**
 * TidePipelineTrack:
 * @n_results: results whose present stage is of this track
 * @stages: its stages
 * @steps: from each stage but the last to the next
 * @n_became_project: of @n_results, those that became a project
 * @n_became_company: of @n_results, those that became a company
 *
 * One of the two ways.
 */
typedef struct
{
  guint n_results;
  TidePipelineStage stages[TIDE_RESULT_TRACK_LENGTH];
  TidePipelineStep steps[TIDE_RESULT_TRACK_LENGTH - 1];
  guint n_became_project;
  guint n_became_company;
} TidePipelineTrack;

/**
 * TideResultPipeline:
 * @platform: (nullable): id of the platform whose results are counted; %NULL for all
 * @n_results: results that were looked at
 * @n_no_stage: of these, left out as nobody has said where they are
 * @n_unknown_stage: of these, left out as they are at a stage of a later program
 * @tracks: the others
 *
 * The results of research on their way: how many are at each stage, how many went on, and how long
 * that took. A result counts in the track of its present stage alone.
 */
typedef struct
{
  char *platform;
  guint n_results;
  guint n_no_stage;
  guint n_unknown_stage;
  TidePipelineTrack tracks[TIDE_N_RESULT_TRACKS];
} TideResultPipeline;

TideResultPipeline *tide_result_pipeline_new (TideSnapshot *snapshot, const char *platform);
void tide_result_pipeline_free (TideResultPipeline *self);

char *tide_pipeline_step_dup_share (const TidePipelineStep *self);
char *tide_pipeline_step_dup_time (const TidePipelineStep *self);
char *tide_pipeline_track_dup_outcome (const TidePipelineTrack *self);
char *tide_result_pipeline_dup_left_out (const TideResultPipeline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideResultPipeline, tide_result_pipeline_free)

G_END_DECLS
