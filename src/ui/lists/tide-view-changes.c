/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-private.h"

#include <string.h>

static const TideRecordKind vocabulary[] = {
  TIDE_RECORD_REGISTER, TIDE_RECORD_SECTOR, TIDE_RECORD_DIVISION, TIDE_RECORD_EVENT,
  TIDE_RECORD_PARTY,    TIDE_RECORD_RATE,   TIDE_RECORD_RATE_SET,
};

/* What is shown ------------------------------------------------------------------------------- */

/* Those found equally well stay as they are. */
static void
put_best_first (TideView *self)
{
  g_autoptr (GArray) sorted = g_array_copy (self->visible);
  guint ends[TIDE_SEARCH_N_RANKS + 1] = { 0 };

  for (guint i = 0; i < sorted->len; i++)
    ends[self->matches->data[g_array_index (sorted, guint32, i)] + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (ends); i++)
    ends[i] += ends[i - 1];
  for (guint i = 0; i < sorted->len; i++)
    {
      const guint32 row = g_array_index (sorted, guint32, i);

      g_array_index (self->visible, guint32, ends[self->matches->data[row]]++) = row;
    }
}

/* Fills the view with the rows that match. Returns those that stood in it before. */
static GArray *
fill_visible (TideView *self)
{
  GArray *old = g_steal_pointer (&self->visible);
  guint n = 0;
  guint32 *rows;

  self->visible = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->sorted->len);
  rows = (guint32 *) (gpointer) self->visible->data;
  for (guint i = 0; i < self->sorted->len; i++)
    {
      rows[n] = g_array_index (self->sorted, guint32, i);
      n += self->matches->data[rows[n]] != 0;
    }
  g_array_set_size (self->visible, n);
  if (self->is_best_first)
    put_best_first (self);
  tide_view_arrange (self);

  return old;
}

/* Says that a range of the visible rows was replaced. */
static void
tell_items (TideView *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  tide_view_tell_sections (self);
}

/*
 * tide_view_show:
 * @self: a view
 *
 * Shows the rows that match, in their present order, and says what that changed as one replaced
 * range.
 */
void
tide_view_show (TideView *self)
{
  g_autoptr (GArray) old = fill_visible (self);
  GArray *new = self->visible;
  const guint shorter = MIN (old->len, new->len);
  guint head = 0, tail = 0;

  while (head < shorter && g_array_index (old, guint32, head) == g_array_index (new, guint32, head))
    head++;
  while (tail < shorter - head
         && g_array_index (old, guint32, old->len - 1 - tail)
                == g_array_index (new, guint32, new->len - 1 - tail))
    tail++;

  if (old->len != head + tail || new->len != head + tail)
    tell_items (self, head, old->len - head - tail, new->len - head - tail);
  if (old->len != new->len)
    tide_view_tell_n_items (self);
}

/*
 * tide_view_show_all_anew:
 * @self: a view
 *
 * Shows the rows that match, and says that each that stands on view, or stood there, has changed.
 */
void
tide_view_show_all_anew (TideView *self)
{
  g_autoptr (GArray) old = fill_visible (self);

  if (old->len > 0 || self->visible->len > 0)
    tell_items (self, 0, old->len, self->visible->len);
  if (old->len != self->visible->len)
    tide_view_tell_n_items (self);
}

/*
 * tide_view_show_groups:
 * @self: a view
 *
 * Groups the rows on view by what is wanted, where that is ready.
 */
void
tide_view_show_groups (TideView *self)
{
  const TideGroupBy before = tide_view_get_shown_group_by (self);

  if (!tide_view_take_ranks (self))
    return;

  tide_view_show_all_anew (self);
  if (before != tide_view_get_shown_group_by (self))
    tide_view_tell_regrouped (self);
}

/* Everything ---------------------------------------------------------------------------------- */

/* Finds anew how all rows are sorted, grouped and searched. */
static void
begin_all (TideView *self, const guint32 *numbers)
{
  const TideGroupBy before = tide_view_get_shown_group_by (self);

  tide_view_begin_order (self, numbers);
  if (!tide_view_take_ranks (self) && numbers != NULL)
    tide_view_renumber_ranks (self, numbers);
  tide_view_begin_matches (self, numbers);
  tide_view_show_all_anew (self);
  if (before != tide_view_get_shown_group_by (self))
    tide_view_tell_regrouped (self);
}

/*
 * tide_view_reload:
 * @self: a view
 *
 * Takes all rows from the register as it is now.
 */
void
tide_view_reload (TideView *self)
{
  g_autofree guint32 *numbers = NULL;

  tide_view_take_snapshot (self);
  numbers = tide_view_rows_fill (self->rows, self->snapshot);
  begin_all (self, numbers);
  tide_view_tell_n_total (self);
}

/* The rows stay, what they refer to was renamed: texts and keys are made anew. The source is not
 * read, because its own changes of the same step may still have to be told. */
static void
refresh (TideView *self)
{
  tide_view_take_snapshot (self);
  tide_view_rows_forget_texts (self->rows);
  begin_all (self, NULL);
}

/* Single rows --------------------------------------------------------------------------------- */

static guint
take_out (GArray *rows, guint32 row)
{
  guint position = 0;

  while (g_array_index (rows, guint32, position) != row)
    position++;
  g_array_remove_index (rows, position);

  return position;
}

static TideProjectPayload *
get_payload (TideView *self, guint position)
{
  return (TideProjectPayload *) tide_record_get_payload (tide_list_get (self->source, position));
}

