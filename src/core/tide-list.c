/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-list-private.h"

#include "core/tide-record-private.h"

#include <gio/gio.h>

#include <string.h>

#define MAX_SINGLE_EMISSIONS 64

struct _TideList
{
  GObject parent_instance;

  TideRecordKind kind;
  GPtrArray *records; /* owned, of owned TideRecord: what the register holds */
  GHashTable *ids;    /* owned, id borrowed from the record to record */
  GPtrArray *shown;   /* owned, nullable: what the model shows until all has been emitted */
  GPtrArray *frozen;  /* owned, of owned TideRecord with notifications to come */
  GPtrArray *listed;  /* owned, of owned TideRecord to re-emit */
};

/* A run of positions: where it starts, how long it was and is. */
typedef struct
{
  guint start;
  guint n_before;
  guint n_after;
} Range;

static void tide_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideList,
                               tide_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tide_list_model_init))

typedef enum
{
  PROP_KIND = 1,
  PROP_N_ITEMS,
} TideListProperty;

static GParamSpec *props[PROP_N_ITEMS + 1];

static const GPtrArray *
get_shown (TideList *self)
{
  return self->shown != NULL ? self->shown : self->records;
}

static gboolean
find_by_order (const GPtrArray *records, const char *id, guint *position)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (tide_record_get_id (g_ptr_array_index (records, middle)), id);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

static gboolean
find_record (TideList *self, const GPtrArray *records, const char *id, guint *position)
{
  if (!tide_shape_for_kind (self->kind)->is_ordered)
    return find_by_order (records, id, position);

  for (guint i = 0; i < records->len; i++)
    if (strcmp (tide_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* Takes a place in the index under the id of the record's own payload, which stays the same. */
static void
index_record (TideList *self, TideRecord *record)
{
  g_hash_table_replace (self->ids, g_strdup (tide_record_get_id (record)), record);
}

static Range
compare_ends (const GPtrArray *before, const GPtrArray *after)
{
  Range range = { 0, before->len, after->len };

  while (range.n_before > 0 && range.n_after > 0
         && before->pdata[range.start] == after->pdata[range.start])
    {
      range.start++;
      range.n_before--;
      range.n_after--;
    }

  while (range.n_before > 0 && range.n_after > 0
         && before->pdata[range.start + range.n_before - 1]
                == after->pdata[range.start + range.n_after - 1])
    {
      range.n_before--;
      range.n_after--;
    }

  return range;
}

/* Positions before that go, and positions after that come, so that what stays keeps its order. */
static void
collect_moves (TideList *self, const Range *range, GArray *removed, GArray *added)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree guint8 *is_kept = g_new0 (guint8, range->n_before + 1);
  guint next = 0;

  for (guint i = 0; i < range->n_before; i++)
    g_hash_table_insert (places, g_ptr_array_index (self->shown, range->start + i),
                         GUINT_TO_POINTER (i));

  for (guint i = 0; i < range->n_after; i++)
    {
      guint position = range->start + i;
      gpointer place;

      if (g_hash_table_lookup_extended (places, g_ptr_array_index (self->records, position), NULL,
                                        &place)
          && GPOINTER_TO_UINT (place) >= next)
        {
          is_kept[GPOINTER_TO_UINT (place)] = TRUE;
          next = GPOINTER_TO_UINT (place) + 1;
        }
      else
        g_array_append_val (added, position);
    }

  for (guint i = range->n_before; i > 0; i--)
    if (!is_kept[i - 1])
      {
        guint position = range->start + i - 1;

        g_array_append_val (removed, position);
      }
}

static void
emit_moves (TideList *self, const GArray *removed, const GArray *added)
{
  for (guint i = 0; i < removed->len; i++)
    {
      guint position = g_array_index (removed, guint, i);

      g_ptr_array_remove_index (self->shown, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  for (guint i = 0; i < added->len; i++)
    {
      guint position = g_array_index (added, guint, i);

      g_ptr_array_insert (self->shown, (int) position,
                          g_object_ref (g_ptr_array_index (self->records, position)));
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
    }
}

static GArray *
collect_listed (TideList *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->listed->len; i++)
    {
      guint position;

      if (find_record (self, self->records,
                       tide_record_get_id (g_ptr_array_index (self->listed, i)), &position))
        g_array_append_val (positions, position);
    }

  return positions;
}

static void
emit_span (TideList *self, Range range, const GArray *listed)
{
  guint n_before = get_shown (self)->len;
  guint n_after = self->records->len;
  gboolean is_moved = range.n_before > 0 || range.n_after > 0;
  guint start = is_moved ? range.start : n_after;
  guint end = is_moved ? range.start + range.n_after : 0;

  for (guint i = 0; i < listed->len; i++)
    {
      guint position = g_array_index (listed, guint, i);

      start = MIN (start, position);
      end = MAX (end, position + 1);
    }

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), start, end + n_before - n_after - start,
                              end - start);
}

static void
thaw_records (TideList *self)
{
  g_autoptr (GPtrArray) frozen = g_steal_pointer (&self->frozen);

  self->frozen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < frozen->len; i++)
    g_object_thaw_notify (g_ptr_array_index (frozen, i));
}

