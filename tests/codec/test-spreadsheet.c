/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a sheet say. */

#include "tide-xlsx-fixture.h"

#include "codec/tide-spreadsheet.h"
#include "core/tide-problem.h"

#include <string.h>

/* The kinds of cells in a dump. */
static const char kinds[] = "-tnpdbe";

/* A line for each row: its number, then the kind and text of each cell. */
static char *
dump (const TideTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    {
      g_string_append_printf (text, "%u", tide_table_get_line (table, row));
      for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
        g_string_append_printf (text, "|%c%s", kinds[tide_table_get_kind (table, row, column)],
                                tide_table_get_text (table, row, column));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static char *
dump_first_sheet (GBytes *file, TideSpreadsheetNotes *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, &error);
  g_autoptr (TideTable) table = NULL;

  g_assert_no_error (error);
  table = tide_spreadsheet_read_sheet (spreadsheet, 0, NULL, NULL, NULL, notes, &error);
  g_assert_no_error (error);

  return dump (table);
}

#define STYLES                                                                                     \
  "<numFmts count=\"6\"><numFmt numFmtId=\"164\" "                                                 \
  "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"                                             \
  "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/>"                               \
  "<numFmt numFmtId=\"166\" formatCode=\"&quot;¥&quot;#,##0.00\"/>"                                \
  "<numFmt numFmtId=\"167\" formatCode=\"0.0&quot;万元&quot;\"/>"                                  \
  "<numFmt numFmtId=\"168\" formatCode=\"[$€-407]#,##0.00\"/></numFmts>"                           \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                             \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"20\"/>"   \
  "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/>"       \
  "<xf numFmtId=\"168\"/><xf numFmtId=\"999\"/><xf/></cellXfs>"                                    \
  "<dxfs><dxf><numFmt numFmtId=\"0\" formatCode=\"yyyy\"/></dxf></dxfs>"

#define STRINGS                                                                                    \
  "<si><t>Name</t></si><si><r><rPr><b/></rPr><t>Rich </t></r><r><t xml:space=\"preserve\"> text"   \
  "</t></r></si><si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr/></si>"   \
  "<si><t xml:space=\"preserve\"> kept </t></si><si><t>\n  stripped\n</t></si>"                    \
  "<si><t>a_x000D_\nb &amp; &#20013;<![CDATA[<c>]]></t></si><si/>"

typedef struct
{
  const char *name;
  const char *data; /* of the sheet */
  const char *expected;
} CellCase;

static const CellCase cell_cases[] = {
  { "shared",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
    "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v>"
    "</c><c r=\"F1\" t=\"s\"><v>5</v></c><c r=\"G1\" t=\"s\"><v>6</v></c></row></sheetData>",
    "1|tName|tRich text|t東京|t kept |tstripped|ta\nb & 中<c>\n" },
  { "inline",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>in</t></is></c>"
    "<c r=\"B1\" t=\"inlineStr\"><is><r><t>li</t></r><r><t>ne</t></r><rPh><t>x</t></rPh></is></c>"
    "<c r=\"C1\" t=\"inlineStr\"><is/></c></row></sheetData>",
    "1|tin|tline\n" },
  { "numbers",
    "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"n\"><v>0.30000000000000004</v>"
    "</c><c r=\"C1\" s=\"2\"><v>0.163</v></c><c r=\"D1\" s=\"6\"><v>-1234.5</v></c>"
    "<c r=\"E1\" s=\"7\"><v>27.5</v></c><c r=\"F1\" s=\"8\"><v>16</v></c>"
    "<c r=\"G1\" s=\"9\"><v>5</v></c><c r=\"H1\" s=\"10\"><v>6</v></c><c r=\"I1\" s=\"77\"><v>7</v>"
    "</c></row></sheetData>",
    "1|n1|n0.3|p16.3|t-¥1234.5|t27.5万元|t€16|n5|n6|n7\n" },
  { "dates",
    "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>45153</v></c><c r=\"B1\" s=\"3\"><v>0.5</v></c>"
    "<c r=\"C1\" s=\"4\"><v>45139</v></c><c r=\"D1\" s=\"5\"><v>45153.5</v></c>"
    "<c r=\"E1\" t=\"d\"><v>2023-08-15T00:00:00</v></c><c r=\"F1\" t=\"s\" s=\"1\"><v>0</v></c>"
    "</row></sheetData>",
    "1|d2023-08-15|t12:00:00|d2023-08|d2023-08-15T12:00:00|d2023-08-15|tName\n" },
  { "others",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"
    "<c r=\"C1\" t=\"e\"><v>#N/A</v></c><c r=\"D1\" t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>"
    "<c r=\"E1\"><f>1+1</f><v>2</v></c><c r=\"F1\" t=\"str\"><f>\"\"</f><v></v></c></row>"
    "</sheetData>",
    "1|btrue|bfalse|e#N/A|tab|n2\n" },
  { "gaps",
    "<dimension ref=\"A1:B2\"/><sheetData><row r=\"2\"><c r=\"C2\"><v>1</v></c></row>"
    "<row r=\"5\" hidden=\"1\"><c r=\"A5\"><v>2</v></c><c r=\"B5\" s=\"1\"/></row>"
    "<row r=\"6\"><c r=\"A6\" s=\"1\"/></row><row r=\"1048576\"><c "
    "r=\"B1048576\"><v>3</v></c></row>"
    "</sheetData>",
    "2|-|-|n1\n5|n2\n1048576|-|n3\n" },
  { "without-places",
    "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"B4\"><v>3</v></c><c>"
    "<v>4</v></c></row><row><c><v>5</v></c></row></sheetData>",
    "1|n1|n2\n4|-|n3|n4\n5|n5\n" },
  { "extensions",
    "<sheetData><row r=\"1\"><c "
    "r=\"A1\"><v>1</v><extLst><ext><x:t>no</x:t></ext></extLst></c></row>"
    "</sheetData><conditionalFormatting><cfRule><formula>1</formula></cfRule>"
    "</conditionalFormatting><extLst><ext><row r=\"9\"><c "
    "r=\"A9\"><v>9</v></c></row></ext></extLst>",
    "1|n1\n" },
  { "header-merges",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>2022</v></c>"
    "<c r=\"C1\" s=\"1\"/></row><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row>"
    "<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"C3\"><v>3</v></c></row></sheetData>"
    "<mergeCells count=\"3\"><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A1:A2\"/>"
    "<mergeCell ref=\"E1:F1\"/></mergeCells>",
    "1|tName|n2022|n2022\n2|tName|n1|n2\n3|n7|-|n3\n" },
  { "title-merge",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c "
    "r=\"A3\"><v>1</v>"
    "</c><c r=\"B3\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD2\"/>"
    "</mergeCells>",
    "1|tName|tName\n3|n1|n2\n" },
  { "number-merge",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"7\"><v>5</v></c></row>"
    "<row r=\"2\"><c r=\"C2\"><v>2</v></c></row><row r=\"3\"/></sheetData>"
    "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B1:B2\"/></mergeCells>",
    "1|tName|t5万元\n2|tName|-|n2\n" },
  { "overlapping-merges",
    "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c "
    "r=\"D1\"><v>3</v></c>"
    "</row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B1:D1\"/>"
    "<mergeCell ref=\"A1:A1\"/><mergeCell ref=\"A1:B1\"/></mergeCells>",
    "1|n1|n2|n2|n3\n" },
  { "nothing", "<sheetData/>", "" },
};

static void
test_cells (gconstpointer data)
{
  const CellCase *test = data;
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (test->data, STRINGS, STYLES);
  g_autofree char *text = dump_first_sheet (file, NULL);

  g_assert_cmpstr (text, ==, test->expected);
}

static void
test_notes (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (
      "<sheetData><row r=\"2\"><c r=\"A2\"><f>SUM(B1:B9)</f><v></v></c><c r=\"B2\"><f t=\"shared\" "
      "si=\"0\"/></c><c r=\"C2\"><v>twelve</v></c><c r=\"D2\" s=\"1\"><v>-5</v></c>"
      "<c r=\"E2\"><v>7</v></c></row></sheetData><mergeCells><mergeCell ref=\"E2:E3\"/>"
      "</mergeCells>",
      NULL, STYLES);
  TideSpreadsheetNotes notes;
  g_autofree char *text = dump_first_sheet (file, &notes);

  g_assert_cmpstr (text, ==, "2|e=SUM(B1:B9)|e=|ttwelve|n-5|n7\n");
  g_assert_cmpuint (notes.n_uncalculated, ==, 2);
  g_assert_cmpstr (notes.first_uncalculated, ==, "A2");
  g_assert_cmpuint (notes.n_unreadable, ==, 2);
  g_assert_cmpstr (notes.first_unreadable, ==, "C2");
  g_assert_cmpuint (notes.n_unrepeated, ==, 1);
  g_assert_cmpstr (notes.first_unrepeated, ==, "E2");
}

/* Two threads may read from one spreadsheet. */
static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  TideTable *table = tide_spreadsheet_read_sheet (data, 0, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static void
test_threads (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_make (cell_cases[0].data, STRINGS, STYLES);
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, NULL);
  GThread *threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, spreadsheet);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (TideTable) table = g_thread_join (threads[i]);
      g_autofree char *text = dump (table);

      g_assert_cmpstr (text, ==, cell_cases[0].expected);
    }
}

