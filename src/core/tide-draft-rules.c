/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"

static TideDraft *
get_entry (GListModel *entries, guint index)
{
  g_autoptr (TideDraft) entry = g_list_model_get_item (entries, index);

  return entry;
}

static void
check_required (TideDraft *entry, const TidePayload *payload)
{
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];
      TideField *field = tide_draft_get_field (entry, member->name);

      if ((member->flags & TIDE_MEMBER_REQUIRED) && !tide_payload_has_value (payload, member)
          && tide_field_get_problem (field) == NULL)
        tide_field_take_problem (field, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));
    }
}

static const char *
get_label (TideDraft *entry, const TideMember *member)
{
  const TideLanguage language = tide_language_get_default ();
  const char *text = tide_field_get_text (tide_draft_get_field (entry, member->name));
  const TidePayload *target;

  if (member->kind == TIDE_MEMBER_CODE)
    return tide_codes_get_label (member->codes, text, language);
  if (member->kind != TIDE_MEMBER_REFERENCE)
    return text;

  target = tide_register_lookup_payload (entry->reg, member->target, text);

  return target != NULL ? tide_payload_get_label (target, language) : text;
}

/* The first member of its key tells what an entry is about. */
static void
report_repeated (TideDraft *entry, const TidePayload *payload)
{
  for (guint i = 0; i < payload->shape->n_members; i++)
    {
      const TideMember *member = &payload->shape->members[i];
      TideField *field = tide_draft_get_field (entry, member->name);

      if (member->flags & TIDE_MEMBER_KEY)
        {
          if (tide_field_get_problem (field) == NULL)
            tide_field_take_problem (
                field, tide_problem_new (TIDE_PROBLEM_NOT_UNIQUE, get_label (entry, member), NULL));
          return;
        }
    }
}

static void
check_list (GListModel *entries)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      TideDraft *entry = get_entry (entries, i);
      g_autoptr (TidePayload) payload = tide_draft_dup_payload (entry);

      if (tide_payload_is_empty (payload))
        continue;

      check_required (entry, payload);
      if (!payload->shape->has_id && !g_hash_table_add (keys, tide_payload_dup_key (payload)))
        report_repeated (entry, payload);
    }
}

/*
 * tide_draft_check_entries:
 * @self: a draft of a record other than a project
 *
 * Gives the fields of its entries their problems: what an entry cannot be without, and what another
 * one says already.
 */
void
tide_draft_check_entries (TideDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->entries != NULL)
        check_list (G_LIST_MODEL (part->entries));
    }
}
