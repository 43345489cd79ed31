/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-transaction-private.h"

#include "core/tide-edit-private.h"
#include "core/tide-list-private.h"
#include "core/tide-references-private.h"
#include "core/tide-snapshot-private.h"

#include <string.h>

/* What becomes of the records of one kind. */
typedef struct
{
  GHashTable *payloads; /* owned, id to owned payload, NULL for a record that goes; NULL if none */
  GPtrArray *order;     /* owned, of owned ids, once a record of those in order comes or goes */
  TideListChange *change; /* owned, once it is sealed */
} Changes;

struct _TideTransaction
{
  TideSnapshot *snapshot; /* owned */
  Changes changes[TIDE_N_RECORD_KINDS];
};

static void
clear_payload (gpointer payload)
{
  if (payload != NULL)
    tide_payload_unref (payload);
}

static GHashTable *
ensure_payloads (TideTransaction *self, TideRecordKind kind)
{
  Changes *changes = &self->changes[kind];

  if (changes->payloads == NULL)
    changes->payloads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_payload);

  return changes->payloads;
}

/* Of vocabulary alone, which has an order of its own; other records stand in that of their ids. */
static GPtrArray *
ensure_order (TideTransaction *self, TideRecordKind kind)
{
  Changes *changes = &self->changes[kind];
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  if (changes->order != NULL)
    return changes->order;

  changes->order = g_ptr_array_new_full (records->len + 1, g_free);
  for (guint i = 0; i < records->len; i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      g_ptr_array_add (changes->order, g_strdup (record->id));
    }

  return changes->order;
}

static const TidePayload *
lookup (TideTransaction *self, TideRecordKind kind, const char *id)
{
  Changes *changes = &self->changes[kind];
  gpointer payload;

  if (changes->payloads != NULL
      && g_hash_table_lookup_extended (changes->payloads, id, NULL, &payload))
    return payload;

  return tide_snapshot_lookup (self->snapshot, kind, id);
}

static guint
find_place (const GPtrArray *order, const char *id)
{
  guint place = 0;

  while (place < order->len && strcmp (g_ptr_array_index (order, place), id) != 0)
    place++;

  return place;
}

static void
put_in_order (TideTransaction *self, const TideEdit *edit)
{
  GPtrArray *order = ensure_order (self, edit->record_kind);

  g_ptr_array_insert (order, (int) MIN (edit->position, order->len), g_strdup (edit->record));
}

static void
take_out_of_order (TideTransaction *self, const TideEdit *edit)
{
  GPtrArray *order = ensure_order (self, edit->record_kind);

  g_ptr_array_remove_index (order, find_place (order, edit->record));
}

static gboolean
add_record (TideTransaction *self, const TideEdit *edit)
{
  const TideShape *shape = tide_shape_for_kind (edit->record_kind);
  TidePayload *payload = edit->after.as.object;

  if (edit->after.kind != TIDE_MEMBER_OBJECT || payload == NULL || payload->shape != shape
      || g_strcmp0 (payload->id, edit->record) != 0
      || lookup (self, edit->record_kind, edit->record) != NULL)
    return FALSE;

  if (shape->is_ordered)
    put_in_order (self, edit);
  g_hash_table_replace (ensure_payloads (self, edit->record_kind), g_strdup (edit->record),
                        tide_payload_seal (tide_payload_ref (payload)));

  return TRUE;
}

static gboolean
remove_record (TideTransaction *self, const TideEdit *edit)
{
  const TidePayload *payload = lookup (self, edit->record_kind, edit->record);

  if (payload == NULL || edit->before.kind != TIDE_MEMBER_OBJECT || edit->before.as.object == NULL
      || !tide_payload_equal (payload, edit->before.as.object))
    return FALSE;

  if (tide_shape_for_kind (edit->record_kind)->is_ordered)
    take_out_of_order (self, edit);
  g_hash_table_replace (ensure_payloads (self, edit->record_kind), g_strdup (edit->record), NULL);

  return TRUE;
}

static gboolean
change_record (TideTransaction *self, const TideEdit *edit)
{
  const TidePayload *payload = lookup (self, edit->record_kind, edit->record);
  TidePayload *writable;

  if (payload == NULL)
    return FALSE;

  if (payload->is_sealed)
    {
      writable = tide_payload_copy (payload);
      g_hash_table_replace (ensure_payloads (self, edit->record_kind), g_strdup (edit->record),
                            writable);
    }
  else
    writable = (TidePayload *) payload;

  return tide_edit_apply (edit, writable);
}

