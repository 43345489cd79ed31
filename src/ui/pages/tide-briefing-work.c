/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-work.h"

#include "brief/tide-briefing-writer.h"

/* What a thread works on. */
typedef struct
{
  TideSnapshot *snapshot;
  TideBriefingOptions *options;
  TidePayload *saved; /* nullable */
} Work;

static void
work_free (Work *self)
{
  tide_snapshot_unref (self->snapshot);
  tide_briefing_options_free (self->options);
  g_clear_pointer (&self->saved, tide_payload_unref);
  g_free (self);
}

/**
 * tide_briefing_result_free:
 * @self: (transfer full): a briefing as a page shows it
 */
void
tide_briefing_result_free (TideBriefingResult *self)
{
  tide_briefing_unref (self->briefing);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  GError *error = NULL;
  TideBriefing *briefing = tide_briefing_write (work->snapshot, work->options, cancellable, &error);
  TideBriefingResult *result;

  if (briefing == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  result = g_new0 (TideBriefingResult, 1);
  result->briefing = briefing;
  if (work->saved != NULL)
    result->changes
        = tide_briefing_compare (TIDE_BRIEFING_PAYLOAD (work->saved), briefing, work->snapshot);
  g_task_return_pointer (task, result, (GDestroyNotify) tide_briefing_result_free);
}

/**
 * tide_briefing_work_run_async:
 * @snapshot: a register with its history
 * @options: what is asked for
 * @saved: (nullable): a saved briefing to compare with, which asked for the same
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a briefing in a thread, and finds what has changed since it was saved.
 */
void
tide_briefing_work_run_async (TideSnapshot *snapshot,
                              const TideBriefingOptions *options,
                              const TidePayload *saved,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->snapshot = tide_snapshot_ref (snapshot);
  work->options = tide_briefing_options_copy (options);
  if (saved != NULL)
    work->saved = tide_payload_ref ((TidePayload *) saved);
  g_task_set_source_tag (task, tide_briefing_work_run_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, run);
}

/**
 * tide_briefing_work_run_finish:
 * @result: what the callback was given
 * @error: as of tide_briefing_write()
 *
 * Returns: (transfer full) (nullable): the briefing
 */
TideBriefingResult *
tide_briefing_work_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_briefing_work_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
