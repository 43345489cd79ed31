/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-keys.h"

#include "core/tide-ranking.h"

#include <gio/gio.h>

#include <string.h>

/* How many rows that a ranking does not know are put in their places one by one. */
#define MAX_STRAYS 500

/* Whose projects a thread works on, and the rows that they were taken from. */
typedef struct
{
  guint n;
  TideViewRow **rows;  /* owned; NULL where a row is gone */
  GPtrArray *payloads; /* owned, of TideProjectPayload */
} Base;

struct _TideViewKeys
{
  GPtrArray *rows; /* owned, of TideViewRow */
  TideViewKeysReady ready;
  gpointer ready_data;

  TideSnapshot *snapshot;         /* owned (nullable): the register as it is */
  TideSnapshot *present_snapshot; /* owned (nullable): that the rows are in order by */
  TideOrder order;                /* as is wanted */
  TideOrder present;              /* as the rows are in */
  gboolean is_by_id;              /* the rows are in no order but that of their ids */
  gboolean is_refreshing;         /* names have changed, but not yet the order of the rows */

  Base *base;                               /* owned (nullable) */
  TideRanking *rankings[TIDE_N_ORDER_KEYS]; /* owned (nullable): of @base */
  gboolean has_texts;
  GCancellable *work; /* owned (nullable): while a thread works */
};

/* What a thread makes: a ranking, or search texts. */
typedef struct
{
  TideSnapshot *snapshot; /* owned */
  GPtrArray *payloads;    /* owned, of TideProjectPayload */
  gboolean is_order;
  TideOrder order;
} Job;

/* Rows --------------------------------------------------------------------------------------- */

static void
take_payload (TideViewRow *row)
{
  g_clear_pointer ((TidePayload **) &row->payload, tide_payload_unref);
  row->payload
      = TIDE_PROJECT_PAYLOAD (tide_payload_ref (&tide_project_get_payload (row->project)->base));
}

/**
 * tide_view_row_new:
 * @project: a project
 *
 * Returns: (transfer full): a row without keys, not on view
 */
TideViewRow *
tide_view_row_new (TideProject *project)
{
  TideViewRow *row = g_new0 (TideViewRow, 1);

  row->project = g_object_ref (project);
  take_payload (row);

  return row;
}

/**
 * tide_view_row_free:
 * @row: (transfer full): a row
 */
void
tide_view_row_free (TideViewRow *row)
{
  if (row->slot != NULL)
    *row->slot = NULL;
  g_free (row->search_text);
  tide_payload_unref ((TidePayload *) row->payload);
  g_object_unref (row->project);
  g_free (row);
}

/* What a thread works on --------------------------------------------------------------------- */

static Base *
base_new (GPtrArray *rows)
{
  Base *self = g_new0 (Base, 1);

  self->n = rows->len;
  self->rows = g_new (TideViewRow *, rows->len);
  self->payloads = g_ptr_array_new_full (rows->len, (GDestroyNotify) tide_payload_unref);
  for (guint i = 0; i < rows->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (rows, i);

      self->rows[i] = row;
      row->slot = &self->rows[i];
      g_ptr_array_add (self->payloads, tide_payload_ref (&row->payload->base));
    }

  return self;
}

static void
base_free (Base *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->rows[i] != NULL)
      self->rows[i]->slot = NULL;
  g_ptr_array_unref (self->payloads);
  g_free (self->rows);
  g_free (self);
}

/* Whether what was made of the base is true of a row. */
static gboolean
base_knows (const Base *self, const TideViewRow *row)
{
  return row->slot != NULL
         && g_ptr_array_index (self->payloads, row->slot - self->rows) == row->payload;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  tide_snapshot_unref (self->snapshot);
  g_ptr_array_unref (self->payloads);
  g_free (self);
}

