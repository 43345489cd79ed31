/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody else's file is, by its bytes. */

#include "tide-xlsx-fixture.h"

#include "codec/tide-table-header.h"
#include "codec/tide-table-source.h"
#include "core/tide-problem.h"

#include <string.h>

#define BYTES(text) text, sizeof text - 1
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."

/* Kinds ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  TideTableSourceKind kind;
  const char *first; /* its first cell */
} KindCase;

static const KindCase kind_cases[] = {
  { "comma", BYTES ("name,amount\nA,1\n"), TIDE_TABLE_SOURCE_TEXT, "name" },
  { "semicolon", BYTES ("name;amount\nA;1\n"), TIDE_TABLE_SOURCE_TEXT, "name" },
  { "list", BYTES ("name\nA\nB\n"), TIDE_TABLE_SOURCE_TEXT, "name" },
  { "mark", BYTES ("\xef\xbb\xbfname,amount\n"), TIDE_TABLE_SOURCE_TEXT, "name" },
  { "utf16", BYTES ("\xff\xfen\0,\0a\0\n\0"), TIDE_TABLE_SOURCE_TEXT, "n" },
  { "gbk",
    BYTES ("\xcf\xee\xc4\xbf\xc3\xfb\xb3\xc6,\xbd\xf0\xb6\xee\n"
           "\xba\xa3\xc9\xcf\xb7\xe7\xb5\xe7,\xd2\xbb\xd2\xda\n"),
    TIDE_TABLE_SOURCE_TEXT, "项目名称" },
  { "names-of-elements", BYTES ("<TICKER>,<DATE>\nA,2024\n"), TIDE_TABLE_SOURCE_TEXT, "<TICKER>" },
  { "bracketed", BYTES ("[1],[2]\na,b\n"), TIDE_TABLE_SOURCE_TEXT, "[1]" },
  { "braced", BYTES ("{name},{amount}\na,1\n"), TIDE_TABLE_SOURCE_TEXT, "{name}" },
  { "bm", BYTES ("BM,name\n1,Blast moulding\n"), TIDE_TABLE_SOURCE_TEXT, "BM" },
  { "id3", BYTES ("ID3,name\n1,A\n"), TIDE_TABLE_SOURCE_TEXT, "ID3" },
  { "ftyp", BYTES ("abc,ftype\n1,A\n"), TIDE_TABLE_SOURCE_TEXT, "abc" },
  { "pk", BYTES ("PK,name\n1,A\n"), TIDE_TABLE_SOURCE_TEXT, "PK" },
  { "slip",
    BYTES ("name,amount\nA\x07"
           "B,1\nHarbour cranes,2\nQuay robots,3\nWind turbines,4\n"),
    TIDE_TABLE_SOURCE_TEXT, "name" },
  { "document",
    BYTES ("<!DOCTYPE html>\n<html><body><p>a</p><table><tr><td>x</td></tr></table></body></html>"),
    TIDE_TABLE_SOURCE_PAGE, "x" },
  { "fragment", BYTES ("<meta charset='utf-8'><table><tr><td>x<td>y</table>"),
    TIDE_TABLE_SOURCE_PAGE, "x" },
  { "commented", BYTES ("<!--StartFragment--><TABLE border=0><TR><TD>x</TD></TR></TABLE>"),
    TIDE_TABLE_SOURCE_PAGE, "x" },
  { "xhtml",
    BYTES ("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html><table><tr><td>x</table></html>"),
    TIDE_TABLE_SOURCE_PAGE, "x" },
  { "in-another", BYTES ("<div><table><tr><td>x</td></tr></table></div>"), TIDE_TABLE_SOURCE_PAGE,
    "x" },
  { "wide-page", BYTES ("\xff\xfe<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0x\0"), TIDE_TABLE_SOURCE_PAGE,
    "x" },
};

