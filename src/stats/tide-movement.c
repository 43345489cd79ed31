/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-movement.h"

#include "core/tide-convert.h"
#include "core/tide-counting.h"
#include "core/tide-rates.h"

/* What is needed to tell whether a project that is the same counts the same. */
typedef struct
{
  TideValuation valuation;
  TideRates *rates[2];
  GHashTable *umbrellas[2];
} Scales;

/* What a computation in a thread needs. */
typedef struct
{
  TideSnapshot *snapshot;
  TideMoment from;
  TideMoment to;
  TideAmountKind kind;
} Computation;

static const GPtrArray *
get_projects (const TideAsOf *as_of)
{
  return tide_snapshot_get_records (as_of->snapshot, TIDE_RECORD_PROJECT);
}

static void
part_init (TideMovementPart *self)
{
  *self = (TideMovementPart) { .rows = g_array_new (FALSE, FALSE, sizeof (TideMovementRow)) };
}

static void
part_clear (TideMovementPart *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->before, tide_figure_free);
  g_clear_pointer (&self->after, tide_figure_free);
}

static void
part_free (TideMovementPart *self)
{
  part_clear (self);
  g_free (self);
}

/* What has become of each project ----------------------------------------------------------- */

static void
scales_init (Scales *self, const TideMovement *movement)
{
  const TideAsOf *const sides[] = { movement->from, movement->to };

  self->valuation = (TideValuation) {
    .kind = movement->kind,
    .currency = tide_snapshot_get_settings (movement->to->snapshot)->currency,
  };
  for (guint i = 0; i < 2; i++)
    {
      self->rates[i] = tide_rates_new (sides[i]->snapshot, self->valuation.currency, NULL);
      self->umbrellas[i] = tide_snapshot_find_umbrellas (sides[i]->snapshot);
    }
}

static void
scales_clear (Scales *self)
{
  for (guint i = 0; i < 2; i++)
    {
      tide_rates_unref (self->rates[i]);
      g_hash_table_unref (self->umbrellas[i]);
    }
}

static gboolean
counts_the_same (const Scales *scales, const TideProjectPayload *project)
{
  TideProjectSum sums[2];

  if (tide_project_get_exclusion (project, scales->umbrellas[0])
      != tide_project_get_exclusion (project, scales->umbrellas[1]))
    return FALSE;

  for (guint i = 0; i < 2; i++)
    tide_project_sum (project, &scales->valuation, scales->rates[i], NULL, &sums[i]);

  return sums[0].base.minor == sums[1].base.minor && sums[0].n_unpriced == sums[1].n_unpriced
         && sums[0].is_overflow == sums[1].is_overflow;
}

static const char *
get_stage (const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->stages);

  return n > 0 ? ((TideStageEntry *) g_ptr_array_index (project->stages, n - 1))->stage : NULL;
}

static TideMovementReason
compare_projects (const Scales *scales,
                  const TideProjectPayload *before,
                  const TideProjectPayload *after)
{
  if (before != after && !tide_payload_equal (&before->base, &after->base))
    {
      if (after->status == TIDE_STATUS_TERMINATED && before->status != TIDE_STATUS_TERMINATED)
        return TIDE_MOVEMENT_TERMINATED;

      return g_strcmp0 (get_stage (before), get_stage (after)) != 0 ? TIDE_MOVEMENT_MOVED
                                                                    : TIDE_MOVEMENT_CHANGED;
    }

  return counts_the_same (scales, after) ? TIDE_MOVEMENT_SAME : TIDE_MOVEMENT_REVALUED;
}

/* Both lists are in the order of their ids. */
static void
pair_projects (TideMovement *self, const Scales *scales)
{
  const GPtrArray *before = get_projects (self->from);
  const GPtrArray *after = get_projects (self->to);
  TideMovementRow row = { 0, 0 };

  while (row.before < before->len || row.after < after->len)
    {
      const TidePayload *old
          = row.before < before->len ? g_ptr_array_index (before, row.before) : NULL;
      const TidePayload *new = row.after < after->len ? g_ptr_array_index (after, row.after) : NULL;
      const int order = old == NULL ? 1 : new == NULL ? -1 : g_strcmp0 (old->id, new->id);
      const TideMovementRow placed = { order <= 0 ? row.before++ : TIDE_MOVEMENT_NOWHERE,
                                       order >= 0 ? row.after++ : TIDE_MOVEMENT_NOWHERE };
      TideMovementReason reason;

      if (order != 0)
        reason = order < 0 ? TIDE_MOVEMENT_REMOVED : TIDE_MOVEMENT_ADDED;
      else
        reason = compare_projects (scales, TIDE_PROJECT_PAYLOAD (old), TIDE_PROJECT_PAYLOAD (new));
      g_array_append_val (self->parts[reason].rows, placed);
    }
}

