/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing-options.h"

#include "core/tide-word.h"

static const char *const subjects[TIDE_N_SUBJECTS] = {
  [TIDE_SUBJECT_ALL] = "all",
  [TIDE_SUBJECT_EVENT] = "event",
  [TIDE_SUBJECT_PERIOD] = "period",
  [TIDE_SUBJECT_FILTER] = "filter",
};

/* In the order of the flags. */
static const char *const parts[TIDE_N_PARTS]
    = { "event",  "totals",   "sizes",      "fields",    "divisions",
        "stages", "projects", "indicators", "platforms", "cohorts" };

/**
 * tide_briefing_options_new:
 *
 * Returns: (transfer full): asks for everything about the whole register, in English
 */
TideBriefingOptions *
tide_briefing_options_new (void)
{
  TideBriefingOptions *self = g_new0 (TideBriefingOptions, 1);

  self->parts = TIDE_ALL_PARTS;

  return self;
}

/**
 * tide_briefing_options_copy:
 * @self: what is asked for
 *
 * Returns: (transfer full): the same
 */
TideBriefingOptions *
tide_briefing_options_copy (const TideBriefingOptions *self)
{
  TideBriefingOptions *copy = g_memdup2 (self, sizeof *self);

  copy->event = g_strdup (self->event);
  copy->filter_id = g_strdup (self->filter_id);
  copy->filter = self->filter != NULL ? tide_filter_copy (self->filter) : NULL;
  copy->unit = g_strdup (self->unit);
  copy->currency = g_strdup (self->currency);
  copy->rate_set = g_strdup (self->rate_set);
  copy->amount_kind = g_strdup (self->amount_kind);
  copy->wording = g_strdup (self->wording);
  copy->wording_text = g_strdup (self->wording_text);

  return copy;
}

/**
 * tide_briefing_options_free:
 * @self: (transfer full): what is asked for
 */
void
tide_briefing_options_free (TideBriefingOptions *self)
{
  g_free (self->event);
  g_free (self->filter_id);
  g_clear_pointer ((TidePayload **) &self->filter, tide_payload_unref);
  g_free (self->unit);
  g_free (self->currency);
  g_free (self->rate_set);
  g_free (self->amount_kind);
  g_free (self->wording);
  g_free (self->wording_text);
  g_free (self);
}

static TideFilter *
dup_saved_filter (const TideBriefingOptions *self, TideSnapshot *snapshot)
{
  const TidePayload *saved
      = self->filter_id != NULL
            ? tide_snapshot_lookup (snapshot, TIDE_RECORD_FILTER, self->filter_id)
            : NULL;

  if (saved != NULL)
    return tide_filter_copy (TIDE_FILTER (saved));

  return self->filter != NULL ? tide_filter_copy (self->filter) : tide_filter_new ();
}

/**
 * tide_briefing_options_dup_filter:
 * @self: what is asked for
 * @snapshot: the register
 *
 * Returns: (transfer full): the projects it is about
 */
TideFilter *
tide_briefing_options_dup_filter (const TideBriefingOptions *self, TideSnapshot *snapshot)
{
  TideFilter *filter;

  if (self->subject == TIDE_SUBJECT_FILTER)
    return dup_saved_filter (self, snapshot);

  filter = tide_filter_new ();
  if (self->subject == TIDE_SUBJECT_EVENT && self->event != NULL)
    tide_filter_add (filter, "events", self->event);
  if (self->subject == TIDE_SUBJECT_PERIOD)
    {
      tide_payload_set_string (&filter->date, "signed");
      filter->date_from = self->from;
      filter->date_to = self->to;
    }

  return filter;
}

/**
 * tide_briefing_subject_get_code:
 * @subject: a subject
 *
 * Returns: (transfer none): its word
 */
const char *
tide_briefing_subject_get_code (TideBriefingSubject subject)
{
  g_return_val_if_fail (subject < TIDE_N_SUBJECTS, NULL);

  return subjects[subject];
}

/**
 * tide_briefing_subject_from_code:
 * @code: (nullable): a word
 *
 * Returns: the subject, -1 for none
 */
int
tide_briefing_subject_from_code (const char *code)
{
  return tide_word_find (subjects, TIDE_N_SUBJECTS, code);
}

/**
 * tide_briefing_part_get_code:
 * @index: number of a part, from 0: its flag is `1 << index`
 *
 * Returns: (transfer none): its word
 */
const char *
tide_briefing_part_get_code (guint index)
{
  g_return_val_if_fail (index < TIDE_N_PARTS, NULL);

  return parts[index];
}

/**
 * tide_briefing_part_from_code:
 * @code: (nullable): a word
 *
 * Returns: the number of the part, -1 for none
 */
int
tide_briefing_part_from_code (const char *code)
{
  return tide_word_find (parts, TIDE_N_PARTS, code);
}