static GPtrArray *
make_texts (const Job *job, GCancellable *cancellable)
{
  GPtrArray *texts = g_ptr_array_new_full (job->payloads->len, g_free);

  for (guint i = 0; i < job->payloads->len && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (
        texts, tide_project_dup_search_text (g_ptr_array_index (job->payloads, i), job->snapshot));

  return texts;
}

/* In a thread of its own. */
static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (job->is_order)
    g_task_return_pointer (task, tide_ranking_new (&job->order, job->payloads, job->snapshot),
                           (GDestroyNotify) tide_ranking_free);
  else
    g_task_return_pointer (task, make_texts (job, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

/* Order -------------------------------------------------------------------------------------- */

static gboolean
is_many (TideViewKeys *self)
{
  return self->rows->len > TIDE_VIEW_FEW_ROWS;
}

static void
take_present_snapshot (TideViewKeys *self)
{
  g_clear_pointer (&self->present_snapshot, tide_snapshot_unref);
  if (self->snapshot != NULL)
    self->present_snapshot = tide_snapshot_ref (self->snapshot);
}

static void
take_order (TideViewKeys *self)
{
  self->present = self->order;
  self->is_by_id = FALSE;
  self->is_refreshing = FALSE;
  take_present_snapshot (self);
}

static void
make_key (TideViewKeys *self, const TideViewRow *row, TideSortKey *key)
{
  if (self->is_by_id)
    *key = (TideSortKey) { 0 };
  else
    tide_order_make_key (&self->present, row->payload, self->present_snapshot, key);
}

/* Whether @row stands before the row of @key and @id. Total: rows of equal keys stand in the order
 * of their ids. */
static gboolean
is_before (TideViewKeys *self, const TideViewRow *row, const TideSortKey *key, const char *id)
{
  TideSortKey own;
  int order;

  make_key (self, row, &own);
  order = tide_order_compare (&self->present, &own, key);
  tide_sort_key_clear (&own);

  return order != 0 ? order < 0 : strcmp (row->payload->base.id, id) < 0;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TideViewRow *) a)->payload->base.id,
                 ((const TideViewRow *) b)->payload->base.id);
}

/* Whether so many rows are new or have changed that it is better to begin anew. */
static gboolean
has_many_strays (TideViewKeys *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += base_knows (self->base, g_ptr_array_index (self->rows, i)) ? 0 : 1;

  return n > MAX_STRAYS;
}

static void
sort_few (TideViewKeys *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = g_ptr_array_copy (rows, NULL, NULL);
  g_autoptr (GPtrArray) payloads = g_ptr_array_sized_new (rows->len);
  g_autoptr (TideRanking) ranking = NULL;
  g_autofree guint32 *positions = NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (payloads, (gpointer) ((TideViewRow *) g_ptr_array_index (rows, i))->payload);
  ranking = tide_ranking_new (&self->present, payloads, self->present_snapshot);
  positions = tide_ranking_dup_positions (ranking, self->present.descending);
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = before->pdata[positions[i]];
}

/* The rows as the ranking has them, and those it does not know in their places among them. */
static void
sort_by_ranking (TideViewKeys *self, TideRanking *ranking, GPtrArray *rows)
{
  g_autofree guint32 *positions = tide_ranking_dup_positions (ranking, self->present.descending);

  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < self->base->n; i++)
    {
      TideViewRow *row = self->base->rows[positions[i]];

      if (row != NULL && base_knows (self->base, row))
        g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (self->rows, i);

      if (!base_knows (self->base, row))
        g_ptr_array_insert (rows, (int) tide_view_keys_find_place (self, rows, 0, rows->len, row),
                            row);
    }
}

/* Working ahead ------------------------------------------------------------------------------ */

static void
take_texts (TideViewKeys *self, GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      TideViewRow *row = self->base->rows[i];

      if (row != NULL && row->search_text == NULL && base_knows (self->base, row))
        row->search_text = g_steal_pointer (&texts->pdata[i]);
    }
  self->has_texts = TRUE;
}