static void
test_kind (gconstpointer data)
{
  const KindCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->length);
  g_autoptr (GError) error = NULL;
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, &error);
  g_autoptr (TideTable) table = NULL;
  g_auto (GStrv) notes = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (tide_table_source_get_kind (source), ==, test->kind);
  g_assert_cmpuint (tide_table_source_get_n_sheets (source), ==, 1);
  g_assert_false (tide_table_source_is_sheet_hidden (source, 0));
  table = tide_table_source_read (source, tide_table_source_get_guess (source), NULL, NULL, NULL,
                                  &notes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tide_table_get_text (table, 0, 0), ==, test->first);
  g_assert_cmpuint (g_strv_length (notes), ==, 0);
}

/* Refusals ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  TideProblemCode code;
  const char *named; /* in the sentence */
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  { "empty", BYTES (""), TIDE_PROBLEM_EMPTY_FILE, "empty" },
  { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "gif", BYTES ("GIF89a\1\0\1\0"), TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "tiff", BYTES ("II*\0\x08\0\0\0"), TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "bitmap", BYTES ("BM\x46\0\0\0\0\0\0\0\x36"), TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "webp", BYTES ("RIFF\x24\0\0\0WEBPVP8 "), TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "heic",
    BYTES ("\0\0\0\x18"
           "ftypheic"),
    TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "svg", BYTES ("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n"),
    TIDE_PROBLEM_NOT_A_TABLE, "picture" },
  { "film",
    BYTES ("\0\0\0\x18"
           "ftypmp42"),
    TIDE_PROBLEM_NOT_A_TABLE, "sound" },
  { "pdf", BYTES ("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), TIDE_PROBLEM_NOT_A_TABLE, "PDF" },
  { "pdf-late", BYTES ("\n\n%PDF-1.4\n"), TIDE_PROBLEM_NOT_A_TABLE, "PDF" },
  { "gzip", BYTES ("\x1f\x8b\x08\0\0\0\0\0\0\3"), TIDE_PROBLEM_NOT_A_TABLE, "archive" },
  { "7z", BYTES ("7z\xbc\xaf\x27\x1c\0\4"), TIDE_PROBLEM_NOT_A_TABLE, "archive" },
  { "rar", BYTES ("Rar!\x1a\x07\1\0"), TIDE_PROBLEM_NOT_A_TABLE, "archive" },
  { "bzip2", BYTES ("BZh91AY&SY\x1e"), TIDE_PROBLEM_NOT_A_TABLE, "archive" },
  { "empty-zip", BYTES ("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), TIDE_PROBLEM_NOT_A_TABLE,
    "archive" },
  { "zip-torn", BYTES ("PK\3\4 and no more"), TIDE_PROBLEM_TRUNCATED, "middle" },
  { "sqlite", BYTES ("SQLite format 3\0\x10\0"), TIDE_PROBLEM_NOT_A_TABLE, "database" },
  { "access", BYTES ("\0\1\0\0Standard ACE DB\0"), TIDE_PROBLEM_NOT_A_TABLE, "database" },
  { "rtf", BYTES ("{\\rtf1\\ansi a}"), TIDE_PROBLEM_NOT_A_TABLE, "text document" },
  { "xls", BYTES (OLE "W\0o\0r\0k\0b\0o\0o\0k\0"), TIDE_PROBLEM_OTHER_SPREADSHEET, ".xls," },
  { "doc", BYTES (OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), TIDE_PROBLEM_NOT_A_TABLE,
    "text document" },
  { "ppt", BYTES (OLE "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t\0"),
    TIDE_PROBLEM_NOT_A_TABLE, "presentation" },
  { "password", BYTES (OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
    TIDE_PROBLEM_PASSWORD, "password" },
  { "compound", BYTES (OLE "something else"), TIDE_PROBLEM_NOT_A_TABLE, "neither text" },
  { "register", BYTES ("{\n  \"format\": \"tideline-register\",\n  \"version\": 1"),
    TIDE_PROBLEM_NOT_A_TABLE, "Open it instead" },
  { "json-object", BYTES ("{\"name\": \"A\"}"), TIDE_PROBLEM_NOT_A_TABLE, "JSON" },
  { "json-array", BYTES (" [ {\"name\": \"A\"} ]"), TIDE_PROBLEM_NOT_A_TABLE, "JSON" },
  { "xml", BYTES ("<?xml version=\"1.0\"?><projects><project/></projects>"),
    TIDE_PROBLEM_NOT_A_TABLE, "XML" },
  { "xml-bare", BYTES ("<projects><project/></projects>\n"), TIDE_PROBLEM_NOT_A_TABLE, "XML" },
  { "xml-2003",
    BYTES ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
           "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>"),
    TIDE_PROBLEM_OTHER_SPREADSHEET, ".xml," },
  { "fods",
    BYTES ("<?xml version=\"1.0\"?>\n<office:document office:mimetype=\"" OPEN_DOCUMENT
           "spreadsheet\"/>"),
    TIDE_PROBLEM_OTHER_SPREADSHEET, ".fods," },
  { "page", BYTES ("<!DOCTYPE html><html><body><p>No tables</p></body></html>"),
    TIDE_PROBLEM_NO_TABLES, "no table in this page" },
  { "zeros", BYTES ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), TIDE_PROBLEM_NOT_A_TABLE,
    "neither text" },
  { "program",
    BYTES ("\x7f"
           "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\x3e\0\1\0\0\0"),
    TIDE_PROBLEM_NOT_A_TABLE, "neither text" },
};

static void
check_refused (GBytes *bytes, TideProblemCode code, const char *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tide_table_source_new (bytes, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_refusal (gconstpointer data)
{
  const RefusalCase *test = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->bytes, test->length);

  check_refused (bytes, test->code, test->named);
}

/* Bytes without any order are no text, however they are read. */
static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GByteArray) noise = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;

      for (guint j = 0; j < 4096; j++)
        {
          const guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);

          g_byte_array_append (noise, &byte, 1);
        }
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&noise));
      check_refused (bytes, TIDE_PROBLEM_NOT_A_TABLE, "neither text");
    }
}

