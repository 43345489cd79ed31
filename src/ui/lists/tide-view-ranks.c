/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-ranks.h"

struct _TideViewRanks
{
  TideGroupBy group_by;
  TideProjectGrouping *grouping; /* owned */
  GArray *ranks;                 /* owned, of guint32: by row */
};

/**
 * tide_view_ranks_new:
 * @group_by: what to group by, but not by nothing
 * @projects: projects
 * @snapshot: the register
 *
 * Returns: (transfer full): their groups
 */
TideViewRanks *
tide_view_ranks_new (TideGroupBy group_by, TideViewProjects *projects, TideSnapshot *snapshot)
{
  TideViewRanks *self = g_atomic_rc_box_new0 (TideViewRanks);

  self->group_by = group_by;
  self->grouping = tide_project_grouping_new (group_by, snapshot);
  self->ranks = g_array_sized_new (FALSE, TRUE, sizeof (guint32), projects->payloads->len);
  for (guint i = 0; i < projects->payloads->len; i++)
    if (g_ptr_array_index (projects->payloads, i) != NULL)
      tide_view_ranks_set (self, i, g_ptr_array_index (projects->payloads, i));

  return self;
}

/**
 * tide_view_ranks_ref:
 * @self: ranks
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideViewRanks *
tide_view_ranks_ref (TideViewRanks *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideViewRanks *self = data;

  tide_project_grouping_free (self->grouping);
  g_array_unref (self->ranks);
}

/**
 * tide_view_ranks_unref:
 * @self: (transfer full): ranks
 */
void
tide_view_ranks_unref (TideViewRanks *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tide_view_ranks_get_group_by:
 * @self: ranks
 *
 * Returns: what the projects are grouped by
 */
TideGroupBy
tide_view_ranks_get_group_by (const TideViewRanks *self)
{
  return self->group_by;
}

/**
 * tide_view_ranks_get_grouping:
 * @self: ranks
 *
 * Returns: (transfer none): the groups
 */
TideProjectGrouping *
tide_view_ranks_get_grouping (const TideViewRanks *self)
{
  return self->grouping;
}

/**
 * tide_view_ranks_get_n_ranks:
 * @self: ranks
 *
 * Returns: how many groups there are beside the rest; that of all rows is not above it
 */
guint
tide_view_ranks_get_n_ranks (const TideViewRanks *self)
{
  return tide_project_grouping_get_n_ranks (self->grouping);
}

/**
 * tide_view_ranks_get:
 * @self: ranks
 * @row: a row that it was made or told of
 *
 * Returns: the rank of its group, or %TIDE_PROJECT_GROUPING_REST
 */
guint32
tide_view_ranks_get (const TideViewRanks *self, guint32 row)
{
  return g_array_index (self->ranks, guint32, row);
}

/**
 * tide_view_ranks_set:
 * @self: ranks
 * @row: a row that is new or has changed
 * @project: its project
 */
void
tide_view_ranks_set (TideViewRanks *self, guint32 row, const TideProjectPayload *project)
{
  if (row >= self->ranks->len)
    g_array_set_size (self->ranks, row + 1);
  g_array_index (self->ranks, guint32, row)
      = tide_project_grouping_get_rank (self->grouping, project);
}

/**
 * tide_view_ranks_renumber:
 * @self: ranks of which nobody else knows
 * @numbers: of each row its new number, or %TIDE_VIEW_NO_ROW
 * @n: how many new numbers there are
 *
 * Returns: (transfer full) (element-type guint32): the rows that are new, which are to be set
 */
GArray *
tide_view_ranks_renumber (TideViewRanks *self, const guint32 *numbers, guint n)
{
  g_autoptr (GArray) before = g_steal_pointer (&self->ranks);
  g_autofree guint8 *is_known = g_new0 (guint8, n + 1);
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->ranks = g_array_sized_new (FALSE, TRUE, sizeof (guint32), n);
  g_array_set_size (self->ranks, n);
  for (guint i = 0; i < before->len; i++)
    if (numbers[i] != TIDE_VIEW_NO_ROW)
      {
        g_array_index (self->ranks, guint32, numbers[i]) = g_array_index (before, guint32, i);
        is_known[numbers[i]] = 1;
      }
  for (guint32 row = 0; row < n; row++)
    if (!is_known[row])
      g_array_append_val (rest, row);

  return rest;
}
