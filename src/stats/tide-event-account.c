/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-event-account.h"

/* What a computation in a thread needs. */
typedef struct
{
  TideSnapshot *snapshot;
  char *event;
} Computation;

static GPtrArray *
collect_projects (TideSnapshot *snapshot, const char *event)
{
  const GPtrArray *all = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GPtrArray *projects = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);

  for (guint i = 0; i < tide_entries_get_n (all); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (all, i);

      if (g_strcmp0 (project->event, event) == 0)
        g_ptr_array_add (projects, tide_payload_ref (&project->base));
    }

  return projects;
}

/**
 * tide_event_account_new:
 * @snapshot: a register
 * @event: id of an event
 *
 * Any thread may call it; in a large register it takes long.
 *
 * Returns: (transfer full) (nullable): the account; %NULL where there is no such event
 */
TideEventAccount *
tide_event_account_new (TideSnapshot *snapshot, const char *event)
{
  TideReconciliation *reconciliation = tide_reconciliation_new (snapshot, event);
  const char *const events[] = { event, NULL };
  TideEventAccount *self;

  if (reconciliation == NULL)
    return NULL;

  self = g_new0 (TideEventAccount, 1);
  self->reconciliation = reconciliation;
  self->cohort = tide_cohort_new (snapshot, events);
  self->projects = collect_projects (snapshot, event);

  return self;
}

/**
 * tide_event_account_free:
 * @self: (transfer full): an account
 */
void
tide_event_account_free (TideEventAccount *self)
{
  tide_reconciliation_free (self->reconciliation);
  tide_cohort_free (self->cohort);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

static void
computation_free (Computation *self)
{
  tide_snapshot_unref (self->snapshot);
  g_free (self->event);
  g_free (self);
}

static void
account_clear (gpointer account)
{
  g_clear_pointer ((TideEventAccount **) &account, tide_event_account_free);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Computation *computation = data;

  g_task_return_pointer (task, tide_event_account_new (computation->snapshot, computation->event),
                         account_clear);
}

/**
 * tide_event_account_compute_async:
 * @snapshot: a register
 * @event: id of an event
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Like tide_event_account_new(), in a thread.
 */
void
tide_event_account_compute_async (TideSnapshot *snapshot,
                                  const char *event,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Computation *computation = g_new0 (Computation, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  computation->snapshot = tide_snapshot_ref (snapshot);
  computation->event = g_strdup (event);
  g_task_set_task_data (task, computation, (GDestroyNotify) computation_free);
  g_task_run_in_thread (task, compute);
}

/**
 * tide_event_account_compute_finish:
 * @result: the result
 * @error: return location, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the account; %NULL without an error where there is no such
 *   event
 */
TideEventAccount *
tide_event_account_compute_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
