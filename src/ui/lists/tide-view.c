/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view.h"

#include "ui/lists/tide-view-keys.h"

#include <string.h>

struct _TideView
{
  GObject parent_instance;

  TideRegister *reg;           /* owned */
  TideList *source;            /* owned */
  GSignalGroup *source_links;  /* owned */
  GPtrArray *vocabulary_links; /* owned, of GSignalGroup */
  TidePayload *filter;         /* owned, a TideFilter */
  TideSnapshot *snapshot;      /* owned: what keys and search texts are made against */
  TideMatcher *matcher;        /* owned */

  GPtrArray *rows;    /* owned, of TideViewRow: in the order of the source */
  GPtrArray *sorted;  /* of TideViewRow: in the present order */
  GPtrArray *visible; /* of TideViewRow: those of @sorted that match, by group */
  TideViewKeys *keys; /* owned: of @rows */

  TideGroupBy group_by;
  TideProjectGrouping *grouping; /* owned; nullable: nothing is grouped */
};

static void tide_view_list_model_init (GListModelInterface *iface);
static void tide_view_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideView,
                               tide_view,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tide_view_list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                          tide_view_section_model_init))

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILTER,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
} TideViewProperty;

static GParamSpec *props[PROP_N_TOTAL + 1];

static const TideRecordKind vocabulary[] = {
  TIDE_RECORD_REGISTER, TIDE_RECORD_SECTOR, TIDE_RECORD_DIVISION, TIDE_RECORD_EVENT,
  TIDE_RECORD_PARTY,    TIDE_RECORD_RATE,   TIDE_RECORD_RATE_SET,
};

static gboolean
row_check (TideView *self, TideViewRow *row)
{
  const TideProjectPayload *payload = tide_project_get_payload (row->project);

  if (self->matcher == NULL)
    return TRUE;
  if (TIDE_FILTER (self->filter)->text == NULL)
    return tide_matcher_matches (self->matcher, payload);
  if (!tide_view_keys_has_texts (self->keys))
    return row->matches;

  return tide_matcher_matches_with_text (self->matcher, payload,
                                         tide_view_keys_get_search_text (self->keys, row));
}

static void
take_snapshot (TideView *self)
{
  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (self->reg != NULL)
    self->snapshot = tide_register_dup_snapshot (self->reg);
  tide_view_keys_set_snapshot (self->keys, self->snapshot);
  if (self->snapshot == NULL)
    return;

  if (!tide_filter_is_empty (TIDE_FILTER (self->filter)))
    self->matcher = tide_matcher_new (TIDE_FILTER (self->filter), self->snapshot);
}

/* Groups ------------------------------------------------------------------------------------- */

static guint
find_group (TideView *self, const TideViewRow *row)
{
  if (self->grouping == NULL)
    return 0;

  return tide_project_grouping_get_rank (self->grouping, tide_project_get_payload (row->project));
}

/* The ranks of all rows, in the register as it is now. */
static void
find_groups (TideView *self)
{
  g_clear_pointer (&self->grouping, tide_project_grouping_free);
  if (self->group_by != TIDE_GROUP_BY_NONE && self->snapshot != NULL)
    self->grouping = tide_project_grouping_new (self->group_by, self->snapshot);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (self->rows, i);

      row->group = find_group (self, row);
    }
}

/* Puts the visible rows, which are sorted, into the order of their groups; inside a group they stay
 * as they are. */
static void
arrange (TideView *self)
{
  const guint n_ranks = tide_project_grouping_get_n_ranks (self->grouping);
  g_autofree guint *ends = g_new0 (guint, n_ranks + 2);
  g_autofree TideViewRow **arranged = g_new (TideViewRow *, self->visible->len);

  for (guint i = 0; i < self->visible->len; i++)
    {
      const TideViewRow *row = g_ptr_array_index (self->visible, i);

      ends[MIN (row->group, n_ranks) + 1]++;
    }
  for (guint i = 1; i <= n_ranks; i++)
    ends[i] += ends[i - 1];
  for (guint i = 0; i < self->visible->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (self->visible, i);

      arranged[ends[MIN (row->group, n_ranks)]++] = row;
    }
  if (self->visible->len > 0)
    memcpy (self->visible->pdata, arranged, self->visible->len * sizeof *arranged);
}