/* Fills in the next thing to make: what is waited for comes first. */
static gboolean
find_work (TideViewKeys *self, Job *job)
{
  job->order = self->order;
  job->is_order = self->rankings[self->order.key] == NULL;
  if (job->is_order || !self->has_texts)
    return TRUE;

  job->is_order = TRUE;
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      job->order.key = (TideOrderKey) i;
      if (self->rankings[i] == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
start_work (TideViewKeys *self, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = NULL;
  Job job;

  if (!find_work (self, &job))
    {
      g_clear_object (&self->work);
      return;
    }

  job.snapshot = tide_snapshot_ref (self->snapshot);
  job.payloads = g_ptr_array_ref (self->base->payloads);
  task = g_task_new (NULL, self->work, done, self);
  g_task_set_static_name (task, "tide-view-keys");
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), job_free);
  g_task_run_in_thread (task, run_job);
}

static void
on_work_done (GObject *source, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  gpointer made = g_task_propagate_pointer (G_TASK (result), NULL);
  TideViewKeys *self = data;

  /* It was cancelled, and the keys may be gone. */
  if (made == NULL)
    return;

  if (job->is_order)
    {
      g_clear_pointer (&self->rankings[job->order.key], tide_ranking_free);
      self->rankings[job->order.key] = made;
    }
  else
    {
      take_texts (self, made);
      g_ptr_array_unref (made);
    }
  start_work (self, on_work_done);

  if (job->is_order && job->order.key == self->order.key)
    {
      take_order (self);
      self->ready (self->ready_data, TRUE);
    }
  else if (!job->is_order)
    self->ready (self->ready_data, FALSE);
}

static void
drop_base (TideViewKeys *self)
{
  tide_view_keys_stop (self);
  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    g_clear_pointer (&self->rankings[i], tide_ranking_free);
  g_clear_pointer (&self->base, base_free);
}

/* Has everything made for the rows as they are now; texts that are there stay. */
static void
work_anew (TideViewKeys *self)
{
  drop_base (self);
  self->base = base_new (self->rows);
  self->work = g_cancellable_new ();
  start_work (self, on_work_done);
}

/* Keys --------------------------------------------------------------------------------------- */

/**
 * tide_view_keys_new:
 * @rows: (element-type TideViewRow): the rows, as they come and go
 * @ready: called when something that was waited for is there
 * @data: for @ready
 *
 * Returns: (transfer full): keys of the order by name
 */
TideViewKeys *
tide_view_keys_new (GPtrArray *rows, TideViewKeysReady ready, gpointer data)
{
  TideViewKeys *self = g_new0 (TideViewKeys, 1);

  self->rows = g_ptr_array_ref (rows);
  self->ready = ready;
  self->ready_data = data;
  self->order = (TideOrder) {
    .key = TIDE_ORDER_NAME,
    .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
    .language = tide_language_get_default (),
  };
  self->present = self->order;

  return self;
}

/**
 * tide_view_keys_free:
 * @self: (transfer full): keys
 */
