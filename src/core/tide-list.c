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
  GPtrArray *payloads; /* owned, of owned TidePayload; shared with snapshots, and never written to
                          while it is; NULL for no rows at all */
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
  GPtrArray *frozen;            /* owned, of owned TideRecord with notifications to come */
  const TideListChange *change; /* borrowed; nullable: what is staged and not published yet */
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

/* Positions before that go, and positions after that come, so that what stays keeps its order. */
static void
collect_moves (const TideListChange *change, guint n_before, GArray *removed, GArray *added)
{
  const guint *origins = (const guint *) (gpointer) change->origins->data;
  g_autofree guint8 *is_kept = g_new0 (guint8, n_before + 1);
  guint next = 0;

  for (guint i = 0; i < change->origins->len; i++)
    if (origins[i] != TIDE_LIST_NOWHERE && origins[i] >= next)
      {
        is_kept[origins[i]] = TRUE;
        next = origins[i] + 1;
      }
    else
      g_array_append_val (added, i);

  for (guint i = n_before; i > 0; i--)
    if (!is_kept[i - 1])
      {
        const guint position = i - 1;

        g_array_append_val (removed, position);
      }
}

/* The run that holds all of them. */
static Range
find_range (const GArray *removed, const GArray *added, guint n_before, guint n_after)
{
  guint start = G_MAXUINT;
  guint n_tail = MIN (n_before, n_after);

  if (removed->len > 0)
    {
      start = g_array_index (removed, guint, removed->len - 1);
      n_tail = n_before - 1 - g_array_index (removed, guint, 0);
    }
  if (added->len > 0)
    {
      start = MIN (start, g_array_index (added, guint, 0));
      n_tail = MIN (n_tail, n_after - 1 - g_array_index (added, guint, added->len - 1));
    }

  return (Range) { start, n_before - n_tail - start, n_after - n_tail - start };
}

static gpointer
ref_record (gconstpointer record, gpointer data)
{
  return record != NULL ? g_object_ref ((gpointer) record) : NULL;
}

static gpointer
ref_payload (gconstpointer payload, gpointer data)
{
  return tide_payload_ref (payload);
}

/* Makes rows to write to of rows that are shared. */
static void
own_rows (Rows *self)
{
  Rows own = { g_ptr_array_copy (self->payloads, (GCopyFunc) ref_payload, NULL),
               g_ptr_array_copy (self->records, (GCopyFunc) ref_record, NULL) };

  rows_clear (self);
  *self = own;
}

