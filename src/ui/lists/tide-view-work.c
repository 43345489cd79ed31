/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-work.h"

#include "core/tide-ranking.h"

/* How many rows that a ranking does not know are put in their places one by one. */
#define MAX_STRAYS 100

struct _TideViewWork
{
  TideViewRows *rows;
  TideViewWorkReady ready;
  gpointer ready_data;

  TideSnapshot *snapshot; /* owned (nullable): the register as it is */
  TideOrder order;        /* that is wanted */
  TideGroupBy group_by;   /* that is wanted */
  guint32 ahead;          /* bits of the keys by which the rows are put in order ahead */
  gboolean is_many;

  TideViewProjects *projects;               /* owned (nullable): of the rankings */
  TideRanking *rankings[TIDE_N_ORDER_KEYS]; /* owned (nullable) */
  TideViewRanks *ranks[TIDE_N_GROUP_BYS];   /* owned (nullable) */
  TideViewTexts *texts;                     /* owned (nullable) */
  GCancellable *work;                       /* owned (nullable): while a thread works */
};

/* What a thread makes: a ranking, ranks, or search texts. */
typedef struct
{
  TideSnapshot *snapshot;     /* owned */
  TideViewProjects *projects; /* owned */
  TideViewWorkPart part;
  TideOrder order;
  TideGroupBy group_by;
} Job;

/* In the thread ------------------------------------------------------------------------------- */

static void
job_free (gpointer data)
{
  Job *self = data;

  tide_snapshot_unref (self->snapshot);
  tide_view_projects_unref (self->projects);
  g_free (self);
}

/* The positions of the ranking are those of the rows in the source. */
static TideRanking *
make_ranking (const TideOrder *order, TideViewProjects *projects, TideSnapshot *snapshot)
{
  g_autoptr (GPtrArray) payloads = g_ptr_array_sized_new (projects->rows->len);

  for (guint i = 0; i < projects->rows->len; i++)
    g_ptr_array_add (payloads, g_ptr_array_index (projects->payloads,
                                                  g_array_index (projects->rows, guint32, i)));

  return tide_ranking_new (order, payloads, snapshot);
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  if (g_task_return_error_if_cancelled (task))
    return;

  switch (job->part)
    {
    case TIDE_VIEW_WORK_ORDER:
      g_task_return_pointer (task, make_ranking (&job->order, job->projects, job->snapshot),
                             (GDestroyNotify) tide_ranking_free);
      break;
    case TIDE_VIEW_WORK_RANKS:
      g_task_return_pointer (task,
                             tide_view_ranks_new (job->group_by, job->projects, job->snapshot),
                             (GDestroyNotify) tide_view_ranks_unref);
      break;
    case TIDE_VIEW_WORK_TEXTS:
    default:
      g_task_return_pointer (task, tide_view_texts_new (job->projects, job->snapshot, cancellable),
                             (GDestroyNotify) tide_view_texts_free);
    }
}

/* Working ahead ------------------------------------------------------------------------------- */

static gboolean
find_other_order (TideViewWork *self, Job *job)
{
  job->part = TIDE_VIEW_WORK_ORDER;
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      job->order.key = (TideOrderKey) i;
      if (self->rankings[i] == NULL && (self->ahead & ((guint32) 1 << i)) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_other_groups (TideViewWork *self, Job *job)
{
  job->part = TIDE_VIEW_WORK_RANKS;
  for (guint i = TIDE_GROUP_BY_NONE + 1; i < TIDE_N_GROUP_BYS; i++)
    {
      job->group_by = (TideGroupBy) i;
      if (self->ranks[i] == NULL)
        return TRUE;
    }

  return FALSE;
}

/* Fills in the next thing to make: what is waited for comes first. */
static gboolean
find_work (TideViewWork *self, Job *job)
{
  job->order = self->order;
  job->group_by = self->group_by;

  if (self->rankings[self->order.key] == NULL)
    job->part = TIDE_VIEW_WORK_ORDER;
  else if (self->group_by != TIDE_GROUP_BY_NONE && self->ranks[self->group_by] == NULL)
    job->part = TIDE_VIEW_WORK_RANKS;
  else if (self->texts == NULL)
    job->part = TIDE_VIEW_WORK_TEXTS;
  else
    return find_other_groups (self, job) || find_other_order (self, job);

  return TRUE;
}

static void
start_work (TideViewWork *self, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = NULL;
  Job job = { 0 };

  if (!find_work (self, &job))
    {
      g_clear_object (&self->work);
      return;
    }

  job.snapshot = tide_snapshot_ref (self->snapshot);
  job.projects = job.part == TIDE_VIEW_WORK_ORDER ? tide_view_projects_ref (self->projects)
                                                  : tide_view_rows_dup_projects (self->rows);
  task = g_task_new (NULL, self->work, done, self);
  g_task_set_static_name (task, "tide-view-work");
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), job_free);
  g_task_run_in_thread (task, run_job);
}