static gboolean
add_edit (TideTransaction *self, const TideEdit *edit)
{
  if (edit->record_kind >= TIDE_N_RECORD_KINDS || edit->record == NULL)
    return FALSE;

  if (!tide_edit_concerns_record (edit))
    return change_record (self, edit);

  return edit->kind == TIDE_EDIT_ADD ? add_record (self, edit) : remove_record (self, edit);
}

static gboolean
has_target (TideRecordKind target, const char *id, gpointer data)
{
  return lookup (data, target, id) != NULL;
}

/* Whether the record stays, as far as this transaction is concerned. */
static gboolean
is_not_removed (TideRecordKind target, const char *id, gpointer data)
{
  TideTransaction *self = data;
  gpointer payload;

  return self->changes[target].payloads == NULL
         || !g_hash_table_lookup_extended (self->changes[target].payloads, id, NULL, &payload)
         || payload != NULL;
}

static gboolean
removes_records (TideTransaction *self, TideRecordKind kind)
{
  GHashTableIter iter;
  gpointer payload;

  if (self->changes[kind].payloads == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->changes[kind].payloads);
  while (g_hash_table_iter_next (&iter, NULL, &payload))
    if (payload == NULL)
      return TRUE;

  return FALSE;
}

/* The kinds of which records go, a bit for each. */
static guint32
get_removed_kinds (TideTransaction *self)
{
  guint32 kinds = 0;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (removes_records (self, kind))
      kinds |= 1u << kind;

  return kinds;
}

static const char *
get_parent (TideTransaction *self, TideRecordKind kind, const char *id, const TideMember *member)
{
  const TidePayload *payload = lookup (self, kind, id);

  return payload != NULL ? G_STRUCT_MEMBER (const char *, payload, member->offset) : NULL;
}

/* Follows parents with one pointer running at twice the speed of the other. */
static gboolean
is_own_ancestor (TideTransaction *self,
                 TideRecordKind kind,
                 const char *id,
                 const TideMember *member)
{
  const char *slow = id;
  const char *fast = get_parent (self, kind, id, member);

  while (fast != NULL)
    {
      if (strcmp (slow, fast) == 0)
        return TRUE;

      slow = get_parent (self, kind, slow, member);
      fast = get_parent (self, kind, fast, member);
      if (fast != NULL)
        fast = get_parent (self, kind, fast, member);
    }

  return FALSE;
}

/* What comes out ------------------------------------------------------------------------------ */

/* What becomes of one record: of one that is there, at its place; of a new one, where it comes. */
typedef struct
{
  guint position;
  gboolean is_new;
  const char *id;
  TidePayload *payload; /* NULL for one that goes */
} Fate;

/* A record that comes stands before the one whose place it takes. */
static int
compare_fates (const Fate *a, const Fate *b)
{
  if (a->position != b->position)
    return a->position < b->position ? -1 : 1;
  if (a->is_new != b->is_new)
    return a->is_new ? -1 : 1;

  return strcmp (a->id, b->id);
}

/* Where the record of an id stands, or would stand, among records in the order of their ids. */
static guint
find_position (const GPtrArray *records, const char *id)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (((TidePayload *) g_ptr_array_index (records, middle))->id, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
stands_at (const GPtrArray *records, guint position, const char *id)
{
  return position < records->len
         && strcmp (((TidePayload *) g_ptr_array_index (records, position))->id, id) == 0;
}

static GArray *
collect_fates (GHashTable *payloads, const GPtrArray *records)
{
  GArray *fates = g_array_new (FALSE, FALSE, sizeof (Fate));
  GHashTableIter iter;
  gpointer id, payload;

  g_hash_table_iter_init (&iter, payloads);
  while (g_hash_table_iter_next (&iter, &id, &payload))
    {
      const guint position = find_position (records, id);
      const Fate fate = { position, !stands_at (records, position, id), id, payload };

      if (!fate.is_new || payload != NULL)
        g_array_append_val (fates, fate);
    }
  g_array_sort (fates, (GCompareFunc) compare_fates);

  return fates;
}

static void
copy_run (TideListChange *change, const GPtrArray *records, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      g_ptr_array_add (change->payloads, tide_payload_ref (g_ptr_array_index (records, i)));
      g_array_append_val (change->origins, i);
    }
}

