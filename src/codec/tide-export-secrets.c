/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-private.h"

#include "core/tide-record.h"

/* Adds the parties of projects, of those that are told or of the others. */
static void
collect_parties (const TideExport *self, gboolean is_told, GHashTable *parties)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (tide_export_withholds (self, &project->base) == is_told)
        continue;
      for (guint j = 0; j < tide_entries_get_n (project->parties); j++)
        {
          const TideParticipation *entry = g_ptr_array_index (project->parties, j);

          g_hash_table_add (parties, entry->party);
        }
    }
}

/*
 * tide_export_init:
 * @self: a register that is to be written
 * @snapshot: it
 * @options: what is written, and how
 *
 * Finds the parties that are known from confidential projects alone.
 */
void
tide_export_init (TideExport *self, TideSnapshot *snapshot, const TideExportOptions *options)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer party;

  *self = (TideExport) { .snapshot = snapshot, .options = options };
  self->hidden = g_hash_table_new (g_str_hash, g_str_equal);
  collect_parties (self, FALSE, self->hidden);
  collect_parties (self, TRUE, told);

  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &party, NULL))
    g_hash_table_remove (self->hidden, party);
}

/*
 * tide_export_clear:
 * @self: a register that was written
 */
void
tide_export_clear (TideExport *self)
{
  g_hash_table_unref (self->hidden);
}

/*
 * tide_export_withholds:
 * @self: a register that is written
 * @record: a record
 *
 * Returns: whether it is a confidential project, whose names and parties are not told
 */
gboolean
tide_export_withholds (const TideExport *self, const TidePayload *record)
{
  return record->shape == &tide_shape_project && TIDE_PROJECT_PAYLOAD (record)->confidential
         && !self->options->includes_names;
}

/*
 * tide_export_get_record_label:
 * @self: a register that is written
 * @record: a record
 *
 * Returns: (nullable): what to call it; of a confidential project, the code name or nothing
 */
const char *
tide_export_get_record_label (const TideExport *self, const TidePayload *record)
{
  if (tide_export_withholds (self, record))
    return TIDE_PROJECT_PAYLOAD (record)->code_name;

  return tide_payload_get_label (record, self->options->language);
}

/*
 * tide_export_get_label:
 * @self: a register that is written
 * @kind: a kind of record
 * @id: id of one that is referred to
 *
 * Returns: (nullable): what to call it; its id where it does not exist or has no name
 */
const char *
tide_export_get_label (const TideExport *self, TideRecordKind kind, const char *id)
{
  const TidePayload *record = tide_snapshot_lookup (self->snapshot, kind, id);
  const char *label = record != NULL ? tide_export_get_record_label (self, record) : NULL;

  return label != NULL ? label : id;
}
