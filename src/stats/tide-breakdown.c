/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown.h"

#include "stats/tide-breakdown-private.h"
#include "stats/tide-sheet.h"

/* Which projects of the columns are looked at. */
typedef struct
{
  TideMatcher *matcher; /* owned; NULL lets everything through */
  TideMatcher *later;   /* owned; those shown again at the events asked for */
  GHashTable *events;   /* owned; NULL where the amounts of all events are meant */
} Selection;

static TideFilter *
dup_criteria (const TideFilter *filter, const TideColumns *columns)
{
  TideFilter *copy = tide_filter_copy (filter);

  tide_filter_set_valuation (copy, &columns->valuation);

  return copy;
}

static void
selection_init (Selection *self, const TideFilter *filter, const TideColumns *columns)
{
  g_autoptr (TidePayload) criteria = NULL;
  g_autoptr (TidePayload) later = NULL;

  *self = (Selection) { 0 };
  if (filter == NULL || tide_filter_is_empty (filter))
    return;

  criteria = (TidePayload *) dup_criteria (filter, columns);
  self->matcher = tide_matcher_new (TIDE_FILTER (criteria), columns->snapshot);
  self->events = tide_filter_tell_events (TIDE_FILTER (criteria), columns->snapshot);
  if (self->events == NULL)
    return;

  later = (TidePayload *) tide_filter_dup_later (TIDE_FILTER (criteria));
  self->later = tide_matcher_new (TIDE_FILTER (later), columns->snapshot);
}

static void
selection_clear (Selection *self)
{
  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->later, tide_matcher_free);
  g_clear_pointer (&self->events, g_hash_table_unref);
}

/* What a row counts as under a filter; one of which only a part is meant is odd. */
static guint16
select_facet (const Selection *self, const TideColumns *columns, guint row, guint marks)
{
  const TideProjectPayload *project = tide_columns_get_project (columns, row);

  if (tide_matcher_matches (self->matcher, project))
    return self->events != NULL && (marks & TIDE_MARK_OWN_EVENT) != 0 ? TIDE_FACET_ODD
                                                                      : columns->facet[row];
  if (self->later != NULL && (marks & TIDE_MARK_LATER) != 0
      && tide_matcher_matches (self->later, project))
    return TIDE_FACET_ODD;

  return TIDE_EXCLUSION_FILTER;
}

static guint16 *
select_facets (const Selection *self, const TideColumns *columns)
{
  guint16 *facets = g_new (guint16, columns->n_rows);
  guint row = 0;

  for (guint i = 0; i < columns->blocks->len; i++)
    {
      const TideBlock *block = tide_columns_get_block (columns, i);

      for (guint j = 0; j < block->n[TIDE_EXTENT_ROWS]; j++, row++)
        facets[row] = select_facet (self, columns, row, block->marks[j]);
    }

  return facets;
}

/* Fills the portion of a row, or says that the filter leaves it out. */
static gboolean
select_row (const Selection *self, TideColumns *columns, guint row, TidePortion *portion)
{
  const TideProjectPayload *project = tide_columns_get_project (columns, row);

  tide_portion_fill (portion, columns, row, NULL);
  if (self->matcher == NULL || tide_matcher_matches (self->matcher, project))
    {
      if (self->events != NULL && (portion->marks & TIDE_MARK_OWN_EVENT) != 0)
        tide_portion_fill (portion, columns, row, self->events);
      return TRUE;
    }

  if (self->later == NULL || (portion->marks & TIDE_MARK_LATER) == 0
      || !tide_matcher_matches (self->later, project))
    return FALSE;

  tide_portion_fill (portion, columns, row, self->events);
  portion->exclusion = TIDE_EXCLUSION_LATER_EVENT;
  return TRUE;
}

/* Adds rows one by one. */
static void
place_rows (TideGroups *groups, const Selection *selection, const GArray *rows)
{
  TidePlacing placing;
  TidePortion portion;

  tide_portion_init (&portion, groups->columns);
  tide_placing_init (&placing, groups, selection->events);
  for (guint i = 0; i < rows->len; i++)
    {
      if (select_row (selection, groups->columns, g_array_index (rows, guint, i), &portion))
        tide_placing_add (&placing, &portion);
      else
        groups->total->n_excluded[TIDE_EXCLUSION_FILTER]++;
    }
  tide_placing_clear (&placing);
  tide_portion_clear (&portion);
}

static void
count_rows (TideGroups *groups, const TideFilter *filter)
{
  g_autoptr (GArray) odd = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint16 *facets = NULL;
  Selection selection;

  selection_init (&selection, filter, groups->columns);
  if (selection.matcher != NULL)
    facets = select_facets (&selection, groups->columns);
  tide_groups_add_at_once (groups, facets != NULL ? facets : groups->columns->facet, odd);
  place_rows (groups, &selection, odd);
  selection_clear (&selection);
}

