/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-result-stage.h"

/* The vocabulary has the stages of one track after those of the other. */

/**
 * tide_result_track_get_kind:
 * @track: a track
 *
 * Returns: (transfer none) (nullable): the kind of the results that go this way; %NULL for none
 */
const char *
tide_result_track_get_kind (TideResultTrack track)
{
  return track != TIDE_RESULT_TRACK_NONE ? tide_codes_get_code (TIDE_CODES_RESULT_KIND, track)
                                         : NULL;
}

/**
 * tide_result_track_get_stage:
 * @track: one of the two tracks
 * @rank: from 0, less than %TIDE_RESULT_TRACK_LENGTH
 *
 * Returns: (transfer none): code of that stage
 */
const char *
tide_result_track_get_stage (TideResultTrack track, guint rank)
{
  g_return_val_if_fail (track != TIDE_RESULT_TRACK_NONE, NULL);
  g_return_val_if_fail (rank < TIDE_RESULT_TRACK_LENGTH, NULL);

  return tide_codes_get_code (TIDE_CODES_RESULT_STAGE,
                              (guint) track * TIDE_RESULT_TRACK_LENGTH + rank);
}

/**
 * tide_result_stage_get_track:
 * @stage: (nullable): code of a stage
 *
 * Returns: the track it is part of
 */
TideResultTrack
tide_result_stage_get_track (const char *stage)
{
  const int index = tide_codes_find (TIDE_CODES_RESULT_STAGE, stage);

  return index >= 0 ? (TideResultTrack) (index / TIDE_RESULT_TRACK_LENGTH) : TIDE_RESULT_TRACK_NONE;
}

/**
 * tide_result_stage_get_rank:
 * @stage: (nullable): code of a stage
 *
 * Returns: which stage of its track it is, from 0; -1 for a code of a later program, or none
 */
int
tide_result_stage_get_rank (const char *stage)
{
  const int index = tide_codes_find (TIDE_CODES_RESULT_STAGE, stage);

  return index >= 0 ? index % TIDE_RESULT_TRACK_LENGTH : -1;
}

static gboolean
is_further (const TideResultStage *entry, const TideResultStage *other)
{
  if (tide_date_is_set (&entry->date) && tide_date_is_set (&other->date)
      && !tide_date_equal (&entry->date, &other->date))
    return tide_date_compare (&entry->date, &other->date) > 0;

  return tide_codes_find (TIDE_CODES_RESULT_STAGE, entry->stage)
         >= tide_codes_find (TIDE_CODES_RESULT_STAGE, other->stage);
}

/**
 * tide_result_get_present:
 * @result: a result
 *
 * The last stage by date is the present one; of two with the same date, or where one has none, the
 * one that is further.
 *
 * Returns: (transfer none) (nullable): where the result is; %NULL where nobody has said so
 */
const TideResultStage *
tide_result_get_present (const TideResultPayload *result)
{
  const TideResultStage *present = NULL;

  for (guint i = 0; i < tide_entries_get_n (result->stages); i++)
    {
      const TideResultStage *entry = g_ptr_array_index (result->stages, i);

      if (present == NULL || is_further (entry, present))
        present = entry;
    }

  return present;
}

/**
 * tide_result_find_first:
 * @result: a result
 * @stage: code of a stage
 *
 * Returns: (transfer none) (nullable): when it came there first; an entry without a date only where
 *   none has one; %NULL where it was never there
 */
const TideResultStage *
tide_result_find_first (const TideResultPayload *result, const char *stage)
{
  const TideResultStage *first = NULL;

  for (guint i = 0; i < tide_entries_get_n (result->stages); i++)
    {
      const TideResultStage *entry = g_ptr_array_index (result->stages, i);

      if (g_strcmp0 (entry->stage, stage) != 0)
        continue;
      if (first == NULL || !tide_date_is_set (&first->date)
          || (tide_date_is_set (&entry->date)
              && tide_date_compare (&entry->date, &first->date) < 0))
        first = entry;
    }

  return first;
}

/**
 * tide_result_get_track:
 * @result: a result
 *
 * Returns: the track of its present stage; where it has none, the one of its kind
 */
TideResultTrack
tide_result_get_track (const TideResultPayload *result)
{
  const TideResultStage *present = tide_result_get_present (result);

  if (present != NULL)
    return tide_result_stage_get_track (present->stage);

  return (TideResultTrack) tide_codes_find (TIDE_CODES_RESULT_KIND, result->kind);
}
