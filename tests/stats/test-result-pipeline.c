/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-result-pipeline.h"
#include "tide-test-register.h"

/* Adds a result with its log, as in `sample=2021 pilot=2022-03 product`. */
static TidePayload *
create_result (const char *id, const char *platform, const char *log)
{
  TidePayload *result = tide_test_payload_new (TIDE_RECORD_RESULT, id, id);
  g_auto (GStrv) words = g_strsplit (log, " ", -1);

  tide_test_payload_set (result, "platform", platform);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      TidePayload *entry = tide_test_payload_add_entry (result, "stages", NULL);

      tide_test_payload_set (entry, "stage", parts[0]);
      if (parts[1] != NULL)
        tide_test_payload_set (entry, "date", parts[1]);
    }

  return result;
}

static void
add (TideSnapshot *snapshot, const char *id, const char *log)
{
  tide_snapshot_add (snapshot, TIDE_RECORD_RESULT, create_result (id, "laboratory", log));
}

static void
assert_step (
    const TidePipelineStep *step, guint n_from, guint n_to, guint n_timed, guint min, guint max)
{
  g_assert_cmpuint (step->n_from, ==, n_from);
  g_assert_cmpuint (step->n_to, ==, n_to);
  g_assert_cmpuint (step->n_timed, ==, n_timed);
  g_assert_cmpint (step->median.is_known, ==, n_timed > 0);
  g_assert_cmpuint (step->median.min, ==, min);
  g_assert_cmpuint (step->median.max, ==, max);
}

/* Worked out by hand: 31, 90 and 365 days for three, the middle one counts. */
static void
test_exact (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideResultPipeline) pipeline = NULL;
  const TidePipelineTrack *track;

  add (snapshot, "a", "sample=2021-01-01 pilot=2021-02-01");
  add (snapshot, "b", "sample=2021-01-01 pilot=2021-04-01 product=2021-04-11");
  add (snapshot, "c", "sample=2021-01-01 pilot=2022-01-01");
  add (snapshot, "d", "sample=2021-01-01");
  pipeline = tide_result_pipeline_new (snapshot, NULL);
  track = &pipeline->tracks[TIDE_RESULT_TRACK_TECHNOLOGY];

  g_assert_cmpuint (pipeline->n_results, ==, 4);
  g_assert_cmpuint (track->n_results, ==, 4);
  g_assert_cmpuint (track->stages[0].n_present, ==, 1);
  g_assert_cmpuint (track->stages[1].n_present, ==, 2);
  g_assert_cmpuint (track->stages[2].n_present, ==, 1);
  g_assert_cmpuint (track->stages[0].n_reached, ==, 4);
  g_assert_cmpuint (track->stages[1].n_reached, ==, 3);
  assert_step (&track->steps[0], 4, 3, 3, 90, 90);
  assert_step (&track->steps[1], 3, 1, 1, 10, 10);
  g_assert_cmpuint (pipeline->tracks[TIDE_RESULT_TRACK_TEAM].n_results, ==, 0);
}

/* Of two, half a day is left to both sides: 10 and 21 days. */
static void
test_even (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideResultPipeline) pipeline = NULL;

  add (snapshot, "a", "team=2021-01-01 incubating=2021-01-11");
  add (snapshot, "b", "team=2021-01-01 incubating=2021-01-22");
  pipeline = tide_result_pipeline_new (snapshot, NULL);

  assert_step (&pipeline->tracks[TIDE_RESULT_TRACK_TEAM].steps[0], 2, 2, 2, 15, 16);
}

/* From some day of 2021 to some day of March 2022: 60 days at least, 454 at most. */
static void
test_ranges (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideResultPipeline) pipeline = NULL;

  add (snapshot, "a", "sample=2021 pilot=2022-03");
  pipeline = tide_result_pipeline_new (snapshot, NULL);

  assert_step (&pipeline->tracks[TIDE_RESULT_TRACK_TECHNOLOGY].steps[0], 1, 1, 1, 60, 454);
}

/* What cannot be timed went on all the same. */
static void
test_left_out (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideResultPipeline) pipeline = NULL;
  const TidePipelineTrack *track;

  add (snapshot, "undated", "sample pilot=2022");
  add (snapshot, "skipped", "sample=2020 product=2022");
  add (snapshot, "backwards", "sample=2022 pilot=2020");
  add (snapshot, "nowhere", "");
  add (snapshot, "later", "orbit=2022");
  pipeline = tide_result_pipeline_new (snapshot, NULL);
  track = &pipeline->tracks[TIDE_RESULT_TRACK_TECHNOLOGY];

  g_assert_cmpuint (pipeline->n_results, ==, 5);
  g_assert_cmpuint (pipeline->n_no_stage, ==, 1);
  g_assert_cmpuint (pipeline->n_unknown_stage, ==, 1);
  g_assert_cmpuint (track->n_results, ==, 3);
  assert_step (&track->steps[0], 3, 3, 0, 0, 0);
  g_assert_cmpuint (track->steps[0].n_undated, ==, 2);
  g_assert_cmpuint (track->steps[0].n_backwards, ==, 1);
  assert_step (&track->steps[1], 3, 1, 0, 0, 0);
  g_assert_cmpuint (track->steps[1].n_undated, ==, 1);
}

