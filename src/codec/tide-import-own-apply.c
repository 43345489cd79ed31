/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-private.h"

#include "codec/tide-xlsx-writer.h"

#include <string.h>

/* The entries of one list of a record. */
typedef struct
{
  TideOwnRecord *record;
  GPtrArray *entries; /* owned payloads */
  GHashTable *places; /* owned: keys to places among them, from 1 */
} OwnList;

static void
list_free (OwnList *list)
{
  g_ptr_array_unref (list->entries);
  g_hash_table_unref (list->places);
  g_free (list);
}

/* What they make of records ----------------------------------------------------------------- */

static gboolean
reads_true (const TideOwn *self, const TideOwnRow *row, const char *path)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TideOwnColumn *column = &g_array_index (sheet->columns, TideOwnColumn, i);

      if (strcmp (column->path, path) == 0)
        return g_ascii_strcasecmp (
                   tide_table_get_text (self->work->table, row->row, column->column), "true")
               == 0;
    }

  return FALSE;
}

/* A spreadsheet's number does not say whether it was written 1.5 or 1.50. */
static gboolean
is_same_number (const char *path, const TidePayload *holder, const TideDecimal *decimal)
{
  g_auto (TideValue) before = { .kind = TIDE_MEMBER_DECIMAL };

  tide_payload_get_value_at (holder, path, &before);

  return before.as.decimal.is_set && decimal->is_set
         && tide_decimal_compare (&before.as.decimal, decimal) == 0;
}

static gboolean
is_same_text (const char *before, const char *text)
{
  g_autoptr (GString) lines = g_string_new (before);

  if (g_utf8_strlen (text, -1) == TIDE_XLSX_MAX_TEXT && g_str_has_prefix (before, text))
    return TRUE;
  if (strchr (before, '\r') == NULL)
    return FALSE;

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);

  return strcmp (lines->str, text) == 0;
}

static gboolean
is_same_name (const TideExportCell *cell,
              const char *path,
              const TidePayload *holder,
              const char *text)
{
  g_auto (TideValue) before = { .kind = TIDE_MEMBER_TEXT };
  const char *name;

  tide_payload_get_value_at (holder, path, &before);
  name = cell->facet == TIDE_EXPORT_ENGLISH ? before.as.text.en : before.as.text.zh;

  return name != NULL && is_same_text (name, text);
}

/* Whether the cell says less than what there is because tables do not hold it: names that are
 * confidential, parties of confidential projects, the end of a long text, how its
 * lines end, the last zeros of a number. */
static gboolean
is_withheld (const TideOwn *self,
             const TideOwnRow *row,
             const TideExportCell *cell,
             const char *path,
             const TidePayload *holder,
             const TideValue *value)
{
  g_auto (TideValue) before = { .kind = TIDE_MEMBER_STRING };
  const char *text = value->kind == TIDE_MEMBER_STRING || value->kind == TIDE_MEMBER_REFERENCE
                         ? value->as.string
                         : NULL;

  if (cell->member->kind == TIDE_MEMBER_TEXT && text != NULL)
    return is_same_name (cell, path, holder, text);
  if (cell->member->kind == TIDE_MEMBER_TEXT)
    return tide_own_get_sheet (self, row)->type == TIDE_EXPORT_PROJECTS
           && reads_true (self, row, "confidential");
  if (value->kind == TIDE_MEMBER_DECIMAL)
    return is_same_number (path, holder, &value->as.decimal);
  if (value->kind != TIDE_MEMBER_STRING && value->kind != TIDE_MEMBER_REFERENCE)
    return FALSE;

  tide_payload_get_value_at (holder, path, &before);
  if (before.as.string == NULL)
    return FALSE;
  if (value->kind == TIDE_MEMBER_REFERENCE)
    return text == NULL && cell->member->target == TIDE_RECORD_PARTY
           && g_hash_table_contains (self->export.hidden, before.as.string);

  return text != NULL && is_same_text (before.as.string, text);
}

static void
apply_cells (TideOwn *self, const TideOwnRow *row, TidePayload *holder)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TideOwnColumn *column = &g_array_index (sheet->columns, TideOwnColumn, i);
      const TideExportCell *cell = tide_own_sheet_get_cell (sheet, column);
      g_auto (TideValue) value = { 0 };
      g_autofree char *reason = NULL;

      if (cell->facet == TIDE_EXPORT_LABEL)
        continue;
      tide_own_cell_read (sheet, column, self->work->table, row->row, &value, &reason);
      if (!is_withheld (self, row, cell, column->path, holder, &value))
        tide_own_cell_apply (cell, column->path, holder, &value);
    }
}

static TidePayload *
ensure_after (const TideOwnRow *row, const TideOwnSheet *sheet, TideOwnRecord *record)
{
  if (record->after == NULL)
    record->after
        = record->before != NULL
              ? tide_payload_copy (record->before)
              : tide_payload_new (tide_shape_for_kind (sheet->kind),
                                  tide_shape_for_kind (sheet->kind)->has_id ? row->record : NULL);

  return record->after;
}

static void
apply_record (TideOwn *self, TideOwnRow *row)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
  TideOwnRecord *record = g_hash_table_lookup (self->records[sheet->kind], row->record);

  apply_cells (self, row, ensure_after (row, sheet, record));
}

