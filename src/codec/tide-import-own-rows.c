/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* What rows say by themselves --------------------------------------------------------------- */

static gboolean
is_blank (const TideOwn *self, const TideOwnRow *row)
{
  for (guint i = 0; i < tide_table_get_row_length (self->work->table, row->row); i++)
    {
      const char *text = tide_table_get_text (self->work->table, row->row, i);

      if (text != NULL && *text != '\0')
        return FALSE;
    }

  return TRUE;
}

/*
 * tide_own_get_text:
 * @self: work
 * @row: a row
 * @column: a column, or %TIDE_OWN_NO_COLUMN
 *
 * Returns: (transfer none) (nullable): what it says, if anything
 */
const char *
tide_own_get_text (const TideOwn *self, const TideOwnRow *row, guint column)
{
  const char *text = column != TIDE_OWN_NO_COLUMN
                         ? tide_table_get_text (self->work->table, row->row, column)
                         : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

static void
check_cells (TideOwn *self, TideOwnRow *row)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TideOwnColumn *column = &g_array_index (sheet->columns, TideOwnColumn, i);
      g_auto (TideValue) value = { 0 };
      char *reason = NULL;

      if (tide_own_sheet_get_cell (sheet, column)->facet != TIDE_EXPORT_LABEL
          && !tide_own_cell_read (sheet, column, self->work->table, row->row, &value, &reason))
        tide_own_refuse (self, row, column->column, tide_own_get_text (self, row, column->column),
                         reason);
    }
}

static TideOwnRecord *
ensure_record (TideOwn *self, TideRecordKind kind, const char *id)
{
  TideOwnRecord *record = g_hash_table_lookup (self->records[kind], id);

  if (record != NULL)
    return record;

  record = g_new0 (TideOwnRecord, 1);
  record->before = tide_snapshot_lookup (self->work->snapshot, kind, id);
  g_hash_table_insert (self->records[kind], (gpointer) id, record);

  return record;
}

/*
 * tide_own_make_said:
 * @self: work
 * @row: a row
 * @payload: (transfer full): what has no values yet
 *
 * Returns: (transfer full): @payload with what the row says
 */
TidePayload *
tide_own_make_said (TideOwn *self, const TideOwnRow *row, TidePayload *payload)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TideOwnColumn *column = &g_array_index (sheet->columns, TideOwnColumn, i);
      const TideExportCell *cell = tide_own_sheet_get_cell (sheet, column);
      g_auto (TideValue) value = { 0 };
      g_autofree char *reason = NULL;

      if (cell->facet != TIDE_EXPORT_LABEL
          && tide_own_cell_read (sheet, column, self->work->table, row->row, &value, &reason))
        tide_own_cell_apply (cell, column->path, payload, &value);
    }

  return payload;
}

static const char *
keep_id (TideOwn *self, char *id)
{
  g_autofree char *owned = id;

  return g_string_chunk_insert (self->ids, owned);
}

static void
find_record (TideOwn *self, TideOwnRow *row)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
  const char *text = tide_own_get_text (self, row, sheet->record_column);

  row->record = text;
  if (sheet->path == NULL && !sheet->shape->has_id)
    {
      g_autoptr (TidePayload) said = tide_payload_seal (
          tide_own_make_said (self, row, tide_payload_new (sheet->shape, NULL)));

      row->record = keep_id (self, tide_payload_dup_key (said));
    }
  else if (text == NULL && sheet->path == NULL)
    row->record = keep_id (self, tide_clock_dup_id (self->work->clock));
  else if (text == NULL || !tide_id_is_valid (text))
    tide_own_refuse (self, row, sheet->record_column, text,
                     /* Translators: what a cell says */
                     g_strdup_printf (_ ("“%s” is no id of a record."), text != NULL ? text : ""));
}

static void
add_row (TideOwn *self, guint sheet, guint index)
{
  TideOwnRow row = {
    .row = index, .sheet = sheet, .verdict = TIDE_IMPORT_UNCHANGED, .other = TIDE_IMPORT_NO_ROW
  };

  if (is_blank (self, &row))
    row.verdict = TIDE_IMPORT_BLANK;
  else
    {
      check_cells (self, &row);
      if (row.verdict != TIDE_IMPORT_REFUSED)
        find_record (self, &row);
    }
  g_array_append_val (self->rows, row);
}

/*
 * tide_own_add_rows:
 * @self: work
 * @of_records: whether the rows of records are meant, or those of their entries
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Reads rows, and refuses those with cells that cannot be.
 *
 * Returns: %FALSE with @error set
 */