/* By ids: what is not spoken of stays as it is, between what is. */
static TideListChange *
merge (GHashTable *payloads, const GPtrArray *records)
{
  TideListChange *change = tide_list_change_new (records->len);
  g_autoptr (GArray) fates = collect_fates (payloads, records);
  guint next = 0;

  for (guint i = 0; i < fates->len; i++)
    {
      const Fate *fate = &g_array_index (fates, Fate, i);

      copy_run (change, records, next, fate->position);
      next = fate->position + (fate->is_new ? 0 : 1);
      if (fate->payload != NULL)
        tide_list_change_add (change, fate->payload,
                              fate->is_new ? NULL : g_ptr_array_index (records, fate->position),
                              fate->position);
    }
  copy_run (change, records, next, records->len);

  return change;
}

static TideListChange *
arrange (GHashTable *payloads, const GPtrArray *order, const GPtrArray *records)
{
  TideListChange *change = tide_list_change_new (records->len);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (places, ((TidePayload *) g_ptr_array_index (records, i))->id,
                         GUINT_TO_POINTER (i));

  for (guint i = 0; i < order->len; i++)
    {
      const char *id = g_ptr_array_index (order, i);
      const TidePayload *after = g_hash_table_lookup (payloads, id);
      gpointer place;

      if (!g_hash_table_lookup_extended (places, id, NULL, &place))
        tide_list_change_add (change, after, NULL, 0);
      else
        {
          const TidePayload *before = g_ptr_array_index (records, GPOINTER_TO_UINT (place));

          tide_list_change_add (change, after != NULL ? after : before, before,
                                GPOINTER_TO_UINT (place));
        }
    }

  return change;
}

static GPtrArray *
dup_ids (const GPtrArray *records)
{
  GPtrArray *ids = g_ptr_array_new_full (records->len, NULL);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, ((TidePayload *) g_ptr_array_index (records, i))->id);

  return ids;
}

static void
seal_kind (TideTransaction *self, TideRecordKind kind)
{
  Changes *changes = &self->changes[kind];
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  if (!tide_shape_for_kind (kind)->is_ordered)
    changes->change = merge (changes->payloads, records);
  else if (changes->order != NULL)
    changes->change = arrange (changes->payloads, changes->order, records);
  else
    {
      g_autoptr (GPtrArray) ids = dup_ids (records);

      changes->change = arrange (changes->payloads, ids, records);
    }
}

static gboolean
seal_payloads (GHashTable *payloads)
{
  GHashTableIter iter;
  gpointer id;
  gpointer payload;

  g_hash_table_iter_init (&iter, payloads);
  while (g_hash_table_iter_next (&iter, &id, &payload))
    if (payload != NULL && g_strcmp0 (tide_payload_seal (payload)->id, id) != 0)
      return FALSE;

  return TRUE;
}

/*
 * tide_transaction_new:
 * @snapshot: a register as it is
 *
 * Returns: (transfer full): a transaction that changes nothing yet; it may be worked on in any
 *   thread
 */
TideTransaction *
tide_transaction_new (TideSnapshot *snapshot)
{
  TideTransaction *self = g_new0 (TideTransaction, 1);

  self->snapshot = tide_snapshot_ref (snapshot);

  return self;
}

/*
 * tide_transaction_free:
 * @self: (transfer full): a transaction
 */
void
tide_transaction_free (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      g_clear_pointer (&self->changes[kind].payloads, g_hash_table_unref);
      g_clear_pointer (&self->changes[kind].order, g_ptr_array_unref);
      g_clear_pointer (&self->changes[kind].change, tide_list_change_free);
    }
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/*
 * tide_transaction_get_snapshot:
 * @self: a transaction
 *
 * Returns: (transfer none): the register that it changes
 */
TideSnapshot *
tide_transaction_get_snapshot (TideTransaction *self)
{
  return self->snapshot;
}

/*
 * tide_transaction_add_step:
 * @self: a transaction
 * @step: a step
 *
 * Returns: whether everything is as @step expects; if not, the transaction may be used no further
 */
gboolean
tide_transaction_add_step (TideTransaction *self, const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    if (!add_edit (self, g_ptr_array_index (step->edits, i)))
      return FALSE;

  return TRUE;
}

/*
 * tide_transaction_seal_step:
 * @self: a transaction
 * @step: the step that was added last
 *
 * Makes the records that @step touches final, so that the next one meets them as they were when it
 * was done: entries in order, and no empty objects.
 *
 * Returns: whether all of them kept their ids
 */