static TideMovementPart *
ensure_move (TideMovement *self, const char *from_stage, const char *to_stage)
{
  TideMovementPart *move;

  for (guint i = 0; i < self->moves->len; i++)
    {
      move = g_ptr_array_index (self->moves, i);
      if (g_strcmp0 (move->from_stage, from_stage) == 0
          && g_strcmp0 (move->to_stage, to_stage) == 0)
        return move;
    }

  move = g_new (TideMovementPart, 1);
  part_init (move);
  move->from_stage = from_stage;
  move->to_stage = to_stage;
  g_ptr_array_add (self->moves, move);

  return move;
}

/* In the order of the stages, codes of a later program at the end. */
static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const TideMovementPart *first = a;
  const TideMovementPart *second = b;
  const guint ranks[]
      = { (guint) tide_codes_find (TIDE_CODES_STAGE, first->from_stage ? first->from_stage : ""),
          (guint) tide_codes_find (TIDE_CODES_STAGE, second->from_stage ? second->from_stage : ""),
          (guint) tide_codes_find (TIDE_CODES_STAGE, first->to_stage ? first->to_stage : ""),
          (guint) tide_codes_find (TIDE_CODES_STAGE, second->to_stage ? second->to_stage : "") };

  if (ranks[0] != ranks[1])
    return ranks[0] < ranks[1] ? -1 : 1;

  return ranks[2] < ranks[3] ? -1 : ranks[2] > ranks[3];
}

static void
divide_moves (TideMovement *self)
{
  const GArray *rows = self->parts[TIDE_MOVEMENT_MOVED].rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const TideMovementRow *row = &g_array_index (rows, TideMovementRow, i);
      TideMovementPart *move = ensure_move (
          self, get_stage (TIDE_PROJECT_PAYLOAD (tide_movement_get_project (self, row, FALSE))),
          get_stage (TIDE_PROJECT_PAYLOAD (tide_movement_get_project (self, row, TRUE))));

      g_array_append_val (move->rows, *row);
    }
  g_ptr_array_sort_values (self->moves, compare_moves);
}

/* Figures ----------------------------------------------------------------------------------- */

static TideFigure *
add_up (TideColumns *columns, const GArray *rows, gboolean after)
{
  g_autoptr (GArray) positions = g_array_sized_new (FALSE, FALSE, sizeof (guint), rows->len);

  for (guint i = 0; i < rows->len; i++)
    {
      const TideMovementRow *row = &g_array_index (rows, TideMovementRow, i);
      const guint position = after ? row->after : row->before;

      if (position != TIDE_MOVEMENT_NOWHERE)
        g_array_append_val (positions, position);
    }

  return tide_figure_new_of_rows (columns, (const guint *) (gpointer) positions->data,
                                  positions->len);
}

static TideFigure *
add_up_all (TideColumns *columns)
{
  const guint n = tide_columns_get_n (columns);
  g_autofree guint *positions = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    positions[i] = i;

  return tide_figure_new_of_rows (columns, positions, n);
}

static void
add_figures (TideMovement *self, const Scales *scales)
{
  g_autoptr (TideColumns) from = tide_columns_new (self->from->snapshot, &scales->valuation, NULL);
  g_autoptr (TideColumns) to = tide_columns_new (self->to->snapshot, &scales->valuation, NULL);

  self->before = add_up_all (from);
  self->after = add_up_all (to);
  for (guint i = 0; i < TIDE_N_MOVEMENTS; i++)
    {
      self->parts[i].before = add_up (from, self->parts[i].rows, FALSE);
      self->parts[i].after = add_up (to, self->parts[i].rows, TRUE);
    }
  for (guint i = 0; i < self->moves->len; i++)
    {
      TideMovementPart *move = g_ptr_array_index (self->moves, i);

      move->before = add_up (from, move->rows, FALSE);
      move->after = add_up (to, move->rows, TRUE);
    }
}

/**
 * tide_movement_new:
 * @from: the register at one moment
 * @to: the register at a later one
 * @kind: which amounts are added up
 *
 * Finds what has become of each project, and what that did to the totals. A pure function: any
 * thread may call it.
 *
 * Returns: (transfer full): the movement
 */
TideMovement *
tide_movement_new (TideAsOf *from, TideAsOf *to, TideAmountKind kind)
{
  TideMovement *self = g_atomic_rc_box_new0 (TideMovement);
  Scales scales;

  self->kind = kind;
  self->from = tide_as_of_ref (from);
  self->to = tide_as_of_ref (to);
  self->moves = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  for (guint i = 0; i < TIDE_N_MOVEMENTS; i++)
    part_init (&self->parts[i]);

  scales_init (&scales, self);
  pair_projects (self, &scales);
  divide_moves (self);
  add_figures (self, &scales);
  scales_clear (&scales);
  self->step = tide_comparison_new_step (from->snapshot, to->snapshot, "edit-records", NULL,
                                         &self->changes);

  return self;
}