static void
test_archives (void)
{
  static const struct
  {
    const char *part;
    const char *contents;
    TideProblemCode code;
    const char *named;
  } cases[] = {
    { "notes.txt", "a", TIDE_PROBLEM_NOT_A_TABLE, "archive" },
    { "mimetype", OPEN_DOCUMENT "spreadsheet", TIDE_PROBLEM_OTHER_SPREADSHEET, ".ods" },
    { "mimetype", OPEN_DOCUMENT "text", TIDE_PROBLEM_NOT_A_TABLE, "text document" },
    { "mimetype", OPEN_DOCUMENT "presentation", TIDE_PROBLEM_NOT_A_TABLE, "presentation" },
    { "mimetype", OPEN_DOCUMENT "graphics", TIDE_PROBLEM_NOT_A_TABLE, "picture" },
    { "mimetype", "application/something", TIDE_PROBLEM_NOT_A_TABLE, "archive" },
    { "word/document.xml", "<a/>", TIDE_PROBLEM_NOT_A_TABLE, "text document" },
    { "ppt/presentation.xml", "<a/>", TIDE_PROBLEM_NOT_A_TABLE, "presentation" },
    { "META-INF/container.xml", "<a/>", TIDE_PROBLEM_NOT_A_TABLE, "text document" },
    { "xl/workbook.bin", "a", TIDE_PROBLEM_OTHER_SPREADSHEET, ".xlsb" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = tide_xlsx_fixture_pack (cases[i].part, cases[i].contents, NULL);

      check_refused (bytes, cases[i].code, cases[i].named);
    }
}

/* A type that goes on and on is none. */
static void
test_long_type (void)
{
  g_autofree char *type = g_strnfill (1000, 'a');
  g_autoptr (GBytes) bytes = tide_xlsx_fixture_pack ("mimetype", type, NULL);

  check_refused (bytes, TIDE_PROBLEM_NOT_A_TABLE, "archive");
}

/* Spreadsheets ------------------------------------------------------------------------------ */

#define WORKBOOK                                                                                   \
  "<workbook xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\" xmlns:r=\"" TIDE_XLSX_FIXTURE_LINK               \
  "\"><sheets><sheet name=\"Lists\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"                \
  "<sheet name=\"Projects\" sheetId=\"2\" r:id=\"rId2\"/>"                                         \
  "<sheet name=\"Later\" sheetId=\"3\" r:id=\"rId3\"/></sheets></workbook>"
#define LINK(n)                                                                                    \
  "<Relationship Id=\"rId" n "\" Type=\"" TIDE_XLSX_FIXTURE_LINK                                   \
  "/worksheet\" Target=\"worksheets/sheet" n ".xml\"/>"
#define LINKS                                                                                      \
  "<Relationships xmlns=\"" TIDE_XLSX_FIXTURE_PACKAGE "\">" LINK ("1") LINK ("2")                  \
      LINK ("3") "</Relationships>"
#define SHEET(rows)                                                                                \
  "<worksheet xmlns=\"" TIDE_XLSX_FIXTURE_MAIN "\"><sheetData>" rows "</sheetData>"

#define TOLD                                                                                       \
  SHEET ("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Name</v></c><c r=\"B1\"><v>5</v></c>"              \
         "<c r=\"C1\"><f>1+1</f></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c></row>"                     \
         "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>not a number</v></c><c r=\"D2\" "               \
         "t=\"e\"><v>#REF!</v></c>"                                                                \
         "</row>")                                                                                 \
  "<mergeCells><mergeCell ref=\"B1:B2\"/></mergeCells></worksheet>"

static GBytes *
pack (const char *second)
{
  return tide_xlsx_fixture_pack ("_rels/.rels", TIDE_XLSX_FIXTURE_ROOT, "xl/workbook.xml", WORKBOOK,
                                 "xl/_rels/workbook.xml.rels", LINKS, "xl/worksheets/sheet1.xml",
                                 SHEET ("<row><c><v>1</v></c></row>") "</worksheet>",
                                 "xl/worksheets/sheet2.xml", second, "xl/worksheets/sheet3.xml",
                                 SHEET ("") "</worksheet>", NULL);
}

/* The first sheet that is not hidden is the one. */
static void
test_sheets (void)
{
  g_autoptr (GBytes) bytes = pack (TOLD);
  g_autoptr (GError) error = NULL;
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, &error);
  g_autofree char *name = NULL;
  TideTableChoice choice;

  g_assert_no_error (error);
  choice = *tide_table_source_get_guess (source);
  g_assert_cmpint (tide_table_source_get_kind (source), ==, TIDE_TABLE_SOURCE_SPREADSHEET);
  g_assert_cmpuint (tide_table_source_get_n_sheets (source), ==, 3);
  g_assert_cmpuint (choice.sheet, ==, 1);
  g_assert_cmpuint (choice.header_row, ==, TIDE_TABLE_NO_ROW);
  g_assert_true (tide_table_source_is_sheet_hidden (source, 0));
  g_assert_false (tide_table_source_is_sheet_hidden (source, 1));
  name = tide_table_source_dup_sheet_name (source, 1);
  g_assert_cmpstr (name, ==, "Projects");

  choice.sheet = 2;
  g_assert_null (tide_table_source_read (source, &choice, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_NO_TABLES);
  g_assert_nonnull (strstr (error->message, "“Later”"));
}

static void
test_notes (void)
{
  static const char *const expected[] = {
    "A formula was saved without its value and is left out: C1. ",
    "A cell should be a number or a date and is none: A2. ",
    "A number stands in cells merged over several rows: B1. ",
    "2 cells show an error, ",
    "A row is hidden in the spreadsheet, number 2. ",
  };
  g_autoptr (GBytes) bytes = pack (TOLD);
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, NULL);
  g_autoptr (TideTable) table = NULL;
  g_auto (GStrv) notes = NULL;

  table = tide_table_source_read (source, tide_table_source_get_guess (source), NULL, NULL, NULL,
                                  &notes, NULL);
  g_assert_nonnull (table);
  g_assert_cmpuint (g_strv_length (notes), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (g_str_has_prefix (notes[i], expected[i]));
}

/* Pages and texts --------------------------------------------------------------------------- */

static void
test_tables_of_page (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (
      BYTES ("<html><table><tr><td>a</table><table><tr><td>b</table></html>"));
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, NULL);
  TideTableChoice choice = *tide_table_source_get_guess (source);
  g_autofree char *name = tide_table_source_dup_sheet_name (source, 1);
  g_autoptr (TideTable) table = NULL;

  g_assert_cmpuint (tide_table_source_get_n_sheets (source), ==, 2);
  g_assert_cmpstr (name, ==, "Table 2");
  choice.sheet = 1;
  table = tide_table_source_read (source, &choice, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (tide_table_get_text (table, 0, 0), ==, "b");
}

static void
test_confidence (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (BYTES ("name;amount\nA;1\n"));
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, NULL);

  g_assert_cmpuint (tide_table_source_get_confidence (source, TIDE_ENCODING_UTF8), ==, 100);
  g_assert_cmpuint (tide_table_source_get_confidence (source, TIDE_ENCODING_BIG5), ==, 0);
  g_assert_cmpint (tide_table_source_get_guess (source)->options.separator, ==, ';');
}

