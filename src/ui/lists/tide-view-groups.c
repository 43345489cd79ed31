/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-private.h"

/* How many rows are ranked at once where ranks are numbered anew. */
#define MAX_NEW_ROWS 5000

/* Places ------------------------------------------------------------------------------------- */

/* The first visible row from @first on whose group is not before @group. */
static guint
find_group_start (TideView *self, guint32 group, guint first)
{
  guint low = first, high = self->visible->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (tide_view_ranks_get (self->ranks, g_array_index (self->visible, guint32, middle)) < group)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
find_section (TideView *self, guint32 group, guint *start, guint *end)
{
  *start = find_group_start (self, group, 0);
  *end = group == TIDE_PROJECT_GROUPING_REST ? self->visible->len
                                             : find_group_start (self, group + 1, *start);
}

/* Leaves of a range of visible rows those that are found as well as @row. */
static void
find_equals (TideView *self, guint32 row, guint *start, guint *end)
{
  const guint8 rank = tide_view_get_best_rank (self, row);

  while (*start < *end
         && tide_view_get_best_rank (self, g_array_index (self->visible, guint32, *start)) < rank)
    (*start)++;
  while (*start < *end
         && tide_view_get_best_rank (self, g_array_index (self->visible, guint32, *end - 1)) > rank)
    (*end)--;
}

/*
 * tide_view_insert_visible:
 * @self: a view
 * @row: a row that is not on view
 *
 * Returns: the position on view at which it stands from now on
 */
guint
tide_view_insert_visible (TideView *self, guint32 row)
{
  guint start = 0, end = self->visible->len;

  if (self->ranks != NULL)
    find_section (self, tide_view_ranks_get (self->ranks, row), &start, &end);
  find_equals (self, row, &start, &end);
  start = tide_view_find_place (self, self->visible, start, end, row);
  g_array_insert_val (self->visible, start, row);

  return start;
}

/*
 * tide_view_arrange:
 * @self: a view
 *
 * Puts the visible rows, which are sorted, into the order of their groups; inside a group they stay
 * as they are.
 */
void
tide_view_arrange (TideView *self)
{
  g_autoptr (GArray) sorted = NULL;
  g_autofree guint *ends = NULL;
  guint n_ranks;

  if (self->ranks == NULL || self->visible->len == 0)
    return;

  n_ranks = tide_view_ranks_get_n_ranks (self->ranks);
  ends = g_new0 (guint, n_ranks + 2);
  sorted = g_array_copy (self->visible);
  for (guint i = 0; i < sorted->len; i++)
    {
      const guint32 rank = tide_view_ranks_get (self->ranks, g_array_index (sorted, guint32, i));

      ends[MIN (rank, n_ranks) + 1]++;
    }
  for (guint i = 1; i <= n_ranks; i++)
    ends[i] += ends[i - 1];
  for (guint i = 0; i < sorted->len; i++)
    {
      const guint32 row = g_array_index (sorted, guint32, i);
      const guint32 rank = tide_view_ranks_get (self->ranks, row);

      g_array_index (self->visible, guint32, ends[MIN (rank, n_ranks)]++) = row;
    }
}

/* Ranks -------------------------------------------------------------------------------------- */

/*
 * tide_view_take_ranks:
 * @self: a view
 *
 * Groups by what is wanted, where that is ready.
 *
 * Returns: whether it is
 */
gboolean
tide_view_take_ranks (TideView *self)
{
  TideViewRanks *ranks = NULL;

  if (self->group_by != TIDE_GROUP_BY_NONE)
    ranks = tide_view_work_get_ranks (self->work, self->group_by);
  if (self->group_by != TIDE_GROUP_BY_NONE && ranks == NULL)
    return FALSE;

  g_clear_pointer (&self->ranks, tide_view_ranks_unref);
  if (ranks != NULL)
    self->ranks = tide_view_ranks_ref (ranks);

  return TRUE;
}

/*
 * tide_view_rank_row:
 * @self: a view
 * @row: a row that is new or has changed
 */
void
tide_view_rank_row (TideView *self, guint32 row)
{
  tide_view_work_tell_changed (self->work, row);
  if (self->ranks != NULL)
    tide_view_ranks_set (self->ranks, row, tide_view_rows_get_payload (self->rows, row));
}

/*
 * tide_view_renumber_ranks:
 * @self: a view
 * @numbers: what became of the rows, which have been numbered anew
 *
 * Rows that were there stay in their groups until the new ones are ready. Where too many are new,
 * there are no groups until then.
 */
void
tide_view_renumber_ranks (TideView *self, const guint32 *numbers)
{
  const guint n = tide_view_rows_get_n (self->rows);
  g_autoptr (TideViewRanks) before = g_steal_pointer (&self->ranks);
  g_autoptr (GArray) rest = NULL;

  if (before == NULL)
    return;

  rest = tide_view_ranks_renumber (before, numbers, n);
  if (rest->len > MAX_NEW_ROWS)
    return;

  for (guint i = 0; i < rest->len; i++)
    {
      const guint32 row = g_array_index (rest, guint32, i);

      tide_view_ranks_set (before, row, tide_view_rows_get_payload (self->rows, row));
    }
  self->ranks = g_steal_pointer (&before);
}

/* Sections ----------------------------------------------------------------------------------- */

/*
 * tide_view_tell_sections:
 * @self: a view
 */
void
tide_view_tell_sections (TideView *self)
{
  if (self->ranks != NULL && self->visible->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->visible->len);
}

static void
tide_view_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  TideView *self = TIDE_VIEW (model);

  *start = position < self->visible->len ? 0 : self->visible->len;
  *end = position < self->visible->len ? self->visible->len : G_MAXUINT;
  if (self->ranks == NULL || position >= self->visible->len)
    return;

  find_section (self,
                tide_view_ranks_get (self->ranks, g_array_index (self->visible, guint32, position)),
                start, end);
}

