/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-deletion.h"

#include "core/tide-project-rules-private.h"
#include "core/tide-references-private.h"
#include "core/tide-step-records-private.h"

/* What goes, and what becomes of those that refer to it. */
typedef struct
{
  TideSnapshot *snapshot;
  TideRecordKind kind;
  GHashTable *records; /* ids of that kind */
  GHashTable *sectors; /* ids of those that go with their taxonomies */
  const char *replacement;
  gint64 now;
} Deletion;

static void
collect_sectors (Deletion *self)
{
  const GPtrArray *sectors = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_SECTOR);

  for (guint i = 0; self->kind == TIDE_RECORD_TAXONOMY && i < sectors->len; i++)
    {
      const TidePayload *sector = g_ptr_array_index (sectors, i);
      const char *taxonomy = TIDE_SECTOR_PAYLOAD (sector)->taxonomy;

      if (taxonomy != NULL && g_hash_table_contains (self->records, taxonomy))
        g_hash_table_add (self->sectors, sector->id);
    }
}

/* Ids are those of the records, which the snapshot keeps. */
static void
collect (Deletion *self, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TidePayload *record = tide_snapshot_lookup (self->snapshot, self->kind, ids[i]);

      if (record != NULL)
        g_hash_table_add (self->records, record->id);
    }
  collect_sectors (self);
}

/* The record without references to what goes, or NULL where it has none. */
static TidePayload *
dup_without (const Deletion *self, const TidePayload *payload)
{
  g_autoptr (TidePayload) cleared = NULL;
  TidePayload *without
      = tide_payload_replace_references (payload, self->kind, self->records, self->replacement);

  if (g_hash_table_size (self->sectors) > 0)
    {
      cleared = tide_payload_replace_references (without != NULL ? without : payload,
                                                 TIDE_RECORD_SECTOR, self->sectors, NULL);
      if (cleared != NULL)
        {
          g_clear_pointer (&without, tide_payload_unref);
          without = g_steal_pointer (&cleared);
        }
    }

  if (without == NULL)
    return NULL;

  return tide_project_mend_shares (self->snapshot, without);
}

/* A record that goes itself needs no clearing. */
static gboolean
goes (const Deletion *self, TideRecordKind kind, const TidePayload *payload)
{
  return (kind == self->kind && g_hash_table_contains (self->records, payload->id))
         || (kind == TIDE_RECORD_SECTOR && g_hash_table_contains (self->sectors, payload->id));
}

/* Whether it has a reference at all that could have to be cleared. */
static gboolean
stop_at_target (TideRecordKind target, const char *id, gpointer data)
{
  return (*(const guint32 *) data & 1u << target) == 0;
}

static void
add_clearings (const Deletion *self, TideStep *step)
{
  guint32 targets = 1u << self->kind;

  if (g_hash_table_size (self->sectors) > 0)
    targets |= 1u << TIDE_RECORD_SECTOR;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *payloads = tide_snapshot_get_records (self->snapshot, kind);
      g_autoptr (GPtrArray) members
          = tide_shape_find_referring (tide_shape_for_kind (kind), targets);

      for (guint i = 0; members->len > 0 && i < payloads->len; i++)
        {
          const TidePayload *payload = g_ptr_array_index (payloads, i);
          TidePayload *without;

          if (tide_payload_foreach_reference_in (payload, members, stop_at_target, &targets)
              || goes (self, kind, payload))
            continue;

          without = dup_without (self, payload);
          if (without != NULL)
            tide_step_add_change (step, kind, payload, without, self->now);
        }
    }
}

/* From the end, so that each position is true as its edit applies. */
static void
add_removals (const Deletion *self, TideStep *step, TideRecordKind kind)
{
  const GPtrArray *payloads = tide_snapshot_get_records (self->snapshot, kind);
  guint n = g_hash_table_size (kind == self->kind ? self->records : self->sectors);

  for (guint i = payloads->len; n > 0 && i > 0; i--)
    {
      TidePayload *payload = g_ptr_array_index (payloads, i - 1);

      if (goes (self, kind, payload))
        {
          tide_step_remove_record (step, kind, payload, i - 1);
          n--;
        }
    }
}

static TideStep *
create_step (const Deletion *self, const char *const *ids)
{
  const guint n = g_hash_table_size (self->records);
  g_autofree char *count = g_strdup_printf ("%u", n);
  gpointer id = NULL;

  if (n != 1)
    return tide_step_new (self->kind == TIDE_RECORD_PROJECT ? "delete-projects" : "delete-records",
                          count, NULL);

  for (guint i = 0; id == NULL; i++)
    g_hash_table_lookup_extended (self->records, ids[i], &id, NULL);

  return tide_step_new_about ("delete", self->kind,
                              tide_snapshot_lookup (self->snapshot, self->kind, id));
}

/**
 * tide_deletion_new_step:
 * @snapshot: a register
 * @kind: kind of the records
 * @ids: (array zero-terminated=1): their ids; those that are gone are passed over
 * @replacement: (nullable): id of the record that takes their place wherever they are referred to;
 *   %NULL to clear the references
 * @now: when it is done, in seconds since 1970 UTC
 *
 * Makes the step that removes records, and the references to them. Entries that say nothing without
 * their reference go; shares that do not add up to 100 any more are cleared. With a taxonomy go its
 * sectors. Any thread may do it.
 *
 * Returns: (transfer full): the step
 */
TideStep *
tide_deletion_new_step (TideSnapshot *snapshot,
                        TideRecordKind kind,
                        const char *const *ids,
                        const char *replacement,
                        gint64 now)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sectors = g_hash_table_new (g_str_hash, g_str_equal);
  Deletion self = { snapshot, kind, records, sectors, replacement, now };
  TideStep *step;

  collect (&self, ids);
  step = create_step (&self, ids);
  add_clearings (&self, step);
  if (g_hash_table_size (sectors) > 0)
    add_removals (&self, step, TIDE_RECORD_SECTOR);
  add_removals (&self, step, kind);

  return step;
}
