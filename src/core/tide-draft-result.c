/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"
#include "core/tide-register-private.h"

static TidePayload *merge (TideDraft *self, const TidePayload *base);

/* What becomes of an entry, or NULL where it is none (any more). */
static TidePayload *
merge_entry (TideDraft *entry, const GPtrArray *present)
{
  g_autofree char *key = NULL;
  int index;

  if (entry->is_new)
    {
      TidePayload *payload;
      g_autofree char *id = NULL;

      if (!tide_draft_is_meant (entry))
        return NULL;

      payload = merge (entry, entry->original);
      if (payload->shape->has_id)
        {
          id = tide_clock_dup_id (tide_register_get_clock (entry->reg));
          tide_payload_set_string (&payload->id, id);
        }

      return tide_payload_seal (payload);
    }

  key = tide_payload_dup_key (entry->original);
  index = tide_entries_find (present, key);
  if (!tide_draft_get_changed (entry))
    return index >= 0 ? tide_payload_ref (g_ptr_array_index (present, index)) : NULL;

  return tide_payload_seal (
      merge (entry, index >= 0 ? g_ptr_array_index (present, index) : entry->original));
}

static void
merge_entries (TideDraft *self, const TideDraftPart *part, TidePayload *payload)
{
  GPtrArray *entries = tide_payload_ensure_entries (payload, part->path);
  g_autoptr (GPtrArray) present = g_ptr_array_copy (entries, (GCopyFunc) tide_payload_ref, NULL);

  g_ptr_array_set_free_func (present, (GDestroyNotify) tide_payload_unref);
  g_ptr_array_set_size (entries, 0);
  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    {
      TidePayload *entry = merge_entry (tide_draft_part_get (part, i), present);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  /* What somebody else has added meanwhile. */
  for (guint i = 0; i < present->len; i++)
    {
      g_autofree char *key = tide_payload_dup_key (g_ptr_array_index (present, i));

      if (!self->is_new && tide_payload_find_entry (self->original, part->path, key) == NULL
          && tide_entries_find (entries, key) < 0)
        g_ptr_array_add (entries, tide_payload_ref (g_ptr_array_index (present, i)));
    }
}

/* @base with what was touched, not sealed, its entries in the order of the form. */
static TidePayload *
merge (TideDraft *self, const TidePayload *base)
{
  TidePayload *payload = tide_payload_copy (base);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->field != NULL && tide_field_get_changed (part->field))
        tide_field_apply (part->field, payload);
      else if (part->entries != NULL && (self->is_new || tide_draft_is_list_changed (self, part)))
        merge_entries (self, part, payload);
    }

  if (self->amount_written != NULL)
    tide_draft_apply_amount (self, payload);
  if (self->kind == TIDE_RECORD_TARGET)
    tide_draft_apply_target (self, payload);

  return payload;
}

/*
 * tide_draft_merge:
 * @self: a draft
 *
 * Returns: (transfer full): what the fields say, not sealed
 */
TidePayload *
tide_draft_merge (TideDraft *self)
{
  return merge (self, self->original);
}

/**
 * tide_draft_dup_payload:
 * @self: a draft
 *
 * Returns: (transfer full): what the fields say, sealed; members whose text cannot be understood
 *   have no value
 */
TidePayload *
tide_draft_dup_payload (TideDraft *self)
{
  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  return tide_payload_seal (merge (self, self->original));
}

/**
 * tide_draft_set_step_name:
 * @self: a draft of a record that the register has
 * @name: code of the act (`edit-project-amount`), whose argument is the name of the record
 *
 * Says what tide_draft_commit() does where that is only a part of editing the record.
 */
void
tide_draft_set_step_name (TideDraft *self, const char *name)
{
  g_return_if_fail (TIDE_IS_DRAFT (self));

  g_set_str (&self->step_name, name);
}

/**
 * tide_draft_commit:
 * @self: a draft of a record
 * @id: (out) (optional) (transfer full): the id of the record
 * @error: return location
 *
 * Makes one step of the difference and applies it; without a difference there is no step. Where the
 * record has changed meanwhile, only the fields that were touched apply. A set of rates that had no
 * record gets one, and companions that are referred to are added. It is open no more. A draft with
 * problems is refused with %TIDE_PROBLEM_ERROR; for other refusals see tide_register_apply().
 *
 * Returns: whether the register has what the draft says
 */
gboolean
tide_draft_commit (TideDraft *self, char **id, GError **error)
{
  g_autoptr (TideStep) step = NULL;
  g_autoptr (TidePayload) payload = NULL;
  TideField *field;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), FALSE);

  field = tide_draft_check (self);
  if (field != NULL)
    {
      g_propagate_error (error, tide_problem_to_error (tide_field_peek_problem (field)));
      return FALSE;
    }

  if (self->is_new)
    {
      g_autofree char *new_id = tide_clock_dup_id (tide_register_get_clock (self->reg));

      payload = merge (self, self->original);
      tide_payload_set_string (&payload->id, new_id);
      step = tide_register_new_add_step (self->reg, self->kind, tide_payload_ref (payload));
    }
  else
    {
      const TidePayload *present
          = tide_register_lookup_payload (self->reg, self->kind, self->original->id);

      payload = tide_payload_seal (merge (self, present != NULL ? present : self->original));
      if (present == NULL && self->kind == TIDE_RECORD_RATE_SET)
        step = tide_register_new_add_step (self->reg, self->kind, tide_payload_ref (payload));
      else
        step = tide_register_new_change_step (self->reg, self->kind,
                                              present != NULL ? present : self->original,
                                              tide_payload_ref (payload));
    }

  if (self->step_name != NULL)
    g_set_str (&step->name, self->step_name);
  if (!tide_step_is_empty (step))
    tide_draft_accompany (self, step, payload);
  if (!tide_register_apply (self->reg, step, error))
    return FALSE;

  tide_draft_set_open (self, FALSE);
  if (id != NULL)
    *id = g_strdup (payload->id);

  return TRUE;
}
