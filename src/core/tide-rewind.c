/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-rewind.h"

#include "core/tide-problem.h"
#include "core/tide-transaction-private.h"

static TideStep *
get_step (TideSnapshot *snapshot, guint index)
{
  return g_ptr_array_index (tide_snapshot_get_history (snapshot), index);
}

static void
set_broken (TideSnapshot *snapshot, const TideStep *step, GError **error)
{
  g_autoptr (TideProblem) problem = NULL;
  g_autofree char *day = NULL;
  TideDate date;

  tide_date_init_from_time (&date, step->time, tide_snapshot_get_settings (snapshot)->time_zone);
  day = tide_date_dup_text (&date);
  problem = tide_problem_new (TIDE_PROBLEM_HISTORY_BROKEN, day, NULL);
  g_propagate_error (error, tide_problem_to_error (problem));
}

/* Takes back all steps but the first @n_steps, the last one first. */
static gboolean
take_back (TideTransaction *transaction,
           TideSnapshot *snapshot,
           guint n_steps,
           GCancellable *cancellable,
           GError **error)
{
  for (guint i = tide_snapshot_get_history (snapshot)->len; i > n_steps; i--)
    {
      const TideStep *step = get_step (snapshot, i - 1);
      g_autoptr (TideStep) inverse = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      inverse = tide_step_invert (step);
      if (!tide_transaction_add_step (transaction, inverse)
          || !tide_transaction_seal_step (transaction, inverse))
        {
          set_broken (snapshot, step, error);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tide_snapshot_count_steps_before:
 * @snapshot: a snapshot with its whole history
 * @time: seconds since 1970 UTC
 *
 * Returns: how many steps from the first were done before @time, up to the first that was not: what
 *   comes later is made upon it, whatever the clocks said
 */
guint
tide_snapshot_count_steps_before (TideSnapshot *snapshot, gint64 time)
{
  const guint n_steps = tide_snapshot_get_history (snapshot)->len;
  guint n = 0;

  while (n < n_steps && get_step (snapshot, n)->time < time)
    n++;

  return n;
}

/**
 * tide_snapshot_rewind:
 * @snapshot: a snapshot with its whole history
 * @n_steps: how many steps of the history stay
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED, or %TIDE_PROBLEM_HISTORY_BROKEN where a step does not fit what it
 *   has led to, as the file was changed without one
 *
 * Takes back the later steps, exactly: each edit is tried against the value that it has left. Takes
 * as long as there are edits and records, so it is for a thread.
 *
 * Returns: (transfer full) (nullable): the register as it was after the first @n_steps steps, with
 *   these as its history, on the day of @snapshot
 */
TideSnapshot *
tide_snapshot_rewind (TideSnapshot *snapshot,
                      guint n_steps,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (TideTransaction) transaction = tide_transaction_new (snapshot);
  TideSnapshot *earlier;

  g_return_val_if_fail (n_steps <= tide_snapshot_get_history (snapshot)->len, NULL);

  if (!take_back (transaction, snapshot, n_steps, cancellable, error))
    return NULL;

  earlier = tide_snapshot_new ();
  tide_transaction_fill (transaction, earlier);
  for (guint i = 0; i < n_steps; i++)
    tide_snapshot_add_history (earlier, tide_step_ref (get_step (snapshot, i)));
  tide_snapshot_set_history_from (earlier, tide_snapshot_get_history_from (snapshot));
  tide_snapshot_set_day (earlier, tide_snapshot_get_day (snapshot));

  return earlier;
}
