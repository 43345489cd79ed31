/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view.h"

#include <string.h>

/* How long one slice of folding search texts ahead may hold the main loop. */
#define SLICE_MICROSECONDS 4000

typedef struct
{
  TideProject *project; /* owned */
  char *search_text;    /* owned, made when first searched for */
  TideSortKey key;      /* of the present order */
  gboolean has_key;
  gboolean matches;
} Row;

struct _TideView
{
  GObject parent_instance;

  TideRegister *reg;           /* owned */
  TideList *source;            /* owned */
  GSignalGroup *source_links;  /* owned */
  GPtrArray *vocabulary_links; /* owned, of GSignalGroup */
  TidePayload *filter;         /* owned, a TideFilter */
  TideOrder order;
  TideSnapshot *snapshot; /* owned: what keys and search texts are made against */
  TideMatcher *matcher;   /* owned */

  GPtrArray *rows;    /* owned, of Row: in the order of the source */
  GPtrArray *sorted;  /* of Row: in the present order */
  GPtrArray *visible; /* of Row: those of @sorted that match */
  guint fold_source;
  guint n_folded; /* rows from the start whose search text is ready */
};

static void tide_view_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideView,
                               tide_view,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tide_view_list_model_init))

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILTER,
  PROP_N_ITEMS,
  PROP_N_TOTAL,
} TideViewProperty;

static GParamSpec *props[PROP_N_TOTAL + 1];

static const TideRecordKind vocabulary[] = {
  TIDE_RECORD_REGISTER, TIDE_RECORD_SECTOR, TIDE_RECORD_DIVISION,
  TIDE_RECORD_EVENT,    TIDE_RECORD_PARTY,  TIDE_RECORD_RATE,
};

static Row *
row_new (TideProject *project)
{
  Row *row = g_new0 (Row, 1);

  row->project = g_object_ref (project);

  return row;
}

static void
row_clear_key (Row *row)
{
  if (row->has_key)
    tide_sort_key_clear (&row->key);
  row->has_key = FALSE;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  row_clear_key (row);
  g_free (row->search_text);
  g_object_unref (row->project);
  g_free (row);
}

static const char *
row_get_id (const Row *row)
{
  return tide_record_get_id (TIDE_RECORD (row->project));
}

static void
row_make_key (TideView *self, Row *row)
{
  if (row->has_key)
    return;

  tide_order_make_key (&self->order, tide_project_get_payload (row->project), self->snapshot,
                       &row->key);
  row->has_key = TRUE;
}

static void
row_make_search_text (TideView *self, Row *row)
{
  if (row->search_text == NULL)
    row->search_text
        = tide_project_dup_search_text (tide_project_get_payload (row->project), self->snapshot);
}

static gboolean
row_check (TideView *self, Row *row)
{
  const TideProjectPayload *payload = tide_project_get_payload (row->project);

  if (self->matcher == NULL)
    return TRUE;
  if (TIDE_FILTER (self->filter)->text == NULL)
    return tide_matcher_matches (self->matcher, payload);

  row_make_search_text (self, row);

  return tide_matcher_matches_with_text (self->matcher, payload, row->search_text);
}

/* Total: rows of equal keys stand in the order of their ids. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  TideView *self = data;
  const Row *row_a = a;
  const Row *row_b = b;
  int order = tide_order_compare (&self->order, &row_a->key, &row_b->key);

  return order != 0 ? order : strcmp (row_get_id (row_a), row_get_id (row_b));
}

/* Where @row stands in @rows, or would stand. */
static guint
find_place (TideView *self, GPtrArray *rows, const Row *row)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_rows (g_ptr_array_index (rows, middle), row, self) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
take_snapshot (TideView *self)
{
  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  if (self->reg == NULL)
    return;

  self->snapshot = tide_register_dup_snapshot (self->reg);
  if (!tide_filter_is_empty (TIDE_FILTER (self->filter)))
    self->matcher = tide_matcher_new (TIDE_FILTER (self->filter), self->snapshot);
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
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                new->len - head - tail);
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
      Row *row = g_ptr_array_index (candidates, i);

      row->matches = row_check (self, row);
      if (row->matches)
        g_ptr_array_add (self->visible, row);
    }
  emit_difference (self, old);
}

static void
sort_rows (TideView *self)
{
  for (guint i = 0; i < self->sorted->len; i++)
    row_make_key (self, g_ptr_array_index (self->sorted, i));
  g_ptr_array_sort_values_with_data (self->sorted, compare_rows, self);
}

static gboolean
on_fold_idle (gpointer data)
{
  TideView *self = data;
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (self->n_folded < self->rows->len && g_get_monotonic_time () < end)
    row_make_search_text (self, g_ptr_array_index (self->rows, self->n_folded++));
  if (self->n_folded < self->rows->len)
    return G_SOURCE_CONTINUE;

  self->fold_source = 0;

  return G_SOURCE_REMOVE;
}

static void
fold_ahead (TideView *self)
{
  self->n_folded = 0;
  if (self->fold_source == 0 && self->rows->len > 0)
    self->fold_source = g_idle_add_full (G_PRIORITY_LOW, on_fold_idle, self, NULL);
}

