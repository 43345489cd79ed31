/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define MAX_SHARE_DIGITS 6

static gboolean
read_date (const char *text, gboolean allow_quarter, TideDate *date)
{
  /* A spreadsheet program that has saved delimited text writes days as its country does. */
  if (!tide_date_parse (text, allow_quarter, date)
      && !(g_ascii_isdigit (text[3]) && tide_date_recognise (text, date)))
    return FALSE;

  return tide_date_is_real (date) && (allow_quarter || date->precision != TIDE_PRECISION_QUARTER);
}

static gboolean
read_time (const char *text, gint64 *seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  if (time == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (time);

  return TRUE;
}

static gboolean
read_boolean (const char *text, gboolean *boolean)
{
  *boolean = g_ascii_strcasecmp (text, "true") == 0;

  return *boolean || g_ascii_strcasecmp (text, "false") == 0;
}

/* A code of a later program is kept, and a word that is none is not taken for one. */
static gboolean
is_code (const char *text)
{
  return text[strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static gboolean
is_percentage (const TideExportCell *cell)
{
  return strcmp (cell->member->name, "share") == 0 || strcmp (cell->member->name, "rate") == 0;
}

static gboolean
read_decimal (const TideOwnSheet *sheet,
              const TideOwnColumn *column,
              const TideTable *table,
              guint row,
              TideDecimal *decimal)
{
  const TideExportCell *cell = tide_own_sheet_get_cell (sheet, column);
  const TideCellKind kind = tide_table_get_kind (table, row, column->column);

  /* 0.6 of a spreadsheet is 60 % or 0.6 %. */
  if (kind == (is_percentage (cell) ? TIDE_CELL_NUMBER : TIDE_CELL_PERCENT))
    return FALSE;

  return tide_own_number_read (table, row, column->column, sheet->decimal_sign, decimal)
         && (!(cell->member->flags & TIDE_MEMBER_SHARE) || decimal->scale <= MAX_SHARE_DIGITS);
}

static gboolean
read_count (const TideOwnSheet *sheet,
            const TideOwnColumn *column,
            const TideTable *table,
            guint row,
            TideCount *count)
{
  TideDecimal decimal;

  if (!tide_own_number_read (table, row, column->column, sheet->decimal_sign, &decimal)
      || decimal.scale > 0)
    return FALSE;

  *count = (TideCount) { decimal.mantissa, TRUE };

  return TRUE;
}

static gboolean
read_strings (const char *text, gboolean are_ids, TideValue *value)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  value->as.strings = tide_strings_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part == '\0')
        continue;
      if (are_ids && !tide_id_is_valid (part))
        return FALSE;
      g_ptr_array_add (value->as.strings,
                       are_ids ? g_ref_string_new_intern (part) : g_ref_string_new (part));
    }

  return TRUE;
}

static gboolean
read_value (const TideOwnSheet *sheet,
            const TideOwnColumn *column,
            const TideTable *table,
            guint row,
            const char *text,
            TideValue *value)
{
  switch (value->kind)
    {
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      tide_value_init_string (value, value->kind, text);
      return value->kind == TIDE_MEMBER_CODE ? is_code (text) : tide_id_is_valid (text);
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return read_date (text, value->kind == TIDE_MEMBER_PERIOD, &value->as.date);
    case TIDE_MEMBER_TIME:
      return read_time (text, &value->as.time);
    case TIDE_MEMBER_DECIMAL:
      return read_decimal (sheet, column, table, row, &value->as.decimal);
    case TIDE_MEMBER_COUNT:
      return read_count (sheet, column, table, row, &value->as.count);
    case TIDE_MEMBER_BOOLEAN:
      return read_boolean (text, &value->as.boolean);
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      return read_strings (text, value->kind == TIDE_MEMBER_REFERENCES, value);
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_TEXT:
    case TIDE_MEMBER_OBJECT:
    case TIDE_MEMBER_ENTRIES:
    default:
      tide_value_init_string (value, TIDE_MEMBER_STRING, text);
      return TRUE;
    }
}

/*
 * tide_own_cell_read:
 * @sheet: a sheet
 * @column: one of its columns, but not one of names
 * @table: the table
 * @row: a row of the sheet
 * @value: (out): what the cell says, to be cleared in any case; of one language of a text, a string
 * @reason: (out) (transfer full): why it is no such value
 *
 * Reads a cell as it was written. An empty one is a value that is not set.
 *
 * Returns: whether it could be read
 */
gboolean
tide_own_cell_read (const TideOwnSheet *sheet,
                    const TideOwnColumn *column,
                    const TideTable *table,
                    guint row,
                    TideValue *value,
                    char **reason)
{
  const TideExportCell *cell = tide_own_sheet_get_cell (sheet, column);
  const char *text = tide_table_get_text (table, row, column->column);

  *value = (TideValue) { .kind = cell->member->kind };
  if (cell->member->kind == TIDE_MEMBER_TEXT)
    value->kind = TIDE_MEMBER_STRING;
  if (text == NULL || *text == '\0')
    {
      if (value->kind == TIDE_MEMBER_BOOLEAN)
        value->as.boolean = (cell->member->flags & TIDE_MEMBER_TRUE) != 0;
      if (!(cell->member->flags & (TIDE_MEMBER_REQUIRED | TIDE_MEMBER_IMPLICIT)))
        return TRUE;
      /* Translators: %s is the title of a column, in English */
      *reason = g_strdup_printf (_ ("The column “%s” must not be empty."), cell->title);
      return FALSE;
    }

  if (tide_table_get_kind (table, row, column->column) != TIDE_CELL_ERROR
      && read_value (sheet, column, table, row, text, value))
    return TRUE;

  *reason
      /* Translators: what a cell says, and the title of its column, in English */
      = g_strdup_printf (_ ("“%s” is nothing that the column “%s” may hold."), text, cell->title);

  return FALSE;
}

/*
 * tide_own_cell_apply:
 * @cell: what a column is of
 * @path: the path of its member
 * @holder: a record or entry that is not sealed
 * @value: what tide_own_cell_read() has given
 *
 * Lets the record or entry say so.
 */
void
tide_own_cell_apply (const TideExportCell *cell,
                     const char *path,
                     TidePayload *holder,
                     const TideValue *value)
{
  g_auto (TideValue) text = { .kind = TIDE_MEMBER_TEXT };

  if (cell->member->kind != TIDE_MEMBER_TEXT)
    {
      tide_payload_set_value_at (holder, path, value);
      return;
    }

  tide_payload_get_value_at (holder, path, &text);
  tide_payload_set_string (cell->facet == TIDE_EXPORT_ENGLISH ? &text.as.text.en : &text.as.text.zh,
                           value->as.string);
  tide_payload_set_value_at (holder, path, &text);
}
