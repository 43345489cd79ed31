/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-private.h"

#include <string.h>

/* Digits between two signs where thousands are set apart, which Tideline never does. */
#define GROUP 3

static gboolean
is_number (const TideExportCell *cell)
{
  return cell->member->kind == TIDE_MEMBER_DECIMAL || cell->member->kind == TIDE_MEMBER_COUNT;
}

/* Whether another program may have written it with its thousands set apart: "1,234". */
static gboolean
may_be_grouped (const char *text)
{
  const gsize n = strspn (text + (*text == '-'), "0123456789");
  const char *rest = text + (*text == '-') + n;

  return n > 0 && n <= GROUP && text[*text == '-'] != '0'
         && strspn (rest + 1, "0123456789") == GROUP && strchr ("%", rest[1 + GROUP]) != NULL;
}

static gboolean
has_long_run (const char *text)
{
  return strspn (text + (*text == '-'), "0123456789") > GROUP;
}

/*
 * tide_own_number_find_sign:
 * @table: a table
 * @sheet: a sheet of it
 *
 * Returns: what the numbers of the sheet have before their fractions; 0 where some have a comma,
 *   and it may set thousands apart
 */
char
tide_own_number_find_sign (const TideTable *table, const TideOwnSheet *sheet)
{
  gboolean has_comma = FALSE;
  gboolean is_plain = FALSE;

  for (guint i = 0; i < sheet->columns->len && !is_plain; i++)
    {
      const TideOwnColumn *column = &g_array_index (sheet->columns, TideOwnColumn, i);

      if (!is_number (tide_own_sheet_get_cell (sheet, column)))
        continue;
      for (guint row = sheet->header + 1; row < sheet->end && !is_plain; row++)
        {
          const char *text = tide_table_get_text (table, row, column->column);

          if (text == NULL || tide_table_get_kind (table, row, column->column) != TIDE_CELL_TEXT)
            continue;
          has_comma = has_comma || strchr (text, ',') != NULL;
          is_plain = has_long_run (text) || (strchr (text, ',') != NULL && !may_be_grouped (text));
        }
    }

  return is_plain || !has_comma ? ',' : '\0';
}

/* A spreadsheet's number may have an exponent. */
static gboolean
move_point (TideDecimal *decimal, const char *text)
{
  gint64 exponent;

  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text + 1 + (text[1] == '+'), 10, -TIDE_DECIMAL_MAX_SCALE,
                                 TIDE_DECIMAL_MAX_SCALE, &exponent, NULL))
    return FALSE;

  for (; exponent < 0; exponent++)
    if (decimal->scale++ == TIDE_DECIMAL_MAX_SCALE)
      return FALSE;
  for (; exponent > 0; exponent--)
    if (decimal->scale > 0)
      decimal->scale--;
    else if (__builtin_mul_overflow (decimal->mantissa, 10, &decimal->mantissa))
      return FALSE;

  return TRUE;
}

/*
 * tide_own_number_read:
 * @table: a table
 * @row: a row
 * @column: a column
 * @sign: what stands before fractions beside a point; 0 for nothing
 * @decimal: (out): the number
 *
 * Reads a number as Tideline writes it: without a unit and without anything between its thousands.
 * A percentage has its sign or not.
 *
 * Returns: whether the cell has one
 */
gboolean
tide_own_number_read (
    const TideTable *table, guint row, guint column, char sign, TideDecimal *decimal)
{
  g_autofree char *text = g_strdup (tide_table_get_text (table, row, column));
  const gsize length = strlen (text);
  char *exponent = NULL;

  if (length > 0 && text[length - 1] == '%')
    text[length - 1] = '\0';
  if (sign != '\0' && strchr (text, '.') == NULL)
    g_strdelimit (text, (const char[]) { sign, '\0' }, '.');
  if (tide_table_get_kind (table, row, column) != TIDE_CELL_TEXT)
    exponent = strpbrk (text, "eE");
  if (exponent != NULL)
    {
      g_autofree char *moved = g_strdup (exponent);

      *exponent = '\0';
      return tide_decimal_parse (text, decimal) == TIDE_DECIMAL_OK && move_point (decimal, moved);
    }

  return tide_decimal_parse (text, decimal) == TIDE_DECIMAL_OK;
}