static void
stage_order (TideList *self, GHashTable *payloads, const GPtrArray *order)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (order->len, g_object_unref);
  GHashTableIter iter;
  gpointer id;
  gpointer payload;

  for (guint i = 0; i < order->len; i++)
    {
      const char *name = g_ptr_array_index (order, i);
      TideRecord *record = g_hash_table_lookup (self->ids, name);

      if (record != NULL)
        g_object_ref (record);
      else
        {
          record = tide_record_new (self->kind, g_hash_table_lookup (payloads, name));
          index_record (self, record);
        }
      g_ptr_array_add (records, record);
    }

  g_hash_table_iter_init (&iter, payloads);
  while (g_hash_table_iter_next (&iter, &id, &payload))
    if (payload == NULL)
      g_hash_table_remove (self->ids, id);

  self->shown = g_steal_pointer (&self->records);
  self->records = g_steal_pointer (&records);
}

static GType
tide_list_get_item_type (GListModel *model)
{
  return TIDE_TYPE_RECORD;
}

static guint
tide_list_get_n_items (GListModel *model)
{
  return get_shown (TIDE_LIST (model))->len;
}

static gpointer
tide_list_get_item (GListModel *model, guint position)
{
  const GPtrArray *shown = get_shown (TIDE_LIST (model));

  return position < shown->len ? g_object_ref (g_ptr_array_index (shown, position)) : NULL;
}

static void
tide_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tide_list_get_item_type;
  iface->get_n_items = tide_list_get_n_items;
  iface->get_item = tide_list_get_item;
}