/* Rows that have changed while the thread was at work. */
static void
tell_strays (TideViewWork *self, TideViewRanks *ranks, const TideViewProjects *projects)
{
  g_autoptr (GArray) strays = tide_view_rows_find_strays (self->rows, projects);

  for (guint i = 0; i < strays->len; i++)
    {
      const guint32 row = g_array_index (strays, guint32, i);

      tide_view_ranks_set (ranks, row, tide_view_rows_get_payload (self->rows, row));
    }
}

static gboolean
take (TideViewWork *self, const Job *job, gpointer made)
{
  switch (job->part)
    {
    case TIDE_VIEW_WORK_ORDER:
      g_clear_pointer (&self->rankings[job->order.key], tide_ranking_free);
      self->rankings[job->order.key] = made;
      return job->order.key == self->order.key;
    case TIDE_VIEW_WORK_RANKS:
      tell_strays (self, made, job->projects);
      g_clear_pointer (&self->ranks[job->group_by], tide_view_ranks_unref);
      self->ranks[job->group_by] = made;
      return job->group_by == self->group_by;
    case TIDE_VIEW_WORK_TEXTS:
    default:
      g_clear_pointer (&self->texts, tide_view_texts_free);
      self->texts = made;
      return TRUE;
    }
}

static void
on_work_done (GObject *source, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  gpointer made = g_task_propagate_pointer (G_TASK (result), NULL);
  TideViewWork *self = data;
  gboolean is_wanted;

  /* It was cancelled, and the work may be gone. */
  if (made == NULL)
    return;

  is_wanted = take (self, job, made);
  start_work (self, on_work_done);
  if (is_wanted)
    self->ready (self->ready_data, job->part);
}

static void
drop_orders (TideViewWork *self)
{
  tide_view_work_stop (self);
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    g_clear_pointer (&self->rankings[i], tide_ranking_free);
  g_clear_pointer (&self->projects, tide_view_projects_unref);
}

static void
drop_all (TideViewWork *self)
{
  drop_orders (self);
  for (guint i = 0; i < TIDE_N_GROUP_BYS; i++)
    g_clear_pointer (&self->ranks[i], tide_view_ranks_unref);
  g_clear_pointer (&self->texts, tide_view_texts_free);
}

/* Goes on where everything had been done that there was to do. */
static void
go_on (TideViewWork *self)
{
  if (!self->is_many || self->projects == NULL || self->work != NULL)
    return;

  self->work = g_cancellable_new ();
  start_work (self, on_work_done);
}

static void
begin_orders (TideViewWork *self)
{
  drop_orders (self);
  self->projects = tide_view_rows_dup_projects (self->rows);
  go_on (self);
}

/* Work ---------------------------------------------------------------------------------------- */

/**
 * tide_view_work_new:
 * @rows: (not nullable): the rows, which live longer
 * @ready: called when something that was waited for is there
 * @data: for @ready
 *
 * Returns: (transfer full): work that has not begun
 */
TideViewWork *
tide_view_work_new (TideViewRows *rows, TideViewWorkReady ready, gpointer data)
{
  TideViewWork *self = g_new0 (TideViewWork, 1);

  self->rows = rows;
  self->ready = ready;
  self->ready_data = data;
  self->ahead = G_MAXUINT32;

  return self;
}

/**
 * tide_view_work_free:
 * @self: (transfer full): work
 */
void
tide_view_work_free (TideViewWork *self)
{
  drop_all (self);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_free (self);
}

/**
 * tide_view_work_begin:
 * @self: work
 * @snapshot: (nullable): the register; %NULL where there are no rows
 *
 * Begins to make everything anew, as all rows are new or what they refer to has changed.
 */
void
tide_view_work_begin (TideViewWork *self, TideSnapshot *snapshot)
{
  drop_all (self);
  tide_view_work_set_snapshot (self, snapshot);
  self->is_many = tide_view_rows_get_n (self->rows) > TIDE_VIEW_FEW_ROWS;
  begin_orders (self);
}

/**
 * tide_view_work_stop:
 * @self: work
 *
 * Makes nothing ready ahead any more.
 */
void
tide_view_work_stop (TideViewWork *self)
{
  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
}

/**
 * tide_view_work_set_snapshot:
 * @self: work
 * @snapshot: (nullable): the register that everything is made against from now on
 *
 * What is ready stays.
 */
void
tide_view_work_set_snapshot (TideViewWork *self, TideSnapshot *snapshot)
{
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = tide_snapshot_ref (snapshot);
}

