/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-trial.h"

#include "codec/tide-column-names.h"
#include "codec/tide-import-private.h"

#include <glib/gi18n-lib.h>

struct _TideImportTrial
{
  gatomicrefcount ref_count;
  GArray *rows;         /* owned, of TideImportRow */
  GArray *problems;     /* owned, of TideImportProblem */
  GPtrArray *kept;      /* owned payloads that rows point to */
  TidePack *pack;       /* owned: of others */
  TideSnapshot *before; /* owned */
  TideSnapshot *after;  /* owned */
  TideStep *step;       /* owned */
  guint n[TIDE_N_IMPORT_VERDICTS];
  guint n_likes;
  guint n_new[TIDE_N_RECORD_KINDS];
  guint n_doubts[TIDE_N_CHECKS];
  guint first_doubts[TIDE_N_CHECKS];
};

/* Who is told of the progress of two rounds. */
typedef struct
{
  TideProgressFunc progress;
  gpointer data;
  gsize begin;
} Round;

static void
problem_clear (gpointer data)
{
  TideImportProblem *problem = data;

  g_free (problem->text);
  g_free (problem->reason);
}

/*
 * tide_import_work_add_problem:
 * @self: work
 * @row: a row
 * @column: a column, or %TIDE_IMPORT_NO_ROW
 * @field: what it is taken as
 * @text: (nullable): what the cell says
 * @reason: (transfer full): why it cannot be taken
 */
void
tide_import_work_add_problem (TideImportWork *self,
                              guint row,
                              guint column,
                              TideImportField field,
                              const char *text,
                              char *reason)
{
  const TideImportProblem problem = { row, column, field, g_strdup (text), reason };

  g_array_append_val (self->problems, problem);
}

/*
 * tide_import_work_keep:
 * @self: work
 * @payload: (transfer full): a sealed record
 *
 * Returns: @payload, which lives as long as the trial
 */
const TidePayload *
tide_import_work_keep (TideImportWork *self, TidePayload *payload)
{
  g_ptr_array_add (self->kept, payload);

  return payload;
}

/*
 * tide_import_work_pack:
 * @self: work
 * @payload: (transfer full): a sealed project
 *
 * Does the same for one that will be in the register, in less room.
 *
 * Returns: a copy of @payload, which lives as long as the trial
 */
const TidePayload *
tide_import_work_pack (TideImportWork *self, TidePayload *payload)
{
  const TidePayload *packed = tide_pack_add_copy (self->pack, payload);

  tide_payload_unref (payload);

  return packed;
}

/* Work ---------------------------------------------------------------------------------------- */

/*
 * tide_import_work_init:
 * @self: work
 * @plan: (nullable): its plan
 * @table: its table
 * @snapshot: the register that it is for
 * @clock: gives ids and time
 */
void
tide_import_work_init (TideImportWork *self,
                       const TideImportPlan *plan,
                       const TideTable *table,
                       TideSnapshot *snapshot,
                       TideClock *clock)
{
  *self = (TideImportWork) { .plan = plan, .table = table, .snapshot = snapshot, .clock = clock };
  self->now = tide_clock_get_seconds (clock);
  self->problems = g_array_new (FALSE, FALSE, sizeof (TideImportProblem));
  g_array_set_clear_func (self->problems, problem_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TideImportRow));
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  self->pack = tide_pack_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (TideImportSlot));
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->parties
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tide_payload_unref);
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) tide_import_series_free);
}

/*
 * tide_import_work_clear:
 * @self: work
 */
void
tide_import_work_clear (TideImportWork *self)
{
  tide_import_meanings_clear (self);
  g_clear_pointer (&self->values, tide_import_values_unref);
  g_clear_pointer (&self->keys, tide_import_keys_free);
  g_free (self->periods);
  g_clear_pointer (&self->problems, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->pack, tide_pack_unref);
  g_array_unref (self->slots);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->parties);
  g_hash_table_unref (self->series);
}

