/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TIDE_XLSX_MAX_COLUMNS:
 *
 * How many columns a sheet may have: A to XFD.
 */
#define TIDE_XLSX_MAX_COLUMNS 16384
#define TIDE_XLSX_MAX_ROWS 1048576

/**
 * TideXlsxPlace:
 * @row: from 1
 * @column: from 0
 *
 * The place of a cell in a sheet.
 */
typedef struct
{
  guint row;
  guint column;
} TideXlsxPlace;

/**
 * TideXlsxRange:
 * @first: the cell at the top and the left
 * @last: the cell at the bottom and the right
 *
 * A rectangle of cells.
 */
typedef struct
{
  TideXlsxPlace first;
  TideXlsxPlace last;
} TideXlsxRange;

gboolean tide_xlsx_row_parse (const char *text, guint *row);
gboolean tide_xlsx_place_parse (const char *text, TideXlsxPlace *place);
gboolean tide_xlsx_range_parse (const char *text, TideXlsxRange *range);
void tide_xlsx_place_format (const TideXlsxPlace *place, char *buffer, gsize size);

G_END_DECLS