/* What may be a table is seen by its beginning; what may be a register is none. */
static void
test_likely (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    gboolean is_likely;
  } cases[] = {
    { BYTES ("name,amount\nA,1\nB"), TRUE },
    { BYTES ("Projects of the spring\nname;amount\nA;1\n\"B"), TRUE },
    { BYTES ("\xe5\x90\x8d\xe7\xa7\xb0\t\xe9\x87\x91\xe9\xa2\x9d\n\xe6\xb5\xb7\t1\n\xe4\xb8"),
      TRUE },
    { BYTES ("PK\3\4"), TRUE },
    { BYTES (OLE), TRUE },
    { BYTES ("<html><body>"), TRUE },
    { BYTES ("{ \"format\": \"tideline-register\","), FALSE },
    { BYTES ("{\"name\": [1, 2], \"amount\": [3, 4]}"), FALSE },
    { BYTES ("hello\nworld\n"), FALSE },
    { BYTES ("\x89PNG\r\n\x1a\n"), FALSE },
    { BYTES (""), FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) head = g_bytes_new_static (cases[i].bytes, cases[i].length);

      g_assert_cmpint (tide_table_source_is_likely (head), ==, cases[i].is_likely);
    }
}

/* Threads read from one source at once. */
static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (TideTableSource) source = data;

  return tide_table_source_read (source, tide_table_source_get_guess (source), NULL, NULL, NULL,
                                 NULL, NULL);
}