gboolean
tide_own_add_rows (TideOwn *self, gboolean of_records, GError **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const TideOwnSheet *sheet = &g_array_index (self->sheets, TideOwnSheet, i);

      if ((sheet->path == NULL) != of_records)
        continue;
      for (guint row = sheet->header + 1; row < sheet->end; row++)
        {
          add_row (self, i, row);
          if (!tide_own_goes_on (self, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* What they say of others ------------------------------------------------------------------- */

/*
 * tide_own_row_is_taken:
 * @row: a row
 *
 * Returns: whether nothing speaks against it so far
 */
gboolean
tide_own_row_is_taken (const TideOwnRow *row)
{
  return row->verdict != TIDE_IMPORT_REFUSED && row->verdict != TIDE_IMPORT_REPEATED
         && row->verdict != TIDE_IMPORT_BLANK;
}

static char *
dup_row_key (TideOwn *self, const TideOwnRow *row)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
  const char *entry = tide_own_get_text (self, row, sheet->entry_column);
  g_autofree char *key = NULL;

  if (sheet->path == NULL)
    return g_strdup_printf ("%u %s", sheet->type, row->record);
  if (sheet->shape->has_id && entry == NULL)
    return NULL;
  if (!sheet->shape->has_id)
    {
      g_autoptr (TidePayload) said = tide_payload_seal (
          tide_own_make_said (self, row, tide_payload_new (sheet->shape, NULL)));

      key = tide_payload_dup_key (said);
    }

  return g_strdup_printf ("%u %s %s", sheet->type, row->record, key != NULL ? key : entry);
}

/*
 * tide_own_find_repeats:
 * @self: work with all its rows
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds rows of the same record or entry, and which records have rows of their own.
 *
 * Returns: %FALSE with @error set
 */
gboolean
tide_own_find_repeats (TideOwn *self, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TideOwnRow *row = &g_array_index (self->rows, TideOwnRow, i);
      g_autofree char *key = tide_own_row_is_taken (row) ? dup_row_key (self, row) : NULL;
      gpointer other;

      if (key != NULL && g_hash_table_lookup_extended (keys, key, NULL, &other))
        {
          row->verdict = TIDE_IMPORT_REPEATED;
          row->other = GPOINTER_TO_UINT (other);
        }
      else if (key != NULL)
        g_hash_table_insert (keys, g_steal_pointer (&key), GUINT_TO_POINTER (row->row));
      if (tide_own_row_is_taken (row))
        {
          const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
          TideOwnRecord *record = ensure_record (self, sheet->kind, row->record);

          record->is_told = record->is_told || sheet->path == NULL;
        }
      if (!tide_own_goes_on (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_record (const TideOwn *self, TideRecordKind kind, const char *id)
{
  const TideOwnRecord *record = g_hash_table_lookup (self->records[kind], id);

  return record != NULL ? record->before != NULL || record->is_told
                        : tide_snapshot_lookup (self->work->snapshot, kind, id) != NULL;
}

static void
check_reference (
    TideOwn *self, TideOwnRow *row, const TideExportCell *cell, guint column, const char *id)
{
  if (has_record (self, cell->member->target, id))
    return;

  tide_own_refuse (
      self, row, column, id,
      /* Translators: an id, and the title of a column, in English */
      g_strdup_printf (_ ("There is no “%s”, which the column “%s” names."), id, cell->title));
}

static void
check_name (TideOwn *self, TideOwnRow *row, const TideOwnColumn *column)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
  const char *name = tide_own_get_text (self, row, column->other);

  if (name == NULL || tide_own_get_text (self, row, column->column) != NULL)
    return;

  tide_own_refuse (self, row, column->other, name,
                   /* Translators: a name, and the title of the column that is empty, in English */
                   g_strdup_printf (_ ("“%s” is named, and the column “%s” has no id."), name,
                                    tide_own_sheet_get_cell (sheet, column)->title));
}

static void
check_references (TideOwn *self, TideOwnRow *row)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

  if (sheet->path != NULL && !has_record (self, sheet->kind, row->record))
    tide_own_refuse (self, row, sheet->record_column, row->record,
                     /* Translators: the id that a cell says */
                     g_strdup_printf (_ ("There is no record “%s”."), row->record));

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TideOwnColumn *column = &g_array_index (sheet->columns, TideOwnColumn, i);
      const TideExportCell *cell = tide_own_sheet_get_cell (sheet, column);
      g_auto (TideValue) value = { 0 };
      g_autofree char *reason = NULL;

      if (cell->facet != TIDE_EXPORT_VALUE
          || (cell->member->kind != TIDE_MEMBER_REFERENCE
              && cell->member->kind != TIDE_MEMBER_REFERENCES))
        continue;

      check_name (self, row, column);
      tide_own_cell_read (sheet, column, self->work->table, row->row, &value, &reason);
      if (value.kind == TIDE_MEMBER_REFERENCE && value.as.string != NULL)
        check_reference (self, row, cell, column->column, value.as.string);
      for (guint j = 0;
           value.kind == TIDE_MEMBER_REFERENCES && j < tide_entries_get_n (value.as.strings); j++)
        check_reference (self, row, cell, column->column, g_ptr_array_index (value.as.strings, j));
    }
}

/*
 * tide_own_check_references:
 * @self: work whose repeats are found
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Refuses rows that refer to nothing, again and again, as a row that is refused may have been what
 * others refer to.
 *
 * Returns: %FALSE with @error set
 */
gboolean
tide_own_check_references (TideOwn *self, GError **error)
{
  gboolean is_again = TRUE;

  while (is_again)
    {
      is_again = FALSE;
      for (guint i = 0; i < self->rows->len; i++)
        {
          TideOwnRow *row = &g_array_index (self->rows, TideOwnRow, i);
          const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

          if (tide_own_row_is_taken (row))
            check_references (self, row);
          if (row->verdict == TIDE_IMPORT_REFUSED && row->record != NULL && sheet->path == NULL)
            {
              TideOwnRecord *record = g_hash_table_lookup (self->records[sheet->kind], row->record);

              is_again = is_again || (record != NULL && record->is_told);
              if (record != NULL)
                record->is_told = FALSE;
            }
          if (!tide_own_goes_on (self, error))
            return FALSE;
        }
    }

  return TRUE;
}
