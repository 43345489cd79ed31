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
  GPtrArray *order;     /* owned, of owned ids, once a record comes or goes */
} Changes;

struct _TideTransaction
{
  TideList *const *lists; /* one per kind, borrowed; NULL where it works on a snapshot */
  TideSnapshot *snapshot; /* owned, nullable */
  Changes changes[TIDE_N_RECORD_KINDS];
};

static void
clear_payload (gpointer payload)
{
  if (payload != NULL)
    tide_payload_unref (payload);
}

/* The records as they stand apart from the transaction. */
static const GPtrArray *
get_records (TideTransaction *self, TideRecordKind kind)
{
  return self->lists != NULL ? tide_list_get_payloads (self->lists[kind])
                             : tide_snapshot_get_records (self->snapshot, kind);
}

static const TidePayload *
lookup_record (TideTransaction *self, TideRecordKind kind, const char *id)
{
  return self->lists != NULL ? tide_list_lookup_payload (self->lists[kind], id)
                             : tide_snapshot_lookup (self->snapshot, kind, id);
}

static GHashTable *
ensure_payloads (TideTransaction *self, TideRecordKind kind)
{
  Changes *changes = &self->changes[kind];

  if (changes->payloads == NULL)
    changes->payloads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clear_payload);

  return changes->payloads;
}

static GPtrArray *
ensure_order (TideTransaction *self, TideRecordKind kind)
{
  Changes *changes = &self->changes[kind];
  const GPtrArray *records = get_records (self, kind);

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

  return lookup_record (self, kind, id);
}

/* Where a record of this id stands or would stand. */
static guint
find_place (const GPtrArray *order, gboolean is_ordered, const char *id)
{
  guint low = 0;
  guint high = order->len;

  if (is_ordered)
    {
      while (low < high && strcmp (g_ptr_array_index (order, low), id) != 0)
        low++;
      return low;
    }

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_ptr_array_index (order, middle), id) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
add_record (TideTransaction *self, const TideEdit *edit)
{
  const TideShape *shape = tide_shape_for_kind (edit->record_kind);
  TidePayload *payload = edit->after.as.object;
  GPtrArray *order;
  guint place;

  if (edit->after.kind != TIDE_MEMBER_OBJECT || payload == NULL || payload->shape != shape
      || g_strcmp0 (payload->id, edit->record) != 0
      || lookup (self, edit->record_kind, edit->record) != NULL)
    return FALSE;

  order = ensure_order (self, edit->record_kind);
  place = shape->is_ordered ? MIN (edit->position, order->len)
                            : find_place (order, FALSE, edit->record);
  g_ptr_array_insert (order, (int) place, g_strdup (payload->id));
  g_hash_table_replace (ensure_payloads (self, edit->record_kind), g_strdup (edit->record),
                        tide_payload_seal (tide_payload_ref (payload)));

  return TRUE;
}

static gboolean
remove_record (TideTransaction *self, const TideEdit *edit)
{
  const TidePayload *payload = lookup (self, edit->record_kind, edit->record);
  GPtrArray *order;

  if (payload == NULL || edit->before.kind != TIDE_MEMBER_OBJECT || edit->before.as.object == NULL
      || !tide_payload_equal (payload, edit->before.as.object))
    return FALSE;

  order = ensure_order (self, edit->record_kind);
  g_ptr_array_remove_index (
      order, find_place (order, tide_shape_for_kind (edit->record_kind)->is_ordered, edit->record));
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
removes_records (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer payload;

      if (self->changes[kind].payloads == NULL)
        continue;

      g_hash_table_iter_init (&iter, self->changes[kind].payloads);
      while (g_hash_table_iter_next (&iter, NULL, &payload))
        if (payload == NULL)
          return TRUE;
    }

  return FALSE;
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

/*
 * tide_transaction_new:
 * @lists: the lists of a register, one per kind, which must outlive the transaction
 *
 * Returns: (transfer full): a transaction that changes nothing yet
 */
TideTransaction *
tide_transaction_new (TideList *const *lists)
{
  TideTransaction *self = g_new0 (TideTransaction, 1);

  self->lists = lists;

  return self;
}

/*
 * tide_transaction_new_of_snapshot:
 * @snapshot: a register at one moment
 *
 * Returns: (transfer full): a transaction that changes nothing yet and is never committed: what
 *   comes of it goes into another snapshot. Any thread may use it, one at a time.
 */
TideTransaction *
tide_transaction_new_of_snapshot (TideSnapshot *snapshot)
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
    }
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_free (self);
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
 * Makes the records final.
 *
 * Returns: whether all of them kept their ids
 */
gboolean
tide_transaction_seal (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      GHashTableIter iter;
      gpointer id;
      gpointer payload;

      if (self->changes[kind].payloads == NULL)
        continue;

      g_hash_table_iter_init (&iter, self->changes[kind].payloads);
      while (g_hash_table_iter_next (&iter, &id, &payload))
        if (payload != NULL && g_strcmp0 (tide_payload_seal (payload)->id, id) != 0)
          return FALSE;
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

/*
 * tide_transaction_leaves_references:
 * @self: a sealed transaction
 *
 * Returns: whether records that stay refer to one that goes
 */
gboolean
tide_transaction_leaves_references (TideTransaction *self)
{
  if (!removes_records (self))
    return FALSE;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = get_records (self, kind);

      for (guint i = 0; i < records->len; i++)
        {
          const TidePayload *before = g_ptr_array_index (records, i);
          const TidePayload *payload = lookup (self, kind, before->id);

          if (payload != NULL && !tide_payload_foreach_reference (payload, is_not_removed, self))
            return TRUE;
        }
    }

  return FALSE;
}

static GPtrArray *
dup_records (TideTransaction *self, TideRecordKind kind)
{
  const GPtrArray *records = get_records (self, kind);
  const GPtrArray *order = self->changes[kind].order;
  const guint n = order != NULL ? order->len : records->len;
  GPtrArray *result = g_ptr_array_new_full (n, (GDestroyNotify) tide_payload_unref);

  for (guint i = 0; i < n; i++)
    {
      const char *id = order != NULL ? g_ptr_array_index (order, i)
                                     : ((TidePayload *) g_ptr_array_index (records, i))->id;

      g_ptr_array_add (result, tide_payload_ref (lookup (self, kind, id)));
    }

  return result;
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
      g_autoptr (GPtrArray) records = NULL;

      if (self->changes[kind].payloads != NULL)
        records = dup_records (self, kind);
      tide_snapshot_add_all (target, kind, records != NULL ? records : get_records (self, kind));
    }
}

/*
 * tide_transaction_commit:
 * @self: a sealed transaction
 *
 * Takes the changes into the lists, all of them before anybody is told of one.
 */
void
tide_transaction_commit (TideTransaction *self)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (self->changes[kind].payloads != NULL)
      tide_list_stage (self->lists[kind], self->changes[kind].payloads, self->changes[kind].order);

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (self->changes[kind].payloads != NULL)
      tide_list_publish (self->lists[kind]);
}
