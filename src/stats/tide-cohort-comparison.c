/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-cohort-comparison.h"

/* What a computation in a thread needs. */
typedef struct
{
  TideSnapshot *snapshot;
  char **events;
  gboolean by_year;
} Computation;

static void
line_free (TideCohortLine *self)
{
  g_clear_pointer (&self->event, tide_payload_unref);
  g_clear_pointer (&self->cohort, tide_cohort_free);
  g_free (self);
}

static void
add_declared (TideCohortLine *line, const TideEventPayload *event)
{
  const TideDeclared *declared = (const TideDeclared *) event->declared;

  line->n_events++;
  if (declared != NULL && declared->projects.is_set && declared->projects.value >= 0)
    line->n_declared += (guint64) declared->projects.value;
  else
    line->n_undeclared++;
}

/* Of the events between two positions. */
static TideCohortLine *
line_new (TideSnapshot *snapshot, const GPtrArray *events, guint first, guint end)
{
  TideCohortLine *line = g_new0 (TideCohortLine, 1);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = first; i < end; i++)
    {
      const TidePayload *event = g_ptr_array_index (events, i);

      g_strv_builder_add (ids, event->id);
      add_declared (line, TIDE_EVENT_PAYLOAD (event));
    }
  strings = g_strv_builder_end (ids);
  line->cohort = tide_cohort_new (snapshot, (const char *const *) strings);

  return line;
}

static int
get_year (const GPtrArray *events, guint index)
{
  return TIDE_EVENT_PAYLOAD (g_ptr_array_index (events, index))->date.year;
}

/* Those without a date come last. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TideDate *first = &TIDE_EVENT_PAYLOAD (a)->date;
  const TideDate *second = &TIDE_EVENT_PAYLOAD (b)->date;

  if (tide_date_is_set (first) != tide_date_is_set (second))
    return tide_date_is_set (first) ? -1 : 1;

  return tide_date_compare (first, second);
}

static GPtrArray *
find_events (TideSnapshot *snapshot, const char *const *ids)
{
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TidePayload *event = tide_snapshot_lookup (snapshot, TIDE_RECORD_EVENT, ids[i]);

      if (event != NULL && !g_ptr_array_find (events, event, NULL))
        g_ptr_array_add (events, (gpointer) event);
    }
  g_ptr_array_sort_values (events, compare_events);

  return events;
}

static void
add_events (TideCohortComparison *self, const GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      TideCohortLine *line = line_new (self->snapshot, events, i, i + 1);

      line->event = tide_payload_ref (g_ptr_array_index (events, i));
      g_ptr_array_add (self->lines, line);
    }
}

static void
add_years (TideCohortComparison *self, const GPtrArray *events)
{
  guint first = 0;

  while (first < events->len)
    {
      const int year = get_year (events, first);
      guint end = first + 1;
      TideCohortLine *line;

      while (end < events->len && get_year (events, end) == year)
        end++;
      line = line_new (self->snapshot, events, first, end);
      line->year = year;
      g_ptr_array_add (self->lines, line);
      first = end;
    }
}

/**
 * tide_cohort_comparison_new:
 * @snapshot: a register
 * @events: (array zero-terminated=1): ids of the events that are compared; those that the register
 *   does not have are left out
 * @by_year: whether the events of a year are one cohort
 *
 * A pure function that any thread may call; in a large register it takes long.
 *
 * Returns: (transfer full): their cohorts; without lines and whole where there is no event
 */
TideCohortComparison *
tide_cohort_comparison_new (TideSnapshot *snapshot, const char *const *events, gboolean by_year)
{
  TideCohortComparison *self = g_new0 (TideCohortComparison, 1);
  g_autoptr (GPtrArray) found = find_events (snapshot, events);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (by_year)
    add_years (self, found);
  else
    add_events (self, found);
  if (found->len > 0)
    self->whole = line_new (snapshot, found, 0, found->len);

  return self;
}

/**
 * tide_cohort_comparison_free:
 * @self: (transfer full): a comparison
 */
void
tide_cohort_comparison_free (TideCohortComparison *self)
{
  g_clear_pointer (&self->whole, line_free);
  g_ptr_array_unref (self->lines);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

static void
computation_free (Computation *self)
{
  tide_snapshot_unref (self->snapshot);
  g_strfreev (self->events);
  g_free (self);
}

static void
compute (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Computation *computation = data;

  g_task_return_pointer (task,
                         tide_cohort_comparison_new (computation->snapshot,
                                                     (const char *const *) computation->events,
                                                     computation->by_year),
                         (GDestroyNotify) tide_cohort_comparison_free);
}

/**
 * tide_cohort_comparison_compute_async:
 * @snapshot: a register
 * @events: (array zero-terminated=1): ids of events
 * @by_year: whether the events of a year are one cohort
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Like tide_cohort_comparison_new(), in a thread.
 */
void
tide_cohort_comparison_compute_async (TideSnapshot *snapshot,
                                      const char *const *events,
                                      gboolean by_year,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  Computation *computation = g_new0 (Computation, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  computation->snapshot = tide_snapshot_ref (snapshot);
  computation->events = g_strdupv ((char **) events);
  computation->by_year = by_year;
  g_task_set_task_data (task, computation, (GDestroyNotify) computation_free);
  g_task_run_in_thread (task, compute);
}

/**
 * tide_cohort_comparison_compute_finish:
 * @result: the result
 * @error: return location, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the comparison
 */
TideCohortComparison *
tide_cohort_comparison_compute_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
