/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-private.h"

#include <string.h>

/* What a thread finds: which projects pass. */
typedef struct
{
  TideSnapshot *snapshot;     /* owned */
  TideViewProjects *projects; /* owned */
  TidePayload *rest;          /* owned, a TideFilter */
} Job;

/*
 * tide_view_take_snapshot:
 * @self: a view
 *
 * Looks at the register as it is now.
 */
void
tide_view_take_snapshot (TideView *self)
{
  g_autoptr (TideSnapshot) snapshot
      = self->reg != NULL ? tide_register_dup_snapshot (self->reg) : NULL;

  if (snapshot == self->snapshot)
    return;

  g_clear_pointer (&self->matcher, tide_matcher_free);
  if (!self->is_refreshing)
    {
      g_clear_pointer (&self->present_snapshot, tide_snapshot_unref);
      self->present_snapshot = g_steal_pointer (&self->snapshot);
    }
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  self->snapshot = g_steal_pointer (&snapshot);
  tide_view_work_set_snapshot (self->work, self->snapshot);
}

/*
 * tide_view_take_filter:
 * @self: a view
 * @filter: (nullable): what is wanted from now on; copied
 */
void
tide_view_take_filter (TideView *self, const TideFilter *filter)
{
  const gboolean was_searching = self->search != NULL;
  TideFilter *rest;

  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->filter, tide_payload_unref);
  g_clear_pointer (&self->rest, tide_payload_unref);
  g_clear_pointer (&self->search, tide_search_free);

  self->filter = (TidePayload *) (filter != NULL ? tide_filter_copy (filter) : tide_filter_new ());
  tide_payload_seal (self->filter);
  rest = tide_filter_copy (TIDE_FILTER (self->filter));
  tide_filter_set_text (rest, NULL);
  self->rest = tide_payload_seal (&rest->base);
  self->search = tide_search_new (TIDE_FILTER (self->filter)->text);
  self->is_best_first = self->search != NULL && (self->is_best_first || !was_searching);
}

/* What passes ------------------------------------------------------------------------------- */

static gboolean
passes_all (TideView *self)
{
  return tide_filter_is_empty (TIDE_FILTER (self->rest));
}

/*
 * tide_view_asks_of_others:
 * @self: a view
 *
 * Returns: whether what matches may hang on other projects, as do standing in totals and what is
 *   doubtful
 */
gboolean
tide_view_asks_of_others (TideView *self)
{
  const TideFilter *rest = TIDE_FILTER (self->rest);

  return rest->counting != NULL || tide_entries_get_n (rest->checks) > 0;
}

static guint8
check (TideView *self, guint32 row)
{
  const TideProjectPayload *project = tide_view_rows_get_payload (self->rows, row);

  if (project == NULL || passes_all (self))
    return project != NULL;

  if (self->matcher == NULL)
    self->matcher = tide_matcher_new (TIDE_FILTER (self->rest), self->snapshot);

  return tide_matcher_matches (self->matcher, project) ? 1 : 0;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  tide_payload_unref (self->rest);
  tide_view_projects_unref (self->projects);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/* In a thread of its own. */
static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const GPtrArray *payloads = job->projects->payloads;
  g_autoptr (TideMatcher) matcher = tide_matcher_new (TIDE_FILTER (job->rest), job->snapshot);
  g_autofree guint8 *passes = g_new0 (guint8, payloads->len + 1);

  for (guint i = 0; i < payloads->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (payloads, i);

      passes[i] = project != NULL && tide_matcher_matches (matcher, project);
    }
  g_task_return_pointer (task, g_steal_pointer (&passes), g_free);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree guint8 *passes = g_task_propagate_pointer (G_TASK (result), NULL);
  TideView *self = data;

  /* It was cancelled, and the view may be gone. */
  if (passes == NULL)
    return;

  g_clear_object (&self->matching);
  for (guint32 row = 0; row < self->passes->len; row++)
    self->passes->data[row] = tide_view_projects_knows (job->projects, self->rows, row)
                                  ? passes[row]
                                  : check (self, row);
  if (!tide_view_is_pending (self))
    {
      tide_view_find_matches (self);
      tide_view_show (self);
    }
}