static void
tide_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideList *self = TIDE_LIST (object);

  switch ((TideListProperty) id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_shown (self)->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_list_finalize (GObject *object)
{
  TideList *self = TIDE_LIST (object);

  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_ptr_array_unref (self->frozen);
  g_ptr_array_unref (self->listed);

  G_OBJECT_CLASS (tide_list_parent_class)->finalize (object);
}

static void
tide_list_class_init (TideListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_list_get_property;
  object_class->finalize = tide_list_finalize;

  props[PROP_KIND]
      = g_param_spec_uint ("kind", NULL, NULL, 0, TIDE_N_RECORD_KINDS, TIDE_RECORD_NONE, flags);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_list_init (TideList *self)
{
  self->kind = TIDE_RECORD_NONE;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->frozen = g_ptr_array_new_with_free_func (g_object_unref);
  self->listed = g_ptr_array_new_with_free_func (g_object_unref);
}

/*
 * tide_list_new:
 * @kind: kind of the records
 * @payloads: (element-type TidePayload): sealed records in order
 *
 * Returns: (transfer full): a list
 */
TideList *
tide_list_new (TideRecordKind kind, const GPtrArray *payloads)
{
  TideList *self = g_object_new (TIDE_TYPE_LIST, NULL);

  self->kind = kind;
  for (guint i = 0; i < payloads->len; i++)
    {
      TideRecord *record = tide_record_new (kind, g_ptr_array_index (payloads, i));

      g_ptr_array_add (self->records, record);
      index_record (self, record);
    }

  return self;
}

/*
 * tide_list_lookup:
 * @self: a list
 * @id: id of a record
 *
 * Returns: (transfer none) (nullable): the record, as the register holds it
 */
TideRecord *
tide_list_lookup (TideList *self, const char *id)
{
  return g_hash_table_lookup (self->ids, id);
}

/*
 * tide_list_get_records:
 * @self: a list
 *
 * Returns: (transfer none) (element-type TideRecord): the records, as the register holds them
 */
const GPtrArray *
tide_list_get_records (TideList *self)
{
  return self->records;
}

/*
 * tide_list_stage:
 * @self: a list
 * @payloads: (element-type utf8 TidePayload): ids of the records that change and their sealed
 *   payloads, %NULL for a record that goes
 * @order: (nullable) (element-type utf8): the ids of all records in order, where some come, go or
 *   move
 *
 * Takes the changes of one step without telling anybody before tide_list_publish().
 */
void
tide_list_stage (TideList *self, GHashTable *payloads, const GPtrArray *order)
{
  GHashTableIter iter;
  gpointer id;
  gpointer payload;

  g_assert (self->shown == NULL && self->frozen->len == 0);

  g_hash_table_iter_init (&iter, payloads);
  while (g_hash_table_iter_next (&iter, &id, &payload))
    {
      TideRecord *record = g_hash_table_lookup (self->ids, id);

      if (record == NULL || payload == NULL)
        continue;

      g_object_freeze_notify (G_OBJECT (record));
      g_ptr_array_add (self->frozen, g_object_ref (record));
      if (tide_record_set_payload (record, payload))
        g_ptr_array_add (self->listed, g_object_ref (record));
    }

  if (order != NULL)
    stage_order (self, payloads, order);
}

/*
 * tide_list_publish:
 * @self: a list
 *
 * Tells what tide_list_stage() changed: properties first, then rows.
 */
void
tide_list_publish (TideList *self)
{
  guint n_before = get_shown (self)->len;
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) listed = collect_listed (self);
  Range range = { 0 };

  thaw_records (self);
  g_ptr_array_set_size (self->listed, 0);
  if (self->shown != NULL)
    {
      range = compare_ends (self->shown, self->records);
      collect_moves (self, &range, removed, added);
    }

  if (removed->len + added->len + listed->len > MAX_SINGLE_EMISSIONS)
    emit_span (self, range, listed);
  else
    {
      emit_moves (self, removed, added);
      g_clear_pointer (&self->shown, g_ptr_array_unref);
      for (guint i = 0; i < listed->len; i++)
        g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (listed, guint, i), 1, 1);
    }

  if (self->records->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

/**
 * tide_list_get_kind:
 * @self: a list
 *
 * Returns: the kind of its records
 */
TideRecordKind
tide_list_get_kind (TideList *self)
{
  g_return_val_if_fail (TIDE_IS_LIST (self), TIDE_RECORD_NONE);

  return self->kind;
}

/**
 * tide_list_get_n:
 * @self: a list
 *
 * Returns: how many records it has
 */
guint
tide_list_get_n (TideList *self)
{
  g_return_val_if_fail (TIDE_IS_LIST (self), 0);

  return get_shown (self)->len;
}

/**
 * tide_list_get:
 * @self: a list
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the record at @position, %NULL past the end
 */
TideRecord *
tide_list_get (TideList *self, guint position)
{
  const GPtrArray *shown;

  g_return_val_if_fail (TIDE_IS_LIST (self), NULL);

  shown = get_shown (self);

  return position < shown->len ? g_ptr_array_index (shown, position) : NULL;
}

/**
 * tide_list_find:
 * @self: a list
 * @id: id of a record
 * @position: (out): where it is
 *
 * Returns: whether there is such a record; if not, @position is untouched
 */
gboolean
tide_list_find (TideList *self, const char *id, guint *position)
{
  g_return_val_if_fail (TIDE_IS_LIST (self), FALSE);

  return find_record (self, get_shown (self), id, position);
}