/* The first visible row from @first on whose group is not before @group. */
static guint
find_group_start (TideView *self, guint group, guint first)
{
  guint low = first, high = self->visible->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const TideViewRow *row = g_ptr_array_index (self->visible, middle);

      if (row->group < group)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
find_section (TideView *self, guint group, guint *start, guint *end)
{
  *start = find_group_start (self, group, 0);
  *end = group == TIDE_PROJECT_GROUPING_REST ? self->visible->len
                                             : find_group_start (self, group + 1, *start);
}

/* Where @row stands among the visible rows, or would stand. */
static guint
find_visible_place (TideView *self, TideViewRow *row)
{
  guint start = 0, end = self->visible->len;

  if (self->grouping != NULL)
    find_section (self, row->group, &start, &end);

  return tide_view_keys_find_place (self->keys, self->visible, start, end, row);
}

static guint
find_sorted_place (TideView *self, TideViewRow *row)
{
  return tide_view_keys_find_place (self->keys, self->sorted, 0, self->sorted->len, row);
}

static void
tell_sections (TideView *self)
{
  if (self->grouping != NULL && self->visible->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->visible->len);
}

/* Rows --------------------------------------------------------------------------------------- */

/* Says that a range of the visible rows was replaced. */
static void
tell_items (TideView *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  tell_sections (self);
}

/* Says what changed between @old and the visible rows as one replaced range. */
static void
emit_difference (TideView *self, GPtrArray *old)
{
  GPtrArray *new = self->visible;
  guint shorter = MIN (old->len, new->len);
  guint head = 0, tail = 0;

  while (head < shorter && g_ptr_array_index (old, head) == g_ptr_array_index (new, head))
    head++;
  while (tail < shorter - head
         && g_ptr_array_index (old, old->len - 1 - tail)
                == g_ptr_array_index (new, new->len - 1 - tail))
    tail++;

  if (old->len != head + tail || new->len != head + tail)
    tell_items (self, head, old->len - head - tail, new->len - head - tail);
  if (old->len != new->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/* Puts the matching ones of @candidates, which are sorted, on view. */
static void
show_matching (TideView *self, GPtrArray *candidates)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->visible);

  self->visible = g_ptr_array_sized_new (candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (candidates, i);

      row->matches = row_check (self, row);
      if (row->matches)
        g_ptr_array_add (self->visible, row);
    }
  if (self->grouping != NULL)
    arrange (self);
  emit_difference (self, old);
}

/* Fills the view from the sorted rows and says that each of the @n_old that stood in it changed. */
static void
show_all_anew (TideView *self, guint n_old)
{
  g_ptr_array_set_size (self->visible, 0);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (self->sorted, i);

      row->matches = row_check (self, row);
      if (row->matches)
        g_ptr_array_add (self->visible, row);
    }
  if (self->grouping != NULL)
    arrange (self);

  if (n_old > 0 || self->visible->len > 0)
    tell_items (self, 0, n_old, self->visible->len);
  if (n_old != self->visible->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/* Makes everything anew from the source. */
static void
reload (TideView *self)
{
  guint n_old = self->visible->len;
  guint n_total_old = self->rows->len;
  guint n = self->source != NULL ? tide_list_get_n (self->source) : 0;

  take_snapshot (self);
  g_ptr_array_set_size (self->visible, 0);
  g_ptr_array_set_size (self->sorted, 0);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      TideViewRow *row = tide_view_row_new (TIDE_PROJECT (tide_list_get (self->source, i)));

      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->sorted, row);
    }
  find_groups (self);
  tide_view_keys_sort (self->keys, self->sorted);
  tide_view_keys_prepare (self->keys);
  show_all_anew (self, n_old);
  if (n_total_old != self->rows->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
}

/* The rows stay, what they refer to was renamed: texts and keys are made anew. The source is not
 * read, because its own changes of the same step may still have to be told. */
static void
refresh (TideView *self)
{
  take_snapshot (self);
  tide_view_keys_forget_all (self->keys);
  find_groups (self);
  tide_view_keys_sort (self->keys, self->sorted);
  tide_view_keys_prepare (self->keys);
  show_all_anew (self, self->visible->len);
}

static void
insert_sorted (TideView *self, TideViewRow *row)
{
  g_ptr_array_insert (self->sorted, (int) find_sorted_place (self, row), row);
}

static guint
insert_visible (TideView *self, TideViewRow *row)
{
  const guint position = find_visible_place (self, row);

  g_ptr_array_insert (self->visible, (int) position, row);

  return position;
}

static void
remove_row (TideView *self, guint source_position)
{
  TideViewRow *row = g_ptr_array_index (self->rows, source_position);
  gboolean was_visible = row->matches;
  guint position = 0;

  g_ptr_array_remove_index (self->sorted, find_sorted_place (self, row));
  if (was_visible)
    {
      position = find_visible_place (self, row);
      g_ptr_array_remove_index (self->visible, position);
    }
  g_ptr_array_remove_index (self->rows, source_position);

  if (was_visible)
    tell_items (self, position, 1, 0);
}

static void
insert_row (TideView *self, guint source_position)
{
  TideViewRow *row
      = tide_view_row_new (TIDE_PROJECT (tide_list_get (self->source, source_position)));

  row->matches = row_check (self, row);
  row->group = find_group (self, row);
  g_ptr_array_insert (self->rows, source_position, row);
  insert_sorted (self, row);
  if (row->matches)
    tell_items (self, insert_visible (self, row), 0, 1);
}

/* The project stayed, its values did not: the row may have to move, appear or vanish. A move is one
 * range that was replaced, so that selections keep the row. */
static void
update_row (TideView *self, guint source_position)
{
  TideViewRow *row = g_ptr_array_index (self->rows, source_position);
  gboolean was_visible = row->matches;
  guint old_position = was_visible ? find_visible_place (self, row) : 0;
  guint new_position = 0;

  g_ptr_array_remove_index (self->sorted, find_sorted_place (self, row));
  if (was_visible)
    g_ptr_array_remove_index (self->visible, old_position);

  tide_view_keys_forget (self->keys, row);
  row->matches = row_check (self, row);
  row->group = find_group (self, row);
  insert_sorted (self, row);
  if (row->matches)
    new_position = insert_visible (self, row);

  if (was_visible && row->matches)
    {
      guint first = MIN (old_position, new_position);
      guint span = MAX (old_position, new_position) - first + 1;

      tell_items (self, first, span, span);
    }
  else if (was_visible)
    tell_items (self, old_position, 1, 0);
  else if (row->matches)
    tell_items (self, new_position, 0, 1);
}

/* Whether a project stands in totals, and what is doubtful about it, may hang on other projects. */
static gboolean
asks_of_others (const TideFilter *filter)
{
  return filter->counting != NULL || tide_entries_get_n (filter->checks) > 0;
}

static void
on_source_items_changed (
    GListModel *source, guint position, guint removed, guint added, TideView *self)
{
  guint n_old = self->visible->len;
  TideViewRow *row;

  if (removed + added > 2)
    {
      reload (self);
      return;
    }

  take_snapshot (self);
  row = removed == 1 ? g_ptr_array_index (self->rows, position) : NULL;
  if (removed == 1 && added == 1
      && TIDE_RECORD (row->project) == tide_list_get (self->source, position))
    update_row (self, position);
  else
    {
      for (guint i = 0; i < removed; i++)
        remove_row (self, position);
      for (guint i = 0; i < added; i++)
        insert_row (self, position + i);
    }

  if (n_old != self->visible->len)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
  if (asks_of_others (TIDE_FILTER (self->filter)))
    show_matching (self, self->sorted);
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
  if (removed > 0 || self->grouping != NULL || tells_amounts (self, (TideList *) list))
    refresh (self);
}

static GType
tide_view_get_item_type (GListModel *model)
{
  return TIDE_TYPE_PROJECT;
}

static guint
tide_view_get_n_items (GListModel *model)
{
  return TIDE_VIEW (model)->visible->len;
}

static gpointer
tide_view_get_item (GListModel *model, guint position)
{
  TideView *self = TIDE_VIEW (model);
  TideViewRow *row;

  if (position >= self->visible->len)
    return NULL;

  row = g_ptr_array_index (self->visible, position);

  return g_object_ref (row->project);
}

static void
tide_view_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_view_get_item_type;
  iface->get_n_items = tide_view_get_n_items;
  iface->get_item = tide_view_get_item;
}