/* Fills the view from the sorted rows and says that each of the @n_old that stood in it changed. */
static void
show_all_anew (TideView *self, guint n_old)
{
  g_ptr_array_set_size (self->visible, 0);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      Row *row = g_ptr_array_index (self->sorted, i);

      row->matches = row_check (self, row);
      if (row->matches)
        g_ptr_array_add (self->visible, row);
    }

  if (n_old > 0 || self->visible->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->visible->len);
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
      Row *row = row_new (TIDE_PROJECT (tide_list_get (self->source, i)));

      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->sorted, row);
    }
  sort_rows (self);
  fold_ahead (self);
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
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      g_clear_pointer (&row->search_text, g_free);
      row_clear_key (row);
    }
  sort_rows (self);
  fold_ahead (self);
  show_all_anew (self, self->visible->len);
}

static void
insert_sorted (TideView *self, GPtrArray *rows, Row *row, guint *position)
{
  *position = find_place (self, rows, row);
  g_ptr_array_insert (rows, *position, row);
}

static void
remove_row (TideView *self, guint source_position)
{
  Row *row = g_ptr_array_index (self->rows, source_position);
  gboolean was_visible = row->matches;
  guint position = 0;

  g_ptr_array_remove_index (self->sorted, find_place (self, self->sorted, row));
  if (was_visible)
    {
      position = find_place (self, self->visible, row);
      g_ptr_array_remove_index (self->visible, position);
    }
  g_ptr_array_remove_index (self->rows, source_position);
  self->n_folded = MIN (self->n_folded, source_position);

  if (was_visible)
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
insert_row (TideView *self, guint source_position)
{
  Row *row = row_new (TIDE_PROJECT (tide_list_get (self->source, source_position)));
  guint position;

  row_make_key (self, row);
  row->matches = row_check (self, row);
  g_ptr_array_insert (self->rows, source_position, row);
  insert_sorted (self, self->sorted, row, &position);
  if (!row->matches)
    return;

  insert_sorted (self, self->visible, row, &position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* The project stayed, its values did not: the row may have to move, appear or vanish. A move is one
 * range that was replaced, so that selections keep the row. */
static void
update_row (TideView *self, guint source_position)
{
  Row *row = g_ptr_array_index (self->rows, source_position);
  gboolean was_visible = row->matches;
  guint old_position = was_visible ? find_place (self, self->visible, row) : 0;
  guint new_position = 0, position;

  g_ptr_array_remove_index (self->sorted, find_place (self, self->sorted, row));
  if (was_visible)
    g_ptr_array_remove_index (self->visible, old_position);

  g_clear_pointer (&row->search_text, g_free);
  row_clear_key (row);
  row_make_key (self, row);
  row->matches = row_check (self, row);
  insert_sorted (self, self->sorted, row, &position);
  if (row->matches)
    insert_sorted (self, self->visible, row, &new_position);

  if (was_visible && row->matches)
    {
      guint first = MIN (old_position, new_position);
      guint span = MAX (old_position, new_position) - first + 1;

      g_list_model_items_changed (G_LIST_MODEL (self), first, span, span);
    }
  else if (was_visible)
    g_list_model_items_changed (G_LIST_MODEL (self), old_position, 1, 0);
  else if (row->matches)
    g_list_model_items_changed (G_LIST_MODEL (self), new_position, 0, 1);
}

static void
on_source_items_changed (
    GListModel *source, guint position, guint removed, guint added, TideView *self)
{
  guint n_old = self->visible->len;
  Row *row;

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
}

/* Names of what projects refer to stand in their search texts, keys and cells. What was only added
 * is referred to by no project yet. */
static void
on_vocabulary_items_changed (
    GListModel *list, guint position, guint removed, guint added, TideView *self)
{
  if (removed > 0 || (TideList *) list == tide_register_get_list (self->reg, TIDE_RECORD_RATE))
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
  Row *row;

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

static void
unlink_register (TideView *self)
{
  g_clear_handle_id (&self->fold_source, g_source_remove);
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

  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->filter, tide_payload_unref);
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
  self->order = (TideOrder) {
    .key = TIDE_ORDER_NAME,
    .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
    .language = tide_language_get_default (),
  };
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->sorted = g_ptr_array_new ();
  self->visible = g_ptr_array_new ();

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
 * Text typed at the end of the present text only looks through the rows that are on view.
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
  candidates = g_ptr_array_ref (
      is_narrower (TIDE_FILTER (old), TIDE_FILTER (self->filter)) ? self->visible : self->sorted);
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

  return &self->order;
}

/**
 * tide_view_set_order:
 * @self: a view
 * @order: how the projects are sorted; copied
 *
 * Turning the direction round uses the keys that are ready.
 */
void
tide_view_set_order (TideView *self, const TideOrder *order)
{
  TideOrder old;
  gboolean same_keys;
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (TIDE_IS_VIEW (self));
  g_return_if_fail (order != NULL);

  old = self->order;
  same_keys = old.key == order->key && old.amount_kind == order->amount_kind
              && old.language == order->language;
  if (same_keys && old.descending == order->descending)
    return;

  self->order = *order;
  if (!same_keys)
    g_ptr_array_foreach (self->rows, (GFunc) row_clear_key, NULL);
  sort_rows (self);

  before = g_steal_pointer (&self->visible);
  self->visible = g_ptr_array_sized_new (before->len);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      Row *row = g_ptr_array_index (self->sorted, i);

      if (row->matches)
        g_ptr_array_add (self->visible, row);
    }
  emit_difference (self, before);
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
  Row *row;

  g_return_val_if_fail (TIDE_IS_VIEW (self), FALSE);

  if (self->source == NULL || !tide_list_find (self->source, id, &source_position))
    return FALSE;

  row = g_ptr_array_index (self->rows, source_position);
  if (!row->matches)
    return FALSE;

  *position = find_place (self, self->visible, row);

  return TRUE;
}