gboolean
tide_transaction_seal_step (TideTransaction *self, const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);
      TidePayload *payload
          = g_hash_table_lookup (self->changes[edit->record_kind].payloads, edit->record);

      if (payload != NULL && g_strcmp0 (tide_payload_seal (payload)->id, edit->record) != 0)
        return FALSE;
    }

  return TRUE;
}

/*
 * tide_transaction_seal:
 * @self: a transaction
 *
 * Makes the records final, and all that tide_transaction_commit() only has to swap in.
 *
 * Returns: whether all of them kept their ids
 */
gboolean
tide_transaction_seal (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      if (self->changes[kind].payloads == NULL)
        continue;
      if (!seal_payloads (self->changes[kind].payloads))
        return FALSE;
      seal_kind (self, kind);
    }

  return TRUE;
}

/*
 * tide_transaction_has_targets:
 * @self: a sealed transaction
 *
 * Returns: whether all that the changed records refer to exists
 */
gboolean
tide_transaction_has_targets (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer payload;

      if (self->changes[kind].payloads == NULL)
        continue;

      g_hash_table_iter_init (&iter, self->changes[kind].payloads);
      while (g_hash_table_iter_next (&iter, NULL, &payload))
        if (payload != NULL && !tide_payload_foreach_reference (payload, has_target, self))
          return FALSE;
    }

  return TRUE;
}

/*
 * tide_transaction_has_loop:
 * @self: a sealed transaction
 *
 * Returns: whether a changed record is among its own parents
 */
gboolean
tide_transaction_has_loop (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const TideMember *member = tide_shape_find (tide_shape_for_kind (kind), "parent");
      GHashTableIter iter;
      gpointer id;

      if (member == NULL || self->changes[kind].payloads == NULL)
        continue;

      g_hash_table_iter_init (&iter, self->changes[kind].payloads);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (is_own_ancestor (self, kind, id, member))
          return TRUE;
    }

  return FALSE;
}

/* Whether a record of @kind that stays refers to one of @targets that goes. */
static gboolean
leaves_references_of (TideTransaction *self, TideRecordKind kind, guint32 targets)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);
  g_autoptr (GPtrArray) members = tide_shape_find_referring (tide_shape_for_kind (kind), targets);

  for (guint i = 0; members->len > 0 && i < records->len; i++)
    {
      const TidePayload *before = g_ptr_array_index (records, i);

      /* Those that changed refer to what exists, as tide_transaction_has_targets() knows. */
      if (!tide_payload_foreach_reference_in (before, members, is_not_removed, self)
          && lookup (self, kind, before->id) == before)
        return TRUE;
    }

  return FALSE;
}

/*
 * tide_transaction_leaves_references:
 * @self: a sealed transaction, all of whose records have their targets
 *
 * Returns: whether records that stay refer to one that goes
 */
gboolean
tide_transaction_leaves_references (TideTransaction *self)
{
  const guint32 targets = get_removed_kinds (self);

  for (guint kind = 0; targets != 0 && kind < TIDE_N_RECORD_KINDS; kind++)
    if (leaves_references_of (self, kind, targets))
      return TRUE;

  return FALSE;
}

/*
 * tide_transaction_fill:
 * @self: a transaction, sealed after each step
 * @target: a snapshot without records that is not shared yet
 *
 * Puts the records into @target as the transaction leaves them.
 */
void
tide_transaction_fill (TideTransaction *self, TideSnapshot *target)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      Changes *changes = &self->changes[kind];

      if (changes->payloads != NULL && changes->change == NULL)
        seal_kind (self, kind);
      tide_snapshot_add_all (target, kind,
                             changes->change != NULL
                                 ? changes->change->payloads
                                 : tide_snapshot_get_records (self->snapshot, kind));
    }
}

/*
 * tide_transaction_commit:
 * @self: a sealed transaction
 * @lists: the lists of the register, one per kind, which are still as its snapshot
 *
 * Takes the changes into the lists, all of them before anybody is told of one.
 */
void
tide_transaction_commit (TideTransaction *self, TideList *const *lists)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (self->changes[kind].change != NULL)
      tide_list_stage (lists[kind], self->changes[kind].change);

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (self->changes[kind].change != NULL)
      tide_list_publish (lists[kind]);
}