static gboolean
know_projects (TideImportWork *self, GCancellable *cancellable, GError **error)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  self->keys = tide_import_keys_new (self->plan);
  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      TidePayload *project = g_ptr_array_index (projects, i);
      const TideImportSlot slot = { project, project, TIDE_IMPORT_NO_ROW };

      g_array_append_val (self->slots, slot);
      if (TIDE_PROJECT_PAYLOAD (project)->number != NULL)
        g_hash_table_insert (self->numbers, TIDE_PROJECT_PAYLOAD (project)->number, project->id);
      if (self->keys != NULL)
        tide_import_keys_add (self->keys, project, i);
      if (i % TIDE_IMPORT_ROWS_AT_ONCE == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* What the headers of columns say of which period their values are. */
static void
know_periods (TideImportWork *self)
{
  const guint n = self->plan->columns->len;
  g_autofree const char **headers = g_new0 (const char *, n + 1);
  g_autofree TideColumnName *names = g_new0 (TideColumnName, n + 1);

  self->periods = g_new0 (TideDate, n + 1);
  if (self->plan->header_row == TIDE_IMPORT_NO_ROW)
    return;

  for (guint i = 0; i < n; i++)
    headers[i] = tide_table_get_text (self->table, self->plan->header_row, i);
  tide_column_names_guess (headers, n, TIDE_IMPORT_OBSERVATIONS, names);
  for (guint i = 0; i < n; i++)
    if (!tide_date_recognise (headers[i], &self->periods[i]))
      self->periods[i] = names[i].period;
}

static void
tell_round (gsize done, gsize total, gpointer data)
{
  const Round *round = data;

  if (round->progress != NULL)
    round->progress (round->begin * total + done, 2 * total, round->data);
}

static gboolean
try_rows (TideImportWork *self, GCancellable *cancellable, Round *round, GError **error)
{
  const guint n = tide_table_get_n_rows (self->table);
  g_auto (TideImportSaid) said = { 0 };

  tide_import_said_init (&said, self);
  for (guint i = self->plan->first_row; i < n; i++)
    {
      tide_import_said_read (&said, i);
      if (self->plan->subject == TIDE_IMPORT_OBSERVATIONS)
        tide_import_try_observations (self, &said);
      else
        tide_import_try_project (self, &said);
      if (i % TIDE_IMPORT_ROWS_AT_ONCE != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      tell_round (i, n, round);
    }

  return TRUE;
}

static gboolean
work_do (TideImportWork *self, GCancellable *cancellable, Round *round, GError **error)
{
  self->values = tide_import_values_new (self->plan, self->table, self->snapshot, cancellable,
                                         tell_round, round, error);
  if (self->values == NULL)
    return FALSE;

  tide_import_meanings_init (self);
  know_periods (self);
  if (!know_projects (self, cancellable, error))
    return FALSE;

  round->begin = 1;

  return try_rows (self, cancellable, round, error);
}

/* Trials -------------------------------------------------------------------------------------- */

static void
count_new (TideImportTrial *self)
{
  for (guint i = 0; i < self->step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (self->step->edits, i);

      if (edit->kind == TIDE_EDIT_ADD && edit->list == NULL)
        self->n_new[edit->record_kind]++;
    }
}

/*
 * tide_import_trial_new_take:
 * @work: work whose rows are all tried, which keeps none of them
 * @step: (transfer full): what does it all
 * @after: (transfer full): the register as it would be
 *
 * Returns: (transfer full): what would come of it
 */
TideImportTrial *
tide_import_trial_new_take (TideImportWork *work, TideStep *step, TideSnapshot *after)
{
  TideImportTrial *self = g_new0 (TideImportTrial, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->rows = g_steal_pointer (&work->rows);
  self->problems = g_steal_pointer (&work->problems);
  self->kept = g_steal_pointer (&work->kept);
  self->pack = g_steal_pointer (&work->pack);
  self->before = tide_snapshot_ref (work->snapshot);
  self->after = after;
  self->step = step;
  for (guint i = 0; i < self->rows->len; i++)
    self->n[g_array_index (self->rows, TideImportRow, i).verdict]++;
  for (guint i = 0; i < TIDE_N_CHECKS; i++)
    {
      self->n_doubts[i] = work->n_doubts[i];
      self->first_doubts[i] = work->first_doubts[i];
    }
  /* Without a plan rows are told apart by their ids, and nobody is asked. */
  if (work->plan != NULL)
    self->n_likes = tide_import_rows_find_likes (self->rows, work->plan, after);
  count_new (self);

  return self;
}

/**
 * tide_import_trial_new:
 * @plan: a complete plan
 * @table: its table
 * @snapshot: the register that it is for
 * @clock: gives ids and time
 * @cancellable: (nullable): to give up, within a fraction of a second
 * @progress: (nullable): told how far it has come, in this thread
 * @progress_data: for @progress
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds out what would become of each row, and makes the one step that does it all. The register
 * stays as it is. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): what would come of it
 */
TideImportTrial *
tide_import_trial_new (const TideImportPlan *plan,
                       const TideTable *table,
                       TideSnapshot *snapshot,
                       TideClock *clock,
                       GCancellable *cancellable,
                       TideProgressFunc progress,
                       gpointer progress_data,
                       GError **error)
{
  g_auto (TideImportWork) work = { 0 };
  Round round = { progress, progress_data, 0 };
  TideStep *step;

  tide_import_work_init (&work, plan, table, snapshot, clock);
  if (!work_do (&work, cancellable, &round, error))
    return NULL;

  step = tide_import_step_new (&work, cancellable, error);
  if (step == NULL)
    return NULL;

  return tide_import_trial_new_take (&work, step, tide_import_step_new_after (&work, step));
}

/**
 * tide_import_trial_ref:
 * @self: a trial
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideImportTrial *
tide_import_trial_ref (TideImportTrial *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_import_trial_unref:
 * @self: (transfer full): a trial
 */
void
tide_import_trial_unref (TideImportTrial *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->rows);
  g_array_unref (self->problems);
  g_ptr_array_unref (self->kept);
  tide_pack_unref (self->pack);
  tide_snapshot_unref (self->before);
  tide_snapshot_unref (self->after);
  tide_step_unref (self->step);
  g_free (self);
}

/**
 * tide_import_trial_get_n_rows:
 * @self: a trial
 *
 * Returns: how many rows were tried
 */
guint
tide_import_trial_get_n_rows (const TideImportTrial *self)
{
  return self->rows->len;
}

/**
 * tide_import_trial_get_row:
 * @self: a trial
 * @index: which of the rows that were tried, from 0
 *
 * Returns: (transfer none): the row and its verdict
 */
const TideImportRow *
tide_import_trial_get_row (const TideImportTrial *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, TideImportRow, index);
}

/**
 * tide_import_trial_count:
 * @self: a trial
 * @verdict: a verdict
 *
 * Returns: how many rows have it
 */
guint
tide_import_trial_count (const TideImportTrial *self, TideImportVerdict verdict)
{
  g_return_val_if_fail (verdict < TIDE_N_IMPORT_VERDICTS, 0);

  return self->n[verdict];
}

/**
 * tide_import_trial_count_likes:
 * @self: a trial
 *
 * Returns: how many rows become projects that may be the same as others
 */
guint
tide_import_trial_count_likes (const TideImportTrial *self)
{
  return self->n_likes;
}

/**
 * tide_import_trial_get_problem:
 * @self: a trial
 * @index: which of the problems of all rows, from the first problem of a row
 *
 * Returns: (transfer none): the problem
 */
const TideImportProblem *
tide_import_trial_get_problem (const TideImportTrial *self, guint index)
{
  g_return_val_if_fail (index < self->problems->len, NULL);

  return &g_array_index (self->problems, TideImportProblem, index);
}

/**
 * tide_import_row_dup_changes:
 * @self: a row
 *
 * Returns: (transfer full): a step, to be shown and not applied, of what the row changes: of one
 *   that becomes a record, its addition
 */
TideStep *
tide_import_row_dup_changes (const TideImportRow *self)
{
  TideStep *step = tide_step_new ("import", NULL);

  if (self->before != NULL && self->after != NULL && self->before->shape == self->after->shape)
    tide_step_add_difference (step, self->kind, self->before, self->after);
  else if (self->after != NULL)
    tide_step_add_record (step, self->kind, (TidePayload *) self->after, 0);

  return step;
}

/**
 * tide_import_trial_count_new:
 * @self: a trial
 * @kind: a kind of records
 *
 * Returns: how many of them are made
 */
guint
tide_import_trial_count_new (const TideImportTrial *self, TideRecordKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, 0);

  return self->n_new[kind];
}

