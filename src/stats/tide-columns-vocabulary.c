/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-columns-private.h"

#include <string.h>

/* The records that rows depend on beside their project. */
static const TideRecordKind kinds[]
    = { TIDE_RECORD_REGISTER, TIDE_RECORD_RATE_SET, TIDE_RECORD_RATE, TIDE_RECORD_SECTOR,
        TIDE_RECORD_DIVISION, TIDE_RECORD_EVENT,    TIDE_RECORD_PARTY };

static GHashTable *
number_records (TideSnapshot *snapshot, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    g_hash_table_insert (positions, ((TidePayload *) g_ptr_array_index (records, i))->id,
                         GUINT_TO_POINTER (i + 1));

  return positions;
}

static GHashTable *
find_party_kinds (TideSnapshot *snapshot)
{
  const GPtrArray *parties = tide_snapshot_get_records (snapshot, TIDE_RECORD_PARTY);
  GHashTable *party_kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (parties); i++)
    {
      TidePartyPayload *party = g_ptr_array_index (parties, i);
      const int kind
          = party->kind != NULL ? tide_codes_find (TIDE_CODES_PARTY_KIND, party->kind) : -1;

      if (kind >= 0)
        g_hash_table_insert (party_kinds, party->base.id, GUINT_TO_POINTER ((guint) kind + 1));
    }

  return party_kinds;
}

/*
 * tide_column_vocabulary_new:
 * @snapshot: a register
 * @valuation: how its amounts are told
 *
 * Returns: (transfer full): what the rows of @snapshot point into
 */
TideColumnVocabulary *
tide_column_vocabulary_new (TideSnapshot *snapshot, const TideValuation *valuation)
{
  TideColumnVocabulary *self = g_new0 (TideColumnVocabulary, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->rates = tide_rates_new (snapshot, valuation->currency, valuation->rate_set);
  self->crosswalk = tide_crosswalk_new (snapshot, NULL);
  self->divisions = number_records (snapshot, TIDE_RECORD_DIVISION);
  self->events = number_records (snapshot, TIDE_RECORD_EVENT);
  self->party_kinds = find_party_kinds (snapshot);

  return self;
}

/*
 * tide_column_vocabulary_ref:
 * @self: a vocabulary
 *
 * Returns: (transfer full): @self
 */
TideColumnVocabulary *
tide_column_vocabulary_ref (TideColumnVocabulary *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/*
 * tide_column_vocabulary_unref:
 * @self: (transfer full): a vocabulary
 */
void
tide_column_vocabulary_unref (TideColumnVocabulary *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tide_rates_unref (self->rates);
  tide_crosswalk_free (self->crosswalk);
  g_hash_table_unref (self->divisions);
  g_hash_table_unref (self->events);
  g_hash_table_unref (self->party_kinds);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/*
 * tide_column_vocabulary_holds_for:
 * @self: a vocabulary
 * @snapshot: another snapshot of its register
 *
 * Returns: whether @snapshot has the very same one
 */
gboolean
tide_column_vocabulary_holds_for (TideColumnVocabulary *self, TideSnapshot *snapshot)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GPtrArray *before = tide_snapshot_get_records (self->snapshot, kinds[i]);
      const GPtrArray *now = tide_snapshot_get_records (snapshot, kinds[i]);
      const guint n = tide_entries_get_n (before);

      if (n != tide_entries_get_n (now)
          || (n > 0 && memcmp (before->pdata, now->pdata, n * sizeof *now->pdata) != 0))
        return FALSE;
    }

  return TRUE;
}
