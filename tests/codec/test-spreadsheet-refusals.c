/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are damaged, hostile or something else are refused by name. */

#include "tide-xlsx-fixture.h"

#include "codec/tide-archive.h"
#include "codec/tide-spreadsheet.h"
#include "codec/tide-xml.h"
#include "core/tide-problem.h"

#include <string.h>

#define SHEET(rows) "<sheetData>" rows "</sheetData>"

/* Opens a file and reads its first sheet, which is refused at one of both. */
static void
check_refused (GBytes *file, TideProblemCode code, const char *named)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, &error);
  g_autoptr (TideTable) table = NULL;

  if (spreadsheet != NULL)
    table = tide_spreadsheet_read_sheet (spreadsheet, 0, NULL, NULL, NULL, NULL, &error);
  g_assert_null (table);
  g_assert_error (error, TIDE_PROBLEM_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, named));
}

typedef struct
{
  const char *name;
  const char *data; /* of the sheet */
  TideProblemCode code;
  const char *named; /* in the sentence */
} SheetCase;

static const SheetCase sheet_cases[] = {
  { "unknown-string", SHEET ("<row><c t=\"s\"><v>7</v></c></row>"), TIDE_PROBLEM_UNKNOWN_STRING,
    "A1" },
  { "bad-string", SHEET ("<row><c r=\"A1\" t=\"s\"><v>-1</v></c></row>"),
    TIDE_PROBLEM_UNKNOWN_STRING, "-1" },
  { "beyond-columns", SHEET ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"),
    TIDE_PROBLEM_BAD_CELL_PLACE, "XFE1" },
  { "beyond-rows", SHEET ("<row r=\"1048577\"><c><v>1</v></c></row>"), TIDE_PROBLEM_BAD_CELL_PLACE,
    "1048577" },
  { "behind-last-row", SHEET ("<row r=\"1048576\"/><row/>"), TIDE_PROBLEM_BAD_CELL_PLACE, "XFD" },
  { "behind-last-column", SHEET ("<row r=\"1\"><c r=\"XFD1\"/><c/></row>"),
    TIDE_PROBLEM_BAD_CELL_PLACE, "XFD" },
  { "no-place", SHEET ("<row r=\"1\"><c r=\"here\"><v>1</v></c></row>"),
    TIDE_PROBLEM_BAD_CELL_PLACE, "here" },
  { "row-again", SHEET ("<row r=\"2\"/><row r=\"2\"/>"), TIDE_PROBLEM_CELL_OUT_OF_ORDER, "2" },
  { "cell-again", SHEET ("<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>"),
    TIDE_PROBLEM_CELL_OUT_OF_ORDER, "A2" },
  { "other-row", SHEET ("<row r=\"2\"><c r=\"B3\"/></row>"), TIDE_PROBLEM_CELL_OUT_OF_ORDER, "B3" },
  { "bad-merge", SHEET ("") "<mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>",
    TIDE_PROBLEM_BAD_CELL_PLACE, "B2:A1" },
  { "many-columns", SHEET ("<row r=\"3\"><c r=\"NTQ3\"><v>1</v></c></row>"),
    TIDE_PROBLEM_TOO_MANY_COLUMNS, "10,000" },
  { "not-closed", "<sheetData><row>", TIDE_PROBLEM_BAD_XML, "xl/worksheets/sheet1.xml" },
  { "unknown-entity", SHEET ("<row><c><v>&lol;</v></c></row>"), TIDE_PROBLEM_BAD_XML, "line 1" },
  { "not-utf8", SHEET ("<row><c t=\"str\"><v>\xce\xc4</v></c></row>"), TIDE_PROBLEM_NOT_UTF8,
    "sheet1.xml" },
  { "declaration", "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>", TIDE_PROBLEM_XML_DECLARATION,
    "sheet1.xml" },
};

static void
test_sheet (gconstpointer data)
{
  const SheetCase *test = data;
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (test->data, NULL, NULL);

  check_refused (file, test->code, test->named);
}

static void
test_other_files (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    TideProblemCode code;
    const char *named;
  } cases[] = {
    { "", 0, TIDE_PROBLEM_EMPTY_FILE, "empty" },
    { "name,amount\n", 12, TIDE_PROBLEM_NOT_A_SPREADSHEET, ".xlsx" },
    { "PK\3\4 and no more", 16, TIDE_PROBLEM_TRUNCATED, "middle" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
      "W\0o\0r\0k\0b\0o\0o\0k\0",
      24, TIDE_PROBLEM_OTHER_SPREADSHEET, ".xls" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
      "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
      40, TIDE_PROBLEM_PASSWORD, "password" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 something", 18, TIDE_PROBLEM_NOT_A_SPREADSHEET, ".xlsx" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = g_bytes_new_static (cases[i].bytes, cases[i].length);

      check_refused (file, cases[i].code, cases[i].named);
    }
}

static void
check_packed (GBytes *packed, TideProblemCode code, const char *named)
{
  g_autoptr (GBytes) file = packed;

  check_refused (file, code, named);
}

