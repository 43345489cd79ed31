/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-targets.h"

static gboolean
is_told_so (TideColumns *columns, const TideValuation *wanted)
{
  const TideValuation *valuation = tide_columns_get_valuation (columns);

  return valuation->kind == wanted->kind && tide_date_equal (&valuation->period, &wanted->period)
         && g_strcmp0 (valuation->currency, wanted->currency) == 0
         && g_strcmp0 (valuation->rate_set, wanted->rate_set) == 0;
}

static TideColumns *
find_columns (const TideTargets *self, const TideValuation *valuation)
{
  for (guint i = 0; self != NULL && i < self->columns->len; i++)
    {
      TideColumns *columns = g_ptr_array_index (self->columns, i);

      if (is_told_so (columns, valuation))
        return columns;
    }

  return NULL;
}

/* Targets of the same kind of amounts in the same period share them. */
static TideColumns *
ensure_columns (TideTargets *self, const TideTargetPayload *target, TideTargets *previous)
{
  TideValuation valuation;
  TideColumns *columns;

  tide_target_progress_init_valuation (&valuation, target);
  if (target->indicator != NULL || (int) valuation.kind < 0)
    return NULL;

  columns = find_columns (self, &valuation);
  if (columns == NULL)
    {
      columns = tide_columns_new (self->snapshot, &valuation, find_columns (previous, &valuation));
      g_ptr_array_add (self->columns, columns);
    }

  return columns;
}

/* What has no end comes last. */
static guint32
get_end (const TideTargetProgress *progress)
{
  return progress->phase != TIDE_TARGET_UNDATED
             ? tide_date_get_last_day (&TIDE_TARGET_PAYLOAD (progress->target)->period)
             : G_MAXUINT32;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const guint32 first = get_end (a);
  const guint32 second = get_end (b);

  return (first > second) - (first < second);
}

/**
 * tide_targets_new:
 * @snapshot: a snapshot of the register
 * @previous: (nullable): the targets of the same register as it was; what did not change is taken
 *   over
 *
 * Works everything out. A pure function: any thread may call it.
 *
 * Returns: (transfer full): how far the targets are reached
 */
TideTargets *
tide_targets_new (TideSnapshot *snapshot, TideTargets *previous)
{
  TideTargets *self = g_atomic_rc_box_new0 (TideTargets);
  const GPtrArray *targets = tide_snapshot_get_records (snapshot, TIDE_RECORD_TARGET);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->progress = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_target_progress_free);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_columns_unref);
  for (guint i = 0; i < tide_entries_get_n (targets); i++)
    {
      const TideTargetPayload *target = g_ptr_array_index (targets, i);
      TideColumns *columns = ensure_columns (self, target, previous);

      g_ptr_array_add (self->progress, tide_target_progress_new (snapshot, target, columns,
                                                                 tide_snapshot_get_day (snapshot)));
    }
  g_ptr_array_sort_values (self->progress, compare_ends);

  return self;
}

/**
 * tide_targets_ref:
 * @self: targets
 *
 * Returns: (transfer full): @self
 */
TideTargets *
tide_targets_ref (TideTargets *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideTargets *self = data;

  g_ptr_array_unref (self->progress);
  g_ptr_array_unref (self->columns);
  tide_snapshot_unref (self->snapshot);
}

/**
 * tide_targets_unref:
 * @self: (transfer full): targets
 */
void
tide_targets_unref (TideTargets *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tide_targets_find:
 * @self: targets
 * @id: id of a target
 *
 * Returns: (transfer none) (nullable): how far it is reached
 */
const TideTargetProgress *
tide_targets_find (const TideTargets *self, const char *id)
{
  for (guint i = 0; i < self->progress->len; i++)
    {
      const TideTargetProgress *progress = g_ptr_array_index (self->progress, i);

      if (g_str_equal (progress->target->id, id))
        return progress;
    }

  return NULL;
}
