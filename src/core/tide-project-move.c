/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-project-move.h"

#include "core/tide-draft-private.h"
#include "core/tide-field-private.h"
#include "core/tide-step-records-private.h"

#include <string.h>

#define ULID_LENGTH 26

/* Stages and statuses are logs of the same kind: a code, a date, and what was said of it. */
typedef struct
{
  const char *list;
  const char *code; /* the member */
  TideCodeSet codes;
  const char *step;  /* name of the step for one project */
  const char *steps; /* for several */
} Log;

static const Log stage_log
    = { "stages", "stage", TIDE_CODES_STAGE, "move-project", "move-projects" };
static const Log status_log
    = { "statuses", "status", TIDE_CODES_STATUS, "mark-project", "mark-projects" };

static const Log *
get_log_of (const TidePayload *entry)
{
  return entry->shape == &tide_shape_stage ? &stage_log : &status_log;
}

static const Log *
get_log (TideDraft *entry)
{
  return get_log_of (entry->original);
}

static const TideProjectPayload *
lookup (TideDraft *entry, const char *id)
{
  return TIDE_PROJECT_PAYLOAD (tide_register_lookup_payload (entry->reg, TIDE_RECORD_PROJECT, id));
}

static const TidePayload *
get_present (const Log *log, const TideProjectPayload *project)
{
  const GPtrArray *entries = log == &stage_log ? project->stages : project->statuses;

  return tide_entries_get_n (entries) > 0 ? g_ptr_array_index (entries, entries->len - 1) : NULL;
}

static const char *
get_code (const Log *log, const TidePayload *present)
{
  if (present == NULL)
    return log == &stage_log ? NULL : tide_codes_get_code (log->codes, TIDE_STATUS_NORMAL);

  return log == &stage_log ? ((const TideStageEntry *) present)->stage
                           : ((const TideStatusEntry *) present)->status;
}

static const TideDate *
get_date (const Log *log, const TidePayload *entry)
{
  return log == &stage_log ? &((const TideStageEntry *) entry)->date
                           : &((const TideStatusEntry *) entry)->date;
}

/* Who is there already stays; a pause may be followed by another one, with another reason. */
static gboolean
is_there (const Log *log, const TideProjectPayload *project, const char *code)
{
  return g_strcmp0 (get_code (log, get_present (log, project)), code) == 0
         && (log == &stage_log || strcmp (code, "paused") != 0);
}

static void
report (TideDraft *entry, const char *path, TideProblem *problem)
{
  TideField *field = tide_draft_get_field (entry, path);

  if (tide_field_get_problem (field) == NULL)
    tide_field_take_problem (field, problem);
  else
    tide_problem_unref (problem);
}

static void
require (TideDraft *entry, const char *path)
{
  if (*tide_field_get_text (tide_draft_get_field (entry, path)) == '\0')
    report (entry, path, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));
}

/* The present entry that stands in the way of one that begins on @date. */
static const TidePayload *
find_later (TideDraft *entry, const char *const *ids, const TideDate *date)
{
  const Log *log = get_log (entry);
  const char *code = tide_field_get_text (tide_draft_get_field (entry, log->code));
  const TidePayload *latest = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TideProjectPayload *project = lookup (entry, ids[i]);
      const TidePayload *present = project != NULL ? get_present (log, project) : NULL;

      if (present == NULL || is_there (log, project, code)
          || tide_date_compare (get_date (log, present), date) <= 0)
        continue;
      if (latest == NULL || tide_date_compare (get_date (log, present), get_date (log, latest)) > 0)
        latest = present;
    }

  return latest;
}

static void
check_order (TideDraft *entry, const char *const *ids, const TideDate *date)
{
  const Log *log = get_log (entry);
  const char *typed = tide_field_get_text (tide_draft_get_field (entry, "date"));
  const TidePayload *later = find_later (entry, ids, date);
  char buffer[TIDE_DATE_TEXT_SIZE];

  if (later != NULL)
    report (entry, "date",
            tide_problem_new (TIDE_PROBLEM_BEFORE_PRESENT, typed,
                              tide_codes_get_label (log->codes, get_code (log, later),
                                                    tide_language_get_default ()),
                              tide_date_format (get_date (log, later), buffer, sizeof buffer),
                              NULL));
}

static void
check_future (TideDraft *entry, const TideDate *date)
{
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (tide_register_get_clock (entry->reg)),
                            tide_register_get_settings (entry->reg)->time_zone);
  if (tide_date_is_before (&today, date))
    report (entry, "date",
            tide_problem_new (TIDE_PROBLEM_FUTURE_DATE,
                              tide_field_get_text (tide_draft_get_field (entry, "date")), NULL));
}