static OwnList *
list_new (const TideOwnRow *row, const TideOwnSheet *sheet, TideOwnRecord *record)
{
  OwnList *self = g_new0 (OwnList, 1);
  g_auto (TideValue) value = { .kind = TIDE_MEMBER_ENTRIES };

  self->record = record;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tide_payload_get_value_at (ensure_after (row, sheet, record), sheet->path, &value);
  for (guint i = 0; i < tide_entries_get_n (value.as.entries); i++)
    {
      TidePayload *entry = g_ptr_array_index (value.as.entries, i);

      g_ptr_array_add (self->entries, tide_payload_ref (entry));
      g_hash_table_insert (self->places, tide_payload_dup_key (entry), GUINT_TO_POINTER (i + 1));
    }

  return self;
}

static void
list_end (OwnList *self, const char *path)
{
  TideValue value = { .kind = TIDE_MEMBER_ENTRIES };

  value.as.entries = self->entries;
  tide_payload_set_value_at (self->record->after, path, &value);
}

static guint
find_entry (TideOwn *self, const TideOwnRow *row, OwnList *list, const char *id)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
  g_autoptr (TidePayload) said = NULL;
  g_autofree char *key = NULL;

  if (sheet->shape->has_id)
    return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (list->places, id)) : 0;

  said = tide_payload_seal (tide_own_make_said (self, row, tide_payload_new (sheet->shape, NULL)));
  key = tide_payload_dup_key (said);

  return GPOINTER_TO_UINT (g_hash_table_lookup (list->places, key));
}

static void
apply_entry (TideOwn *self, TideOwnRow *row, GHashTable *lists)
{
  const TideOwnSheet *sheet = tide_own_get_sheet (self, row);
  TideOwnRecord *record = g_hash_table_lookup (self->records[sheet->kind], row->record);
  OwnList *list = g_hash_table_lookup (lists, record);
  const char *id = tide_own_get_text (self, row, sheet->entry_column);
  g_autofree char *new_id = NULL;
  TidePayload *entry;
  guint place;

  if (list == NULL)
    {
      list = list_new (row, sheet, record);
      g_hash_table_insert (lists, record, list);
    }
  place = find_entry (self, row, list, id);
  if (id == NULL && sheet->shape->has_id)
    id = new_id = tide_clock_dup_id (self->work->clock);

  entry = place > 0 ? tide_payload_copy (g_ptr_array_index (list->entries, place - 1))
                    : tide_payload_new (sheet->shape, sheet->shape->has_id ? id : NULL);
  apply_cells (self, row, entry);
  entry = tide_payload_seal (entry);
  row->is_changed
      = place == 0 || !tide_payload_equal (entry, g_ptr_array_index (list->entries, place - 1));
  if (place > 0)
    {
      tide_payload_unref (g_ptr_array_index (list->entries, place - 1));
      list->entries->pdata[place - 1] = entry;
    }
  else
    g_ptr_array_add (list->entries, entry);
}

static void
end_lists (GHashTable *lists, const char *path)
{
  GHashTableIter iter;
  gpointer list;

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    list_end (list, path);
  g_hash_table_remove_all (lists);
}

/*
 * tide_own_apply_rows:
 * @self: work whose references are checked
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Makes of records what the rows that are taken say.
 *
 * Returns: %FALSE with @error set
 */
gboolean
tide_own_apply_rows (TideOwn *self, GError **error)
{
  g_autoptr (GHashTable) lists
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) list_free);
  const TideOwnSheet *before = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TideOwnRow *row = &g_array_index (self->rows, TideOwnRow, i);
      const TideOwnSheet *sheet = tide_own_get_sheet (self, row);

      if (before != NULL && before != sheet)
        end_lists (lists, before->path);
      before = sheet;
      if (tide_own_row_is_taken (row) && sheet->path == NULL)
        apply_record (self, row);
      else if (tide_own_row_is_taken (row))
        apply_entry (self, row, lists);
      if (!tide_own_goes_on (self, error))
        return FALSE;
    }
  if (before != NULL)
    end_lists (lists, before->path);

  return TRUE;
}

/* Somebody may have changed the table, and not the time. */
static gboolean
keeps_time (const TideOwnRecord *record)
{
  return record->before != NULL && record->before->shape == &tide_shape_project
         && !tide_payload_equal (record->before, record->after)
         && TIDE_PROJECT_PAYLOAD (record->after)->updated
                == TIDE_PROJECT_PAYLOAD (record->before)->updated;
}

static void
seal_record (TideOwn *self, TideOwnRecord *record)
{
  TidePayload *touched;

  if (record->after == NULL)
    return;

  record->after = tide_payload_seal (record->after);
  if (!keeps_time (record))
    return;

  touched = tide_payload_copy (record->after);
  ((TideProjectPayload *) touched)->updated = self->work->now;
  tide_payload_unref (record->after);
  record->after = tide_payload_seal (touched);
}

/*
 * tide_own_seal_records:
 * @self: work whose rows are applied
 */
void
tide_own_seal_records (TideOwn *self)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, self->records[i]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        seal_record (self, record);
    }
}

/*
 * tide_own_forget_records:
 * @self: work
 *
 * Forgets what rows have made of records.
 */
void
tide_own_forget_records (TideOwn *self)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, self->records[i]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        g_clear_pointer (&((TideOwnRecord *) record)->after, tide_payload_unref);
    }
}
