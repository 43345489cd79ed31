/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-place.h"

/* Reads a row at @text and sets @text behind it. */
static gboolean
take_row (const char **text, guint *row)
{
  guint number = 0;

  if (**text < '1' || **text > '9')
    return FALSE;

  for (; g_ascii_isdigit (**text); (*text)++)
    {
      number = number * 10 + (guint) (**text - '0');
      if (number > TIDE_XLSX_MAX_ROWS)
        return FALSE;
    }
  *row = number;

  return TRUE;
}

static gboolean
take_column (const char **text, guint *column)
{
  guint number = 0;

  if (!g_ascii_isalpha (**text))
    return FALSE;

  for (; g_ascii_isalpha (**text); (*text)++)
    {
      number = number * 26 + (guint) (g_ascii_toupper (**text) - 'A') + 1;
      if (number > TIDE_XLSX_MAX_COLUMNS)
        return FALSE;
    }
  *column = number - 1;

  return TRUE;
}

static gboolean
take_place (const char **text, TideXlsxPlace *place)
{
  return take_column (text, &place->column) && take_row (text, &place->row);
}

/**
 * tide_xlsx_row_parse:
 * @text: the number of a row
 * @row: (out): the row, from 1
 *
 * Returns: %FALSE where it is none of a sheet
 */
gboolean
tide_xlsx_row_parse (const char *text, guint *row)
{
  return take_row (&text, row) && *text == '\0';
}

/**
 * tide_xlsx_place_parse:
 * @text: such as C12
 * @place: (out): the place
 *
 * Returns: %FALSE where it is none between A1 and XFD1048576
 */
gboolean
tide_xlsx_place_parse (const char *text, TideXlsxPlace *place)
{
  return take_place (&text, place) && *text == '\0';
}

/**
 * tide_xlsx_range_parse:
 * @text: such as A1:C12, or A1
 * @range: (out): the range
 *
 * Returns: %FALSE where it is none, or begins behind its end
 */
gboolean
tide_xlsx_range_parse (const char *text, TideXlsxRange *range)
{
  if (!take_place (&text, &range->first))
    return FALSE;

  range->last = range->first;
  if (*text == ':' && (text++, !take_place (&text, &range->last)))
    return FALSE;

  return *text == '\0' && range->first.row <= range->last.row
         && range->first.column <= range->last.column;
}

/**
 * tide_xlsx_place_format:
 * @place: a place
 * @buffer: (out caller-allocates): such as C12
 * @size: bytes of @buffer
 */
void
tide_xlsx_place_format (const TideXlsxPlace *place, char *buffer, gsize size)
{
  char letters[4] = { 0 };
  guint i = 3;

  for (guint left = place->column + 1; left > 0 && i > 0; left = (left - 1) / 26)
    letters[--i] = (char) ('A' + (left - 1) % 26);

  g_snprintf (buffer, size, "%s%u", letters + i, place->row);
}
