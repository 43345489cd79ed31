/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files as the programs write them that people use: the same three rows in each shape. */

#include "tide-xlsx-fixture.h"

#include "codec/tide-spreadsheet.h"

#include <xlsxwriter.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define STRICT "http://purl.oclc.org/ooxml/officeDocument/relationships"

/* The text and kind of each cell of the table that every shape has. */
static void
check_cell (const TideTable *table, guint row, guint column, TideCellKind kind, const char *text)
{
  g_assert_cmpstr (tide_table_get_text (table, row, column), ==, text);
  g_assert_cmpint (tide_table_get_kind (table, row, column), ==, kind);
}

static void
check_table (const TideTable *table)
{
  g_assert_cmpuint (tide_table_get_n_rows (table), ==, 3);
  check_cell (table, 0, 0, TIDE_CELL_TEXT, "项目名称");
  check_cell (table, 0, 1, TIDE_CELL_TEXT, "Amount");
  check_cell (table, 0, 2, TIDE_CELL_TEXT, "Date");
  check_cell (table, 1, 0, TIDE_CELL_TEXT, "机器人 Robots");
  check_cell (table, 1, 1, TIDE_CELL_NUMBER, "16.3");
  check_cell (table, 1, 2, TIDE_CELL_DATE, "2023-08-15");
  check_cell (table, 2, 0, TIDE_CELL_TEXT, "新能源");
  check_cell (table, 2, 1, TIDE_CELL_NUMBER, "27500000");
  check_cell (table, 2, 2, TIDE_CELL_DATE, "2023-08");
}

static void
check_file (GBytes *file, const char *sheet_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, &error);
  g_autoptr (TideTable) table = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (tide_spreadsheet_get_sheet_name (spreadsheet, 0), ==, sheet_name);
  g_assert_false (tide_spreadsheet_get_sheet_hidden (spreadsheet, 0));
  table = tide_spreadsheet_read_sheet (spreadsheet, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  check_table (table);
}

#define TYPES "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"

static void
test_excel (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_pack (
      "[Content_Types].xml", TYPES, "_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      "<workbook xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\" xmlns:r=\"" OFFICE "\" "
      "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
      "mc:Ignorable=\"x15\"><fileVersion appName=\"xl\"/><workbookPr "
      "defaultThemeVersion=\"166925\"/>"
      "<bookViews><workbookView/></bookViews><sheets><sheet name=\"项目 &amp; 计划\" sheetId=\"3\" "
      "r:id=\"rId1\"/><sheet name=\"Chart1\" sheetId=\"4\" r:id=\"rId4\"/><sheet name=\"字典\" "
      "sheetId=\"5\" state=\"veryHidden\" r:id=\"rId5\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE "\">"
      "<Relationship Id=\"rId3\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId4\" Type=\"" OFFICE "/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId5\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
      "<Relationship Id=\"rId6\" Type=\"" OFFICE "/externalLink\" TargetMode=\"External\" "
      "Target=\"file:///c:/other.xlsx\"/></Relationships>",
      "xl/worksheets/sheet1.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      "<worksheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\"><dimension ref=\"A1:C3\"/><sheetViews>"
      "<sheetView workbookViewId=\"0\"/></sheetViews><cols><col min=\"1\" max=\"1\" width=\"9\"/>"
      "</cols><sheetData><row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
      "t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\" spans=\"1:3\">"
      "<c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\"><v>16.299999999999997</v></c><c r=\"C2\" "
      "s=\"1\">"
      "<v>45153</v></c></row><row r=\"3\" spans=\"1:3\"><c r=\"A3\" t=\"s\"><v>4</v></c><c "
      "r=\"B3\">"
      "<f>B2*2</f><v>2.75E7</v></c><c r=\"C3\" s=\"2\"><v>45139</v></c></row></sheetData>"
      "<phoneticPr fontId=\"1\"/><pageMargins left=\"0.7\"/></worksheet>",
      "xl/worksheets/sheet2.xml",
      "<worksheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\"><sheetData/></worksheet>",
      "xl/sharedStrings.xml",
      "<sst xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\" count=\"5\" uniqueCount=\"5\"><si><t>项目名称</t>"
      "<phoneticPr fontId=\"1\" "
      "type=\"noConversion\"/></si><si><t>Amount</t></si><si><t>Date</t></si>"
      "<si><r><t>机器人</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> Robots</t></r></si>"
      "<si><t>新能源</t></si></sst>",
      "xl/styles.xml",
      "<styleSheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/>"
      "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"57\"/></cellXfs></styleSheet>",
      NULL);
  g_autoptr (TideSpreadsheet) spreadsheet = NULL;

  check_file (file, "项目 & 计划");
  spreadsheet = tide_spreadsheet_open (file, NULL, NULL);
  g_assert_cmpuint (tide_spreadsheet_get_n_sheets (spreadsheet), ==, 2);
  g_assert_cmpstr (tide_spreadsheet_get_sheet_name (spreadsheet, 1), ==, "字典");
  g_assert_true (tide_spreadsheet_get_sheet_hidden (spreadsheet, 1));
}

