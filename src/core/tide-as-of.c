/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-as-of-private.h"

#include "core/tide-history-filter.h"
#include "core/tide-rewind.h"

/* What a computation in a thread needs. */
typedef struct
{
  TideSnapshot *snapshot;
  TideMoment moment;
} Computation;

static const char *
get_time_zone (TideSnapshot *snapshot)
{
  return tide_snapshot_get_settings (snapshot)->time_zone;
}

/* How many steps were done by the end of the day, in the register's time zone. */
static guint
count_known (const TideMoment *self, TideSnapshot *snapshot)
{
  g_autoptr (TideHistoryFilter) filter = NULL;

  if (!tide_date_is_set (&self->known_on)
      || tide_date_get_last_day (&self->known_on) >= tide_snapshot_get_day (snapshot))
    return tide_snapshot_get_history (snapshot)->len;

  filter = tide_history_filter_new ();
  tide_history_filter_set_period (filter, NULL, &self->known_on, get_time_zone (snapshot));

  return tide_snapshot_count_steps_before (snapshot, filter->until);
}

static TideProblem *
problem_new (TideProblemCode code, const TideDate *date, const char *field)
{
  g_autofree char *text = tide_date_dup_text (date);
  TideProblem *problem = tide_problem_new (code, text, NULL);

  problem->field = g_strdup (field);

  return problem;
}

/* Where the history is trimmed, nothing is known of what was before its first step. */
static TideProblem *
find_trimmed (const TideMoment *self, TideSnapshot *snapshot)
{
  const GPtrArray *history = tide_snapshot_get_history (snapshot);
  TideDate first;

  if (tide_snapshot_get_history_from (snapshot) == NULL || !tide_date_is_set (&self->known_on)
      || tide_date_get_last_day (&self->known_on) >= tide_snapshot_get_day (snapshot)
      || count_known (self, snapshot) > 0)
    return NULL;

  if (history->len > 0)
    tide_date_init_from_time (&first, ((TideStep *) g_ptr_array_index (history, 0))->time,
                              get_time_zone (snapshot));
  else
    tide_date_init_from_julian (&first, tide_snapshot_get_day (snapshot));

  return problem_new (TIDE_PROBLEM_HISTORY_TRIMMED, &first, TIDE_AS_OF_KNOWN_ON);
}

/**
 * tide_moment_equal:
 * @a: a moment
 * @b: another
 *
 * Returns: whether both are the same
 */
gboolean
tide_moment_equal (const TideMoment *a, const TideMoment *b)
{
  return tide_date_equal (&a->true_on, &b->true_on) && tide_date_equal (&a->known_on, &b->known_on);
}

/**
 * tide_moment_is_now:
 * @self: a moment
 *
 * Returns: whether it is the present, all that is recorded included
 */
gboolean
tide_moment_is_now (const TideMoment *self)
{
  return !tide_date_is_set (&self->true_on) && !tide_date_is_set (&self->known_on);
}

/**
 * tide_moment_find_problem:
 * @self: a moment
 * @snapshot: a register with its whole history, as it is today
 *
 * Says why the register cannot be shown at that moment: a day does not exist, nobody can know what
 * is known on a day that is still to come, or the history has been trimmed. What is true on such a
 * day may be asked for, as a register may hold what is dated ahead.
 *
 * Returns: (transfer full) (nullable): the first problem, its field %TIDE_AS_OF_TRUE_ON or
 *   %TIDE_AS_OF_KNOWN_ON; %NULL for none
 */
TideProblem *
tide_moment_find_problem (const TideMoment *self, TideSnapshot *snapshot)
{
  if (tide_date_is_set (&self->true_on) && !tide_date_is_real (&self->true_on))
    return problem_new (TIDE_PROBLEM_UNREAL_DATE, &self->true_on, TIDE_AS_OF_TRUE_ON);
  if (tide_date_is_set (&self->known_on) && !tide_date_is_real (&self->known_on))
    return problem_new (TIDE_PROBLEM_UNREAL_DATE, &self->known_on, TIDE_AS_OF_KNOWN_ON);
  if (tide_date_is_set (&self->known_on)
      && tide_date_get_first_day (&self->known_on) > tide_snapshot_get_day (snapshot))
    return problem_new (TIDE_PROBLEM_NOT_KNOWN_YET, &self->known_on, TIDE_AS_OF_KNOWN_ON);

  return find_trimmed (self, snapshot);
}

/* What depends on the day, such as being overdue, is told of the earlier of the two. */
static guint32
get_day (const TideMoment *self, TideSnapshot *snapshot)
{
  guint32 day = tide_snapshot_get_day (snapshot);

  if (tide_date_is_set (&self->known_on))
    day = MIN (day, tide_date_get_last_day (&self->known_on));
  if (tide_date_is_set (&self->true_on))
    day = MIN (day, tide_date_get_last_day (&self->true_on));

  return day;
}

