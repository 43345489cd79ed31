/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes an archive of parts: name, contents, name, contents …, ended by NULL. */
GBytes *tide_xlsx_fixture_pack (const char *name, ...) G_GNUC_NULL_TERMINATED;

/* Makes a spreadsheet of one sheet as Excel packs it; @strings and @styles may be NULL for none.
 * @data is what stands within the element of the worksheet. */
GBytes *tide_xlsx_fixture_make (const char *data, const char *strings, const char *styles);

/* What the sheets of the same name have in common. */
#define TIDE_XLSX_FIXTURE_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TIDE_XLSX_FIXTURE_LINK "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TIDE_XLSX_FIXTURE_PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* The parts that lead from the archive to the sheet. */
#define TIDE_XLSX_FIXTURE_ROOT                                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Relationships "               \
  "xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE                                                             \
  "\"><Relationship Id=\"rId1\" Type=\"" TIDE_XLSX_FIXTURE_LINK                                    \
  "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
#define TIDE_XLSX_FIXTURE_WORKBOOK                                                                 \
  "<workbook xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\" xmlns:r=\"" TIDE_XLSX_FIXTURE_LINK               \
  "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define TIDE_XLSX_FIXTURE_LINKS                                                                    \
  "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE                                              \
  "\"><Relationship Id=\"rId1\" Type=\"" TIDE_XLSX_FIXTURE_LINK                                    \
  "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"

G_END_DECLS
