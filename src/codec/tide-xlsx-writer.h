/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/* What a sheet of the format holds: rows with the header, and characters in a cell. */
#define TIDE_XLSX_MAX_ROWS 1048576
#define TIDE_XLSX_MAX_TEXT 32767

/* How many digits a number of the format has for sure. */
#define TIDE_XLSX_MAX_DIGITS 15

/**
 * TideXlsxWriter:
 *
 * Writes sheets as a workbook of Office Open XML: typed cells, days as dates, a header that stays
 * in sight and can be filtered by, and no formula whatever a text begins with. Dates coarser than a
 * day and numbers of more digits than the format has are written as text; texts that are too long
 * are cut. Used by one thread, from tide_xlsx_writer_new() to the end.
 */
#define TIDE_TYPE_XLSX_WRITER (tide_xlsx_writer_get_type ())
G_DECLARE_FINAL_TYPE (TideXlsxWriter, tide_xlsx_writer, TIDE, XLSX_WRITER, TideTableWriter)

TideTableWriter *tide_xlsx_writer_new (void);
gboolean tide_xlsx_holds_decimal (const TideDecimal *decimal);
gboolean tide_xlsx_holds_date (const TideDate *date);

G_END_DECLS