static void
test_libreoffice (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_pack (
      "_rels/.rels",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships "
      "xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE
      "\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/><Relationship "
      "Id=\"rId3\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE
      "\"><Relationship Id=\"rId1\" Type=\"" OFFICE
      "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId3\" Type=\"" OFFICE
      "/sharedStrings\" Target=\"sharedStrings.xml\"/>\n</Relationships>",
      "xl/workbook.xml",
      "<workbook xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\" xmlns:r=\"" OFFICE "\"><fileVersion "
      "appName=\"Calc\"/><workbookPr backupFile=\"false\" showObjects=\"all\" date1904=\"true\"/>"
      "<sheets><sheet name=\"Tabelle1\" sheetId=\"1\" state=\"visible\" r:id=\"rId2\"/></sheets>"
      "<calcPr iterateCount=\"100\"/></workbook>",
      "xl/styles.xml",
      "<styleSheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN
      "\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" "
      "formatCode=\"General\"/><numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/><numFmt "
      "numFmtId=\"166\" formatCode=\"[$-409]mmm\\ yyyy;@\"/></numFmts><cellStyleXfs><xf "
      "numFmtId=\"165\"/></cellStyleXfs><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "
      "numFmtId=\"166\"/></cellXfs></styleSheet>",
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\"><sheetPr filterMode=\"false\"/><dimension "
      "ref=\"A1:C3\"/><sheetData><row r=\"1\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\">"
      "<c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"0\" t=\"s\"><v>1</v></c><c r=\"C1\" "
      "s=\"0\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\" s=\"0\" t=\"s\"><v>3</v></c>"
      "<c r=\"B2\" s=\"0\" t=\"n\"><v>16.3</v></c><c r=\"C2\" s=\"1\" "
      "t=\"n\"><v>43691</v></c></row>"
      "<row r=\"3\"><c r=\"A3\" s=\"0\" t=\"str\"><f "
      "aca=\"false\">\"新\"&amp;\"能源\"</f><v>新能源</v>"
      "</c><c r=\"B3\" s=\"0\" t=\"n\"><v>27500000</v></c><c r=\"C3\" s=\"2\" "
      "t=\"n\"><v>43677</v></c>"
      "</row></sheetData></worksheet>",
      "xl/sharedStrings.xml",
      "<sst xmlns=\"" TIDE_XLSX_FIXTURE_MAIN
      "\"><si><t xml:space=\"preserve\">项目名称</t></si><si>"
      "<t xml:space=\"preserve\">Amount</t></si><si><t xml:space=\"preserve\">Date</t></si><si>"
      "<t xml:space=\"preserve\">机器人 Robots</t></si></sst>",
      NULL);

  check_file (file, "Tabelle1");
}

/* Names of its own, absolute targets, prefixes before all names, and a byte order mark. */
static void
test_wps (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_pack (
      "_rels/.rels",
      "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><Relationships "
      "xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE
      "\"><Relationship Target=\"/Book/Main.xml\" Type=\"" OFFICE
      "/officeDocument\" Id=\"R1\"/></Relationships>",
      "Book/_rels/Main.xml.rels",
      "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE "\"><Relationship Type=\"" OFFICE
      "/worksheet\" Target=\"/book/Sheets/./one/../first.xml\" Id=\"Rx\"/><Relationship "
      "Type=\"" OFFICE "/styles\" Target=\"/Book/look.xml\" Id=\"Ry\"/></Relationships>",
      "Book/Main.xml",
      "\xef\xbb\xbf<x:workbook xmlns:x=\"" TIDE_XLSX_FIXTURE_MAIN "\" xmlns:rel=\"" OFFICE
      "\"><x:workbookPr/><x:sheets><x:sheet name=\"Sheet1\" sheetId=\"1\" rel:id=\"Rx\"/>"
      "</x:sheets></x:workbook>",
      "Book/look.xml",
      "<x:styleSheet xmlns:x=\"" TIDE_XLSX_FIXTURE_MAIN "\"><x:numFmts><x:numFmt numFmtId=\"176\" "
      "formatCode=\"yyyy/m/d;@\"/><x:numFmt numFmtId=\"177\" "
      "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/></x:numFmts><x:cellXfs><x:xf "
      "numFmtId=\"0\"/><x:xf numFmtId=\"176\"/><x:xf numFmtId=\"177\"/></x:cellXfs></x:styleSheet>",
      "Book\\Sheets\\First.xml",
      "<x:worksheet xmlns:x=\"" TIDE_XLSX_FIXTURE_MAIN
      "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" "
      "t=\"inlineStr\"><x:is><x:t>项目名称</x:t></x:is></x:c><x:c r=\"B1\" "
      "t=\"inlineStr\"><x:is><x:t>"
      "Amount</x:t></x:is></x:c><x:c r=\"C1\" t=\"inlineStr\"><x:is><x:t>Date</x:t></x:is></x:c>"
      "</x:row><x:row r=\"2\"><x:c r=\"A2\" t=\"str\"><x:v>机器人 Robots</x:v></x:c><x:c r=\"B2\">"
      "<x:v>16.3</x:v></x:c><x:c r=\"C2\" s=\"1\"><x:v>45153</x:v></x:c></x:row><x:row "
      "r=\"3\"><x:c "
      "r=\"A3\" t=\"str\"><x:v>新能源</x:v></x:c><x:c r=\"B3\"><x:v>27500000</x:v></x:c><x:c "
      "r=\"C3\" "
      "s=\"2\"><x:v>45139</x:v></x:c></x:row></x:sheetData></x:worksheet>",
      NULL);

  check_file (file, "Sheet1");
}

