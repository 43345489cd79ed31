/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-archive.h"

G_BEGIN_DECLS

/**
 * TideXlsxSheet:
 * @name: what the sheet is called
 * @part: the part of the archive that has its cells
 * @is_hidden: whether spreadsheet programs hide it
 */
typedef struct
{
  char *name;
  char *part;
  gboolean is_hidden;
} TideXlsxSheet;

/**
 * TideXlsxWorkbook:
 * @sheets: (element-type TideXlsxSheet): those that have cells, in their order
 * @strings: (nullable): the part of the texts that cells share
 * @styles: (nullable): the part of the styles of cells
 * @is_1904: whether days are counted from 1904
 *
 * Which parts of an archive are what of a spreadsheet.
 */
typedef struct
{
  GPtrArray *sheets;
  char *strings;
  char *styles;
  gboolean is_1904;
} TideXlsxWorkbook;

TideXlsxWorkbook *
tide_xlsx_workbook_read (TideArchive *archive, GCancellable *cancellable, GError **error);
void tide_xlsx_workbook_free (TideXlsxWorkbook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideXlsxWorkbook, tide_xlsx_workbook_free)

G_END_DECLS
