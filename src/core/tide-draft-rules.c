/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"
#include "core/tide-project-rules-private.h"

/*
 * tide_draft_check_syntax:
 * @self: a draft
 *
 * Looks at each of its fields alone, those of entries included.
 */
void
tide_draft_check_syntax (TideDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->field != NULL)
        tide_field_check (part->field);
      else
        for (guint j = 0; j < tide_draft_part_get_n (part); j++)
          tide_draft_check_syntax (tide_draft_part_get (part, j));
    }

  if (tide_draft_is_amount_changed (self))
    tide_draft_understand_amount (self);
  else if (self->amount_written != NULL)
    tide_draft_show_original_amount (self);
}

/*
 * tide_draft_take_report:
 * @problem: what is wrong
 * @list: (nullable): path of a list of entries; %NULL for the record itself
 * @index: which of its entries, without those that are none
 * @path: path of a field
 * @data: the draft of the record
 *
 * Gives the field its problem, unless it has one.
 */
void
tide_draft_take_report (
    TideProblem *problem, const char *list, guint index, const char *path, gpointer data)
{
  TideDraft *draft = data;
  TideField *field;

  if (list != NULL)
    {
      const TideDraftPart *part = tide_draft_find_part (draft, list);

      for (guint i = 0; i < tide_draft_part_get_n (part); i++)
        {
          draft = tide_draft_part_get (part, i);
          if (tide_draft_is_meant (draft) && index-- == 0)
            break;
        }
    }

  field = tide_draft_get_field (draft, path);
  if (tide_field_get_problem (field) == NULL)
    tide_field_take_problem (field, tide_problem_ref (problem));
}

/* Where what a record is called is missing, the field for it. */
static const char *
find_missing_name (const TidePayload *payload)
{
  const TideText *name = tide_payload_get_name (payload);
  const TideMember *title = tide_shape_find (payload->shape, "title");

  if (name != NULL && tide_text_is_empty (name))
    return title == NULL ? "name/en" : "title/en";
  if (name == NULL && title != NULL && !tide_payload_has_value (payload, title))
    return "title";

  return NULL;
}

static void
check_project (TideDraft *self, const TidePayload *payload)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

  tide_project_check (snapshot, TIDE_PROJECT_PAYLOAD (payload), tide_draft_take_report, self);
}

static void
check_name (TideDraft *self, const TidePayload *payload)
{
  const char *path = find_missing_name (payload);

  if (path != NULL)
    {
      g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL);

      tide_draft_take_report (problem, NULL, 0, path, self);
    }
}

/*
 * tide_draft_find_problem:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the first field with a problem, in the order of the form
 */
TideField *
tide_draft_find_problem (TideDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);
      TideField *field = NULL;

      if (part->field != NULL)
        field = tide_field_get_problem (part->field) != NULL ? part->field : NULL;
      else
        for (guint j = 0; field == NULL && j < tide_draft_part_get_n (part); j++)
          field = tide_draft_find_problem (tide_draft_part_get (part, j));

      if (field != NULL)
        return field;
    }

  return NULL;
}

/* Entries ----------------------------------------------------------------------------------- */

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

/*
 * tide_draft_check_list:
 * @entries: the drafts of the entries of one list
 *
 * Tells what an entry cannot be without, and what another one says already.
 */
void
tide_draft_check_list (GListModel *entries)
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

/* What an entry of a record other than a project cannot be without, and what another one says
 * already. */
static void
check_entries (TideDraft *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->entries != NULL)
        tide_draft_check_list (G_LIST_MODEL (part->entries));
    }
}

/**
 * tide_draft_check:
 * @self: a draft of a record
 *
 * Gives each field that cannot be taken as it is its problem.
 *
 * Returns: (transfer none) (nullable): the first such field in the order of the form
 */
TideField *
tide_draft_check (TideDraft *self)
{
  g_autoptr (TidePayload) payload = NULL;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  tide_draft_check_syntax (self);
  payload = tide_draft_merge (self);
  if (self->kind == TIDE_RECORD_PROJECT)
    check_project (self, payload);
  else if (self->kind == TIDE_RECORD_RATE)
    tide_draft_check_rate (self);
  else if (self->kind == TIDE_RECORD_INDICATOR)
    tide_draft_check_indicator (self, payload);
  else if (self->kind == TIDE_RECORD_TARGET)
    tide_draft_check_target (self);
  else if (self->kind == TIDE_RECORD_PLATFORM || self->kind == TIDE_RECORD_RESULT)
    tide_draft_check_innovation (self);
  tide_draft_check_place (self);
  tide_draft_check_validity (self, payload);
  if (self->kind != TIDE_RECORD_PROJECT)
    {
      check_name (self, payload);
      check_entries (self);
    }

  return tide_draft_find_problem (self);
}