/* As Google Sheets and small libraries write: no places of rows or cells, dates as ISO 8601, the
 * strict namespaces. */
static void
test_strict (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_pack (
      "_rels/.rels",
      "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE
      "\"><Relationship Id=\"rId1\" Type=\"" STRICT
      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE
      "\"><Relationship Id=\"rId1\" Type=\"" STRICT
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" STRICT
      "/styles\" Target=\"styles.xml\"/></Relationships>",
      "xl/workbook.xml",
      "<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" conformance=\"strict\" "
      "xmlns:r=\"" STRICT
      "\"><sheets><sheet name=\"工作表1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
      "</workbook>",
      "xl/styles.xml",
      "<styleSheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><cellXfs><xf/><xf "
      "numFmtId=\"17\"/></cellXfs></styleSheet>",
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData><row>"
      "<c t=\"inlineStr\"><is><t>项目名称</t></is></c><c t=\"inlineStr\"><is><t>Amount</t></is></c>"
      "<c t=\"inlineStr\"><is><t>Date</t></is></c></row><row><c t=\"inlineStr\"><is><t>机器人 "
      "Robots</t>"
      "</is></c><c><v>16.3</v></c><c t=\"d\"><v>2023-08-15</v></c></row><row><c "
      "t=\"inlineStr\"><is>"
      "<t>新能源</t></is></c><c><v>27500000</v></c><c s=\"1\"><v>45139</v></c></row></sheetData>"
      "</worksheet>",
      NULL);

  check_file (file, "工作表1");
}

static void
write_rows (lxw_workbook *workbook, lxw_worksheet *sheet)
{
  lxw_format *day = workbook_add_format (workbook);
  lxw_format *month = workbook_add_format (workbook);

  format_set_num_format (day, "yyyy-mm-dd");
  format_set_num_format (month, "mmm yyyy");
  worksheet_write_string (sheet, 0, 0, "项目名称", NULL);
  worksheet_write_string (sheet, 0, 1, "Amount", NULL);
  worksheet_write_string (sheet, 0, 2, "Date", NULL);
  worksheet_write_string (sheet, 1, 0, "机器人 Robots", NULL);
  worksheet_write_number (sheet, 1, 1, 16.3, NULL);
  worksheet_write_datetime (sheet, 1, 2, &(lxw_datetime) { 2023, 8, 15, 0, 0, 0 }, day);
  worksheet_write_string (sheet, 2, 0, "新能源", NULL);
  worksheet_write_number (sheet, 2, 1, 27500000, NULL);
  worksheet_write_datetime (sheet, 2, 2, &(lxw_datetime) { 2023, 8, 1, 0, 0, 0 }, month);
  worksheet_freeze_panes (sheet, 1, 0);
}

static GBytes *
write_with_library (guint8 constant_memory)
{
  const char *data = NULL;
  size_t length = 0;
  lxw_workbook_options options = { .constant_memory = constant_memory,
                                   .output_buffer = &data,
                                   .output_buffer_size = &length };
  lxw_workbook *workbook = workbook_new_opt (NULL, &options);

  write_rows (workbook, workbook_add_worksheet (workbook, "Projects"));
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  return g_bytes_new_with_free_func (data, length, free, (gpointer) data);
}

static void
test_library (void)
{
  g_autoptr (GBytes) file = write_with_library (LXW_FALSE);

  check_file (file, "Projects");
}

/* Texts in the cells themselves. */
static void
test_library_streaming (void)
{
  g_autoptr (GBytes) file = write_with_library (LXW_TRUE);

  check_file (file, "Projects");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spreadsheet/shapes/excel", test_excel);
  g_test_add_func ("/spreadsheet/shapes/libreoffice", test_libreoffice);
  g_test_add_func ("/spreadsheet/shapes/wps", test_wps);
  g_test_add_func ("/spreadsheet/shapes/strict", test_strict);
  g_test_add_func ("/spreadsheet/shapes/library", test_library);
  g_test_add_func ("/spreadsheet/shapes/library-streaming", test_library_streaming);

  return g_test_run ();
}