static gboolean
has_many_strays (TideViewWork *self)
{
  g_autoptr (GArray) strays = tide_view_rows_find_strays (self->rows, self->projects);

  return strays->len > MAX_STRAYS;
}

/**
 * tide_view_work_want_order:
 * @self: work
 * @order: the order that is wanted from now on; copied
 */
void
tide_view_work_want_order (TideViewWork *self, const TideOrder *order)
{
  const TideOrder old = self->order;

  self->order = *order;
  if (self->projects != NULL
      && (old.amount_kind != order->amount_kind || old.language != order->language
          || has_many_strays (self)))
    begin_orders (self);
  else
    go_on (self);
}

/**
 * tide_view_work_set_ahead:
 * @self: work
 * @keys: bit 1 << #TideOrderKey of each key by which the rows are put in order ahead
 *
 * By other keys they are put in order once that is wanted.
 */
void
tide_view_work_set_ahead (TideViewWork *self, guint32 keys)
{
  self->ahead = keys;
  go_on (self);
}

/**
 * tide_view_work_want_groups:
 * @self: work
 * @group_by: the groups that are wanted from now on
 */
void
tide_view_work_want_groups (TideViewWork *self, TideGroupBy group_by)
{
  self->group_by = group_by;
}

/**
 * tide_view_work_tell_changed:
 * @self: work
 * @row: a row that is new or has changed
 */
void
tide_view_work_tell_changed (TideViewWork *self, guint32 row)
{
  const TideProjectPayload *project = tide_view_rows_get_payload (self->rows, row);

  for (guint i = 0; i < TIDE_N_GROUP_BYS; i++)
    if (self->ranks[i] != NULL)
      tide_view_ranks_set (self->ranks[i], row, project);
}

/**
 * tide_view_work_is_many:
 * @self: work
 *
 * Returns: whether there are so many rows that a thread has to work
 */
gboolean
tide_view_work_is_many (TideViewWork *self)
{
  return self->is_many;
}

/**
 * tide_view_work_is_busy:
 * @self: work
 *
 * Returns: whether something is still being made ready
 */
gboolean
tide_view_work_is_busy (TideViewWork *self)
{
  return self->work != NULL;
}

/**
 * tide_view_work_dup_order:
 * @self: work
 * @strays: (out) (transfer full) (element-type guint32): rows that have changed since
 *
 * Returns: (transfer full) (nullable) (element-type guint32): all other rows in the order that is
 *   wanted, %NULL where it is not ready
 */
GArray *
tide_view_work_dup_order (TideViewWork *self, GArray **strays)
{
  g_autofree guint32 *positions = NULL;
  TideRanking **ranking = &self->rankings[self->order.key];
  GArray *rows;

  if (!self->is_many)
    {
      begin_orders (self);
      *ranking = make_ranking (&self->order, self->projects, self->snapshot);
    }
  if (*ranking == NULL)
    return NULL;

  positions = tide_ranking_dup_positions (*ranking, self->order.descending);
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->projects->rows->len);
  for (guint i = 0; i < self->projects->rows->len; i++)
    {
      const guint32 row = g_array_index (self->projects->rows, guint32, positions[i]);

      if (tide_view_projects_knows (self->projects, self->rows, row))
        g_array_append_val (rows, row);
    }
  *strays = tide_view_rows_find_strays (self->rows, self->projects);

  return rows;
}

/**
 * tide_view_work_get_ranks:
 * @self: work
 * @group_by: what to group by, but not by nothing
 *
 * Returns: (transfer none) (nullable): the groups of all rows, %NULL where they are not ready
 */
TideViewRanks *
tide_view_work_get_ranks (TideViewWork *self, TideGroupBy group_by)
{
  if (!self->is_many && self->snapshot != NULL)
    {
      g_autoptr (TideViewProjects) projects = tide_view_rows_dup_projects (self->rows);

      g_clear_pointer (&self->ranks[group_by], tide_view_ranks_unref);
      self->ranks[group_by] = tide_view_ranks_new (group_by, projects, self->snapshot);
    }

  return self->ranks[group_by];
}

/**
 * tide_view_work_get_texts:
 * @self: work
 *
 * Returns: (transfer none) (nullable): the search texts of all rows but those that have changed
 *   since; %NULL where they are not ready
 */
TideViewTexts *
tide_view_work_get_texts (TideViewWork *self)
{
  if (!self->is_many && self->texts == NULL && self->snapshot != NULL)
    {
      g_autoptr (TideViewProjects) projects = tide_view_rows_dup_projects (self->rows);

      self->texts = tide_view_texts_new (projects, self->snapshot, NULL);
    }

  return self->texts;
}
