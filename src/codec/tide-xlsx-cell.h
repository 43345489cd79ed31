/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-spreadsheet.h"
#include "codec/tide-xlsx-place.h"
#include "codec/tide-xlsx-strings.h"
#include "codec/tide-xlsx-styles.h"
#include "codec/tide-xlsx-text.h"

G_BEGIN_DECLS

/**
 * TideXlsxBook:
 * @strings: the texts that cells share
 * @styles: the styles of cells
 * @is_1904: whether days are counted from 1904
 *
 * What the cells of all sheets refer to.
 */
typedef struct
{
  TideXlsxStrings *strings;
  TideXlsxStyles *styles;
  gboolean is_1904;
} TideXlsxBook;

/**
 * TideXlsxCell:
 * @place: where it is
 * @type: what the file says that its value is: n, s, str, inlineStr, b, e or d
 * @style: the number of its style
 * @value: what stands in it as its value
 * @formula: its formula, without the equals sign
 * @has_formula: whether it has one
 * @text: the text that stands in it
 *
 * A cell as it stands in the file.
 */
typedef struct
{
  TideXlsxPlace place;
  char type[12];
  guint style;
  GString *value;
  GString *formula;
  gboolean has_formula;
  TideXlsxText text;
} TideXlsxCell;

void tide_xlsx_cell_init (TideXlsxCell *self);
void tide_xlsx_cell_clear (TideXlsxCell *self);
void tide_xlsx_cell_reset (TideXlsxCell *self, const char *type, const char *style);
gboolean tide_xlsx_cell_resolve (const TideXlsxCell *self,
                                 const TideXlsxBook *book,
                                 TideSpreadsheetNotes *notes,
                                 GString *text,
                                 TideCellKind *kind,
                                 gboolean *is_number,
                                 GError **error);

G_END_DECLS