/**
 * tide_movement_ref:
 * @self: a movement
 *
 * Returns: (transfer full): @self
 */
TideMovement *
tide_movement_ref (TideMovement *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideMovement *self = data;

  for (guint i = 0; i < TIDE_N_MOVEMENTS; i++)
    part_clear (&self->parts[i]);
  g_ptr_array_unref (self->moves);
  tide_figure_free (self->before);
  tide_figure_free (self->after);
  tide_step_unref (self->step);
  tide_as_of_unref (self->from);
  tide_as_of_unref (self->to);
}

/**
 * tide_movement_unref:
 * @self: (transfer full): a movement
 */
void
tide_movement_unref (TideMovement *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tide_movement_get_project:
 * @self: a movement
 * @row: one of its projects
 * @after: whether it is meant as it is at the later moment
 *
 * Returns: (transfer none) (nullable): the project at that moment
 */
const TidePayload *
tide_movement_get_project (const TideMovement *self, const TideMovementRow *row, gboolean after)
{
  const guint position = after ? row->after : row->before;

  if (position == TIDE_MOVEMENT_NOWHERE)
    return NULL;

  return g_ptr_array_index (get_projects (after ? self->to : self->from), position);
}

/**
 * tide_movement_new_step:
 * @self: a movement
 * @row: one of its projects
 *
 * Returns: (transfer full): what makes of the project before the one after, to be read, not applied
 */
TideStep *
tide_movement_new_step (const TideMovement *self, const TideMovementRow *row)
{
  const TidePayload *before = tide_movement_get_project (self, row, FALSE);
  const TidePayload *after = tide_movement_get_project (self, row, TRUE);
  TideStep *step = tide_step_new ("edit-records", NULL);

  if (before != NULL && after != NULL)
    tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, after);
  else if (after != NULL)
    tide_step_add_record (step, TIDE_RECORD_PROJECT, (TidePayload *) after, row->after);
  else
    tide_step_remove_record (step, TIDE_RECORD_PROJECT, (TidePayload *) before, row->before);

  return step;
}

/**
 * tide_movement_get_difference:
 * @before: a figure
 * @after: another one, told in the same currency
 * @difference: (out): by how much the priced amounts of @after are more
 *
 * Returns: %FALSE where that cannot be told, as a sum cannot be held or the currencies differ
 */
gboolean
tide_movement_get_difference (const TideFigure *before,
                              const TideFigure *after,
                              TideMoney *difference)
{
  TideMoney taken = before->base;

  *difference = after->base;

  return !before->is_overflow && !after->is_overflow && tide_money_negate (&taken)
         && tide_money_add (difference, &taken);
}

static void
computation_free (Computation *self)
{
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

static TideMovement *
compute_movement (const Computation *computation, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideAsOf) from
      = tide_as_of_new (computation->snapshot, &computation->from, cancellable, error);
  g_autoptr (TideAsOf) to = NULL;

  if (from == NULL)
    return NULL;

  to = tide_as_of_new (computation->snapshot, &computation->to, cancellable, error);
  if (to == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return tide_movement_new (from, to, computation->kind);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TideMovement *movement = compute_movement (data, cancellable, &error);

  if (movement != NULL)
    g_task_return_pointer (task, movement, (GDestroyNotify) tide_movement_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_movement_compute_async:
 * @snapshot: a register with its whole history, as it is today
 * @from: the earlier moment
 * @to: the later one
 * @kind: which amounts are added up
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks at the register at both moments and compares them, in a thread.
 */
void
tide_movement_compute_async (TideSnapshot *snapshot,
                             const TideMoment *from,
                             const TideMoment *to,
                             TideAmountKind kind,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Computation *computation = g_new0 (Computation, 1);

  computation->snapshot = tide_snapshot_ref (snapshot);
  computation->from = *from;
  computation->to = *to;
  computation->kind = kind;
  g_task_set_source_tag (task, tide_movement_compute_async);
  g_task_set_task_data (task, computation, (GDestroyNotify) computation_free);
  g_task_run_in_thread (task, compute);
}

/**
 * tide_movement_compute_finish:
 * @result: what the callback was given
 * @error: as tide_as_of_new() says
 *
 * Returns: (transfer full) (nullable): the movement
 */
TideMovement *
tide_movement_compute_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_movement_compute_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
