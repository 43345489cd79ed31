/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-later.h"

#include "core/tide-register-state-private.h"

/* A step that is tried out in a thread, and what becomes of it. */
typedef struct
{
  TideSnapshot *snapshot; /* owned: as the register was */
  TideStep *step;         /* owned: to apply; of one that is undone or redone, the one of old */
  TideStep *taken;        /* owned; nullable: what is applied to undo or redo */
  gboolean is_undo;
  gboolean is_redo;
} Job;

static void
job_free (Job *job)
{
  tide_snapshot_unref (job->snapshot);
  tide_step_unref (job->step);
  g_clear_pointer (&job->taken, tide_step_unref);
  g_free (job);
}

static void
try (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  TideTransaction *transaction;
  GError *error = NULL;

  if (job->is_undo)
    job->taken = tide_step_invert (job->step);
  else
    job->taken = tide_step_ref (job->step);
  transaction = tide_register_try (
      job->snapshot, job->taken,
      job->is_undo || job->is_redo ? TIDE_TRUST_STATE : TIDE_TRUST_NOTHING, &error);
  if (transaction != NULL)
    g_task_return_pointer (task, transaction, (GDestroyNotify) tide_transaction_free);
  else
    g_task_return_error (task, error);
}

/* Whether what was to be undone or redone still is what comes next. */
static gboolean
comes_next (TideRegister *self, const Job *job)
{
  if (job->is_undo)
    return tide_register_get_can_undo (self) && tide_register_get_undo_step (self) == job->step;

  return tide_register_get_can_redo (self) && tide_register_get_redo_step (self) == job->step;
}

static gboolean
travel (TideRegister *self, const Job *job, TideTransaction *transaction)
{
  const guint n_done = job->is_undo ? self->n_done - 1 : self->n_done + 1;

  if (!comes_next (self, job))
    return FALSE;
  if (!tide_register_is_at (self, job->snapshot))
    return tide_register_travel (self, job->taken, n_done);

  tide_register_go_to (self, job->taken, transaction, n_done);

  return TRUE;
}

static gboolean
do_step (TideRegister *self, const Job *job, TideTransaction *transaction, GError **error)
{
  if (!tide_register_is_at (self, job->snapshot) || tide_register_get_read_only (self))
    return tide_register_apply (self, job->step, error);

  tide_register_do (self, job->step, transaction, NULL);

  return TRUE;
}

/* What has changed meanwhile is no reason to refuse a step that still fits. */
static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  TideRegister *self = TIDE_REGISTER (source);
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (TideTransaction) transaction = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (transaction == NULL && tide_register_is_at (self, job->snapshot))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_clear_error (&error);
  if (job->is_undo || job->is_redo)
    g_task_return_boolean (task, travel (self, job, transaction));
  else if (do_step (self, job, transaction, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (GTask *task, TideStep *step, gboolean is_undo, gboolean is_redo)
{
  TideRegister *self = g_task_get_source_object (task);
  g_autoptr (GTask) trial
      = g_task_new (self, g_task_get_cancellable (task), on_tried, g_object_ref (task));
  Job *job = g_new0 (Job, 1);

  job->snapshot = tide_register_dup_snapshot (self);
  job->step = tide_step_ref (step);
  job->is_undo = is_undo;
  job->is_redo = is_redo;
  g_task_set_task_data (trial, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (trial, try);
}

static void
travel_async (TideRegister *self,
              gboolean is_undo,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TideStep *step
      = is_undo ? tide_register_get_undo_step (self) : tide_register_get_redo_step (self);

  if (step == NULL || tide_register_get_read_only (self))
    g_task_return_boolean (task, FALSE);
  else
    start (task, step, is_undo, !is_undo);
}

/**
 * tide_register_apply_async:
 * @self: a register
 * @step: a step, which gets id, time and author where it has none
 * @cancellable: (nullable): to give up before it is done
 * @callback: called when it is done or refused
 * @user_data: for @callback
 *
 * Does the same as tide_register_apply(), but works out in a thread what comes of it, so that the
 * main loop has only to swap it in. Where the register has changed meanwhile, the step is applied
 * to it as it is then.
 */
void
tide_register_apply_async (TideRegister *self,
                           TideStep *step,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (tide_register_get_read_only (self))
    {
      tide_register_set_read_only (self, &error);
      g_task_return_error (task, error);
    }
  else if (tide_step_is_empty (step))
    g_task_return_boolean (task, TRUE);
  else
    start (task, step, FALSE, FALSE);
}

/**
 * tide_register_apply_finish:
 * @self: a register
 * @result: of tide_register_apply_async()
 * @error: return location, as of tide_register_apply()
 *
 * Returns: whether it was done
 */
gboolean
tide_register_apply_finish (TideRegister *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tide_register_undo_async:
 * @self: a register
 * @cancellable: (nullable): to give up before it is done
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the same as tide_register_undo(), in the way of tide_register_apply_async(). A step that is
 * not the last one any more by then is not undone.
 */
void
tide_register_undo_async (TideRegister *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (TIDE_IS_REGISTER (self));

  travel_async (self, TRUE, cancellable, callback, user_data);
}

/**
 * tide_register_redo_async:
 * @self: a register
 * @cancellable: (nullable): to give up before it is done
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the same as tide_register_redo(), in the way of tide_register_undo_async().
 */
void
tide_register_redo_async (TideRegister *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (TIDE_IS_REGISTER (self));

  travel_async (self, FALSE, cancellable, callback, user_data);
}

/**
 * tide_register_travel_finish:
 * @self: a register
 * @result: of tide_register_undo_async() or tide_register_redo_async()
 *
 * Returns: whether a step was undone or redone
 */
gboolean
tide_register_travel_finish (TideRegister *self, GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
