/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-references-private.h"

#include "core/tide-payload-private.h"

#include <string.h>

typedef struct
{
  TideRecordKind target;
  GHashTable *ids;
  const char *replacement;
} Replacement;

static gboolean
foreach_id (const GPtrArray *ids, TideRecordKind target, TideReferenceFunc func, gpointer data)
{
  for (guint i = 0; i < tide_entries_get_n (ids); i++)
    if (!func (target, g_ptr_array_index (ids, i), data))
      return FALSE;

  return TRUE;
}

static gboolean
foreach_entry (const GPtrArray *entries, TideReferenceFunc func, gpointer data)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    if (!tide_payload_foreach_reference (g_ptr_array_index (entries, i), func, data))
      return FALSE;

  return TRUE;
}

static gboolean
stop_if_meant (TideRecordKind target, const char *id, gpointer data)
{
  const Replacement *replacement = data;

  return target != replacement->target || !g_hash_table_contains (replacement->ids, id);
}

static gboolean
is_meant (const Replacement *self, const char *id)
{
  return id != NULL && g_hash_table_contains (self->ids, id);
}

static GPtrArray *
replace_ids (const Replacement *self, const GPtrArray *ids)
{
  GPtrArray *result = tide_strings_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (is_meant (self, id))
        id = self->replacement;
      if (id != NULL && !g_ptr_array_find_with_equal_func (result, id, g_str_equal, NULL))
        g_ptr_array_add (result, g_ref_string_new_intern (id));
    }

  return result;
}

/* Whether an entry says nothing without the reference that was cleared. */
static gboolean
is_void (const TidePayload *entry)
{
  for (guint i = 0; i < entry->shape->n_members; i++)
    {
      const TideMember *member = &entry->shape->members[i];

      if (member->kind == TIDE_MEMBER_REFERENCE && !tide_payload_has_value (entry, member)
          && (member->flags & (TIDE_MEMBER_KEY | TIDE_MEMBER_REQUIRED)))
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
replace_in_entries (const Replacement *self, const GPtrArray *entries)
{
  GPtrArray *result = tide_entries_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      TidePayload *entry = g_ptr_array_index (entries, i);
      g_autoptr (TidePayload) replaced
          = tide_payload_replace_references (entry, self->target, self->ids, self->replacement);
      g_autofree char *key = NULL;
      gboolean repeats;

      if (replaced == NULL)
        {
          g_ptr_array_add (result, tide_payload_ref (entry));
          continue;
        }

      key = tide_payload_dup_key (replaced);
      repeats = !entry->shape->has_id
                && (tide_entries_find (entries, key) >= 0 || tide_entries_find (result, key) >= 0);
      if (!repeats && !is_void (replaced))
        g_ptr_array_add (result, g_steal_pointer (&replaced));
    }

  return result;
}

static void
replace_in_member (const Replacement *self, TidePayload *payload, const TideMember *member)
{
  TideSlot slot = tide_payload_get_slot (payload, member);
  TidePayload *object;
  GPtrArray *array;

  switch ((guint) member->kind)
    {
    case TIDE_MEMBER_REFERENCE:
      if (member->target == self->target && is_meant (self, *slot.string))
        tide_payload_set_interned (slot.string, g_strcmp0 (self->replacement, payload->id) != 0
                                                    ? self->replacement
                                                    : NULL);
      break;
    case TIDE_MEMBER_REFERENCES:
      if (member->target == self->target && *slot.strings != NULL)
        {
          array = replace_ids (self, *slot.strings);
          g_ptr_array_unref (*slot.strings);
          *slot.strings = array;
        }
      break;
    case TIDE_MEMBER_OBJECT:
      object = *slot.object != NULL ? tide_payload_replace_references (*slot.object, self->target,
                                                                       self->ids, self->replacement)
                                    : NULL;
      if (object != NULL)
        {
          tide_payload_unref (*slot.object);
          *slot.object = object;
        }
      break;
    case TIDE_MEMBER_ENTRIES:
      if (*slot.entries != NULL)
        {
          array = replace_in_entries (self, *slot.entries);
          g_ptr_array_unref (*slot.entries);
          *slot.entries = array;
        }
      break;
    default:
      break;
    }
}

static gboolean
foreach_in_member (const TidePayload *self,
                   const TideMember *member,
                   TideReferenceFunc func,
                   gpointer data)
{
  TideSlot slot = tide_payload_get_slot (self, member);

  if (member->kind == TIDE_MEMBER_REFERENCE && *slot.string != NULL)
    return func (member->target, *slot.string, data);
  if (member->kind == TIDE_MEMBER_REFERENCES)
    return foreach_id (*slot.strings, member->target, func, data);
  if (member->kind == TIDE_MEMBER_OBJECT && *slot.object != NULL)
    return tide_payload_foreach_reference (*slot.object, func, data);
  if (member->kind == TIDE_MEMBER_ENTRIES)
    return foreach_entry (*slot.entries, func, data);

  return TRUE;
}

static gboolean
can_refer (const TideMember *member, guint32 targets)
{
  if (member->kind == TIDE_MEMBER_REFERENCE || member->kind == TIDE_MEMBER_REFERENCES)
    return (targets & 1u << member->target) != 0;
  if (member->shape == NULL)
    return FALSE;

  for (guint i = 0; i < member->shape->n_members; i++)
    if (can_refer (&member->shape->members[i], targets))
      return TRUE;

  return FALSE;
}

/*
 * tide_shape_find_referring:
 * @shape: of records
 * @targets: kinds of records referred to, a bit for each
 *
 * Few members can refer to any one kind: of 100,000 records only these need to be looked at.
 *
 * Returns: (transfer full) (element-type TideMember): the members that may refer to them, in
 *   objects and entries too
 */
GPtrArray *
tide_shape_find_referring (const TideShape *shape, guint32 targets)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < shape->n_members; i++)
    if (can_refer (&shape->members[i], targets))
      g_ptr_array_add (members, (gpointer) &shape->members[i]);

  return members;
}

