/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"
#include "core/tide-result-stage.h"

static void
report (TideDraft *entry, const char *path, TideProblem *problem)
{
  TideField *field = tide_draft_get_field (entry, path);

  if (tide_field_get_problem (field) == NULL)
    tide_field_take_problem (field, problem);
  else
    tide_problem_unref (problem);
}

static const char *
get_text (TideDraft *draft, const char *path)
{
  return tide_field_get_text (tide_draft_get_field (draft, path));
}

static gboolean
is_touched (TideDraft *entry)
{
  return tide_draft_is_meant (entry) && (entry->is_new || tide_draft_get_changed (entry));
}

static const char *
get_label (TideCodeSet set, const char *code)
{
  return tide_codes_get_label (set, code, tide_language_get_default ());
}

/* Counts of a platform ---------------------------------------------------------------------- */

static const TidePlatformCount *
find_whole (const TidePlatformPayload *platform, const TidePlatformCount *part)
{
  for (guint i = 0; i < tide_entries_get_n (platform->counts); i++)
    {
      const TidePlatformCount *count = g_ptr_array_index (platform->counts, i);

      if (g_strcmp0 (count->measure, part->part_of) == 0
          && tide_date_equal (&count->date, &part->date))
        return count;
    }

  return NULL;
}

static void
check_part (TideDraft *entry, const TidePlatformCount *count, const TidePlatformPayload *platform)
{
  const TidePlatformCount *whole = find_whole (platform, count);
  g_autofree char *text = NULL;

  if (g_strcmp0 (count->part_of, count->measure) == 0)
    {
      report (entry, "part-of", tide_problem_new (TIDE_PROBLEM_BELOW_ITSELF, NULL));
      return;
    }
  if (whole == NULL || !whole->value.is_set || !count->value.is_set
      || tide_decimal_compare (&count->value, &whole->value) <= 0)
    return;

  text = tide_decimal_dup_text (&whole->value);
  report (entry, "value",
          tide_problem_new (TIDE_PROBLEM_MORE_THAN_WHOLE, get_text (entry, "value"),
                            get_label (TIDE_CODES_MEASURE, count->part_of), text, NULL));
}

static void
check_count (TideDraft *entry, const TidePlatformPayload *platform)
{
  g_autoptr (TidePayload) payload = tide_draft_dup_payload (entry);
  const TidePlatformCount *count = (const TidePlatformCount *) payload;

  if (count->value.is_set && count->value.mantissa < 0)
    report (entry, "value",
            tide_problem_new (TIDE_PROBLEM_BELOW_ZERO, get_text (entry, "value"), NULL));
  if (!count->value.is_set && count->written == NULL)
    report (entry, "value", tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));
  if (count->part_of != NULL)
    check_part (entry, count, platform);
}

static void
check_platform (TideDraft *self)
{
  const TideDraftPart *part = tide_draft_find_part (self, "counts");
  g_autoptr (TidePayload) payload = tide_draft_dup_payload (self);

  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    if (is_touched (tide_draft_part_get (part, i)))
      check_count (tide_draft_part_get (part, i), TIDE_PLATFORM_PAYLOAD (payload));
}

/* Stages of a result ------------------------------------------------------------------------ */

static void
check_future (TideDraft *entry, const TideDate *date)
{
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (tide_register_get_clock (entry->reg)),
                            tide_register_get_settings (entry->reg)->time_zone);
  if (tide_date_is_set (date) && tide_date_is_before (&today, date))
    report (entry, "date", tide_problem_new (TIDE_PROBLEM_NOT_YET, get_text (entry, "date"), NULL));
}

/* A result goes the way of its kind; one of a kind that is not known may go either way. */
static void
check_track (TideDraft *entry, const TideResultStage *stage, const char *kind)
{
  const TideResultTrack track = tide_result_stage_get_track (stage->stage);
  const int own = tide_codes_find (TIDE_CODES_RESULT_KIND, kind);

  if (track != TIDE_RESULT_TRACK_NONE && own >= 0 && own != (int) track)
    report (entry, "stage",
            tide_problem_new (TIDE_PROBLEM_OTHER_TRACK,
                              get_label (TIDE_CODES_RESULT_STAGE, stage->stage),
                              get_label (TIDE_CODES_RESULT_KIND, kind), NULL));
}

/* A result may go back, but not come to a stage before it was at any that leads there. */
static void
check_order (TideDraft *entry, const TideResultStage *stage, const TideResultPayload *result)
{
  const TideResultTrack track = tide_result_stage_get_track (stage->stage);
  const int rank = tide_result_stage_get_rank (stage->stage);

  for (int i = 0; i < rank; i++)
    {
      const char *code = tide_result_track_get_stage (track, (guint) i);
      const TideResultStage *first = tide_result_find_first (result, code);
      char buffer[TIDE_DATE_TEXT_SIZE];

      if (first == NULL || !tide_date_is_set (&first->date)
          || !tide_date_is_before (&stage->date, &first->date))
        continue;
      report (entry, "date",
              tide_problem_new (TIDE_PROBLEM_BEFORE_EARLIER_STAGE, get_text (entry, "date"),
                                get_label (TIDE_CODES_RESULT_STAGE, code),
                                tide_date_format (&first->date, buffer, sizeof buffer), NULL));
      return;
    }
}

static void
check_stage (TideDraft *entry, const TideResultPayload *result)
{
  g_autoptr (TidePayload) payload = tide_draft_dup_payload (entry);
  const TideResultStage *stage = (const TideResultStage *) payload;

  check_track (entry, stage, result->kind);
  check_future (entry, &stage->date);
  if (tide_date_is_set (&stage->date))
    check_order (entry, stage, result);
}

static void
check_result (TideDraft *self)
{
  const TideDraftPart *part = tide_draft_find_part (self, "stages");
  const gboolean is_kind_changed = tide_field_get_changed (tide_draft_get_field (self, "kind"));
  g_autoptr (TidePayload) payload = tide_draft_dup_payload (self);

  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    {
      TideDraft *entry = tide_draft_part_get (part, i);

      if (is_touched (entry) || (is_kind_changed && tide_draft_is_meant (entry)))
        check_stage (entry, TIDE_RESULT_PAYLOAD (payload));
    }
}

/*
 * tide_draft_check_innovation:
 * @self: the draft of a platform or a result, whose fields have been looked at alone
 *
 * Gives the fields of entries that were touched what cannot be: a count below zero, or of a part
 * that is larger than the whole on that date; a stage of the other track, one that is still to
 * come, or one that comes before those that lead to it.
 */
void
tide_draft_check_innovation (TideDraft *self)
{
  if (self->kind == TIDE_RECORD_PLATFORM)
    check_platform (self);
  else
    check_result (self);
}
