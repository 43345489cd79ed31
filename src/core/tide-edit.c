/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-edit-private.h"

#include "core/tide-payload-private.h"

static gboolean
set_value (TidePayload *payload,
           const char *member,
           const TideValue *before,
           const TideValue *after)
{
  g_auto (TideValue) present = { 0 };

  if (!tide_payload_get_value_at (payload, member, &present)
      || !tide_value_equal (&present, before))
    return FALSE;

  return tide_payload_set_value_at (payload, member, after);
}

static gboolean
set_in_entry (const TideEdit *self, GPtrArray *entries)
{
  int index = tide_entries_find (entries, self->entry);
  g_autoptr (TidePayload) copy = NULL;
  g_autofree char *key = NULL;

  if (index < 0)
    return FALSE;

  copy = tide_payload_copy (g_ptr_array_index (entries, index));
  if (!set_value (copy, self->member, &self->before, &self->after))
    return FALSE;

  key = tide_payload_dup_key (copy);
  if (g_strcmp0 (key, self->entry) != 0)
    return FALSE;

  tide_payload_unref (g_ptr_array_index (entries, index));
  g_ptr_array_index (entries, index) = tide_payload_seal (g_steal_pointer (&copy));

  return TRUE;
}

static gboolean
add_entry (const TideEdit *self, GPtrArray *entries, const TideShape *shape)
{
  if (self->after.kind != TIDE_MEMBER_OBJECT || self->after.as.object == NULL
      || self->after.as.object->shape != shape)
    return FALSE;

  if (tide_entries_find (entries, self->entry) >= 0)
    return FALSE;

  g_ptr_array_insert (entries, (int) MIN (self->position, entries->len),
                      tide_payload_ref (self->after.as.object));

  return TRUE;
}

static gboolean
remove_entry (const TideEdit *self, GPtrArray *entries)
{
  int index = tide_entries_find (entries, self->entry);

  if (index < 0 || self->before.kind != TIDE_MEMBER_OBJECT || self->before.as.object == NULL
      || !tide_payload_equal (g_ptr_array_index (entries, index), self->before.as.object))
    return FALSE;

  g_ptr_array_remove_index (entries, (guint) index);

  return TRUE;
}

/**
 * tide_edit_new:
 * @kind: what it does
 * @record_kind: kind of the record
 * @record: id of the record
 *
 * Returns: (transfer full): an edit to be filled in
 */
TideEdit *
tide_edit_new (TideEditKind kind, TideRecordKind record_kind, const char *record)
{
  TideEdit *self = g_new0 (TideEdit, 1);

  self->kind = kind;
  self->record_kind = record_kind;
  self->record = g_strdup (record);

  return self;
}

/**
 * tide_edit_copy:
 * @self: an edit
 *
 * Returns: (transfer full): the same edit
 */
TideEdit *
tide_edit_copy (const TideEdit *self)
{
  TideEdit *copy = tide_edit_new (self->kind, self->record_kind, self->record);

  copy->list = g_strdup (self->list);
  copy->entry = g_strdup (self->entry);
  copy->member = g_strdup (self->member);
  copy->position = self->position;
  tide_value_copy (&self->before, &copy->before);
  tide_value_copy (&self->after, &copy->after);

  return copy;
}

/**
 * tide_edit_invert:
 * @self: an edit
 *
 * Returns: (transfer full): the edit that takes @self back
 */
TideEdit *
tide_edit_invert (const TideEdit *self)
{
  TideEdit *inverse = tide_edit_copy (self);
  TideValue before = inverse->before;

  inverse->before = inverse->after;
  inverse->after = before;
  if (self->kind == TIDE_EDIT_ADD)
    inverse->kind = TIDE_EDIT_REMOVE;
  else if (self->kind == TIDE_EDIT_REMOVE)
    inverse->kind = TIDE_EDIT_ADD;

  return inverse;
}

/**
 * tide_edit_free:
 * @self: (transfer full): an edit
 */
void
tide_edit_free (TideEdit *self)
{
  g_free (self->record);
  g_free (self->list);
  g_free (self->entry);
  g_free (self->member);
  tide_value_clear (&self->before);
  tide_value_clear (&self->after);
  g_free (self);
}

/*
 * tide_edit_concerns_record:
 * @self: an edit
 *
 * Returns: whether it adds or removes a whole record
 */
gboolean
tide_edit_concerns_record (const TideEdit *self)
{
  return self->kind != TIDE_EDIT_SET && self->list == NULL;
}

/*
 * tide_edit_apply:
 * @self: an edit inside a record
 * @record: a payload of that record that is not sealed
 *
 * Changes @record, if what stands there is what the edit expects.
 *
 * Returns: whether it was; if not, @record may be used no further
 */
gboolean
tide_edit_apply (const TideEdit *self, TidePayload *record)
{
  GPtrArray *entries;

  if (self->list == NULL)
    return self->kind == TIDE_EDIT_SET
           && set_value (record, self->member, &self->before, &self->after);

  entries = tide_payload_ensure_entries (record, self->list);
  if (entries == NULL)
    return FALSE;

  switch (self->kind)
    {
    case TIDE_EDIT_SET:
      return set_in_entry (self, entries);
    case TIDE_EDIT_ADD:
      return add_entry (self, entries, tide_shape_resolve (record->shape, self->list)->shape);
    case TIDE_EDIT_REMOVE:
      return remove_entry (self, entries);
    default:
      g_assert_not_reached ();
    }
}