static void
tide_view_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  TideView *self = TIDE_VIEW (model);
  const TideViewRow *row;

  *start = position < self->visible->len ? 0 : self->visible->len;
  *end = position < self->visible->len ? self->visible->len : G_MAXUINT;
  if (self->grouping == NULL || position >= self->visible->len)
    return;

  row = g_ptr_array_index (self->visible, position);
  find_section (self, row->group, start, end);
}

static void
tide_view_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = tide_view_get_section;
}

static void
tide_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideView *self = TIDE_VIEW (object);

  switch ((TideViewProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->visible->len);
      break;
    case PROP_N_TOTAL:
      g_value_set_uint (value, self->rows->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideView *self = TIDE_VIEW (object);

  switch ((TideViewProperty) id)
    {
    case PROP_REGISTER:
      tide_view_set_register (self, g_value_get_object (value));
      break;
    case PROP_FILTER:
      tide_view_set_filter (self, g_value_get_boxed (value));
      break;
    case PROP_N_ITEMS:
    case PROP_N_TOTAL:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Shows the rows that are on view in the order that has become the present one. */
static void
show_sorted (TideView *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->visible);

  tide_view_keys_sort (self->keys, self->sorted);
  self->visible = g_ptr_array_sized_new (before->len);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      TideViewRow *row = g_ptr_array_index (self->sorted, i);

      if (row->matches)
        g_ptr_array_add (self->visible, row);
    }
  if (self->grouping != NULL)
    arrange (self);
  emit_difference (self, before);
}

static void
on_keys_ready (gpointer data, gboolean is_order)
{
  TideView *self = data;

  if (is_order)
    show_sorted (self);
  else if (TIDE_FILTER (self->filter)->text != NULL)
    show_matching (self, self->sorted);
}

static void
unlink_register (TideView *self)
{
  tide_view_keys_stop (self->keys);
  g_signal_group_set_target (self->source_links, NULL);
  for (guint i = 0; i < self->vocabulary_links->len; i++)
    g_signal_group_set_target (g_ptr_array_index (self->vocabulary_links, i), NULL);
  g_clear_object (&self->source);
  g_clear_object (&self->reg);
}

static void
tide_view_dispose (GObject *object)
{
  TideView *self = TIDE_VIEW (object);

  unlink_register (self);

  G_OBJECT_CLASS (tide_view_parent_class)->dispose (object);
}

static void
tide_view_finalize (GObject *object)
{
  TideView *self = TIDE_VIEW (object);

  g_clear_pointer (&self->grouping, tide_project_grouping_free);
  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->filter, tide_payload_unref);
  tide_view_keys_free (self->keys);
  g_ptr_array_unref (self->visible);
  g_ptr_array_unref (self->sorted);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->vocabulary_links);
  g_object_unref (self->source_links);

  G_OBJECT_CLASS (tide_view_parent_class)->finalize (object);
}