static void
test_threads (void)
{
  g_autoptr (GBytes) bytes = pack (TOLD);
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_in_thread, tide_table_source_ref (source));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (TideTable) table = g_thread_join (threads[i]);

      g_assert_nonnull (table);
      g_assert_cmpuint (tide_table_get_n_rows (table), ==, 2);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = pack (TOLD);
  g_autoptr (TideTableSource) source = tide_table_source_new (bytes, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tide_table_source_read (source, tide_table_source_get_guess (source), NULL, NULL,
                                         cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kind_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table-source/kind/", kind_cases[i].name, NULL);

      g_test_add_data_func (path, &kind_cases[i], test_kind);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table-source/refusal/", refusal_cases[i].name, NULL);

      g_test_add_data_func (path, &refusal_cases[i], test_refusal);
    }
  g_test_add_func ("/table-source/noise", test_noise);
  g_test_add_func ("/table-source/archives", test_archives);
  g_test_add_func ("/table-source/long-type", test_long_type);
  g_test_add_func ("/table-source/sheets", test_sheets);
  g_test_add_func ("/table-source/notes", test_notes);
  g_test_add_func ("/table-source/tables-of-page", test_tables_of_page);
  g_test_add_func ("/table-source/confidence", test_confidence);
  g_test_add_func ("/table-source/likely", test_likely);
  g_test_add_func ("/table-source/threads", test_threads);
  g_test_add_func ("/table-source/cancel", test_cancel);

  return g_test_run ();
}
