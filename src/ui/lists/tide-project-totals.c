/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-totals.h"

#include "core/tide-valuation.h"
#include "stats/tide-joint-projects.h"

struct _TideProjectTotals
{
  GObject parent_instance;

  TideProjectGroups *groups;    /* owned */
  GtkSelectionModel *selection; /* owned, over @groups */
  TideView *view;               /* owned */
  TideAmountKind kind;

  TideColumns *columns;      /* owned; nullable: those used last */
  TideFigure *total;         /* owned; nullable */
  TideFigure *selected;      /* owned; nullable: nothing is selected */
  GCancellable *cancellable; /* owned; nullable: of the sums under way */
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (TideProjectTotals, tide_project_totals, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is to be added up, and what comes out. */
typedef struct
{
  TideSnapshot *snapshot;
  TidePayload *filter; /* a TideFilter: of it the valuation borrows */
  TideValuation valuation;
  GArray *rows;      /* of guint: those on view, group by group */
  GPtrArray *groups; /* of TideProjectGroup */
  GArray *ends;      /* of guint: where in @rows each group ends */
  GArray *chosen;    /* of guint: the rows selected */
  gboolean is_by_party;

  TideColumns *columns; /* first those used last */
  TideFigure *total;
  TideFigure *selected;
  GPtrArray *figures; /* of TideFigure, as @groups */
  GArray *joint;      /* of guint, as @groups */
} Job;

/* Those that have been handed on are gone. */
static void
free_figure (gpointer figure)
{
  if (figure != NULL)
    tide_figure_free (figure);
}

static void
job_free (Job *job)
{
  tide_snapshot_unref (job->snapshot);
  tide_payload_unref (job->filter);
  g_array_unref (job->rows);
  g_clear_pointer (&job->groups, g_ptr_array_unref);
  g_array_unref (job->ends);
  g_array_unref (job->chosen);
  g_clear_pointer (&job->columns, tide_columns_unref);
  g_clear_pointer (&job->total, tide_figure_free);
  g_clear_pointer (&job->selected, tide_figure_free);
  g_ptr_array_unref (job->figures);
  g_array_unref (job->joint);
  g_free (job);
}

static void
add_up_groups (Job *job)
{
  const guint *rows = (const guint *) (gpointer) job->rows->data;
  guint start = 0;

  for (guint i = 0; i < job->ends->len; i++)
    {
      const guint end = g_array_index (job->ends, guint, i);
      const guint n_joint
          = job->is_by_party ? tide_joint_projects_count (job->snapshot, rows + start, end - start)
                             : 0;

      g_ptr_array_add (job->figures,
                       tide_figure_new_of_rows (job->columns, rows + start, end - start));
      g_array_append_val (job->joint, n_joint);
      start = end;
    }
}

static void
add_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (TideColumns) previous = g_steal_pointer (&job->columns);

  job->columns = tide_columns_new (job->snapshot, &job->valuation, previous);
  job->total = tide_figure_new_of_rows (job->columns, (const guint *) (gpointer) job->rows->data,
                                        job->rows->len);
  if (job->chosen->len > 0)
    job->selected = tide_figure_new_of_rows (
        job->columns, (const guint *) (gpointer) job->chosen->data, job->chosen->len);
  add_up_groups (job);
  g_task_return_boolean (task, TRUE);
}

static void
collect_groups (TideProjectTotals *self, Job *job)
{
  for (guint i = 0; i < tide_project_groups_get_n (self->groups); i++)
    {
      guint start, n;
      TideProjectGroup *group = tide_project_groups_get (self->groups, i, &start, &n);
      const guint end = start + n;

      g_ptr_array_add (job->groups, g_object_ref (group));
      g_array_append_val (job->ends, end);
    }
}

static gboolean
is_folded (TideProjectTotals *self, guint position)
{
  TideProjectGroup *group = tide_project_groups_find (self->groups, position);

  return group != NULL && tide_project_group_get_folded (group);
}

static void
collect_chosen (TideProjectTotals *self, Job *job)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  if (!gtk_bitset_iter_init_first (&iter, selected, &position))
    return;

  do
    if (!is_folded (self, position))
      {
        const guint view_position = tide_project_groups_to_view (self->groups, position);

        g_array_append_val (job->chosen, g_array_index (job->rows, guint, view_position));
      }
  while (gtk_bitset_iter_next (&iter, &position));
}

static Job *
job_new (TideProjectTotals *self)
{
  Job *job = g_new0 (Job, 1);

  job->snapshot = tide_snapshot_ref (tide_view_get_snapshot (self->view));
  job->filter = tide_payload_ref (&tide_view_get_filter (self->view)->base);
  tide_valuation_init_from_filter (&job->valuation, TIDE_FILTER (job->filter));
  job->valuation.kind = self->kind;
  job->rows = tide_view_new_rows (self->view);
  job->groups = g_ptr_array_new_with_free_func (g_object_unref);
  job->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  job->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  job->columns = self->columns != NULL ? tide_columns_ref (self->columns) : NULL;
  job->figures = g_ptr_array_new_with_free_func (free_figure);
  job->joint = g_array_new (FALSE, FALSE, sizeof (guint));
  job->is_by_party = tide_view_get_shown_group_by (self->view) == TIDE_GROUP_BY_PARTY;
  collect_groups (self, job);
  collect_chosen (self, job);

  return job;
}