typedef struct
{
  gsize done;
  gsize total;
  guint n_calls;
  GCancellable *cancellable; /* cancelled at the second call, nullable */
} Watch;

static void
watch (gsize done, gsize total, gpointer data)
{
  Watch *self = data;

  g_assert_cmpuint (done, >=, self->done);
  g_assert_cmpuint (done, <=, total);
  self->done = done;
  self->total = total;
  if (++self->n_calls == 2 && self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static GBytes *
make_long (void)
{
  g_autoptr (GString) data = g_string_new ("<sheetData>");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (data, "<row><c><v>%u</v></c></row>", i);
  g_string_append (data, "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");

  return tide_xlsx_fixture_make (data->str, NULL, NULL);
}

static void
test_progress (void)
{
  g_autoptr (GBytes) file = make_long ();
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, NULL);
  g_autoptr (TideTable) table = NULL;
  Watch progress = { 0 };

  table = tide_spreadsheet_read_sheet (spreadsheet, 0, watch, &progress, NULL, NULL, NULL);
  g_assert_cmpuint (tide_table_get_n_rows (table), ==, 20000);
  g_assert_cmpuint (progress.n_calls, >, 4);
  g_assert_cmpuint (progress.done, ==, progress.total);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) file = make_long ();
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TideTable) table = NULL;
  g_autoptr (GError) error = NULL;
  Watch progress = { .cancellable = cancellable };

  table = tide_spreadsheet_read_sheet (spreadsheet, 0, watch, &progress, cancellable, NULL, &error);
  g_assert_null (table);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.n_calls, <=, 3);
}

static void
test_likely (void)
{
  g_autoptr (GBytes) file = tide_xlsx_fixture_make ("<sheetData/>", NULL, NULL);
  g_autoptr (GBytes) text = g_bytes_new_static ("name,amount\n", 12);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_assert_true (tide_spreadsheet_is_likely (file));
  g_assert_false (tide_spreadsheet_is_likely (text));
  g_assert_false (tide_spreadsheet_is_likely (nothing));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cell_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/spreadsheet/cells/", cell_cases[i].name, NULL);

      g_test_add_data_func (path, &cell_cases[i], test_cells);
    }
  g_test_add_func ("/spreadsheet/notes", test_notes);
  g_test_add_func ("/spreadsheet/threads", test_threads);
  g_test_add_func ("/spreadsheet/progress", test_progress);
  g_test_add_func ("/spreadsheet/cancel", test_cancel);
  g_test_add_func ("/spreadsheet/likely", test_likely);

  return g_test_run ();
}