static void
check_until (TideDraft *entry, const TideStatusEntry *status)
{
  TideField *until = tide_draft_get_field (entry, "until");

  /* Only a pause has it; what was typed before another status was chosen does not matter. */
  if (status->rank != TIDE_STATUS_PAUSED)
    tide_field_take_problem (until, NULL);
  else if (tide_date_is_before (&status->until, &status->date))
    report (entry, "until",
            tide_problem_new (TIDE_PROBLEM_ENDS_BEFORE_START, tide_field_get_text (until),
                              tide_field_get_text (tide_draft_get_field (entry, "date")), NULL));
}

static void
check_status (TideDraft *entry, const TideStatusEntry *status)
{
  if ((status->rank == TIDE_STATUS_PAUSED || status->rank == TIDE_STATUS_TERMINATED)
      && status->reason == NULL)
    report (entry, "reason", tide_problem_new (TIDE_PROBLEM_REASON_MISSING, NULL));

  check_until (entry, status);
}

static void
check_there (TideDraft *entry, const char *const *ids)
{
  const Log *log = get_log (entry);
  const char *code = tide_field_get_text (tide_draft_get_field (entry, log->code));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TideProjectPayload *project = lookup (entry, ids[i]);

      if (project != NULL && !is_there (log, project, code))
        return;
    }

  if (ids[0] != NULL)
    report (entry, log->code,
            tide_problem_new (TIDE_PROBLEM_ALREADY_SO,
                              tide_codes_get_label (log->codes, code, tide_language_get_default ()),
                              NULL));
}

/* An id that comes after that of the entry before it: where both have the same date, the ids say
 * which of them is current, and those in files written by hand may be any words. */
static char *
dup_later_id (TideClock *clock, const TidePayload *present)
{
  g_autofree char *id = tide_clock_dup_id (clock);
  g_autofree char *stem = NULL;
  char *joined;
  char *dot;

  if (present == NULL || strcmp (present->id, id) < 0)
    return g_steal_pointer (&id);

  stem = g_strdup (present->id);
  dot = strrchr (stem, '.');
  if (dot != NULL && strlen (dot + 1) == ULID_LENGTH)
    *dot = '\0';
  joined = g_strconcat (stem, ".", id, NULL);
  if (tide_id_is_valid (joined))
    return joined;

  g_free (joined);
  return g_steal_pointer (&id);
}

/* What gives several projects the same entry. */
typedef struct
{
  const Log *log;
  const TidePayload *values;
  TideClock *clock; /* gives the entries their ids */
  gint64 now;
} Move;

static void
add_entry (const Move *self, TideStep *step, const TidePayload *project)
{
  TidePayload *after = tide_payload_copy (project);
  TidePayload *copy = tide_payload_copy (self->values);
  g_autofree char *id
      = dup_later_id (self->clock, get_present (self->log, TIDE_PROJECT_PAYLOAD (project)));

  tide_payload_set_string (&copy->id, id);
  tide_payload_add_entry (after, self->log->list, tide_payload_seal (copy));
  tide_step_add_change (step, TIDE_RECORD_PROJECT, project, tide_payload_seal (after), self->now);
}

static GPtrArray *
find_moved (const Move *self, TideSnapshot *snapshot, const char *const *ids)
{
  const char *code = get_code (self->log, self->values);
  GPtrArray *moved = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TidePayload *project = tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, ids[i]);

      if (project != NULL && !is_there (self->log, TIDE_PROJECT_PAYLOAD (project), code))
        g_ptr_array_add (moved, (gpointer) project);
    }

  return moved;
}

static TideStep *
create_step (const Log *log, const char *code, const GPtrArray *moved)
{
  g_autofree char *count = g_strdup_printf ("%u", moved->len);

  if (moved->len != 1)
    return tide_step_new (log->steps, count, code, NULL);

  return tide_step_new (
      log->step,
      tide_payload_get_label (g_ptr_array_index (moved, 0), tide_language_get_default ()), code,
      NULL);
}

/**
 * tide_project_move_new_draft:
 * @reg: a register
 * @list: `stages` or `statuses`
 *
 * Returns: (transfer full): the draft of an entry of today, in the register's time zone
 */
