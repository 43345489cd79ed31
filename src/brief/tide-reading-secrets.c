/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

/**
 * tide_reader_hides:
 * @self: a reader
 * @record: a record
 *
 * Returns: whether its names may not be told: a confidential project, or a party that is known from
 *   such projects alone
 */
gboolean
tide_reader_hides (const TideReader *self, const TidePayload *record)
{
  if (self->includes_names)
    return FALSE;
  if (record->shape == tide_shape_for_kind (TIDE_RECORD_PARTY))
    return g_hash_table_contains (self->hidden_parties, record->id);

  return record->shape == &tide_shape_project && TIDE_PROJECT_PAYLOAD (record)->confidential;
}

/**
 * tide_reader_is_withheld:
 * @self: a reader
 * @kind: kind of a record
 * @record: (nullable): its id
 *
 * Returns: whether what the register says of it may not be told
 */
gboolean
tide_reader_is_withheld (const TideReader *self, TideRecordKind kind, const char *record)
{
  const TidePayload *payload = NULL;

  if (record != NULL && kind == TIDE_RECORD_PROJECT)
    payload = tide_snapshot_lookup (self->snapshot, kind, record);

  return payload != NULL && tide_reader_hides (self, payload);
}
