/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/**
 * TideCsvStyle:
 * @separator: what stands between cells: a comma, a semicolon or a tabulator
 * @decimal_sign: a point or a comma
 * @has_bom: whether a byte order mark tells some programs that the text is UTF-8
 *
 * How delimited text is written.
 */
typedef struct
{
  char separator;
  char decimal_sign;
  gboolean has_bom;
} TideCsvStyle;

#define TIDE_CSV_STYLE_COMMA ((TideCsvStyle) { ',', '.', FALSE })
#define TIDE_CSV_STYLE_TAB ((TideCsvStyle) { '\t', '.', FALSE })

/**
 * TideCsvWriter:
 *
 * Writes a sheet as delimited text (RFC 4180): UTF-8, lines that end in CR LF, quotation marks
 * around what has need of them. Texts are guarded against being taken for formulas by programs that
 * open the file, with an apostrophe in front; numbers are not.
 */
#define TIDE_TYPE_CSV_WRITER (tide_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (TideCsvWriter, tide_csv_writer, TIDE, CSV_WRITER, TideTableWriter)

TideTableWriter *tide_csv_writer_new (const TideCsvStyle *style);

G_END_DECLS