static void
tide_view_class_init (TideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_view_get_property;
  object_class->set_property = tide_view_set_property;
  object_class->dispose = tide_view_dispose;
  object_class->finalize = tide_view_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILTER]
      = g_param_spec_boxed ("filter", NULL, NULL, TIDE_TYPE_PAYLOAD,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_ITEMS]
      = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_N_TOTAL]
      = g_param_spec_uint ("n-total", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_view_init (TideView *self)
{
  self->filter = tide_payload_seal ((TidePayload *) tide_filter_new ());
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_view_row_free);
  self->sorted = g_ptr_array_new ();
  self->visible = g_ptr_array_new ();
  self->keys = tide_view_keys_new (self->rows, on_keys_ready, self);

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

/**
 * tide_view_new:
 * @reg: (nullable): the register whose projects are shown
 *
 * Returns: (transfer full): a view of all its projects by name
 */
TideView *
tide_view_new (TideRegister *reg)
{
  return g_object_new (TIDE_TYPE_VIEW, "register", reg, NULL);
}

/**
 * tide_view_get_register:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the register whose projects are shown
 */
TideRegister *
tide_view_get_register (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);

  return self->reg;
}

/**
 * tide_view_set_register:
 * @self: a view
 * @reg: (nullable): the register whose projects are shown
 *
 * Filter and order stay as they are.
 */
void
tide_view_set_register (TideView *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_VIEW (self));
  g_return_if_fail (reg == NULL || TIDE_IS_REGISTER (reg));

  if (self->reg == reg)
    return;

  unlink_register (self);
  if (reg != NULL)
    {
      self->reg = g_object_ref (reg);
      self->source = g_object_ref (tide_register_get_list (reg, TIDE_RECORD_PROJECT));
      g_signal_group_set_target (self->source_links, self->source);
      for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
        g_signal_group_set_target (g_ptr_array_index (self->vocabulary_links, i),
                                   tide_register_get_list (reg, vocabulary[i]));
    }
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_view_get_filter:
 * @self: a view
 *
 * Returns: (transfer none): which projects are shown; empty for all
 */
const TideFilter *
tide_view_get_filter (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);

  return TIDE_FILTER (self->filter);
}

/* Whether @after can only match what @before matched: it differs by more text typed at the end. */
static gboolean
is_narrower (const TideFilter *before, const TideFilter *after)
{
  g_autoptr (TidePayload) probe = NULL;

  if (after->text == NULL
      || (before->text != NULL && !g_str_has_prefix (after->text, before->text)))
    return FALSE;

  probe = (TidePayload *) tide_filter_copy (before);
  tide_filter_set_text ((TideFilter *) probe, after->text);

  return tide_payload_equal (probe, &after->base);
}