static void
clear_figures (TideProjectTotals *self)
{
  g_clear_pointer (&self->total, tide_figure_free);
  g_clear_pointer (&self->selected, tide_figure_free);
}

static void
take_figures (TideProjectTotals *self, Job *job, GPtrArray *groups)
{
  clear_figures (self);
  self->total = g_steal_pointer (&job->total);
  self->selected = g_steal_pointer (&job->selected);
  for (guint i = 0; i < groups->len; i++)
    tide_project_group_take_figure (g_ptr_array_index (groups, i),
                                    g_steal_pointer (&g_ptr_array_index (job->figures, i)),
                                    g_array_index (job->joint, guint, i));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The thread lets go of the task when it likes: what must not end there is let go of here. */
static void
on_added_up (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideProjectTotals) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) groups = g_steal_pointer (&job->groups);

  /* Cancelled: something else is being added up. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->columns, tide_columns_unref);
  self->columns = tide_columns_ref (job->columns);
  take_figures (self, job, groups);
}

static void
stop (TideProjectTotals *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (TideProjectTotals *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_added_up, g_object_ref (self));
  g_task_set_task_data (task, job_new (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, add_up);
}

static gboolean
on_idle (gpointer data)
{
  TideProjectTotals *self = data;

  self->idle_id = 0;
  stop (self);
  if (tide_view_get_snapshot (self->view) != NULL)
    start (self);
  else
    {
      clear_figures (self);
      g_clear_pointer (&self->columns, tide_columns_unref);
      g_signal_emit (self, signals[CHANGED], 0);
    }

  return G_SOURCE_REMOVE;
}

/* Changes of one step come one by one; the rows fit the snapshot only after the last one. */
static void
queue (TideProjectTotals *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (on_idle, self);
}

static void
tide_project_totals_dispose (GObject *object)
{
  TideProjectTotals *self = TIDE_PROJECT_TOTALS (object);

  stop (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->groups != NULL)
    g_signal_handlers_disconnect_by_func (self->groups, queue, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, queue, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, queue, self);
  g_clear_object (&self->groups);
  g_clear_object (&self->selection);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (tide_project_totals_parent_class)->dispose (object);
}

static void
tide_project_totals_finalize (GObject *object)
{
  TideProjectTotals *self = TIDE_PROJECT_TOTALS (object);

  clear_figures (self);
  g_clear_pointer (&self->columns, tide_columns_unref);

  G_OBJECT_CLASS (tide_project_totals_parent_class)->finalize (object);
}

static void
tide_project_totals_class_init (TideProjectTotalsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tide_project_totals_dispose;
  object_class->finalize = tide_project_totals_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_project_totals_init (TideProjectTotals *self)
{
  self->kind = TIDE_AMOUNT_KIND_AGREEMENT;
}

static void
follow (TideProjectTotals *self)
{
  g_signal_connect_object (self->groups, "items-changed", G_CALLBACK (queue), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->groups, "sections-changed", G_CALLBACK (queue), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (queue), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::filter", G_CALLBACK (queue), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tide_project_totals_new:
 * @groups: the projects on view
 * @selection: which of their rows are selected
 *
 * Returns: (transfer full): their totals, which are added up as soon as the main loop is idle
 */
TideProjectTotals *
tide_project_totals_new (TideProjectGroups *groups, GtkSelectionModel *selection)
{
  TideProjectTotals *self = g_object_new (TIDE_TYPE_PROJECT_TOTALS, NULL);

  g_object_get (groups, "view", &self->view, NULL);
  self->groups = g_object_ref (groups);
  self->selection = g_object_ref (selection);
  follow (self);
  queue (self);

  return self;
}

/**
 * tide_project_totals_set_kind:
 * @self: totals
 * @kind: which amounts to add up; kinds are never mixed
 */
void
tide_project_totals_set_kind (TideProjectTotals *self, TideAmountKind kind)
{
  g_return_if_fail (TIDE_IS_PROJECT_TOTALS (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  queue (self);
}

/**
 * tide_project_totals_get_total:
 * @self: totals
 *
 * Returns: (transfer none) (nullable): of all projects on view, %NULL until it is known
 */
const TideFigure *
tide_project_totals_get_total (TideProjectTotals *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_TOTALS (self), NULL);

  return self->total;
}

/**
 * tide_project_totals_get_selected:
 * @self: totals
 *
 * Returns: (transfer none) (nullable): of the selected projects, %NULL where there are none
 */
const TideFigure *
tide_project_totals_get_selected (TideProjectTotals *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_TOTALS (self), NULL);

  return self->selected;
}