void
tide_view_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tide_view_get_section;
}

/* What others ask -------------------------------------------------------------------------- */

/**
 * tide_view_get_group_by:
 * @self: a view
 *
 * Returns: what the projects are to be grouped by
 */
TideGroupBy
tide_view_get_group_by (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), TIDE_GROUP_BY_NONE);

  return self->group_by;
}

/**
 * tide_view_set_group_by:
 * @self: a view
 * @group_by: what to group the projects by
 *
 * The order stays within each group. Groups that are not ready yet for many projects are shown once
 * they are.
 */
void
tide_view_set_group_by (TideView *self, TideGroupBy group_by)
{
  g_return_if_fail (TIDE_IS_VIEW (self));
  g_return_if_fail (group_by < TIDE_N_GROUP_BYS);

  if (self->group_by == group_by)
    return;

  self->group_by = group_by;
  tide_view_work_want_groups (self->work, group_by);
  tide_view_show_groups (self);
}

/**
 * tide_view_get_shown_group_by:
 * @self: a view
 *
 * Returns: what the projects on view are grouped by
 */
TideGroupBy
tide_view_get_shown_group_by (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), TIDE_GROUP_BY_NONE);

  return self->ranks != NULL ? tide_view_ranks_get_group_by (self->ranks) : TIDE_GROUP_BY_NONE;
}

static guint32
get_rank (TideView *self, guint position)
{
  return tide_view_ranks_get (self->ranks, g_array_index (self->visible, guint32, position));
}

/**
 * tide_view_get_group_key:
 * @self: a view whose projects are grouped
 * @position: position of a project on view
 *
 * Returns: (transfer none): code or id of the group it stands in; `none` for none
 */
const char *
tide_view_get_group_key (TideView *self, guint position)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);
  g_return_val_if_fail (self->ranks != NULL && position < self->visible->len, NULL);

  return tide_project_grouping_get_key (tide_view_ranks_get_grouping (self->ranks),
                                        get_rank (self, position));
}

/**
 * tide_view_dup_group_label:
 * @self: a view whose projects are grouped
 * @position: position of a project on view
 *
 * Returns: (transfer full): what its group is called
 */
char *
tide_view_dup_group_label (TideView *self, guint position)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);
  g_return_val_if_fail (self->ranks != NULL && position < self->visible->len, NULL);

  return tide_project_grouping_dup_label (tide_view_ranks_get_grouping (self->ranks),
                                          get_rank (self, position));
}
