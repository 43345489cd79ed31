/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"

/* Of an entry that the record did not have: it has no key. */
#define NEW_ENTRY ""

/* No member is called so. */
#define COMPANIONS "+"

static GVariant *
field_to_variant (TideField *field)
{
  if (tide_field_get_member (field)->kind == TIDE_MEMBER_BOOLEAN)
    return g_variant_new_boolean (tide_field_get_active (field));

  return g_variant_new_string (tide_field_get_text (field));
}

/* What a new record begins with may be offered by the form, and belongs to it. */
static gboolean
is_worth_keeping (TideDraft *self, TideField *field)
{
  return tide_field_get_changed (field)
         || (self->is_new
             && (*tide_field_get_text (field) != '\0' || tide_field_get_active (field)));
}

static GVariant *
entries_to_variant (const TideDraftPart *part)
{
  GListModel *entries = G_LIST_MODEL (part->entries);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TideDraft) entry = g_list_model_get_item (entries, i);
      g_autoptr (GVariant) typed = tide_draft_dup_typed (entry);
      g_autofree char *key = entry->is_new ? NULL : tide_payload_dup_key (entry->original);

      g_variant_builder_add (&builder, "(sv)", key != NULL ? key : NEW_ENTRY, typed);
    }

  return g_variant_builder_end (&builder);
}

/**
 * tide_draft_dup_typed:
 * @self: a draft
 *
 * Returns: (transfer full): what has been typed, understood or not, as tide_draft_type_again()
 * takes it: a dictionary of texts, booleans and lists of entries by the path of their fields
 */
GVariant *
tide_draft_dup_typed (TideDraft *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  GVariant *companions;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  companions = tide_draft_dup_typed_companions (self);
  if (companions != NULL)
    g_variant_builder_add (&builder, "{sv}", COMPANIONS, companions);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->entries != NULL)
        g_variant_builder_add (&builder, "{sv}", part->path, entries_to_variant (part));
      else if (is_worth_keeping (self, part->field))
        g_variant_builder_add (&builder, "{sv}", part->path, field_to_variant (part->field));
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
field_type_again (TideField *field, GVariant *value)
{
  const gboolean is_boolean = tide_field_get_member (field)->kind == TIDE_MEMBER_BOOLEAN;

  if (is_boolean && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    tide_field_set_active (field, g_variant_get_boolean (value));
  else if (!is_boolean && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    tide_field_set_text (field, g_variant_get_string (value, NULL));
}

static TideDraft *
find_entry (const TideDraftPart *part, const char *key)
{
  GListModel *entries = G_LIST_MODEL (part->entries);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (TideDraft) entry = g_list_model_get_item (entries, i);
      g_autofree char *entry_key = entry->is_new ? NULL : tide_payload_dup_key (entry->original);

      if (g_strcmp0 (entry_key, key) == 0)
        return entry;
    }

  return NULL;
}

static void
remove_others (TideDraft *self, const TideDraftPart *part, GHashTable *kept)
{
  GListModel *entries = G_LIST_MODEL (part->entries);

  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr (TideDraft) entry = g_list_model_get_item (entries, i - 1);

      if (!g_hash_table_contains (kept, entry))
        tide_draft_remove_entry (self, part->path, entry);
    }
}

static void
entries_type_again (TideDraft *self, const TideDraftPart *part, GVariant *value)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  GVariantIter iter;
  const char *key;
  GVariant *typed;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("a(sv)")))
    return;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&sv)", &key, &typed))
    {
      TideDraft *entry = *key != '\0' ? find_entry (part, key) : NULL;

      if (entry == NULL)
        entry = tide_draft_append_entry (self, part->path);
      g_hash_table_add (kept, entry);
      tide_draft_type_again (entry, typed);
      g_variant_unref (typed);
    }
  remove_others (self, part, kept);
}

/**
 * tide_draft_type_again:
 * @self: a draft that has not been touched
 * @typed: what tide_draft_dup_typed() has given for a draft of the same record, or of a new one
 *
 * Types in the draft what had been typed in the other one. What does not fit is passed over.
 */
void
tide_draft_type_again (TideDraft *self, GVariant *typed)
{
  g_autoptr (GVariant) companions = NULL;

  g_return_if_fail (TIDE_IS_DRAFT (self));
  g_return_if_fail (g_variant_is_of_type (typed, G_VARIANT_TYPE_VARDICT));

  companions = g_variant_lookup_value (typed, COMPANIONS, NULL);
  if (companions != NULL)
    tide_draft_type_companions (self, companions);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);
      g_autoptr (GVariant) value = g_variant_lookup_value (typed, part->path, NULL);

      if (value != NULL && part->entries != NULL)
        entries_type_again (self, part, value);
      else if (value != NULL)
        field_type_again (part->field, value);
    }
}
