/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

/* What projects and each other refer to comes first. */
static const TideImportValueKind order[] = {
  TIDE_IMPORT_VALUE_SOURCE, TIDE_IMPORT_VALUE_PARTY, TIDE_IMPORT_VALUE_DIVISION,
  TIDE_IMPORT_VALUE_SECTOR, TIDE_IMPORT_VALUE_EVENT,
};

static void
add_made (TideStep *step, TideImportWork *work, TideImportValueKind kind)
{
  const TideRecordKind record = tide_import_value_kind_get_record (kind);
  guint position = tide_entries_get_n (tide_snapshot_get_records (work->snapshot, record));

  for (guint i = 0; i < tide_import_values_get_n (work->values); i++)
    {
      TideImportMeaning *meaning = &work->meanings[i];

      if (tide_import_values_get (work->values, i)->kind == kind && meaning->is_used
          && meaning->made != NULL)
        tide_step_add_record (step, record, tide_payload_seal (meaning->made), position++);
    }
}

static void
add_parties (TideStep *step, TideImportWork *work)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, work->parties);
  while (g_hash_table_iter_next (&iter, &id, &value))
    tide_step_add_difference (step, TIDE_RECORD_PARTY,
                              tide_snapshot_lookup (work->snapshot, TIDE_RECORD_PARTY, id),
                              tide_payload_seal (value));
}

static gboolean
add_projects (TideStep *step, TideImportWork *work, GCancellable *cancellable, GError **error)
{
  guint position
      = tide_entries_get_n (tide_snapshot_get_records (work->snapshot, TIDE_RECORD_PROJECT));

  for (guint i = 0; i < work->slots->len; i++)
    {
      const TideImportSlot *slot = &g_array_index (work->slots, TideImportSlot, i);

      if (slot->before == NULL)
        tide_step_add_record (step, TIDE_RECORD_PROJECT, (TidePayload *) slot->current, position++);
      else if (slot->before != slot->current)
        tide_step_add_difference (step, TIDE_RECORD_PROJECT, slot->before, slot->current);
      if (i % TIDE_IMPORT_ROWS_AT_ONCE == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_series (TideStep *step, TideImportWork *work)
{
  guint position
      = tide_entries_get_n (tide_snapshot_get_records (work->snapshot, TIDE_RECORD_INDICATOR));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, work->series);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TideImportSeries *series = value;

      tide_payload_seal (series->after);
      if (g_hash_table_size (series->rows) == 0)
        continue;
      if (series->before == NULL)
        tide_step_add_record (step, TIDE_RECORD_INDICATOR, series->after, position++);
      else
        tide_step_add_difference (step, TIDE_RECORD_INDICATOR, series->before, series->after);
    }
}

static guint
count_taken (const TideImportWork *work)
{
  guint n = 0;

  for (guint i = 0; i < work->rows->len; i++)
    {
      const TideImportRow *row = &g_array_index (work->rows, TideImportRow, i);

      n += row->verdict == TIDE_IMPORT_CREATED || row->verdict == TIDE_IMPORT_UPDATED;
    }

  return n;
}

/*
 * tide_import_step_new:
 * @work: work whose rows are all tried
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the one step that does all that rows say
 */
TideStep *
tide_import_step_new (TideImportWork *work, GCancellable *cancellable, GError **error)
{
  g_autofree char *count = g_strdup_printf ("%u", count_taken (work));
  g_autoptr (TideStep) step = tide_step_new ("import-rows", count, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_made (step, work, order[i]);
  add_parties (step, work);
  if (!add_projects (step, work, cancellable, error))
    return NULL;
  add_series (step, work);

  return g_steal_pointer (&step);
}

/* The register as it would be ----------------------------------------------------------------- */

static void
add_others (TideSnapshot *after, TideImportWork *work, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (work->snapshot, kind);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);
      const TidePayload *changed = NULL;

      if (kind == TIDE_RECORD_PROJECT)
        changed = g_array_index (work->slots, TideImportSlot, i).current;
      else if (kind == TIDE_RECORD_PARTY)
        changed = g_hash_table_lookup (work->parties, record->id);
      else if (kind == TIDE_RECORD_INDICATOR)
        {
          const TideImportSeries *series = g_hash_table_lookup (work->series, record->id);

          changed = series != NULL ? series->after : NULL;
        }
      tide_snapshot_add (after, kind, tide_payload_ref (changed != NULL ? changed : record));
    }
}

/*
 * tide_import_step_new_after:
 * @work: work whose rows are all tried
 * @step: what tide_import_step_new() has made of it
 *
 * Returns: (transfer full): the register as the step would make it
 */
TideSnapshot *
tide_import_step_new_after (TideImportWork *work, const TideStep *step)
{
  TideSnapshot *after = tide_snapshot_new ();

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind == TIDE_RECORD_REGISTER)
      tide_snapshot_add (after, kind,
                         tide_payload_ref (&tide_snapshot_get_settings (work->snapshot)->base));
    else
      add_others (after, work, (TideRecordKind) kind);
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->kind == TIDE_EDIT_ADD && edit->list == NULL)
        tide_snapshot_add (after, edit->record_kind, tide_payload_ref (edit->after.as.object));
    }
  tide_snapshot_set_day (after, tide_snapshot_get_day (work->snapshot));

  return after;
}