/**
 * tide_view_set_filter:
 * @self: a view
 * @filter: (nullable): which projects are shown; copied; %NULL for all
 *
 * Text typed at the end of the present text only looks through the rows that are on view. Text that
 * is typed before the search texts of many projects are ready is looked for once they are.
 */
void
tide_view_set_filter (TideView *self, const TideFilter *filter)
{
  g_autoptr (TidePayload) old = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (TidePayload) copy = NULL;

  g_return_if_fail (TIDE_IS_VIEW (self));

  copy = (TidePayload *) (filter != NULL ? tide_filter_copy (filter) : tide_filter_new ());
  tide_payload_seal (copy);
  if (tide_payload_equal (self->filter, copy))
    return;

  old = g_steal_pointer (&self->filter);
  self->filter = g_steal_pointer (&copy);
  take_snapshot (self);
  candidates = g_ptr_array_ref (is_narrower (TIDE_FILTER (old), TIDE_FILTER (self->filter))
                                        && tide_view_keys_has_texts (self->keys)
                                    ? self->visible
                                    : self->sorted);
  show_matching (self, candidates);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

/**
 * tide_view_get_order:
 * @self: a view
 *
 * Returns: (transfer none): how the projects are sorted
 */
const TideOrder *
tide_view_get_order (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);

  return tide_view_keys_get_order (self->keys);
}

/**
 * tide_view_set_order:
 * @self: a view
 * @order: how the projects are sorted; copied
 *
 * An order that is not ready yet for many projects is shown once it is.
 */
void
tide_view_set_order (TideView *self, const TideOrder *order)
{
  g_return_if_fail (TIDE_IS_VIEW (self));
  g_return_if_fail (order != NULL);

  if (tide_view_keys_set_order (self->keys, order))
    show_sorted (self);
}

/**
 * tide_view_get_busy:
 * @self: a view
 *
 * Returns: whether orders and search texts of many projects are still being made ready
 */
gboolean
tide_view_get_busy (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), FALSE);

  return tide_view_keys_is_busy (self->keys);
}

/**
 * tide_view_get_group_by:
 * @self: a view
 *
 * Returns: what the projects are grouped by
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
 * The order stays within each group.
 */
void
tide_view_set_group_by (TideView *self, TideGroupBy group_by)
{
  g_return_if_fail (TIDE_IS_VIEW (self));
  g_return_if_fail (group_by < TIDE_N_GROUP_BYS);

  if (self->group_by == group_by)
    return;

  self->group_by = group_by;
  find_groups (self);
  show_all_anew (self, self->visible->len);
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
  const TideViewRow *row;

  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);
  g_return_val_if_fail (self->grouping != NULL && position < self->visible->len, NULL);

  row = g_ptr_array_index (self->visible, position);

  return tide_project_grouping_get_key (self->grouping, row->group);
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
  const TideViewRow *row;

  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);
  g_return_val_if_fail (self->grouping != NULL && position < self->visible->len, NULL);

  row = g_ptr_array_index (self->visible, position);

  return tide_project_grouping_dup_label (self->grouping, row->group);
}

/**
 * tide_view_new_rows:
 * @self: a view
 *
 * Returns: (transfer full) (element-type guint): of each project on view, its position among the
 *   projects of the snapshot
 */
GArray *
tide_view_new_rows (TideView *self)
{
  GArray *rows;

  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    ((TideViewRow *) g_ptr_array_index (self->rows, i))->position = i;
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->visible->len);
  for (guint i = 0; i < self->visible->len; i++)
    {
      const TideViewRow *row = g_ptr_array_index (self->visible, i);

      g_array_append_val (rows, row->position);
    }

  return rows;
}

/**
 * tide_view_get_snapshot:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the register as it is shown
 */
TideSnapshot *
tide_view_get_snapshot (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), NULL);

  return self->snapshot;
}

/**
 * tide_view_get_n_total:
 * @self: a view
 *
 * Returns: how many projects the register has, matching or not
 */
guint
tide_view_get_n_total (TideView *self)
{
  g_return_val_if_fail (TIDE_IS_VIEW (self), 0);

  return self->rows->len;
}

/**
 * tide_view_find:
 * @self: a view
 * @id: id of a project
 * @position: (out): its position in the view
 *
 * Returns: whether the project is on view
 */
gboolean
tide_view_find (TideView *self, const char *id, guint *position)
{
  guint source_position;
  TideViewRow *row;

  g_return_val_if_fail (TIDE_IS_VIEW (self), FALSE);

  if (self->source == NULL || !tide_list_find (self->source, id, &source_position))
    return FALSE;

  row = g_ptr_array_index (self->rows, source_position);
  if (!row->matches)
    return FALSE;

  *position = find_visible_place (self, row);

  return TRUE;
}