static void
test_other_archives (void)
{
  check_packed (tide_xlsx_fixture_pack ("a.txt", "a", NULL), TIDE_PROBLEM_NOT_A_SPREADSHEET,
                ".xlsx");
  check_packed (tide_xlsx_fixture_pack ("content.xml", "<a/>", NULL),
                TIDE_PROBLEM_OTHER_SPREADSHEET, ".ods");
  check_packed (tide_xlsx_fixture_pack ("xl/workbook.bin", "b", NULL),
                TIDE_PROBLEM_OTHER_SPREADSHEET, ".xlsb");
  check_packed (tide_xlsx_fixture_pack ("_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, NULL),
                TIDE_PROBLEM_MISSING_PART, "xl/workbook.xml");
  check_packed (tide_xlsx_fixture_pack ("_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml",
                                        "<document/>", NULL),
                TIDE_PROBLEM_NOT_A_SPREADSHEET, ".xlsx");
  check_packed (tide_xlsx_fixture_pack ("_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml",
                                        TIDE_XLSX_FIXTURE_WORKBOOK, NULL),
                TIDE_PROBLEM_NO_SHEETS, "no sheets");
  check_packed (tide_xlsx_fixture_pack ("_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml",
                                        TIDE_XLSX_FIXTURE_WORKBOOK, "xl/_rels/workbook.xml.rels",
                                        TIDE_XLSX_FIXTURE_LINKS, NULL),
                TIDE_PROBLEM_MISSING_PART, "xl/worksheets/sheet1.xml");
  check_packed (tide_xlsx_fixture_pack ("_rels/.rels", "\xff\xfe<", NULL), TIDE_PROBLEM_NOT_UTF8,
                "_rels/.rels");
}

static void
test_names_of_parts (void)
{
  check_packed (tide_xlsx_fixture_pack ("../../etc/passwd", "a", NULL), TIDE_PROBLEM_UNSAFE_PART,
                "../../etc/passwd");
  check_packed (tide_xlsx_fixture_pack ("xl\\..\\..\\a", "a", NULL), TIDE_PROBLEM_UNSAFE_PART, "a");
  check_packed (tide_xlsx_fixture_pack ("xl/a.xml", "a", "XL/A.xml", "b", NULL),
                TIDE_PROBLEM_DUPLICATE_PART, "XL/A.xml");
}

/* A file with one byte changed, or cut off. */
static GBytes *
change_byte (GBytes *file, gsize offset, guint8 byte)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);
  guint8 *changed = g_memdup2 (data, length);

  g_assert_cmpuint (offset, <, length);
  changed[offset] = byte;

  return g_bytes_new_take (changed, length);
}

static gsize
find_bytes (GBytes *file, const char *mark)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  const char *found = memmem (data, length, mark, strlen (mark));

  g_assert_nonnull (found);

  return (gsize) (found - data);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (SHEET (""), NULL, NULL);
  /* The flags of the first part in the directory. */
  g_autoptr (GBytes) changed = change_byte (file, find_bytes (file, "PK\1\2") + 8, 1);

  check_refused (changed, TIDE_PROBLEM_PASSWORD, "password");
}

static void
test_many_parts (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (SHEET (""), NULL, NULL);
  gsize end = find_bytes (file, "PK\5\6");
  g_autoptr (GBytes) changed = change_byte (file, end + 11, 0x40);
  /* The size of the directory. */
  g_autoptr (GBytes) other = change_byte (file, end + 14, 0x90);

  check_refused (changed, TIDE_PROBLEM_TOO_MANY_PARTS, "10,000");
  check_refused (other, TIDE_PROBLEM_TRUNCATED, "middle");
}

/* Each byte of a file changed, and each beginning of it, is read or refused, and nothing else. */
static void
test_damage (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (
      SHEET ("<row><c t=\"s\"><v>0</v></c><c s=\"0\"><v>12.5</v></c></row>"),
      "<si><t>text</t></si>", "<cellXfs><xf numFmtId=\"14\"/></cellXfs>");
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr (GBytes) changed = change_byte (file, i, (guint8) (data[i] ^ 0x55));
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (changed, NULL, &error);
      g_autoptr (TideTable) table = NULL;
      g_autoptr (TideSpreadsheet) shorter = tide_spreadsheet_open (cut, NULL, NULL);

      g_assert_null (shorter);
      if (spreadsheet != NULL)
        table = tide_spreadsheet_read_sheet (spreadsheet, 0, NULL, NULL, NULL, NULL, &error);
      g_assert_true (table != NULL || error->domain == TIDE_PROBLEM_ERROR);
    }
}

static GBytes *
make_repeated (const char *before, const char *piece, gsize n_pieces, const char *after)
{
  g_autoptr (GString) data = g_string_new (before);

  for (gsize i = 0; i < n_pieces; i++)
    g_string_append (data, piece);
  g_string_append (data, after);

  return tide_xlsx_fixture_make (data->str, NULL, NULL);
}