TideDraft *
tide_project_move_new_draft (TideRegister *reg, const char *list)
{
  TideDraft *entry = tide_draft_new_entry (reg, TIDE_RECORD_PROJECT, list);
  char buffer[TIDE_DATE_TEXT_SIZE];
  TideDate today;

  tide_date_init_from_time (&today, tide_clock_get_seconds (tide_register_get_clock (reg)),
                            tide_register_get_settings (reg)->time_zone);
  tide_field_set_text (tide_draft_get_field (entry, "date"),
                       tide_date_format (&today, buffer, sizeof buffer));

  return entry;
}

/**
 * tide_project_move_sum_up:
 * @entry: the draft of a stage
 * @ids: (array zero-terminated=1): ids of projects
 * @move: (out): what happens to them
 */
void
tide_project_move_sum_up (TideDraft *entry, const char *const *ids, TideProjectMove *move)
{
  const char *code = tide_field_get_text (tide_draft_get_field (entry, "stage"));
  const int stage = tide_codes_find (TIDE_CODES_STAGE, code);

  *move = (TideProjectMove) { 0 };
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TideProjectPayload *project = lookup (entry, ids[i]);

      if (project == NULL)
        continue;
      if (is_there (&stage_log, project, code))
        move->n_there++;
      else if ((int) project->stage > stage)
        move->n_back++;
      else
        move->n_forward++;
    }
}

/**
 * tide_project_move_check_date:
 * @entry: the draft of a stage or a status
 * @ids: (array zero-terminated=1): ids of the projects that shall get it
 *
 * Tells beside its date where that cannot be, as it is typed: a date that is still to come, or one
 * before the present entry of a project, as the last one by date is the current one.
 */
void
tide_project_move_check_date (TideDraft *entry, const char *const *ids)
{
  g_autoptr (TidePayload) values = tide_draft_dup_payload (entry);
  const TideDate *date = get_date (get_log (entry), values);

  tide_field_check (tide_draft_get_field (entry, "date"));
  if (!tide_date_is_set (date))
    return;

  check_future (entry, date);
  check_order (entry, ids, date);
}

/**
 * tide_project_move_check:
 * @entry: the draft of a stage or a status
 * @ids: (array zero-terminated=1): ids of the projects that shall get it
 *
 * Gives each field that cannot be taken as it is its problem. A date is needed; so is a reason
 * where projects pause or are terminated. A move to where all projects are already is none.
 *
 * Returns: (transfer none) (nullable): the first such field
 */
TideField *
tide_project_move_check (TideDraft *entry, const char *const *ids)
{
  const Log *log = get_log (entry);
  g_autoptr (TidePayload) values = tide_project_move_dup_values (entry);

  tide_draft_check_syntax (entry);
  tide_project_move_check_date (entry, ids);
  require (entry, log->code);
  require (entry, "date");
  check_there (entry, ids);
  if (log == &status_log)
    check_status (entry, (const TideStatusEntry *) values);

  return tide_draft_find_problem (entry);
}

/**
 * tide_project_move_dup_values:
 * @entry: the draft of a stage or a status, without problems
 *
 * Returns: (transfer full): what the projects get, sealed; only what pauses keeps the day until
 *   when
 */
TidePayload *
tide_project_move_dup_values (TideDraft *entry)
{
  TidePayload *values = tide_draft_dup_payload (entry);
  TidePayload *copy;

  if (get_log (entry) == &stage_log || ((TideStatusEntry *) values)->rank == TIDE_STATUS_PAUSED)
    return values;

  copy = tide_payload_copy (values);
  ((TideStatusEntry *) copy)->until = (TideDate) { 0 };
  tide_payload_unref (values);

  return tide_payload_seal (copy);
}

/**
 * tide_project_move_new_step:
 * @values: a stage or a status, from tide_project_move_dup_values()
 * @snapshot: the register
 * @ids: (array zero-terminated=1): ids of projects
 * @clock: a clock, to give ids
 * @now: when it is done, in seconds since 1970 UTC
 *
 * Makes the step that gives the projects the entry, each under an id of its own. Those that are
 * there already, or gone, are left out. Any thread may do it with a clock of its own.
 *
 * Returns: (transfer full): the step
 */
TideStep *
tide_project_move_new_step (const TidePayload *values,
                            TideSnapshot *snapshot,
                            const char *const *ids,
                            TideClock *clock,
                            gint64 now)
{
  const Move self = { get_log_of (values), values, clock, now };
  g_autoptr (GPtrArray) moved = find_moved (&self, snapshot, ids);
  TideStep *step = create_step (self.log, get_code (self.log, values), moved);

  for (guint i = 0; i < moved->len; i++)
    add_entry (&self, step, g_ptr_array_index (moved, i));

  return step;
}