void
tide_view_keys_free (TideViewKeys *self)
{
  drop_base (self);
  g_clear_pointer (&self->present_snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * tide_view_keys_set_snapshot:
 * @self: keys
 * @snapshot: (nullable): the register that keys and search texts are made against from now on
 *
 * What is ready stays.
 */
void
tide_view_keys_set_snapshot (TideViewKeys *self, TideSnapshot *snapshot)
{
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (snapshot != NULL)
    self->snapshot = tide_snapshot_ref (snapshot);
  if (!self->is_refreshing)
    take_present_snapshot (self);
}

/**
 * tide_view_keys_get_order:
 * @self: keys
 *
 * Returns: (transfer none): the order that is wanted
 */
const TideOrder *
tide_view_keys_get_order (TideViewKeys *self)
{
  return &self->order;
}

/**
 * tide_view_keys_set_order:
 * @self: keys
 * @order: the order that is wanted; copied
 *
 * Returns: whether it is another order, and ready, so that the rows are to be sorted now
 */
gboolean
tide_view_keys_set_order (TideViewKeys *self, const TideOrder *order)
{
  const TideOrder old = self->order;

  if (old.key == order->key && old.amount_kind == order->amount_kind
      && old.language == order->language && old.descending == order->descending)
    return FALSE;

  self->order = *order;
  if (is_many (self))
    {
      if (self->base == NULL || old.amount_kind != order->amount_kind
          || old.language != order->language || has_many_strays (self))
        work_anew (self);
      if (self->rankings[order->key] == NULL)
        return FALSE;
    }
  take_order (self);

  return TRUE;
}

/**
 * tide_view_keys_prepare:
 * @self: keys
 *
 * Begins to make everything ready that many rows need, as all of them are new or were forgotten.
 */
void
tide_view_keys_prepare (TideViewKeys *self)
{
  drop_base (self);
  self->has_texts = !is_many (self);
  if (is_many (self))
    work_anew (self);
}

/**
 * tide_view_keys_stop:
 * @self: keys
 *
 * Makes nothing ready ahead any more.
 */
void
tide_view_keys_stop (TideViewKeys *self)
{
  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
}

/**
 * tide_view_keys_forget:
 * @self: keys
 * @row: a row whose project has changed
 *
 * Throws away what is ready of it; it has no place among the others until it is put in one.
 */
void
tide_view_keys_forget (TideViewKeys *self, TideViewRow *row)
{
  g_clear_pointer (&row->search_text, g_free);
  take_payload (row);
}

/**
 * tide_view_keys_forget_all:
 * @self: keys
 *
 * Throws away what is ready, as what projects refer to has changed. Many rows keep their order
 * until the new one is ready.
 */
void
tide_view_keys_forget_all (TideViewKeys *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    g_clear_pointer (&((TideViewRow *) g_ptr_array_index (self->rows, i))->search_text, g_free);
  self->is_refreshing = is_many (self) && !self->is_by_id;
}

/**
 * tide_view_keys_is_busy:
 * @self: keys
 *
 * Returns: whether something is still being made ready
 */
gboolean
tide_view_keys_is_busy (TideViewKeys *self)
{
  return self->work != NULL;
}

/**
 * tide_view_keys_has_texts:
 * @self: keys
 *
 * Returns: whether all rows can be searched without waiting
 */
gboolean
tide_view_keys_has_texts (TideViewKeys *self)
{
  return self->has_texts;
}

/**
 * tide_view_keys_get_search_text:
 * @self: keys
 * @row: a row
 *
 * Returns: (transfer none): the folded text that the row is found by
 */
const char *
tide_view_keys_get_search_text (TideViewKeys *self, TideViewRow *row)
{
  if (row->search_text == NULL)
    row->search_text = tide_project_dup_search_text (row->payload, self->snapshot);

  return row->search_text;
}

/**
 * tide_view_keys_sort:
 * @self: keys
 * @rows: (element-type TideViewRow): all rows, to be put into the best order that is ready
 */
void
tide_view_keys_sort (TideViewKeys *self, GPtrArray *rows)
{
  TideRanking *ranking = self->rankings[self->present.key];

  if (!is_many (self))
    {
      take_order (self);
      sort_few (self, rows);
    }
  else if (!self->is_by_id && ranking != NULL && !has_many_strays (self))
    sort_by_ranking (self, ranking, rows);
  else if (!self->is_refreshing)
    {
      self->is_by_id = TRUE;
      g_ptr_array_sort_values (rows, compare_ids);
    }
}

/**
 * tide_view_keys_find_place:
 * @self: keys
 * @rows: (element-type TideViewRow): rows, of which those looked at are in the present order
 * @first: the first one to look at
 * @end: the first one not to look at any more
 * @row: a row
 *
 * Returns: where @row stands in @rows, or would stand
 */
guint
tide_view_keys_find_place (
    TideViewKeys *self, GPtrArray *rows, guint first, guint end, TideViewRow *row)
{
  guint low = first, high = end;
  TideSortKey key;

  make_key (self, row, &key);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (is_before (self, g_ptr_array_index (rows, middle), &key, row->payload->base.id))
        low = middle + 1;
      else
        high = middle;
    }
  tide_sort_key_clear (&key);

  return low;
}