/**
 * tide_import_trial_count_doubts:
 * @self: a trial
 * @check: a check
 *
 * Returns: of how many rows that are taken it finds something in the project
 */
guint
tide_import_trial_count_doubts (const TideImportTrial *self, TideCheck check)
{
  g_return_val_if_fail (check < TIDE_N_CHECKS, 0);

  return self->n_doubts[check];
}

/**
 * tide_import_trial_get_first_doubt:
 * @self: a trial
 * @check: a check that has found something
 *
 * Returns: the first row of the table of which it has
 */
guint
tide_import_trial_get_first_doubt (const TideImportTrial *self, TideCheck check)
{
  g_return_val_if_fail (check < TIDE_N_CHECKS, TIDE_IMPORT_NO_ROW);

  return self->n_doubts[check] > 0 ? self->first_doubts[check] : TIDE_IMPORT_NO_ROW;
}

/**
 * tide_import_trial_get_before:
 * @self: a trial
 *
 * Returns: (transfer none): the register as it is
 */
TideSnapshot *
tide_import_trial_get_before (const TideImportTrial *self)
{
  return self->before;
}

/**
 * tide_import_trial_get_after:
 * @self: a trial
 *
 * Returns: (transfer none): the register as it would be
 */
TideSnapshot *
tide_import_trial_get_after (const TideImportTrial *self)
{
  return self->after;
}

