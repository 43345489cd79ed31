/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-reconciliation.h"

#include "stats/tide-reconciliation-private.h"

#include <string.h>

/* The work of a reconciliation -------------------------------------------------------------- */

static gboolean
is_shown_again (const TideProjectPayload *project, const char *event)
{
  for (guint i = 0; i < tide_entries_get_n (project->later_events); i++)
    if (strcmp (g_ptr_array_index (project->later_events, i), event) == 0)
      return TRUE;
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    if (g_strcmp0 (((const TideAmount *) g_ptr_array_index (project->amounts, i))->event, event)
        == 0)
      return TRUE;

  return FALSE;
}

static GPtrArray *
collect_projects (TideSnapshot *snapshot, const char *event)
{
  const GPtrArray *all = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GPtrArray *projects = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (all); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (all, i);

      if (g_strcmp0 (project->event, event) == 0 || is_shown_again (project, event))
        g_ptr_array_add (projects, (gpointer) project);
    }

  return projects;
}

static void
work_init (TideReconciliationWork *self, TideReconciliation *reconciliation)
{
  const char *event = reconciliation->event->id;
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;

  tide_filter_add (filter, "events", event);
  self->reconciliation = reconciliation;
  self->event = TIDE_EVENT_PAYLOAD (reconciliation->event);
  self->projects = collect_projects (reconciliation->snapshot, event);
  self->events = tide_filter_tell_events (filter, reconciliation->snapshot);
}

static void
work_clear (TideReconciliationWork *self)
{
  g_ptr_array_unref (self->projects);
  g_hash_table_unref (self->events);
}

/* Rows -------------------------------------------------------------------------------------- */

static void
group_free (TideReconciledGroup *group)
{
  tide_payload_unref (&group->filter->base);
  g_free (group);
}

static void
row_free (TideReconciliationRow *row)
{
  g_ptr_array_unref (row->groups);
  g_free (row);
}

/*
 * tide_reconciliation_add_row:
 * @self: the work
 * @figure: what is compared
 *
 * Returns: (transfer none): a new row at the end
 */
TideReconciliationRow *
tide_reconciliation_add_row (TideReconciliationWork *self, TideReconciledFigure figure)
{
  TideReconciliationRow *row = g_new0 (TideReconciliationRow, 1);

  row->figure = figure;
  row->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_ptr_array_add (self->reconciliation->rows, row);

  return row;
}

/* Every group is counted by the filter that opens it. */
static void
count_group (TideReconciliationWork *self, TideReconciledGroup *group, const TideMoneyScope *scope)
{
  TideSnapshot *snapshot = self->reconciliation->snapshot;
  g_autoptr (TideMatcher) matcher = tide_matcher_new (group->filter, snapshot);

  for (guint i = 0; i < self->projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (self->projects, i);

      if (!tide_matcher_matches (matcher, project))
        continue;

      group->n++;
      if (scope != NULL)
        tide_money_scope_add (scope, self->events, project, group);
    }
}

/*
 * tide_reconciliation_add_group:
 * @self: the work
 * @row: what the projects explain
 * @reason: what they have to do with it
 * @exclusion: why they are left out, if that is it
 * @filter: (transfer full): opens them
 * @scope: (nullable): which of their amounts are added up
 *
 * Returns: (transfer none) (nullable): the group; %NULL where no project is in it
 */
TideReconciledGroup *
tide_reconciliation_add_group (TideReconciliationWork *self,
                               TideReconciliationRow *row,
                               TideReconciledReason reason,
                               TideExclusion exclusion,
                               TideFilter *filter,
                               const TideMoneyScope *scope)
{
  TideReconciledGroup *group = g_new0 (TideReconciledGroup, 1);

  group->reason = reason;
  group->exclusion = exclusion;
  group->filter = (TideFilter *) tide_payload_seal (&filter->base);
  if (scope != NULL)
    g_strlcpy (group->sum.currency, tide_rates_get_currency (scope->rates),
               sizeof group->sum.currency);
  count_group (self, group, scope);
  if (group->n == 0)
    {
      group_free (group);
      return NULL;
    }
  g_ptr_array_add (row->groups, group);

  return group;
}

/*
 * tide_reconciliation_dup_filter:
 * @self: the work
 * @counting: how the projects of the event are asked for
 *
 * Returns: (transfer full): a filter for the projects first signed at the event
 */
TideFilter *
tide_reconciliation_dup_filter (TideReconciliationWork *self, const char *counting)
{
  TideFilter *filter = tide_filter_new ();

  tide_filter_add (filter, "events", self->event->base.id);
  tide_payload_set_interned (&filter->counting, counting);

  return filter;
}

/*
 * tide_reconciliation_add_excluded:
 * @self: the work
 * @row: a row
 * @scope: (nullable): which amounts are added up
 *
 * Adds the projects of the event that live totals leave out, by reason.
 */
