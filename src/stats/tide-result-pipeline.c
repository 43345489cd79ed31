/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-result-pipeline.h"

/* The times of each step of one track, of TideDays. */
typedef GArray *Times[TIDE_RESULT_TRACK_LENGTH - 1];

/* The furthest stage of the track that the result was ever at. */
static int
find_furthest (const TideResultPayload *result, TideResultTrack track)
{
  int furthest = -1;

  for (guint i = 0; i < tide_entries_get_n (result->stages); i++)
    {
      const TideResultStage *entry = g_ptr_array_index (result->stages, i);

      if (tide_result_stage_get_track (entry->stage) == track)
        furthest = MAX (furthest, tide_result_stage_get_rank (entry->stage));
    }

  return furthest;
}

static void
time_step (TidePipelineStep *step,
           GArray *times,
           const TideResultPayload *result,
           TideResultTrack track,
           guint rank)
{
  const TideResultStage *from
      = tide_result_find_first (result, tide_result_track_get_stage (track, rank));
  const TideResultStage *to
      = tide_result_find_first (result, tide_result_track_get_stage (track, rank + 1));
  TideDays days;

  if (from == NULL || to == NULL || !tide_date_is_set (&from->date)
      || !tide_date_is_set (&to->date))
    {
      step->n_undated++;
      return;
    }

  tide_days_between (&days, &from->date, tide_date_get_first_day (&to->date),
                     tide_date_get_last_day (&to->date));
  if (days.is_known)
    g_array_append_val (times, days);
  else
    step->n_backwards++;
}

static void
count_in_track (TidePipelineTrack *self,
                Times times,
                const TideResultPayload *result,
                TideResultTrack track)
{
  const int present = tide_result_stage_get_rank (tide_result_get_present (result)->stage);
  const int furthest = find_furthest (result, track);

  self->n_results++;
  self->stages[present].n_present++;
  self->n_became_project += result->became != NULL;
  self->n_became_company += result->company != NULL;
  for (int i = 0; i <= furthest; i++)
    {
      self->stages[i].n_reached++;
      if (i + 1 == TIDE_RESULT_TRACK_LENGTH)
        continue;
      self->steps[i].n_from++;
      if (i == furthest)
        continue;
      self->steps[i].n_to++;
      time_step (&self->steps[i], times[i], result, track, (guint) i);
    }
}

static void
count (TideResultPipeline *self, Times times[TIDE_N_RESULT_TRACKS], const TideResultPayload *result)
{
  const TideResultStage *present = tide_result_get_present (result);
  TideResultTrack track;

  self->n_results++;
  if (present == NULL)
    {
      self->n_no_stage++;
      return;
    }

  track = tide_result_stage_get_track (present->stage);
  if (track == TIDE_RESULT_TRACK_NONE)
    self->n_unknown_stage++;
  else
    count_in_track (&self->tracks[track], times[track], result, track);
}

static int
compare_fewest (gconstpointer a, gconstpointer b)
{
  const TideDays *left = a;
  const TideDays *right = b;

  return (left->min > right->min) - (left->min < right->min);
}

static int
compare_most (gconstpointer a, gconstpointer b)
{
  const TideDays *left = a;
  const TideDays *right = b;

  return (left->max > right->max) - (left->max < right->max);
}

/* Between the two in the middle, half a day goes to the side where it leaves the range wider. */
static void
take_median (TidePipelineStep *step, GArray *times)
{
  const guint n = times->len;

  step->n_timed = n;
  if (n == 0)
    return;

  step->median.is_known = TRUE;
  g_array_sort (times, compare_fewest);
  step->median.min = (g_array_index (times, TideDays, (n - 1) / 2).min
                      + g_array_index (times, TideDays, n / 2).min)
                     / 2;
  g_array_sort (times, compare_most);
  step->median.max = (g_array_index (times, TideDays, (n - 1) / 2).max
                      + g_array_index (times, TideDays, n / 2).max + 1)
                     / 2;
}

static void
begin_track (TidePipelineTrack *self, Times times, TideResultTrack track)
{
  for (guint i = 0; i < TIDE_RESULT_TRACK_LENGTH; i++)
    self->stages[i].stage = tide_result_track_get_stage (track, i);
  for (guint i = 0; i + 1 < TIDE_RESULT_TRACK_LENGTH; i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (TideDays));
}

static void
end_track (TidePipelineTrack *self, Times times)
{
  for (guint i = 0; i + 1 < TIDE_RESULT_TRACK_LENGTH; i++)
    {
      take_median (&self->steps[i], times[i]);
      g_array_unref (times[i]);
    }
}

/**
 * tide_result_pipeline_new:
 * @snapshot: a register
 * @platform: (nullable): id of a platform; %NULL for the results of all
 *
 * Counts in one pass over the results, of which there are as many as somebody has written down.
 *
 * Returns: (transfer full): where they are, how many went on, and how long that took
 */
TideResultPipeline *
tide_result_pipeline_new (TideSnapshot *snapshot, const char *platform)
{
  const GPtrArray *results = tide_snapshot_get_records (snapshot, TIDE_RECORD_RESULT);
  TideResultPipeline *self = g_new0 (TideResultPipeline, 1);
  Times times[TIDE_N_RESULT_TRACKS];

  self->platform = g_strdup (platform);
  for (int i = 0; i < TIDE_N_RESULT_TRACKS; i++)
    begin_track (&self->tracks[i], times[i], (TideResultTrack) i);
  for (guint i = 0; i < tide_entries_get_n (results); i++)
    {
      const TideResultPayload *result = TIDE_RESULT_PAYLOAD (g_ptr_array_index (results, i));

      if (platform == NULL || g_strcmp0 (result->platform, platform) == 0)
        count (self, times, result);
    }
  for (int i = 0; i < TIDE_N_RESULT_TRACKS; i++)
    end_track (&self->tracks[i], times[i]);

  return self;
}

/**
 * tide_result_pipeline_free:
 * @self: (transfer full): what was counted
 */
void
tide_result_pipeline_free (TideResultPipeline *self)
{
  g_free (self->platform);
  g_free (self);
}