/**
 * tide_import_trial_get_step:
 * @self: a trial
 *
 * Returns: (transfer none): what does it all, for tide_register_apply_async(); empty where nothing
 *   would change
 */
TideStep *
tide_import_trial_get_step (const TideImportTrial *self)
{
  return self->step;
}

/**
 * tide_import_verdict_get_label:
 * @verdict: a verdict
 *
 * Returns: what the person knows it by, in the language of the program
 */
const char *
tide_import_verdict_get_label (TideImportVerdict verdict)
{
  static const char *const labels[TIDE_N_IMPORT_VERDICTS] = {
    [TIDE_IMPORT_CREATED] = N_ ("New"),
    [TIDE_IMPORT_UPDATED] = N_ ("Changed"),
    [TIDE_IMPORT_UNCHANGED] = N_ ("Unchanged"),
    [TIDE_IMPORT_SKIPPED] = N_ ("Left Out, in the Register"),
    [TIDE_IMPORT_REPEATED] = N_ ("Left Out, Repeated"),
    [TIDE_IMPORT_ASKED] = N_ ("To Be Answered"),
    [TIDE_IMPORT_BLANK] = N_ ("Empty"),
    [TIDE_IMPORT_REFUSED] = N_ ("Refused"),
  };

  g_return_val_if_fail (verdict < TIDE_N_IMPORT_VERDICTS, NULL);

  return _ (labels[verdict]);
}
