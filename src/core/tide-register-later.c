/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-later.h"

#include "core/tide-register-state-private.h"

/* How a step is made, again where the register has changed meanwhile. */
typedef struct
{
  TideStepMaker make;
  gpointer data; /* owned */
  GDestroyNotify free_data;
} Making;

/* A step that is tried out in a thread, and what becomes of it. */
typedef struct
{
  TideSnapshot *snapshot; /* owned: as the register was */
  gint64 now;             /* in seconds since 1970 UTC */
  const Making *making;   /* borrowed, from the task of the caller; nullable */
  TideStep *step;         /* owned: to apply; of one that is undone or redone, the one of old */
  TideStep *taken;        /* owned; nullable: what is applied to undo or redo */
  gboolean is_undo;
  gboolean is_redo;
} Job;

static void
making_free (Making *making)
{
  making->free_data (making->data);
  g_free (making);
}

static void
job_free (Job *job)
{
  tide_snapshot_unref (job->snapshot);
  g_clear_pointer (&job->step, tide_step_unref);
  g_clear_pointer (&job->taken, tide_step_unref);
  g_free (job);
}

static void
try (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  TideTransaction *transaction;
  GError *error = NULL;

  if (job->making != NULL)
    job->step = job->making->make (job->snapshot, job->now, job->making->data);
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

  if (tide_step_is_empty (job->step))
    return TRUE;

  tide_register_do (self, job->step, transaction, NULL);

  return TRUE;
}

/* A step that was made is made anew of the register as it is by now. */
static gboolean
is_outdated (TideRegister *self, const Job *job)
{
  return job->making != NULL && !tide_register_is_at (self, job->snapshot)
         && !tide_register_get_read_only (self);
}

static Job *
job_new (TideRegister *self, TideStep *step, const Making *making)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = tide_register_dup_snapshot (self);
  job->now = tide_clock_get_seconds (self->clock);
  job->step = step != NULL ? tide_step_ref (step) : NULL;
  job->making = making;

  return job;
}

static void
run (GTask *task, Job *job, GAsyncReadyCallback on_tried)
{
  g_autoptr (GTask) trial
      = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), on_tried,
                    g_object_ref (task));

  g_task_set_task_data (trial, job, (GDestroyNotify) job_free);
  /* Who gives up need not wait for the thread, unless that uses what is the caller's. */
  g_task_set_return_on_cancel (trial, job->making == NULL);
  g_task_run_in_thread (trial, try);
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
  if (is_outdated (self, job))
    {
      run (task, job_new (self, NULL, job->making), on_tried);
      return;
    }
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
travel_async (TideRegister *self,
              gboolean is_undo,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  TideStep *step
      = is_undo ? tide_register_get_undo_step (self) : tide_register_get_redo_step (self);
  Job *job;

  if (step == NULL || tide_register_get_read_only (self))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  job = job_new (self, step, NULL);
  job->is_undo = is_undo;
  job->is_redo = !is_undo;
  run (task, job, on_tried);
}

static void
refuse (GTask *task)
{
  GError *error = NULL;

  tide_register_set_read_only (g_task_get_source_object (task), &error);
  g_task_return_error (task, error);
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

  g_return_if_fail (TIDE_IS_REGISTER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (tide_register_get_read_only (self))
    refuse (task);
  else if (tide_step_is_empty (step))
    g_task_return_boolean (task, TRUE);
  else
    run (task, job_new (self, step, NULL), on_tried);
}

/**
 * tide_register_make_async:
 * @self: a register
 * @make: makes the step
 * @data: (transfer full): for @make
 * @free_data: frees @data
 * @cancellable: (nullable): to give up before it is done
 * @callback: called when it is done or refused, for tide_register_apply_finish()
 * @user_data: for @callback
 *
 * Does the same as tide_register_apply_async(), but has the step made in the thread too. Where the
 * register has changed meanwhile, it is made anew. A step without edits is none.
 */
void
tide_register_make_async (TideRegister *self,
                          TideStepMaker make,
                          gpointer data,
                          GDestroyNotify free_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Making *making;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  making = g_new (Making, 1);
  *making = (Making) { make, data, free_data };
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  if (tide_register_get_read_only (self))
    refuse (task);
  else
    run (task, job_new (self, NULL, making), on_tried);
}

/**
 * tide_register_apply_finish:
 * @self: a register
 * @result: of tide_register_apply_async() or tide_register_make_async()
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
