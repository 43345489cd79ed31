/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-divisions-table-private.h"

/* What is counted in a thread. */
typedef struct
{
  TideSnapshot *snapshot;
  TideAmountKind kind;
} Order;

static void
order_free (Order *order)
{
  tide_snapshot_unref (order->snapshot);
  g_free (order);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  const TideValuation valuation = { .kind = order->kind };
  g_autoptr (TideColumns) columns = tide_columns_new (order->snapshot, &valuation, NULL);

  g_task_return_pointer (task,
                         tide_breakdown_new (columns, TIDE_GROUPING_DIVISION_TREE, NULL, NULL),
                         (GDestroyNotify) tide_breakdown_free);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideDivisionsTable) self = data;
  TideBreakdown *breakdown = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else is being counted. */
  if (breakdown == NULL)
    return;

  g_clear_object (&self->counting);
  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  self->breakdown = breakdown;
  tide_divisions_table_show_figures (self);
  g_signal_emit_by_name (self, "counted");
}

/*
 * tide_divisions_table_stop_counting:
 * @self: a table
 *
 * Lets go what is being counted.
 */
void
tide_divisions_table_stop_counting (TideDivisionsTable *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

/*
 * tide_divisions_table_start_counting:
 * @self: a table with a register
 *
 * Counts in a thread what the divisions have, in place of what is being counted. The task does not
 * hold the table, which must not go in the thread.
 */
void
tide_divisions_table_start_counting (TideDivisionsTable *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order = g_new0 (Order, 1);

  tide_divisions_table_stop_counting (self);
  self->counting = g_cancellable_new ();
  order->snapshot = tide_register_dup_snapshot (self->reg);
  order->kind = self->kind;
  task = g_task_new (NULL, self->counting, on_counted, g_object_ref (self));
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, count);
}
