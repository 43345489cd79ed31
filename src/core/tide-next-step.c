/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-next-step.h"

#include "core/tide-payload-private.h"
#include "core/tide-register-private.h"

static TideNextStep
tell_due (const TideDate *due, guint32 day)
{
  const guint32 last
      = tide_date_is_set (due) && tide_date_is_real (due) ? tide_date_get_last_day (due) : 0;

  if (day == 0 || last == 0 || last > day + TIDE_NEXT_STEP_SOON_DAYS)
    return TIDE_NEXT_STEP_OPEN;

  return last < day ? TIDE_NEXT_STEP_PASSED : TIDE_NEXT_STEP_SOON;
}

/**
 * tide_project_get_next_step:
 * @project: a sealed project
 * @index: which of its activities
 * @day: the day on which the register is looked at, see tide_snapshot_get_day(); 0 for none
 *
 * Activities are in the order of their dates: what follows one has answered it. A date that is
 * known to the month or year is due on its last day, as only then it certainly is.
 *
 * Returns: how the next step of the activity stands
 */
TideNextStep
tide_project_get_next_step (const TideProjectPayload *project, guint index, guint32 day)
{
  const TideActivity *activity;

  g_return_val_if_fail (index < tide_entries_get_n (project->activities), TIDE_NEXT_STEP_NONE);

  activity = g_ptr_array_index (project->activities, index);
  if (activity->next_step == NULL)
    return TIDE_NEXT_STEP_NONE;
  if (index + 1 < project->activities->len)
    return TIDE_NEXT_STEP_ANSWERED;

  return tell_due (&activity->due, day);
}

/* The next step of @activity as what was done today. */
static TidePayload *
answer_new (TideRegister *self, const TideActivity *activity)
{
  TideClock *clock = tide_register_get_clock (self);
  TidePayload *payload = tide_payload_new (activity->base.shape, NULL);
  TideActivity *answer = (TideActivity *) payload;
  g_autofree char *id = tide_clock_dup_id (clock);

  tide_payload_set_string (&payload->id, id);
  tide_payload_set_string (&answer->text, activity->next_step);
  tide_date_init_from_time (&answer->date, tide_clock_get_seconds (clock),
                            tide_register_get_settings (self)->time_zone);

  return tide_payload_seal (payload);
}

static TidePayload *
dup_without_next_step (const TideActivity *activity)
{
  TidePayload *copy = tide_payload_copy (&activity->base);
  TideActivity *changed = (TideActivity *) copy;

  tide_payload_set_string (&changed->next_step, NULL);
  changed->due = (TideDate) { 0 };

  return tide_payload_seal (copy);
}

/**
 * tide_register_new_done_step:
 * @self: a register
 * @project: id of a project
 * @key: key of one of its activities, which has a next step
 *
 * What was to be done becomes an activity of today, in the register's time zone.
 *
 * Returns: (transfer full) (nullable): the step; %NULL where there is no such next step
 */
TideStep *
tide_register_new_done_step (TideRegister *self, const char *project, const char *key)
{
  const TidePayload *before = tide_register_lookup_payload (self, TIDE_RECORD_PROJECT, project);
  const GPtrArray *activities = before != NULL ? TIDE_PROJECT_PAYLOAD (before)->activities : NULL;
  const int index = tide_entries_find (activities, key);
  const TideActivity *activity = index >= 0 ? g_ptr_array_index (activities, index) : NULL;
  TidePayload *after;
  GPtrArray *entries;
  TideStep *step;

  if (activity == NULL || activity->next_step == NULL)
    return NULL;

  after = tide_payload_copy (before);
  entries = tide_payload_ensure_entries (after, "activities");
  tide_payload_unref (g_ptr_array_index (entries, index));
  g_ptr_array_index (entries, index) = dup_without_next_step (activity);
  tide_payload_add_entry (after, "activities", answer_new (self, activity));

  step = tide_step_new ("finish-next-step",
                        tide_payload_get_label (before, tide_language_get_default ()), NULL);
  tide_register_add_change (self, step, TIDE_RECORD_PROJECT, before, tide_payload_seal (after));

  return step;
}