static void
emit_moves (TideList *self, const GArray *removed, const GArray *added)
{
  /* The last one leads to what is held. */
  if (removed->len + added->len == 1)
    {
      rows_clear (&self->shown);
      g_list_model_items_changed (G_LIST_MODEL (self),
                                  g_array_index (removed->len > 0 ? removed : added, guint, 0),
                                  removed->len, added->len);
      return;
    }

  own_rows (&self->shown);
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

static void
emit_span (TideList *self, Range range, const GArray *listed)
{
  guint n_before = get_shown (self)->payloads->len;
  guint n_after = self->held.payloads->len;
  gboolean has_moves = range.n_before > 0 || range.n_after > 0;
  guint start = has_moves ? range.start : n_after;
  guint end = has_moves ? range.start + range.n_after : 0;

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

/* Objects take the new payloads of their records; those that nobody asked for are not made. */
static void
stage_payloads (TideList *self, const TideListChange *change)
{
  for (guint i = 0; i < change->changed->len; i++)
    {
      const guint position = g_array_index (change->changed, guint, i);
      const guint origin = g_array_index (change->origins, guint, position);
      TideRecord *record = g_ptr_array_index (self->held.records, origin);

      if (record == NULL)
        continue;

      g_object_freeze_notify (G_OBJECT (record));
      g_ptr_array_add (self->frozen, g_object_ref (record));
      tide_record_set_payload (record, g_ptr_array_index (change->payloads, position));
    }
}

static GPtrArray *
arrange_records (const GPtrArray *records, const GArray *origins)
{
  GPtrArray *arranged = g_ptr_array_new_full (origins->len, clear_record);

  for (guint i = 0; i < origins->len; i++)
    {
      const guint origin = g_array_index (origins, guint, i);
      TideRecord *record = origin != TIDE_LIST_NOWHERE ? g_ptr_array_index (records, origin) : NULL;

      g_ptr_array_add (arranged, record != NULL ? g_object_ref (record) : NULL);
    }

  return arranged;
}

/* Until all is told, the model shows what was there before, as it is by now. */
static void
keep_shown (TideList *self, const TideListChange *change)
{
  self->shown = self->held;
  if (change->changed->len == 0)
    return;

  own_rows (&self->shown);
  for (guint i = 0; i < change->changed->len; i++)
    {
      const guint position = g_array_index (change->changed, guint, i);
      gpointer *shown
          = &self->shown.payloads->pdata[g_array_index (change->origins, guint, position)];

      tide_payload_unref (*shown);
      *shown = tide_payload_ref (g_ptr_array_index (change->payloads, position));
    }
}

static gboolean
is_moved (const TideListChange *change, guint n_before)
{
  if (change->origins->len != n_before)
    return TRUE;

  for (guint i = 0; i < n_before; i++)
    if (g_array_index (change->origins, guint, i) != i)
      return TRUE;

  return FALSE;
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
 * tide_list_change_new:
 * @n: how many records there are about
 *
 * Returns: (transfer full): a change that leaves no record, to be added to
 */
TideListChange *
tide_list_change_new (guint n)
{
  TideListChange *self = g_new (TideListChange, 1);

  self->payloads = g_ptr_array_new_full (n, (GDestroyNotify) tide_payload_unref);
  self->origins = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  self->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->listed = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/*
 * tide_list_change_free:
 * @self: (transfer full): a change
 */
void
tide_list_change_free (TideListChange *self)
{
  g_ptr_array_unref (self->payloads);
  g_array_unref (self->origins);
  g_array_unref (self->changed);
  g_array_unref (self->listed);
  g_free (self);
}

static gboolean
is_listed (const TidePayload *before, const TidePayload *after)
{
  for (guint i = 0; i < after->shape->n_members; i++)
    {
      const TideMember *member = &after->shape->members[i];

      if ((member->flags & TIDE_MEMBER_LISTED)
          && !tide_payload_member_equal (before, after, member))
        return TRUE;
    }

  return FALSE;
}

/*
 * tide_list_change_add:
 * @self: a change
 * @payload: the sealed record that comes next
 * @before: (nullable): what it was; %NULL for one that is new
 * @origin: where it was, if it was
 */
void
tide_list_change_add (TideListChange *self,
                      const TidePayload *payload,
                      const TidePayload *before,
                      guint origin)
{
  const guint position = self->payloads->len;
  const guint from = before != NULL ? origin : TIDE_LIST_NOWHERE;

  g_ptr_array_add (self->payloads, tide_payload_ref (payload));
  g_array_append_val (self->origins, from);
  if (before == NULL || before == payload)
    return;

  g_array_append_val (self->changed, position);
  if (is_listed (before, payload))
    g_array_append_val (self->listed, position);
}

/*
 * tide_list_stage:
 * @self: a list
 * @change: what becomes of it in one step, which has to live until tide_list_publish()
 *
 * Takes the change without telling anybody.
 */
void
tide_list_stage (TideList *self, const TideListChange *change)
{
  GPtrArray *records;

  g_assert (self->shown.payloads == NULL && self->frozen->len == 0);

  self->change = change;
  stage_payloads (self, change);
  g_clear_pointer (&self->index, g_hash_table_unref);
  if (is_moved (change, self->held.payloads->len))
    {
      records = arrange_records (self->held.records, change->origins);
      keep_shown (self, change);
      self->held = (Rows) { g_ptr_array_ref (change->payloads), records };
    }
  else
    {
      g_ptr_array_unref (self->held.payloads);
      self->held.payloads = g_ptr_array_ref (change->payloads);
    }
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
  const TideListChange *change = g_steal_pointer (&self->change);
  const guint n_before = get_shown (self)->payloads->len;
  const guint n_after = self->held.payloads->len;
  const GArray *listed = change->listed;
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (guint));

  thaw_records (self);
  if (self->shown.payloads != NULL)
    collect_moves (change, n_before, removed, added);

  if (removed->len + added->len + listed->len > MAX_SINGLE_EMISSIONS)
    emit_span (self,
               removed->len + added->len > 0 ? find_range (removed, added, n_before, n_after)
                                             : (Range) { 0 },
               listed);
  else
    {
      if (removed->len + added->len > 0)
        emit_moves (self, removed, added);
      rows_clear (&self->shown);
      for (guint i = 0; i < listed->len; i++)
        g_list_model_items_changed (G_LIST_MODEL (self), g_array_index (listed, guint, i), 1, 1);
    }

  if (n_after != n_before)
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