/*
 * tide_payload_foreach_reference_in:
 * @self: a record
 * @members: (element-type TideMember): some of its members
 * @func: called for each reference in them, until it returns %FALSE
 * @data: for @func
 *
 * Returns: whether @func was content with all of them
 */
gboolean
tide_payload_foreach_reference_in (const TidePayload *self,
                                   const GPtrArray *members,
                                   TideReferenceFunc func,
                                   gpointer data)
{
  for (guint i = 0; i < members->len; i++)
    if (!foreach_in_member (self, g_ptr_array_index (members, i), func, data))
      return FALSE;

  return TRUE;
}

/*
 * tide_payload_foreach_reference:
 * @self: a record or entry
 * @func: called for each reference, those in its objects and entries included, until it returns
 *   %FALSE
 * @data: for @func
 *
 * Returns: whether @func was content with all of them
 */
gboolean
tide_payload_foreach_reference (const TidePayload *self, TideReferenceFunc func, gpointer data)
{
  for (guint i = 0; i < self->shape->n_members; i++)
    if (!foreach_in_member (self, &self->shape->members[i], func, data))
      return FALSE;

  return TRUE;
}

/*
 * tide_payload_replace_references:
 * @self: a sealed record or entry
 * @target: kind of the records referred to
 * @ids: (element-type utf8): their ids
 * @replacement: (nullable): id of the record to refer to instead, or %NULL to clear
 *
 * Entries that say nothing without their reference go, and so do those that would repeat another.
 *
 * Returns: (transfer full) (nullable): a sealed payload that refers to none of @ids; %NULL if @self
 *   does not either
 */
TidePayload *
tide_payload_replace_references (const TidePayload *self,
                                 TideRecordKind target,
                                 GHashTable *ids,
                                 const char *replacement)
{
  Replacement data = { target, ids, replacement };
  TidePayload *copy;

  if (tide_payload_foreach_reference (self, stop_if_meant, &data))
    return NULL;

  copy = tide_payload_copy (self);
  for (guint i = 0; i < self->shape->n_members; i++)
    replace_in_member (&data, copy, &self->shape->members[i]);

  return tide_payload_seal (copy);
}
