/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-list-private.h"

#include "core/tide-record-private.h"

#include <gio/gio.h>

#include <string.h>

#define MAX_SINGLE_EMISSIONS 64

/* Records in order. Objects are made when they are asked for: a register may have 100,000 records,
 * of which few are ever looked at. */
typedef struct
{
  GPtrArray *payloads; /* owned, of owned TidePayload; NULL for no rows at all */
  GPtrArray *records;  /* owned, of owned TideRecord, each nullable */
} Rows;

struct _TideList
{
  GObject parent_instance;

  TideRecordKind kind;
  Rows held; /* what the register holds */
  GHashTable
      *index; /* owned, nullable, of borrowed id to position: of vocabulary, when asked for */
  Rows shown; /* what the model shows until all has been emitted; empty at other times */
  GPtrArray *frozen; /* owned, of owned TideRecord with notifications to come */
  GPtrArray *listed; /* owned, of owned TideRecord to re-emit */
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

static void
clear_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
rows_init (Rows *self, guint n)
{
  self->payloads = g_ptr_array_new_full (n, (GDestroyNotify) tide_payload_unref);
  self->records = g_ptr_array_new_full (n, clear_record);
}

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->payloads, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

static void
rows_insert (Rows *self, guint position, const TidePayload *payload, TideRecord *record)
{
  g_ptr_array_insert (self->payloads, (int) position, tide_payload_ref (payload));
  g_ptr_array_insert (self->records, (int) position, record != NULL ? g_object_ref (record) : NULL);
}

static inline const TidePayload *
rows_get (const Rows *self, guint position)
{
  return g_ptr_array_index (self->payloads, position);
}

static Rows *
get_shown (TideList *self)
{
  return self->shown.payloads != NULL ? &self->shown : &self->held;
}

static gboolean
find_by_order (const Rows *rows, const char *id, guint *position)
{
  guint low = 0;
  guint high = rows->payloads->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (rows_get (rows, middle)->id, id);

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
find_by_index (TideList *self, const char *id, guint *position)
{
  gpointer place;

  if (self->index == NULL)
    {
      self->index = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->held.payloads->len; i++)
        g_hash_table_insert (self->index, rows_get (&self->held, i)->id, GUINT_TO_POINTER (i));
    }
  if (!g_hash_table_lookup_extended (self->index, id, NULL, &place))
    return FALSE;

  *position = GPOINTER_TO_UINT (place);
  return TRUE;
}

static gboolean
find_row (TideList *self, const Rows *rows, const char *id, guint *position)
{
  if (!tide_shape_for_kind (self->kind)->is_ordered)
    return find_by_order (rows, id, position);
  if (rows == &self->held)
    return find_by_index (self, id, position);

  for (guint i = 0; i < rows->payloads->len; i++)
    if (strcmp (rows_get (rows, i)->id, id) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/* The object of a row, which is made now if need be; it is the same for what is held and shown. */
static TideRecord *
ensure_record (TideList *self, Rows *rows, guint position)
{
  Rows *others = rows == &self->held ? &self->shown : &self->held;
  const TidePayload *payload = rows_get (rows, position);
  gpointer *record = &rows->records->pdata[position];
  gpointer *other = NULL;
  guint place;

  if (*record != NULL)
    return *record;

  if (others->payloads != NULL && find_row (self, others, payload->id, &place))
    other = &others->records->pdata[place];
  if (other != NULL && *other != NULL)
    return *record = g_object_ref (*other);

  *record = tide_record_new (self->kind, payload);
  if (other != NULL)
    *other = g_object_ref (*record);

  return *record;
}

static inline gboolean
is_same_row (const TidePayload *a, const TidePayload *b)
{
  return a == b || strcmp (a->id, b->id) == 0;
}

static Range
compare_ends (const Rows *before, const Rows *after)
{
  Range range = { 0, before->payloads->len, after->payloads->len };

  while (range.n_before > 0 && range.n_after > 0
         && is_same_row (rows_get (before, range.start), rows_get (after, range.start)))
    {
      range.start++;
      range.n_before--;
      range.n_after--;
    }

  while (range.n_before > 0 && range.n_after > 0
         && is_same_row (rows_get (before, range.start + range.n_before - 1),
                         rows_get (after, range.start + range.n_after - 1)))
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
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint8 *is_kept = g_new0 (guint8, range->n_before + 1);
  guint next = 0;

  for (guint i = 0; i < range->n_before; i++)
    g_hash_table_insert (places, rows_get (&self->shown, range->start + i)->id,
                         GUINT_TO_POINTER (i));

  for (guint i = 0; i < range->n_after; i++)
    {
      guint position = range->start + i;
      gpointer place;

      if (g_hash_table_lookup_extended (places, rows_get (&self->held, position)->id, NULL, &place)
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

      g_ptr_array_remove_index (self->shown.payloads, position);
      g_ptr_array_remove_index (self->shown.records, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }

  for (guint i = 0; i < added->len; i++)
    {
      guint position = g_array_index (added, guint, i);

      rows_insert (&self->shown, position, rows_get (&self->held, position),
                   g_ptr_array_index (self->held.records, position));
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

      if (find_row (self, &self->held, tide_record_get_id (g_ptr_array_index (self->listed, i)),
                    &position))
        g_array_append_val (positions, position);
    }

  return positions;
}

static void
emit_span (TideList *self, Range range, const GArray *listed)
{
  guint n_before = get_shown (self)->payloads->len;
  guint n_after = self->held.payloads->len;
  gboolean is_moved = range.n_before > 0 || range.n_after > 0;
  guint start = is_moved ? range.start : n_after;
  guint end = is_moved ? range.start + range.n_after : 0;

  for (guint i = 0; i < listed->len; i++)
    {
      guint position = g_array_index (listed, guint, i);

      start = MIN (start, position);
      end = MAX (end, position + 1);
    }

  rows_clear (&self->shown);
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

/* Takes the new payload of a record that stays. */
static void
stage_payload (TideList *self, guint position, const TidePayload *payload)
{
  TideRecord *record = ensure_record (self, &self->held, position);

  g_object_freeze_notify (G_OBJECT (record));
  g_ptr_array_add (self->frozen, g_object_ref (record));
  if (self->index != NULL)
    g_hash_table_replace (self->index, payload->id, GUINT_TO_POINTER (position));
  tide_payload_unref (self->held.payloads->pdata[position]);
  self->held.payloads->pdata[position] = tide_payload_ref (payload);
  if (tide_record_set_payload (record, payload))
    g_ptr_array_add (self->listed, g_object_ref (record));
}

/* Where a record was: mostly where the search goes on. */
static gboolean
find_next (TideList *self, const char *id, guint *position)
{
  const Rows *before = &self->held;

  if (*position < before->payloads->len && strcmp (rows_get (before, *position)->id, id) == 0)
    return TRUE;

  return find_row (self, before, id, position);
}

static void
stage_order (TideList *self, GHashTable *payloads, const GPtrArray *order)
{
  guint next = 0;
  Rows rows;

  rows_init (&rows, order->len);
  for (guint i = 0; i < order->len; i++)
    {
      const char *id = g_ptr_array_index (order, i);

      if (find_next (self, id, &next))
        {
          rows_insert (&rows, i, rows_get (&self->held, next),
                       g_ptr_array_index (self->held.records, next));
          next++;
        }
      else
        rows_insert (&rows, i, g_hash_table_lookup (payloads, id), NULL);
    }

  self->shown = self->held;
  self->held = rows;
  g_clear_pointer (&self->index, g_hash_table_unref);
}

static GType
tide_list_get_item_type (GListModel *model)
{
  return TIDE_TYPE_RECORD;
}

static guint
tide_list_get_n_items (GListModel *model)
{
  return get_shown (TIDE_LIST (model))->payloads->len;
}

static gpointer
tide_list_get_item (GListModel *model, guint position)
{
  TideRecord *record = tide_list_get (TIDE_LIST (model), position);

  return record != NULL ? g_object_ref (record) : NULL;
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
      g_value_set_uint (value, get_shown (self)->payloads->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_list_finalize (GObject *object)
{
  TideList *self = TIDE_LIST (object);

  g_clear_pointer (&self->index, g_hash_table_unref);
  rows_clear (&self->held);
  rows_clear (&self->shown);
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
  rows_init (&self->held, payloads->len);
  for (guint i = 0; i < payloads->len; i++)
    g_ptr_array_add (self->held.payloads, tide_payload_ref (g_ptr_array_index (payloads, i)));
  g_ptr_array_set_size (self->held.records, (int) payloads->len);

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
  guint position;

  return find_row (self, &self->held, id, &position) ? ensure_record (self, &self->held, position)
                                                     : NULL;
}

/*
 * tide_list_lookup_payload:
 * @self: a list
 * @id: id of a record
 *
 * Returns: (transfer none) (nullable): the record's payload, as the register holds it
 */
const TidePayload *
tide_list_lookup_payload (TideList *self, const char *id)
{
  guint position;

  return find_row (self, &self->held, id, &position) ? rows_get (&self->held, position) : NULL;
}

/*
 * tide_list_get_payloads:
 * @self: a list
 *
 * Returns: (transfer none) (element-type TidePayload): the records' payloads, as the register holds
 *   them
 */
const GPtrArray *
tide_list_get_payloads (TideList *self)
{
  return self->held.payloads;
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

  g_assert (self->shown.payloads == NULL && self->frozen->len == 0);

  g_hash_table_iter_init (&iter, payloads);
  while (g_hash_table_iter_next (&iter, &id, &payload))
    {
      guint position;

      if (payload != NULL && find_row (self, &self->held, id, &position))
        stage_payload (self, position, payload);
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
  guint n_before = get_shown (self)->payloads->len;
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) listed = collect_listed (self);
  Range range = { 0 };

  thaw_records (self);
  g_ptr_array_set_size (self->listed, 0);
  if (self->shown.payloads != NULL)
    {
      range = compare_ends (&self->shown, &self->held);
      collect_moves (self, &range, removed, added);
    }

  if (removed->len + added->len + listed->len > MAX_SINGLE_EMISSIONS)
    emit_span (self, range, listed);
  else
    {
      emit_moves (self, removed, added);
      rows_clear (&self->shown);
      for (guint i = 0; i < listed->len; i++)
        g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (listed, guint, i), 1, 1);
    }

  if (self->held.payloads->len != n_before)
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

  return get_shown (self)->payloads->len;
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
  Rows *shown;

  g_return_val_if_fail (TIDE_IS_LIST (self), NULL);

  shown = get_shown (self);

  return position < shown->payloads->len ? ensure_record (self, shown, position) : NULL;
}

/**
 * tide_list_get_payload:
 * @self: a list
 * @position: a position
 *
 * Looks at a record without making an object of it: for loops over all of them.
 *
 * Returns: (transfer none) (nullable): the payload of the record at @position, %NULL past the end
 */
const TidePayload *
tide_list_get_payload (TideList *self, guint position)
{
  const Rows *shown;

  g_return_val_if_fail (TIDE_IS_LIST (self), NULL);

  shown = get_shown (self);

  return position < shown->payloads->len ? rows_get (shown, position) : NULL;
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

  return find_row (self, get_shown (self), id, position);
}
