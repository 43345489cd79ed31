/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-record-private.h"
#include "core/tide-references-private.h"

#define TYPED_COMPANION "(ssv)"

/* What is looked for in a payload. */
typedef struct
{
  TideRecord *record;
  gboolean is_found;
} Wanted;

static gboolean
look_at_reference (TideRecordKind target, const char *id, gpointer data)
{
  Wanted *wanted = data;

  wanted->is_found = target == tide_record_get_kind (wanted->record)
                     && g_str_equal (id, tide_record_get_id (wanted->record));

  return !wanted->is_found;
}

static gboolean
refers_to (const TidePayload *payload, TideRecord *record)
{
  Wanted wanted = { record, FALSE };

  tide_payload_foreach_reference (payload, look_at_reference, &wanted);

  return wanted.is_found;
}

/*
 * tide_draft_accompany:
 * @self: a draft
 * @step: what it becomes
 * @payload: what the record is then
 *
 * Adds the companions that @payload refers to to @step, before everything else.
 */
void
tide_draft_accompany (TideDraft *self, TideStep *step, const TidePayload *payload)
{
  for (guint i = 0; self->companions != NULL && i < self->companions->len; i++)
    {
      TideRecord *companion = g_ptr_array_index (self->companions, i);
      const TideRecordKind kind = tide_record_get_kind (companion);
      TideEdit *edit;

      if (!refers_to (payload, companion)
          || tide_register_lookup (self->reg, kind, tide_record_get_id (companion)) != NULL)
        continue;

      tide_step_add_record (step, kind, (TidePayload *) tide_record_get_payload (companion),
                            tide_list_get_n (tide_register_get_list (self->reg, kind)));
      edit = g_ptr_array_steal_index (step->edits, step->edits->len - 1);
      g_ptr_array_insert (step->edits, 0, edit);
    }
}

/*
 * tide_draft_dup_typed_companions:
 * @self: a draft
 *
 * Returns: (transfer floating) (nullable): its companions, as tide_draft_type_companions() takes
 *   them; %NULL without any
 */
GVariant *
tide_draft_dup_typed_companions (TideDraft *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" TYPED_COMPANION));

  if (self->companions == NULL)
    return NULL;

  for (guint i = 0; i < self->companions->len; i++)
    {
      TideRecord *companion = g_ptr_array_index (self->companions, i);
      const TideRecordKind kind = tide_record_get_kind (companion);
      TidePayload *copy = tide_payload_copy (tide_record_get_payload (companion));
      g_autoptr (TideDraft) draft = NULL;
      g_autoptr (GVariant) typed = NULL;

      tide_payload_set_string (&copy->id, NULL);
      draft = tide_draft_new (self->reg, kind, copy);
      typed = tide_draft_dup_typed (draft);
      g_variant_builder_add (&builder, TYPED_COMPANION, tide_shape_for_kind (kind)->name,
                             tide_record_get_id (companion), typed);
      tide_payload_unref (copy);
    }

  return g_variant_builder_end (&builder);
}

/*
 * tide_draft_type_companions:
 * @self: a draft
 * @typed: what tide_draft_dup_typed_companions() has kept, or something else
 */
void
tide_draft_type_companions (TideDraft *self, GVariant *typed)
{
  GVariantIter iter;
  const char *name, *id;
  GVariant *value;

  if (!g_variant_is_of_type (typed, G_VARIANT_TYPE ("a" TYPED_COMPANION)))
    return;

  g_variant_iter_init (&iter, typed);
  while (g_variant_iter_loop (&iter, "(&s&sv)", &name, &id, &value))
    {
      const TideRecordKind kind = tide_record_kind_from_name (name);
      g_autoptr (TideDraft) draft = NULL;
      TidePayload *payload;

      if (kind == TIDE_RECORD_NONE || !tide_id_is_valid (id)
          || !g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
        continue;

      draft = tide_draft_new (self->reg, kind, NULL);
      tide_draft_type_again (draft, value);
      payload = tide_draft_merge (draft);
      tide_payload_set_string (&payload->id, id);
      tide_draft_take_companion (self, kind, payload);
    }
}

/**
 * tide_draft_take_companion:
 * @self: a draft of a record
 * @kind: kind of another record
 * @payload: (transfer full): that record, not sealed, with an id that the register does not have
 *
 * Lets the draft refer to a record that is not in the register: if it does when it is committed,
 * the same step adds that record as well. As long as a form of the draft is open,
 * tide_register_find_companion() finds it.
 */
void
tide_draft_take_companion (TideDraft *self, TideRecordKind kind, TidePayload *payload)
{
  g_autoptr (TidePayload) sealed = NULL;

  g_return_if_fail (TIDE_IS_DRAFT (self));
  g_return_if_fail (payload != NULL && payload->id != NULL);

  sealed = tide_payload_seal (payload);
  if (self->companions == NULL)
    self->companions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->companions, tide_record_new (kind, sealed));
}

/**
 * tide_register_find_companion:
 * @self: a register
 * @kind: kind of a record
 * @id: its id
 *
 * Returns: (transfer none) (nullable): a record that is not in the register and comes with what an
 *   open form edits
 */
TideRecord *
tide_register_find_companion (TideRegister *self, TideRecordKind kind, const char *id)
{
  GListModel *drafts;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  drafts = tide_register_get_drafts (self);
  for (guint i = 0; i < g_list_model_get_n_items (drafts); i++)
    {
      g_autoptr (TideDraft) draft = g_list_model_get_item (drafts, i);

      for (guint j = 0; draft->companions != NULL && j < draft->companions->len; j++)
        {
          TideRecord *companion = g_ptr_array_index (draft->companions, j);

          if (tide_record_get_kind (companion) == kind
              && g_str_equal (tide_record_get_id (companion), id))
            return companion;
        }
    }

  return NULL;
}