void
tide_reconciliation_add_excluded (TideReconciliationWork *self,
                                  TideReconciliationRow *row,
                                  const TideMoneyScope *scope)
{
  static const TideExclusion reasons[]
      = { TIDE_EXCLUSION_TERMINATED, TIDE_EXCLUSION_NOT_COUNTED, TIDE_EXCLUSION_UMBRELLA,
          TIDE_EXCLUSION_UNKNOWN_STATUS, TIDE_EXCLUSION_UNKNOWN_STAGE };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      TideFilter *filter
          = tide_reconciliation_dup_filter (self, tide_exclusion_get_code (reasons[i]));

      if (scope != NULL)
        tide_money_scope_ask (scope, filter, NULL);
      tide_reconciliation_add_group (self, row, TIDE_RECONCILED_EXCLUDED, reasons[i], filter,
                                     scope);
    }
}

/* Projects ---------------------------------------------------------------------------------- */

/*
 * tide_reconciliation_dup_added_filter:
 * @self: the work
 *
 * Returns: (transfer full): a filter for the live projects that were first signed elsewhere, and
 *   shown again or increased at the event
 */
TideFilter *
tide_reconciliation_dup_added_filter (TideReconciliationWork *self)
{
  TideFilter *filter = tide_reconciliation_dup_filter (self, "live");
  g_autoptr (TidePayload) owner = &filter->base;

  return tide_filter_dup_later (filter);
}

static TideVerdict
compare_counts (const TideReconciliationRow *row)
{
  if (row->n_recorded == 0)
    return row->n_declared == 0 ? TIDE_VERDICT_SAME : TIDE_VERDICT_NOT_RECORDED;
  if (row->n_recorded == row->n_declared)
    return TIDE_VERDICT_SAME;

  return row->n_recorded < row->n_declared ? TIDE_VERDICT_LESS : TIDE_VERDICT_MORE;
}

static guint
count_of (const TideReconciliationRow *row, TideExclusion exclusion)
{
  for (guint i = 0; i < row->groups->len; i++)
    {
      const TideReconciledGroup *group = g_ptr_array_index (row->groups, i);

      if (group->reason == TIDE_RECONCILED_EXCLUDED && group->exclusion == exclusion)
        return group->n;
    }

  return 0;
}

static void
add_projects (TideReconciliationWork *self)
{
  TideReconciliationRow *row = tide_reconciliation_add_row (self, TIDE_RECONCILED_PROJECTS);
  const TideDeclared *declared = (const TideDeclared *) self->event->declared;
  const TideReconciledGroup *counted
      = tide_reconciliation_add_group (self, row, TIDE_RECONCILED_COUNTED, TIDE_EXCLUSION_NONE,
                                       tide_reconciliation_dup_filter (self, "live"), NULL);
  gint64 n_found;

  row->n_recorded = counted != NULL ? counted->n : 0;
  tide_reconciliation_add_excluded (self, row, NULL);
  tide_reconciliation_add_group (self, row, TIDE_RECONCILED_ADDED, TIDE_EXCLUSION_NONE,
                                 tide_reconciliation_dup_added_filter (self), NULL);
  if (declared == NULL || !declared->projects.is_set)
    {
      row->verdict = TIDE_VERDICT_NOT_DECLARED;
      return;
    }

  row->n_declared = declared->projects.value;
  row->verdict = compare_counts (row);
  n_found = (gint64) row->n_recorded + count_of (row, TIDE_EXCLUSION_TERMINATED);
  self->reconciliation->n_missing = (guint) CLAMP (row->n_declared - n_found, 0, G_MAXINT);
}

/**
 * tide_reconciliation_new:
 * @snapshot: a register
 * @event: id of one of its events
 *
 * Puts what was declared at an event beside what is recorded of it. A project counts at the event
 * where it was first signed, which for one with a changed investor is the event of the new one; an
 * increase counts with what it adds, where it was signed; umbrella records never add to their
 * parts; what was terminated since has left the live totals. Any thread may call it; in a large
 * register it takes long.
 *
 * Returns: (transfer full) (nullable): the comparison; %NULL where there is no such event
 */
TideReconciliation *
tide_reconciliation_new (TideSnapshot *snapshot, const char *event)
{
  const TidePayload *payload = tide_snapshot_lookup (snapshot, TIDE_RECORD_EVENT, event);
  TideReconciliation *self;
  TideReconciliationWork work;

  if (payload == NULL)
    return NULL;

  self = g_new0 (TideReconciliation, 1);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->event = tide_payload_ref (payload);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  work_init (&work, self);
  add_projects (&work);
  tide_reconciliation_add_amounts (&work);
  tide_reconciliation_add_fields (&work);
  work_clear (&work);

  return self;
}

/**
 * tide_reconciliation_free:
 * @self: (transfer full): a reconciliation
 */
void
tide_reconciliation_free (TideReconciliation *self)
{
  g_ptr_array_unref (self->rows);
  tide_payload_unref (self->event);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * tide_reconciliation_row_find:
 * @self: a row
 * @reason: what projects have to do with it
 *
 * Returns: (transfer none) (nullable): the first group of that reason
 */
const TideReconciledGroup *
tide_reconciliation_row_find (const TideReconciliationRow *self, TideReconciledReason reason)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TideReconciledGroup *group = g_ptr_array_index (self->groups, i);

      if (group->reason == reason)
        return group;
    }

  return NULL;
}