static gboolean
look_back (TideAsOf *self, TideSnapshot *snapshot, GCancellable *cancellable, GError **error)
{
  const guint n_all = tide_snapshot_get_history (snapshot)->len;
  const guint n_known = count_known (&self->moment, snapshot);

  self->n_rewound = n_all - n_known;
  self->is_before_history = n_known == 0 && n_all > 0;
  self->snapshot = tide_snapshot_rewind (snapshot, n_known, cancellable, error);
  if (self->snapshot == NULL)
    return FALSE;

  tide_snapshot_set_day (self->snapshot, get_day (&self->moment, snapshot));

  return !tide_date_is_set (&self->moment.true_on)
         || tide_as_of_cut (self, tide_date_get_last_day (&self->moment.true_on), cancellable,
                            error);
}

/**
 * tide_as_of_new:
 * @snapshot: a register with its whole history, as it is today
 * @moment: when to look at it
 * @cancellable: (nullable): stops it
 * @error: %TIDE_PROBLEM_ERROR as tide_moment_find_problem() and tide_snapshot_rewind() say, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Shows a register as it stood. First the history is rewound to the end of @known_on in the
 * register's time zone, which undoes vocabulary, settings and mistakes that were put right since as
 * well. Then what is dated later than the last day of @true_on goes; a date stands for an interval,
 * and what may have been later is later:
 *
 * - entries of projects (stages, statuses, amounts, activities), of events (declared amounts), of
 *   indicators (observations, growth, breaks), of platforms (counts) and of results (stages);
 * - rates; a set of rates that is fixed to a later date is fixed to @true_on;
 * - an event that is dated later; a project or a result of which something is dated, all of it
 *   later, and which has no undated stage. What refers to one of them refers to nothing then.
 *
 * Entries without a date stay and are counted. Plans, targets and vocabulary are statements about
 * other times than their own, and stay as they were known. A pure function: any thread may call it.
 *
 * Returns: (transfer full) (nullable): the register at that moment
 */
TideAsOf *
tide_as_of_new (TideSnapshot *snapshot,
                const TideMoment *moment,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (TideProblem) problem = tide_moment_find_problem (moment, snapshot);
  g_autoptr (TideAsOf) self = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, tide_problem_to_error (problem));
      return NULL;
    }

  self = g_atomic_rc_box_new0 (TideAsOf);
  self->moment = *moment;
  if (!look_back (self, snapshot, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tide_as_of_ref:
 * @self: a register as it stood
 *
 * Returns: (transfer full): @self
 */
TideAsOf *
tide_as_of_ref (TideAsOf *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideAsOf *self = data;

  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
}

/**
 * tide_as_of_unref:
 * @self: (transfer full): a register as it stood
 */
void
tide_as_of_unref (TideAsOf *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Stands still at the beginning of the day. */
static TideClock *
create_clock (TideSnapshot *snapshot)
{
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  TideDate day;

  tide_date_init_from_julian (&day, tide_snapshot_get_day (snapshot));
  tide_history_filter_set_period (filter, &day, NULL, get_time_zone (snapshot));

  return tide_clock_new_fixed (filter->from);
}

/**
 * tide_as_of_new_register:
 * @self: a register as it stood
 *
 * Returns: (transfer full): the same to be looked at: with the id and the settings of the register,
 *   on the day of the moment, and never to be changed
 */
TideRegister *
tide_as_of_new_register (TideAsOf *self)
{
  g_autoptr (TideClock) clock = create_clock (self->snapshot);
  TideRegister *reg = tide_register_new_from_snapshot (self->snapshot, clock, NULL);

  tide_register_make_read_only (reg);

  return reg;
}

static void
computation_free (Computation *self)
{
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Computation *computation = data;
  GError *error = NULL;
  TideAsOf *as_of
      = tide_as_of_new (computation->snapshot, &computation->moment, cancellable, &error);

  if (as_of != NULL)
    g_task_return_pointer (task, as_of, (GDestroyNotify) tide_as_of_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_as_of_compute_async:
 * @snapshot: a register with its whole history, as it is today
 * @moment: when to look at it
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As tide_as_of_new(), in a thread.
 */
void
tide_as_of_compute_async (TideSnapshot *snapshot,
                          const TideMoment *moment,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Computation *computation = g_new0 (Computation, 1);

  computation->snapshot = tide_snapshot_ref (snapshot);
  computation->moment = *moment;
  g_task_set_source_tag (task, tide_as_of_compute_async);
  g_task_set_task_data (task, computation, (GDestroyNotify) computation_free);
  g_task_run_in_thread (task, compute);
}

/**
 * tide_as_of_compute_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the register at that moment
 */
TideAsOf *
tide_as_of_compute_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_as_of_compute_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