static TideBreakdown *
count (TideColumns *columns, TideGrouping grouping, const char *taxonomy, const TideFilter *filter)
{
  TideBreakdown *breakdown;
  TideGroups groups;

  tide_groups_init (&groups, columns, grouping, taxonomy, filter);
  count_rows (&groups, filter);
  breakdown = tide_groups_finish (&groups);
  tide_groups_clear (&groups);

  return breakdown;
}

/* A group by year, quarter or event means fewer amounts, and what a filter asks of the amounts is
 * then asked of these. */
static gboolean
is_narrowed_by_groups (TideGrouping grouping, const TideFilter *filter)
{
  const gboolean asks_for_amounts
      = filter != NULL
        && (filter->amount != NULL || filter->amount_from.is_set || filter->amount_to.is_set
            || tide_entries_get_n (filter->currencies) > 0);

  return asks_for_amounts
         && (grouping == TIDE_GROUPING_YEAR || grouping == TIDE_GROUPING_QUARTER
             || grouping == TIDE_GROUPING_EVENT);
}

static void
count_group_again (TideColumns *columns,
                   TideGrouping grouping,
                   const char *taxonomy,
                   TideGroup *group)
{
  g_autoptr (TideFigure) figure = g_steal_pointer (&group->figure);
  TideValuation valuation = columns->valuation;
  g_autoptr (TideColumns) narrowed = NULL;
  g_autoptr (TideBreakdown) breakdown = NULL;
  TideGroup *found;

  valuation.period = figure->filter->period;
  narrowed = tide_columns_new (columns->snapshot, &valuation, NULL);
  breakdown = count (narrowed, grouping, taxonomy, figure->filter);
  found = (TideGroup *) tide_breakdown_find (breakdown, group->key);
  group->figure = found != NULL ? g_steal_pointer (&found->figure)
                                : tide_figure_new (tide_columns_get_currency (columns));
  tide_payload_unref (&group->figure->filter->base);
  group->figure->filter = tide_filter_copy (figure->filter);
}

/**
 * tide_breakdown_new:
 * @columns: the projects, and how their amounts are told
 * @grouping: what to group by
 * @taxonomy: (nullable): for sectors, the taxonomy's id
 * @filter: (nullable): which projects to look at; it tells amounts as @columns do, whatever its own
 *   kind, currency, rate set and period are
 *
 * Counts and adds up the live projects; where a period is asked for, those with an amount of the
 * kind certainly dated within it. A project without a class in @taxonomy is placed by those it has
 * in another one, as tide_crosswalk_new() says. Where @filter asks for events, only their amounts
 * are meant, those of projects first signed elsewhere included. A pure function: any thread may
 * call it, and the order of the records does not matter.
 *
 * Returns: (transfer full): the whole and its parts
 */
TideBreakdown *
tide_breakdown_new (TideColumns *columns,
                    TideGrouping grouping,
                    const char *taxonomy,
                    const TideFilter *filter)
{
  TideBreakdown *breakdown = count (columns, grouping, taxonomy, filter);

  for (guint i = 0; is_narrowed_by_groups (grouping, filter) && i < breakdown->groups->len; i++)
    count_group_again (columns, grouping, taxonomy, g_ptr_array_index (breakdown->groups, i));

  return breakdown;
}

/**
 * tide_breakdown_free:
 * @self: (transfer full): a breakdown
 */
void
tide_breakdown_free (TideBreakdown *self)
{
  g_clear_pointer (&self->total, tide_figure_free);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * tide_breakdown_find:
 * @self: a breakdown
 * @key: key of a group
 *
 * Returns: (transfer none) (nullable): the group
 */
const TideGroup *
tide_breakdown_find (const TideBreakdown *self, const char *key)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (group->key, key))
        return group;
    }

  return NULL;
}

/**
 * tide_figure_new_of_rows:
 * @columns: the projects, and how their amounts are told
 * @rows: (array length=n): positions of projects in the snapshot of @columns
 * @n: how many
 *
 * Counts and adds up the projects that somebody picked, as far as they are live.
 *
 * Returns: (transfer full): the figure; it has no filter
 */
TideFigure *
tide_figure_new_of_rows (TideColumns *columns, const guint *rows, guint n)
{
  TidePortion portion;
  TideGroups groups;
  TideFigure *figure;
  TideGroup *whole;

  tide_groups_init (&groups, columns, TIDE_N_GROUPINGS, NULL, NULL);
  tide_portion_init (&portion, columns);
  for (guint i = 0; i < n; i++)
    {
      tide_portion_fill (&portion, columns, rows[i], NULL);
      tide_tally_count (groups.total, portion.exclusion, portion.marks);
      if (portion.exclusion == TIDE_EXCLUSION_NONE)
        tide_tally_add_money (groups.total, &portion);
    }

  whole = tide_tally_finish (groups.total, &groups);
  figure = g_steal_pointer (&whole->figure);
  g_clear_pointer ((TidePayload **) &figure->filter, tide_payload_unref);
  tide_group_free (whole);
  tide_portion_clear (&portion);
  tide_groups_clear (&groups);

  return figure;
}
