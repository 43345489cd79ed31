/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-private.h"

#include "core/tide-deletion.h"
#include "core/tide-references-private.h"
#include "core/tide-step-records-private.h"

#include <string.h>

typedef struct
{
  TideRecordKind kind;
  const char *id;
} Target;

typedef struct
{
  TideRecordKind kind;
  const TidePayload *record; /* whose references are being counted */
  GHashTable *last;          /* ids, with the record that was counted last for each */
  GHashTable *counts;
} Tally;

static gboolean
count_once (TideRecordKind kind, const char *id, gpointer data)
{
  Tally *self = data;
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, id));

  if (kind != self->kind || g_hash_table_lookup (self->last, id) == self->record
      || (self->record->shape == tide_shape_for_kind (kind) && strcmp (id, self->record->id) == 0))
    return TRUE;

  g_hash_table_insert (self->last, g_strdup (id), (gpointer) self->record);
  g_hash_table_insert (self->counts, g_strdup (id), GUINT_TO_POINTER (n + 1));

  return TRUE;
}

static gboolean
is_other (TideRecordKind kind, const char *id, gpointer data)
{
  const Target *target = data;

  return kind != target->kind || strcmp (id, target->id) != 0;
}

static void
date_new (TidePayload *payload, TideClock *clock)
{
  TideProjectPayload *project = (TideProjectPayload *) payload;

  if (payload->shape != &tide_shape_project)
    return;

  project->updated = tide_clock_get_seconds (clock);
  project->created = project->updated;
}

static void
renew_entry_ids (TidePayload *payload, const TideMember *member, TideClock *clock)
{
  GPtrArray *entries = G_STRUCT_MEMBER (GPtrArray *, payload, member->offset);

  if (member->kind != TIDE_MEMBER_ENTRIES || !member->shape->has_id)
    return;

  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      TidePayload *entry = g_ptr_array_index (entries, i);
      TidePayload *copy = tide_payload_copy (entry);
      g_autofree char *id = tide_clock_dup_id (clock);

      tide_payload_set_string (&copy->id, id);
      tide_payload_unref (entry);
      g_ptr_array_index (entries, i) = tide_payload_seal (copy);
    }
}

static void
append_suffix (char **text, const char *suffix)
{
  g_autofree char *joined = NULL;

  if (*text == NULL)
    return;

  joined = g_strconcat (*text, suffix, NULL);
  tide_payload_set_string (text, joined);
}

/*
 * tide_project_make_new:
 * @project: a copy of a project that is not sealed and has its own id already
 * @clock: gives ids and time
 *
 * Gives its entries new ids, and the times at which it was created and updated.
 */
void
tide_project_make_new (TidePayload *project, TideClock *clock)
{
  for (guint i = 0; i < project->shape->n_members; i++)
    renew_entry_ids (project, &project->shape->members[i], clock);
  date_new (project, clock);
}

/* The id of a record that has none of its own says what it is about, and changes with that. */
static void
add_replacement (TideRegister *self,
                 TideStep *step,
                 TideRecordKind kind,
                 const TidePayload *before,
                 TidePayload *after)
{
  TideList *list = tide_register_get_list (self, kind);
  guint position = 0;

  tide_list_find (list, before->id, &position);
  tide_step_remove_record (step, kind, (TidePayload *) before, position);
  tide_step_add_record (step, kind, after, position);
}

/*
 * tide_register_add_change:
 * @self: a register
 * @step: a step
 * @kind: kind of the record
 * @before: the record as it is
 * @after: (transfer full): the record as it shall be, which is sealed; a project's `updated`
 * becomes now where anything differs
 *
 * Adds the difference to @step: where a record of another id comes out, as does a rate of another
 * date, the one is removed and the other added.
 */
void
tide_register_add_change (TideRegister *self,
                          TideStep *step,
                          TideRecordKind kind,
                          const TidePayload *before,
                          TidePayload *after)
{
  g_autoptr (TidePayload) sealed = tide_payload_seal (after);

  if (g_strcmp0 (before->id, sealed->id) != 0)
    add_replacement (self, step, kind, before, sealed);
  else
    tide_step_add_change (step, kind, before, g_steal_pointer (&sealed),
                          tide_clock_get_seconds (tide_register_get_clock (self)));
}

/**
 * tide_register_find_references:
 * @self: a register
 * @kind: kind of the record
 * @id: its id
 *
 * Returns: (transfer full) (element-type TideRecord): the other records that refer to it
 */
GPtrArray *
tide_register_find_references (TideRegister *self, TideRecordKind kind, const char *id)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  Target target = { kind, id };

  for (guint other = 0; other < TIDE_N_RECORD_KINDS; other++)
    {
      TideList *list = tide_register_get_list (self, other);

      for (guint i = 0; i < tide_list_get_n (list); i++)
        {
          TideRecord *record = tide_list_get (list, i);

          if ((other != kind || strcmp (tide_record_get_id (record), id) != 0)
              && !tide_payload_foreach_reference (tide_record_get_payload (record), is_other,
                                                  &target))
            g_ptr_array_add (found, g_object_ref (record));
        }
    }

  return found;
}

/**
 * tide_register_count_references:
 * @self: a register
 * @kind: kind of the records referred to
 *
 * Counts in one pass what tide_register_find_references() finds for each record of @kind.
 *
 * Returns: (transfer full) (element-type utf8 guint): how many other records refer to an id; none
 *   do to an id that is missing
 */