static void
test_bombs (void)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *comment = g_strnfill (1024, ' ');

  check_packed (make_repeated ("", "<a>", 70, ""), TIDE_PROBLEM_TOO_DEEP, "64");
  check_packed (make_repeated (SHEET (""), comment, 12 * 1024, ""), TIDE_PROBLEM_STRING_TOO_LONG,
                "8 MB");
  check_packed (make_repeated (SHEET (""), "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/>", 1000000, ""),
                TIDE_PROBLEM_PACKED_TOO_TIGHT, "300");
  check_packed (make_repeated ("<sheetData><row r=\"9\"><c t=\"str\"><v>", megabyte, 2,
                               "</v></c></row></sheetData>"),
                TIDE_PROBLEM_CELL_TOO_LONG, "1 MB");
  check_packed (make_repeated ("<sheetData>", "<row><c r=\"\"/></row>", 1, "</sheetData>"),
                TIDE_PROBLEM_BAD_CELL_PLACE, "row 1");
}

static void
note_most (gsize done, gsize total, gpointer data)
{
  gsize *most = data;

  *most = MAX (*most, done);
}

/* A part whose own size says that it is a bomb is not unpacked at all. */
static void
test_declared (void)
{
  g_autoptr (GBytes) file
      = make_repeated (SHEET (""), "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/>", 1000000, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, &error);
  g_autoptr (TideTable) table = NULL;
  gsize most = 0;

  g_assert_no_error (error);
  table = tide_spreadsheet_read_sheet (spreadsheet, 0, note_most, &most, NULL, NULL, &error);
  g_assert_null (table);
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_PACKED_TOO_TIGHT);
  g_assert_cmpuint (most, <, 1024);
}

/* The elements of all parts count, those of a part that is read again once. */
static void
test_elements (void)
{
  static const TideXmlHandler handler = { NULL, NULL, NULL };
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (SHEET (""), NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TideArchive) archive = tide_archive_open (file, &error);

  g_assert_no_error (error);
  tide_archive_count_elements (archive, "xl/styles.xml", TIDE_XML_MAX_ELEMENTS);
  g_assert_true (tide_xml_read (archive, "xl/styles.xml", &handler, NULL, NULL, &error));
  g_assert_false (
      tide_xml_read (archive, "xl/worksheets/sheet1.xml", &handler, NULL, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_TOO_MANY_ELEMENTS);
}

/* Few bytes that ask for many cells: 10,000 in each row. */
static void
test_many_cells (void)
{
  g_autoptr (GString) data = g_string_new ("<sheetData>");
  g_autoptr (GBytes) file = NULL;

  for (guint row = 1; row <= 5001; row++)
    g_string_append_printf (data, "<row r=\"%u\"><c r=\"NTP%u\"><v>1</v></c></row>", row, row);
  g_string_append (data, "</sheetData>");
  file = tide_xlsx_fixture_make (data->str, NULL, NULL);

  check_refused (file, TIDE_PROBLEM_TOO_MANY_CELLS, "50,000,000");
}

/* Few bytes that ask for many bytes: one long text in many cells. */
static void
test_many_bytes (void)
{
  g_autofree char *megabyte = g_strnfill (1024 * 1024, 'x');
  g_autofree char *strings = g_strdup_printf ("<si><t>%s</t></si>", megabyte);
  g_autoptr (GString) data = g_string_new ("<sheetData>");
  g_autoptr (GBytes) file = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (data, "<row><c t=\"s\"><v>0</v></c></row>");
  g_string_append (data, "</sheetData>");
  file = tide_xlsx_fixture_make (data->str, strings, NULL);

  check_refused (file, TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB");
}

static void
test_too_large (void)
{
  gsize length = TIDE_ARCHIVE_MAX_SIZE + 1;
  guint8 *data = g_malloc0 (length);
  g_autoptr (GBytes) file = g_bytes_new_take (data, length);

  memcpy (data, "PK\3\4", 4);
  check_refused (file, TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sheet_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/spreadsheet/refusals/", sheet_cases[i].name, NULL);

      g_test_add_data_func (path, &sheet_cases[i], test_sheet);
    }
  g_test_add_func ("/spreadsheet/refusals/other-files", test_other_files);
  g_test_add_func ("/spreadsheet/refusals/other-archives", test_other_archives);
  g_test_add_func ("/spreadsheet/refusals/names-of-parts", test_names_of_parts);
  g_test_add_func ("/spreadsheet/refusals/encrypted", test_encrypted);
  g_test_add_func ("/spreadsheet/refusals/many-parts", test_many_parts);
  g_test_add_func ("/spreadsheet/refusals/damage", test_damage);
  g_test_add_func ("/spreadsheet/refusals/bombs", test_bombs);
  g_test_add_func ("/spreadsheet/refusals/declared", test_declared);
  g_test_add_func ("/spreadsheet/refusals/elements", test_elements);
  g_test_add_func ("/spreadsheet/refusals/many-cells", test_many_cells);
  g_test_add_func ("/spreadsheet/refusals/many-bytes", test_many_bytes);
  g_test_add_func ("/spreadsheet/refusals/too-large", test_too_large);

  return g_test_run ();
}
