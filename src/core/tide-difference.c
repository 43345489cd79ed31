/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-step.h"

#include "core/tide-payload-private.h"

typedef struct
{
  TideStep *step;
  TideRecordKind kind;
  const char *record;
} Difference;

static char *
join_path (const char *prefix, const char *name)
{
  return prefix != NULL ? g_strconcat (prefix, "/", name, NULL) : g_strdup (name);
}

static void
add_set (const Difference *self,
         const char *list,
         const char *entry,
         const char *path,
         const TidePayload *before,
         const TidePayload *after,
         const TideMember *member)
{
  g_auto (TideValue) old_value = { 0 };
  g_auto (TideValue) new_value = { 0 };

  tide_payload_get_value (before, member, &old_value);
  tide_payload_get_value (after, member, &new_value);
  tide_step_add_set (self->step, self->kind, self->record, list, entry, path, &old_value,
                     &new_value);
}

/* Keys to positions, or NULL where two entries have the same key. */
static GHashTable *
index_entries (const GPtrArray *entries)
{
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    if (!g_hash_table_insert (index, tide_payload_dup_key (g_ptr_array_index (entries, i)),
                              GUINT_TO_POINTER (i)))
      return NULL;

  return g_steal_pointer (&index);
}

static void
add_members (const Difference *self,
             const char *list,
             const char *entry,
             const TidePayload *before,
             const TidePayload *after)
{
  for (guint i = 0; i < before->shape->n_members; i++)
    if (!tide_payload_member_equal (before, after, &before->shape->members[i]))
      add_set (self, list, entry, before->shape->members[i].name, before, after,
               &before->shape->members[i]);
}

static void
add_moves (const Difference *self,
           const char *path,
           const GPtrArray *before,
           const GPtrArray *after,
           const guint8 *is_kept_before,
           const guint8 *is_kept_after)
{
  /* From the end, so that each position is true at the moment the edit applies. */
  for (guint i = tide_entries_get_n (before); i > 0; i--)
    if (!is_kept_before[i - 1])
      tide_step_remove_entry (self->step, self->kind, self->record, path,
                              g_ptr_array_index (before, i - 1), i - 1);

  for (guint i = 0; i < tide_entries_get_n (after); i++)
    if (!is_kept_after[i])
      tide_step_add_entry (self->step, self->kind, self->record, path, g_ptr_array_index (after, i),
                           i);
}

static void
add_entries (const Difference *self,
             const char *path,
             const GPtrArray *before,
             const GPtrArray *after,
             gboolean is_ordered,
             GHashTable *index)
{
  guint n_before = tide_entries_get_n (before);
  guint n_after = tide_entries_get_n (after);
  g_autofree guint8 *is_kept_before = g_new0 (guint8, n_before + 1);
  g_autofree guint8 *is_kept_after = g_new0 (guint8, n_after + 1);
  guint next = 0;

  for (guint i = 0; i < n_after; i++)
    {
      const TidePayload *entry = g_ptr_array_index (after, i);
      g_autofree char *key = tide_payload_dup_key (entry);
      gpointer value;
      guint position;
      const TidePayload *old_entry;

      if (!g_hash_table_lookup_extended (index, key, NULL, &value))
        continue;

      position = GPOINTER_TO_UINT (value);
      old_entry = g_ptr_array_index (before, position);
      if ((is_ordered && position < next) || g_strcmp0 (entry->extra, old_entry->extra) != 0)
        continue;

      is_kept_before[position] = TRUE;
      is_kept_after[i] = TRUE;
      next = position + 1;
      if (entry != old_entry)
        add_members (self, path, key, old_entry, entry);
    }

  add_moves (self, path, before, after, is_kept_before, is_kept_after);
}

static void
add_payloads (const Difference *self,
              const char *prefix,
              const TidePayload *before,
              const TidePayload *after)
{
  for (guint i = 0; i < before->shape->n_members; i++)
    {
      const TideMember *member = &before->shape->members[i];
      TideSlot old_slot = tide_payload_get_slot (before, member);
      TideSlot new_slot = tide_payload_get_slot (after, member);
      g_autofree char *path = NULL;
      g_autoptr (GHashTable) old_index = NULL;
      g_autoptr (GHashTable) new_index = NULL;

      if (tide_payload_member_equal (before, after, member))
        continue;

      path = join_path (prefix, member->name);
      if (member->kind == TIDE_MEMBER_OBJECT)
        {
          g_autoptr (TidePayload) empty = tide_payload_new (member->shape, NULL);

          add_payloads (self, path, *old_slot.object != NULL ? *old_slot.object : empty,
                        *new_slot.object != NULL ? *new_slot.object : empty);
          continue;
        }

      if (member->kind == TIDE_MEMBER_ENTRIES)
        {
          old_index = index_entries (*old_slot.entries);
          new_index = index_entries (*new_slot.entries);
        }

      if (old_index != NULL && new_index != NULL)
        add_entries (self, path, *old_slot.entries, *new_slot.entries, member->shape->is_ordered,
                     old_index);
      else
        add_set (self, NULL, NULL, path, before, after, member);
    }
}

/**
 * tide_step_add_difference:
 * @self: a step
 * @kind: kind of the record
 * @before: the sealed record as it is
 * @after: the sealed record as it shall be, with the same id
 *
 * Adds the edits that make @after of @before: a set for each member that differs, entries matched
 * by their key. A list in which two entries have the same key is set whole. Unknown members of the
 * record itself do not count.
 */
void
tide_step_add_difference (TideStep *self,
                          TideRecordKind kind,
                          const TidePayload *before,
                          const TidePayload *after)
{
  Difference difference = { self, kind, before->id };

  g_return_if_fail (before->is_sealed && after->is_sealed);
  g_return_if_fail (before->shape == after->shape);

  add_payloads (&difference, NULL, before, after);
}
