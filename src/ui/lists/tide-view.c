/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-view-private.h"

static void tide_view_list_model_init (GListModelInterface *iface);

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

enum
{
  REGROUPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  guint source_position;

  if (position >= self->visible->len)
    return NULL;

  source_position
      = tide_view_rows_get_position (self->rows, g_array_index (self->visible, guint32, position));

  return g_object_ref (tide_list_get (self->source, source_position));
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
      g_value_set_uint (value, tide_view_rows_get_n (self->rows));
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
on_ready (gpointer data, TideViewWorkPart part)
{
  TideView *self = data;

  switch (part)
    {
    case TIDE_VIEW_WORK_ORDER:
      tide_view_put_in_order (self);
      tide_view_show (self);
      break;
    case TIDE_VIEW_WORK_RANKS:
      tide_view_show_groups (self);
      break;
    case TIDE_VIEW_WORK_TEXTS:
    default:
      tide_view_find_matches (self);
      tide_view_show (self);
    }
}

static void
tide_view_dispose (GObject *object)
{
  TideView *self = TIDE_VIEW (object);

  g_array_set_size (self->visible, 0);
  tide_view_link_register (self, NULL);

  G_OBJECT_CLASS (tide_view_parent_class)->dispose (object);
}

static void
tide_view_finalize (GObject *object)
{
  TideView *self = TIDE_VIEW (object);

  g_clear_pointer (&self->matcher, tide_matcher_free);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_clear_pointer (&self->present_snapshot, tide_snapshot_unref);
  tide_payload_unref (self->filter);
  tide_payload_unref (self->rest);
  g_clear_pointer (&self->search, tide_search_free);
  tide_view_work_free (self->work);
  tide_view_rows_free (self->rows);
  g_byte_array_unref (self->matches);
  g_byte_array_unref (self->passes);
  g_array_unref (self->visible);
  g_array_unref (self->sorted);
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

  signals[REGROUPED] = g_signal_new ("regrouped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_view_init (TideView *self)
{
  tide_view_take_filter (self, NULL);
  self->rows = tide_view_rows_new ();
  self->work = tide_view_work_new (self->rows, on_ready, self);
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->passes = g_byte_array_new ();
  self->matches = g_byte_array_new ();
  self->order = (TideOrder) {
    .key = TIDE_ORDER_NAME,
    .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
    .language = tide_language_get_default (),
  };
  tide_view_work_want_order (self->work, &self->order);
  tide_view_set_up_links (self);
}

/*
 * tide_view_tell_n_items:
 * @self: a view on which there are more or fewer rows than before
 */
void
tide_view_tell_n_items (TideView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/*
 * tide_view_tell_n_total:
 * @self: a view
 *
 * Says so where there are more or fewer rows than was said last.
 */
void
tide_view_tell_n_total (TideView *self)
{
  if (self->n_total == tide_view_rows_get_n (self->rows))
    return;

  self->n_total = tide_view_rows_get_n (self->rows);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_TOTAL]);
}

/*
 * tide_view_tell_regrouped:
 * @self: a view whose rows are grouped by something else than before
 */
void
tide_view_tell_regrouped (TideView *self)
{
  g_signal_emit (self, signals[REGROUPED], 0);
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

  tide_view_link_register (self, reg);
  tide_view_reload (self);
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

/**
 * tide_view_set_filter:
 * @self: a view
 * @filter: (nullable): which projects are shown; copied; %NULL for all
 *
 * What takes long to find out of many projects, and text that is typed before their search texts
 * are ready, is shown once it is known; the rows on view stay until then.
 */
void
tide_view_set_filter (TideView *self, const TideFilter *filter)
{
  g_autoptr (TidePayload) old = NULL;
  g_autoptr (TidePayload) old_rest = NULL;

  g_return_if_fail (TIDE_IS_VIEW (self));

  old = tide_payload_ref (self->filter);
  old_rest = tide_payload_ref (self->rest);
  tide_view_take_filter (self, filter);
  if (tide_payload_equal (old, self->filter))
    return;

  if (!tide_payload_equal (old_rest, self->rest))
    tide_view_find_passes (self);
  tide_view_find_matches (self);
  tide_view_show (self);
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

static gboolean
is_same_order (const TideOrder *a, const TideOrder *b)
{
  return a->key == b->key && a->amount_kind == b->amount_kind && a->language == b->language
         && a->descending == b->descending;
}

/**
 * tide_view_set_order:
 * @self: a view
 * @order: how the projects are sorted; copied
 *
 * An order that is not ready yet for many projects is shown once it is. While text is searched,
 * projects stand by how well they are found, and by @order only among those found equally well,
 * until another key or direction is asked for.
 */
void
tide_view_set_order (TideView *self, const TideOrder *order)
{
  g_return_if_fail (TIDE_IS_VIEW (self));
  g_return_if_fail (order != NULL);

  if (is_same_order (&self->order, order))
    return;

  if (self->order.key != order->key || self->order.descending != order->descending)
    self->is_best_first = FALSE;
  self->order = *order;
  tide_view_work_want_order (self->work, order);
  tide_view_put_in_order (self);
  tide_view_show (self);
}

/**
 * tide_view_set_ahead:
 * @self: a view
 * @keys: bit 1 << #TideOrderKey of each key that a person may sort by next
 *
 * Of many projects these orders are made ready before they are asked for; all are unless this is
 * called.
 */
void
tide_view_set_ahead (TideView *self, guint32 keys)
{
  g_return_if_fail (TIDE_IS_VIEW (self));

  tide_view_work_set_ahead (self->work, keys);
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

  return self->matching != NULL || tide_view_work_is_busy (self->work);
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

  rows = g_array_copy (self->visible);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, guint, i)
        = tide_view_rows_get_position (self->rows, g_array_index (rows, guint32, i));

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

  return tide_view_rows_get_n (self->rows);
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
  guint32 row;

  g_return_val_if_fail (TIDE_IS_VIEW (self), FALSE);

  if (self->source == NULL || !tide_list_find (self->source, id, &source_position))
    return FALSE;

  row = tide_view_rows_get (self->rows, source_position);
  if (!self->matches->data[row])
    return FALSE;

  *position = 0;
  while (g_array_index (self->visible, guint32, *position) != row)
    (*position)++;

  return TRUE;
}