GHashTable *
tide_register_count_references (TideRegister *self, TideRecordKind kind)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tally tally = { kind, NULL, last, counts };

  for (guint other = 0; other < TIDE_N_RECORD_KINDS; other++)
    {
      TideList *list = tide_register_get_list (self, other);

      for (guint i = 0; i < tide_list_get_n (list); i++)
        {
          tally.record = tide_list_get_payload (list, i);
          tide_payload_foreach_reference (tally.record, count_once, &tally);
        }
    }

  return counts;
}

/**
 * tide_register_new_add_step:
 * @self: a register
 * @kind: kind of the record
 * @payload: (transfer full): the new record, which is sealed; it gets an id where it has none, and
 * a project the times at which it was created and updated
 *
 * Returns: (transfer full): the step that adds it
 */
TideStep *
tide_register_new_add_step (TideRegister *self, TideRecordKind kind, TidePayload *payload)
{
  g_autoptr (TidePayload) record
      = payload->is_sealed ? tide_payload_copy (payload) : tide_payload_ref (payload);
  TideStep *step;

  tide_payload_unref (payload);
  if (record->id == NULL && record->shape->has_id)
    {
      g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (self));

      tide_payload_set_string (&record->id, id);
    }
  date_new (record, tide_register_get_clock (self));
  tide_payload_seal (record);

  step = tide_step_new_about ("add", kind, record);
  tide_step_add_record (step, kind, record, tide_list_get_n (tide_register_get_list (self, kind)));

  return step;
}

/**
 * tide_register_new_delete_step:
 * @self: a register
 * @kind: kind of the records
 * @ids: (array zero-terminated=1): their ids
 * @replacement: (nullable): id of the record that takes their place wherever they are referred to;
 *   %NULL to clear the references
 *
 * Makes the step that removes records, as tide_deletion_new_step() does.
 *
 * Returns: (transfer full): the step
 */
TideStep *
tide_register_new_delete_step (TideRegister *self,
                               TideRecordKind kind,
                               const char *const *ids,
                               const char *replacement)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self);

  return tide_deletion_new_step (snapshot, kind, ids, replacement,
                                 tide_clock_get_seconds (tide_register_get_clock (self)));
}

/**
 * tide_register_new_duplicate_step:
 * @self: a register
 * @project: id of a project
 *
 * Returns: (transfer full) (nullable): the step that adds a copy of it under new ids, without its
 *   number and with a name that says so; %NULL if there is no such project
 */
TideStep *
tide_register_new_duplicate_step (TideRegister *self, const char *project)
{
  const TidePayload *original = tide_register_lookup_payload (self, TIDE_RECORD_PROJECT, project);
  TideClock *clock = tide_register_get_clock (self);
  g_autoptr (TidePayload) copy = NULL;
  g_autofree char *id = NULL;
  TideProjectPayload *duplicate;
  TideStep *step;

  if (original == NULL)
    return NULL;

  copy = tide_payload_copy (original);
  duplicate = (TideProjectPayload *) copy;
  id = tide_clock_dup_id (clock);
  tide_payload_set_string (&copy->id, id);
  tide_payload_set_string (&duplicate->number, NULL);
  append_suffix (&duplicate->name.en, " (copy)");
  append_suffix (&duplicate->name.zh, "（副本）");
  append_suffix (&duplicate->code_name, " (copy)");
  tide_project_make_new (copy, clock);
  tide_payload_seal (copy);

  step = tide_step_new_about ("duplicate", TIDE_RECORD_PROJECT, original);
  tide_step_add_record (step, TIDE_RECORD_PROJECT, copy, 0);

  return step;
}

/**
 * tide_register_new_retire_step:
 * @self: a register
 * @kind: kind of the record, one whose records can be retired
 * @id: its id
 * @retired: whether it is retired from now on, or offered again
 *
 * Returns: (transfer full): the step, without edits where it is so already
 */
TideStep *
tide_register_new_retire_step (TideRegister *self,
                               TideRecordKind kind,
                               const char *id,
                               gboolean retired)
{
  const TidePayload *before = tide_register_lookup_payload (self, kind, id);
  const TideMember *member = tide_shape_find (tide_shape_for_kind (kind), "retired");
  TidePayload *after;
  TideStep *step;

  g_return_val_if_fail (before != NULL && member != NULL, NULL);

  after = tide_payload_copy (before);
  G_STRUCT_MEMBER (gboolean, after, member->offset) = retired;
  step = tide_step_new_about (retired ? "retire" : "restore", kind, before);
  tide_register_add_change (self, step, kind, before, after);

  return step;
}

/**
 * tide_register_new_change_step:
 * @self: a register
 * @kind: kind of the record
 * @before: the record as it is
 * @after: (transfer full): the record as it shall be, which is sealed
 *
 * Returns: (transfer full): the step that changes it, without edits where nothing differs
 */
TideStep *
tide_register_new_change_step (TideRegister *self,
                               TideRecordKind kind,
                               const TidePayload *before,
                               TidePayload *after)
{
  TideStep *step = tide_step_new_about ("edit", kind, before);

  tide_register_add_change (self, step, kind, before, after);

  return step;
}