static void
remove_row (TideView *self, guint source_position)
{
  const guint32 row = tide_view_rows_get (self->rows, source_position);
  const gboolean was_visible = self->matches->data[row];

  take_out (self->sorted, row);
  tide_view_rows_remove (self->rows, source_position);
  tide_view_match_row (self, row);
  if (was_visible)
    tell_items (self, take_out (self->visible, row), 1, 0);
}

static void
insert_row (TideView *self, guint source_position)
{
  const guint32 row
      = tide_view_rows_insert (self->rows, source_position, get_payload (self, source_position));

  tide_view_match_row (self, row);
  tide_view_rank_row (self, row);
  tide_view_insert_sorted (self, row);
  if (self->matches->data[row])
    tell_items (self, tide_view_insert_visible (self, row), 0, 1);
}

/* A move is one range that was replaced, so that selections keep the row. */
static void
tell_moved (TideView *self, guint from, guint to)
{
  const guint first = MIN (from, to);
  const guint span = MAX (from, to) - first + 1;

  tell_items (self, first, span, span);
}

/* The project stayed, its values did not: the row may have to move, appear or vanish. */
static void
update_row (TideView *self, guint source_position)
{
  const guint32 row = tide_view_rows_get (self->rows, source_position);
  const gboolean was_visible = self->matches->data[row];
  const guint old_position = was_visible ? take_out (self->visible, row) : 0;

  take_out (self->sorted, row);
  tide_view_rows_replace (self->rows, row, get_payload (self, source_position));
  tide_view_match_row (self, row);
  tide_view_rank_row (self, row);
  tide_view_insert_sorted (self, row);

  if (was_visible && self->matches->data[row])
    tell_moved (self, old_position, tide_view_insert_visible (self, row));
  else if (was_visible)
    tell_items (self, old_position, 1, 0);
  else if (self->matches->data[row])
    tell_items (self, tide_view_insert_visible (self, row), 0, 1);
}

/* Links --------------------------------------------------------------------------------------- */

static gboolean
is_same_project (TideView *self, guint source_position)
{
  const guint32 row = tide_view_rows_get (self->rows, source_position);

  return g_str_equal (tide_view_rows_get_payload (self->rows, row)->base.id,
                      get_payload (self, source_position)->base.id);
}

static void
change_rows (TideView *self, guint position, guint removed, guint added)
{
  if (removed == 1 && added == 1 && is_same_project (self, position))
    {
      update_row (self, position);
      return;
    }

  for (guint i = 0; i < removed; i++)
    remove_row (self, position);
  for (guint i = 0; i < added; i++)
    insert_row (self, position + i);
}

static void
on_source_items_changed (
    GListModel *source, guint position, guint removed, guint added, TideView *self)
{
  const guint n_before = self->visible->len;

  if (removed + added > 2)
    {
      tide_view_reload (self);
      return;
    }

  tide_view_take_snapshot (self);
  change_rows (self, position, removed, added);
  if (n_before != self->visible->len)
    tide_view_tell_n_items (self);
  tide_view_tell_n_total (self);
  if (!tide_view_asks_of_others (self))
    return;

  tide_view_find_passes (self);
  tide_view_find_matches (self);
  tide_view_show (self);
}

static gboolean
tells_amounts (TideView *self, TideList *list)
{
  return list == tide_register_get_list (self->reg, TIDE_RECORD_RATE)
         || list == tide_register_get_list (self->reg, TIDE_RECORD_RATE_SET);
}

/* Names of what projects refer to stand in their search texts, keys and cells. What was only added
 * is referred to by no project yet, but has a place among the groups. */
static void
on_vocabulary_items_changed (
    GListModel *list, guint position, guint removed, guint added, TideView *self)
{
  if (removed > 0 || self->group_by != TIDE_GROUP_BY_NONE
      || tells_amounts (self, (TideList *) list))
    refresh (self);
}

/*
 * tide_view_set_up_links:
 * @self: a view that is being made
 */
void
tide_view_set_up_links (TideView *self)
{
  self->source_links = g_signal_group_new (TIDE_TYPE_LIST);
  g_signal_group_connect (self->source_links, "items-changed", G_CALLBACK (on_source_items_changed),
                          self);
  self->vocabulary_links = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      GSignalGroup *links = g_signal_group_new (TIDE_TYPE_LIST);

      g_signal_group_connect (links, "items-changed", G_CALLBACK (on_vocabulary_items_changed),
                              self);
      g_ptr_array_add (self->vocabulary_links, links);
    }
}

/* Their numbers mean nothing in another register. */
static void
forget_rows (TideView *self)
{
  g_autofree guint32 *numbers = tide_view_rows_fill (self->rows, NULL);

  g_array_set_size (self->sorted, 0);
  g_byte_array_set_size (self->passes, 0);
  g_byte_array_set_size (self->matches, 0);
  g_clear_pointer (&self->ranks, tide_view_ranks_unref);
  self->is_refreshing = FALSE;
}

/*
 * tide_view_link_register:
 * @self: a view
 * @reg: (nullable): the register to follow from now on
 *
 * Lets go of the one before, and of its rows, without saying so.
 */
void
tide_view_link_register (TideView *self, TideRegister *reg)
{
  TideList *source = reg != NULL ? tide_register_get_list (reg, TIDE_RECORD_PROJECT) : NULL;

  tide_view_work_stop (self->work);
  tide_view_stop_matching (self);
  forget_rows (self);
  g_set_object (&self->reg, reg);
  g_set_object (&self->source, source);
  g_signal_group_set_target (self->source_links, source);
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    g_signal_group_set_target (g_ptr_array_index (self->vocabulary_links, i),
                               reg != NULL ? tide_register_get_list (reg, vocabulary[i]) : NULL);
}