/* Back at the sample, it has reached the pilot all the same, and when it came there first counts.
 */
static void
test_back (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideResultPipeline) pipeline = NULL;
  const TidePipelineTrack *track;

  add (snapshot, "a",
       "sample=2021-01-01 pilot=2021-01-31 sample=2021-03-01 pilot=2022-01-01 "
       "sample=2022-02-01");
  pipeline = tide_result_pipeline_new (snapshot, NULL);
  track = &pipeline->tracks[TIDE_RESULT_TRACK_TECHNOLOGY];

  g_assert_cmpuint (track->stages[0].n_present, ==, 1);
  g_assert_cmpuint (track->stages[1].n_present, ==, 0);
  g_assert_cmpuint (track->stages[1].n_reached, ==, 1);
  assert_step (&track->steps[0], 1, 1, 1, 30, 30);
}

static void
test_platform (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autoptr (TideResultPipeline) pipeline = NULL;
  TidePayload *other = create_result ("other", "zone", "team=2021");
  TidePayload *own = create_result ("own", "laboratory", "team=2021 enterprise=2023");

  tide_test_payload_set (own, "became", "p1");
  tide_test_payload_set (own, "company", "maker");
  tide_snapshot_add (snapshot, TIDE_RECORD_RESULT, other);
  tide_snapshot_add (snapshot, TIDE_RECORD_RESULT, own);
  pipeline = tide_result_pipeline_new (snapshot, "laboratory");

  g_assert_cmpuint (pipeline->n_results, ==, 1);
  g_assert_cmpuint (pipeline->tracks[TIDE_RESULT_TRACK_TEAM].stages[2].n_present, ==, 1);
  g_assert_cmpuint (pipeline->tracks[TIDE_RESULT_TRACK_TEAM].n_became_project, ==, 1);
  g_assert_cmpuint (pipeline->tracks[TIDE_RESULT_TRACK_TEAM].n_became_company, ==, 1);
}

static void
test_words (void)
{
  const TidePipelineStep step
      = { .n_from = 4, .n_to = 3, .n_timed = 2, .n_undated = 1, .median = { TRUE, 60, 454 } };
  const TidePipelineStep exact = { .n_from = 1, .n_to = 1, .n_timed = 1, .median = { TRUE, 1, 1 } };
  const TidePipelineStep none = { 0 };
  const TideResultPipeline pipeline = { .n_results = 5, .n_no_stage = 1, .n_unknown_stage = 2 };
  const TidePipelineTrack track = { .n_results = 3, .n_became_project = 1 };
  g_autofree char *outcome = tide_pipeline_track_dup_outcome (&track);
  g_autofree char *share = tide_pipeline_step_dup_share (&step);
  g_autofree char *time = tide_pipeline_step_dup_time (&step);
  g_autofree char *exact_time = tide_pipeline_step_dup_time (&exact);
  g_autofree char *no_share = tide_pipeline_step_dup_share (&none);
  g_autofree char *no_time = tide_pipeline_step_dup_time (&none);
  g_autofree char *left_out = tide_result_pipeline_dup_left_out (&pipeline);

  g_assert_cmpstr (outcome, ==, "3 results · 1 became a project · 0 became companies");
  g_assert_cmpstr (share, ==, "3 of 4 went on (75.0 %)");
  g_assert_cmpstr (time, ==, "in 60 to 454 days (median) · of 2 results · 1 without both dates");
  g_assert_cmpstr (exact_time, ==, "in 1 day (median) · of 1 result");
  g_assert_cmpstr (no_share, ==, "None came so far");
  g_assert_cmpstr (no_time, ==, "");
  g_assert_cmpstr (left_out, ==,
                   "2 results counted · 1 left out without a stage · 2 left out with a stage that "
                   "this version does not know");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/result-pipeline/exact", test_exact);
  g_test_add_func ("/stats/result-pipeline/even", test_even);
  g_test_add_func ("/stats/result-pipeline/ranges", test_ranges);
  g_test_add_func ("/stats/result-pipeline/left-out", test_left_out);
  g_test_add_func ("/stats/result-pipeline/back", test_back);
  g_test_add_func ("/stats/result-pipeline/platform", test_platform);
  g_test_add_func ("/stats/result-pipeline/words", test_words);

  return g_test_run ();
}
