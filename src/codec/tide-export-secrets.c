/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-export-private.h"

#include "core/tide-hidden-parties.h"
#include "core/tide-record.h"

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
  *self = (TideExport) { .snapshot = snapshot, .options = options };
  self->hidden = options->includes_names ? g_hash_table_new (g_str_hash, g_str_equal)
                                         : tide_snapshot_list_hidden_parties (snapshot);
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