static void
start_job (TideView *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->snapshot = tide_snapshot_ref (self->snapshot);
  job->projects = tide_view_rows_dup_projects (self->rows);
  job->rest = tide_payload_ref (self->rest);
  self->matching = g_cancellable_new ();
  task = g_task_new (NULL, self->matching, on_job_done, self);
  g_task_set_static_name (task, "tide-view-filter");
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/*
 * tide_view_stop_matching:
 * @self: a view
 *
 * Nothing is found out in a thread any more.
 */
void
tide_view_stop_matching (TideView *self)
{
  g_cancellable_cancel (self->matching);
  g_clear_object (&self->matching);
}

/*
 * tide_view_find_passes:
 * @self: a view
 *
 * Finds anew which rows the filter lets through, apart from their texts; of many rows in a thread.
 */
void
tide_view_find_passes (TideView *self)
{
  tide_view_stop_matching (self);
  if (self->snapshot != NULL && !passes_all (self) && tide_view_work_is_many (self->work))
    {
      start_job (self);
      return;
    }

  if (passes_all (self))
    for (guint32 row = 0; row < self->passes->len; row++)
      self->passes->data[row] = tide_view_rows_get_payload (self->rows, row) != NULL;
  else
    for (guint32 row = 0; row < self->passes->len; row++)
      self->passes->data[row] = check (self, row);
}

/* Matches ------------------------------------------------------------------------------------ */

/*
 * tide_view_is_pending:
 * @self: a view
 *
 * Returns: whether what the filter asks for cannot be told yet
 */
gboolean
tide_view_is_pending (TideView *self)
{
  return self->matching != NULL
         || (self->search != NULL && self->snapshot != NULL
             && tide_view_work_get_texts (self->work) == NULL);
}

static guint8
rank (TideView *self, guint32 row)
{
  return tide_search_rank (self->search, tide_view_rows_get_text (self->rows, row, self->snapshot));
}

static void
search (TideView *self, const TideViewTexts *texts)
{
  const TideViewProjects *projects = tide_view_texts_get_projects (texts);
  g_autoptr (GArray) strays = tide_view_rows_find_strays (self->rows, projects);

  memset (self->matches->data, 0, self->matches->len);
  tide_view_texts_find (texts, self->search, self->matches->data, self->matches->len);
  for (guint i = 0; i < strays->len; i++)
    {
      const guint32 row = g_array_index (strays, guint32, i);

      self->matches->data[row] = rank (self, row);
    }
  for (guint32 row = 0; row < self->matches->len; row++)
    if (!self->passes->data[row])
      self->matches->data[row] = TIDE_SEARCH_NO_RANK;
}

/*
 * tide_view_find_matches:
 * @self: a view
 *
 * Finds which rows match, unless that cannot be told yet.
 */
void
tide_view_find_matches (TideView *self)
{
  if (tide_view_is_pending (self) || self->matches->len == 0)
    return;

  if (self->search == NULL)
    memcpy (self->matches->data, self->passes->data, self->passes->len);
  else
    search (self, tide_view_work_get_texts (self->work));
}

/*
 * tide_view_get_best_rank:
 * @self: a view
 * @row: a row on view
 *
 * Returns: which rank it stands in before any order: the same for all unless what is found best
 *   comes first
 */
guint8
tide_view_get_best_rank (TideView *self, guint32 row)
{
  return self->is_best_first ? self->matches->data[row] : TIDE_SEARCH_NO_RANK;
}

/**
 * tide_view_get_is_similar:
 * @self: a view
 *
 * Returns: whether text is searched, and all projects on view are found with typing errors only
 */
gboolean
tide_view_get_is_similar (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), FALSE);

  if (self->search == NULL || tide_view_is_pending (self))
    return FALSE;

  for (guint i = 0; i < self->visible->len; i++)
    if (!tide_search_rank_is_similar (
            self->matches->data[g_array_index (self->visible, guint32, i)]))
      return FALSE;

  return self->visible->len > 0;
}

/* What becomes of the @bytes when rows are numbered anew; of new rows it is 0. */
static void
renumber (GByteArray *bytes, const guint32 *numbers, guint n)
{
  g_autofree guint8 *before = g_memdup2 (bytes->data, bytes->len);
  const guint n_before = bytes->len;

  g_byte_array_set_size (bytes, n);
  if (n > 0)
    memset (bytes->data, 0, n);
  for (guint i = 0; i < n_before; i++)
    if (numbers[i] != TIDE_VIEW_NO_ROW)
      bytes->data[numbers[i]] = before[i];
}

/*
 * tide_view_begin_matches:
 * @self: a view
 * @numbers: (nullable): what became of the rows, where they have been numbered anew
 *
 * Finds anew what passes and what matches. Until that can be told all that are on view stay there.
 */
void
tide_view_begin_matches (TideView *self, const guint32 *numbers)
{
  if (numbers != NULL)
    {
      renumber (self->passes, numbers, tide_view_rows_get_n_numbers (self->rows));
      renumber (self->matches, numbers, tide_view_rows_get_n_numbers (self->rows));
    }
  tide_view_find_passes (self);
  tide_view_find_matches (self);
}

static void
ensure_byte (GByteArray *bytes, guint32 row)
{
  const guint n = bytes->len;

  if (row < n)
    return;

  g_byte_array_set_size (bytes, row + 1);
  memset (bytes->data + n, 0, row + 1 - n);
}

static guint8
find_match (TideView *self, guint32 row)
{
  if (!self->passes->data[row] || self->search == NULL)
    return self->passes->data[row];

  return rank (self, row);
}

/*
 * tide_view_match_row:
 * @self: a view
 * @row: a row that is new, has changed or is gone
 *
 * Finds whether it matches. What hangs on other projects of many is found by
 * tide_view_find_passes() alone.
 */
void
tide_view_match_row (TideView *self, guint32 row)
{
  ensure_byte (self->passes, row);
  ensure_byte (self->matches, row);
  if (tide_view_rows_get_payload (self->rows, row) == NULL)
    {
      self->passes->data[row] = 0;
      self->matches->data[row] = 0;
      return;
    }

  if (!tide_view_asks_of_others (self) || !tide_view_work_is_many (self->work))
    self->passes->data[row] = check (self, row);
  if (!tide_view_is_pending (self))
    self->matches->data[row] = find_match (self, row);
}
