/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-csv-writer.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Cell;

static const Cell cells[] = {
  { "plain", "Robots", "Robots" },
  { "han", "机器人", "机器人" },
  { "none", NULL, "" },
  { "empty", "", "" },
  { "comma", "a, b", "\"a, b\"" },
  { "quote", "the \"361\" clusters", "\"the \"\"361\"\" clusters\"" },
  { "only-quote", "\"", "\"\"\"\"" },
  { "line", "a\nb", "\"a\nb\"" },
  { "return", "a\r\nb", "\"a\r\nb\"" },
  { "tab", "a\tb", "a\tb" },
  { "space-before", " a", "\" a\"" },
  { "space-after", "a ", "\"a \"" },
  { "semicolon", "a;b", "a;b" },
  { "equals", "=1+1", "'=1+1" },
  { "plus", "+86", "'+86" },
  { "minus", "-", "'-" },
  { "at", "@SUM(A1)", "'@SUM(A1)" },
  { "guard", "'=1+1", "''=1+1" },
  { "guards", "''@", "'''@" },
  { "apostrophe", "'tis", "'tis" },
  { "tab-first", "\t=1", "'\t=1" },
  { "return-first", "\r=1", "\"'\r=1\"" },
  { "line-first", "\n=1", "\"'\n=1\"" },
  { "formula-with-comma", "=A(1,2)", "\"'=A(1,2)\"" },
  { "later-sign", "a=b", "a=b" },
  { "dash", "—", "—" },
};

static const TideTableColumn columns[] = {
  { "name", TIDE_TABLE_TEXT },       { "amount (CNY)", TIDE_TABLE_AMOUNT },
  { "share", TIDE_TABLE_PERCENT },   { "date", TIDE_TABLE_DATE },
  { "counted", TIDE_TABLE_BOOLEAN },
};

static void
assert_ends (TideTableWriter *writer, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_table_writer_end (writer, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
  g_autofree char *expected = g_strconcat ("name\r\n", cell->expected, "\r\n", NULL);

  tide_table_writer_begin_sheet (writer, "cells", columns, 1);
  tide_table_writer_add_text (writer, cell->text);
  tide_table_writer_end_row (writer);
  assert_ends (writer, expected);
}

static void
add_row (TideTableWriter *writer, const char *name, const char *amount, const char *date)
{
  TideDecimal decimal = { 0 };
  TideDate day = { 0 };

  if (amount != NULL)
    g_assert_cmpint (tide_decimal_parse (amount, &decimal), ==, TIDE_DECIMAL_OK);
  if (date != NULL)
    g_assert_true (tide_date_parse (date, TRUE, &day));
  tide_table_writer_add_text (writer, name);
  tide_table_writer_add_decimal (writer, &decimal);
  tide_table_writer_add_decimal (writer, &decimal);
  tide_table_writer_add_date (writer, &day);
  tide_table_writer_add_boolean (writer, amount != NULL);
  tide_table_writer_end_row (writer);
}

typedef struct
{
  const char *name;
  TideCsvStyle style;
  const char *expected;
} Style;

static const Style styles[] = {
  { "comma",
    { ',', '.', FALSE },
    "name,amount (CNY),share,date,counted\r\n"
    "a; b,-1.50,-1.50%,2023-08-15,true\r\n"
    "c\td,123456789012345678,123456789012345678%,2023-Q3,true\r\n"
    ",,,,false\r\n" },
  { "bom",
    { ',', '.', TRUE },
    "\xef\xbb\xbfname,amount (CNY),share,date,counted\r\n"
    "a; b,-1.50,-1.50%,2023-08-15,true\r\n"
    "c\td,123456789012345678,123456789012345678%,2023-Q3,true\r\n"
    ",,,,false\r\n" },
  { "semicolon",
    { ';', ',', FALSE },
    "name;amount (CNY);share;date;counted\r\n"
    "\"a; b\";-1,50;-1,50%;2023-08-15;true\r\n"
    "c\td;123456789012345678;123456789012345678%;2023-Q3;true\r\n"
    ";;;;false\r\n" },
  { "comma-twice",
    { ',', ',', FALSE },
    "name,amount (CNY),share,date,counted\r\n"
    "a; b,\"-1,50\",\"-1,50%\",2023-08-15,true\r\n"
    "c\td,123456789012345678,123456789012345678%,2023-Q3,true\r\n"
    ",,,,false\r\n" },
  { "tab",
    { '\t', '.', FALSE },
    "name\tamount (CNY)\tshare\tdate\tcounted\r\n"
    "a; b\t-1.50\t-1.50%\t2023-08-15\ttrue\r\n"
    "\"c\td\"\t123456789012345678\t123456789012345678%\t2023-Q3\ttrue\r\n"
    "\t\t\t\tfalse\r\n" },
};

static void
test_style (gconstpointer data)
{
  const Style *style = data;
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&style->style);

  tide_table_writer_begin_sheet (writer, "rows", columns, G_N_ELEMENTS (columns));
  add_row (writer, "a; b", "-1.50", "2023-08-15");
  add_row (writer, "c\td", "123456789012345678", "2023-Q3");
  add_row (writer, NULL, NULL, NULL);
  assert_ends (writer, style->expected);
}

/* A row that ends early has all of its cells. */
static void
test_short_row (void)
{
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);

  tide_table_writer_begin_sheet (writer, "rows", columns, 3);
  tide_table_writer_add_text (writer, "a");
  tide_table_writer_end_row (writer);
  assert_ends (writer, "name,amount (CNY),share\r\na,,\r\n");
}

/* Cells that are there as text are what they look like, and text is guarded all the same. */
static void
test_row_of_texts (void)
{
  static const TideTableColumn typed[]
      = { { "a", TIDE_TABLE_NUMBER }, { "b", TIDE_TABLE_NUMBER }, { "c", TIDE_TABLE_TEXT } };
  static const char *const rows[][4] = { { "-3.20", "-3/5", "-3", NULL }, { "", "x", NULL } };
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
  g_autoptr (GBytes) bytes = NULL;

  tide_table_writer_begin_sheet (writer, "s", typed, G_N_ELEMENTS (typed));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tide_table_writer_add_row (writer, rows[i]);
  bytes = tide_table_writer_end (writer, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   "a,b,c\r\n-3.20,'-3/5,'-3\r\n,x,\r\n", 29);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strconcat ("/csv-writer/cell/", cells[i].name, NULL);

      g_test_add_data_func (path, &cells[i], test_cell);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strconcat ("/csv-writer/style/", styles[i].name, NULL);

      g_test_add_data_func (path, &styles[i], test_style);
    }
  g_test_add_func ("/csv-writer/short-row", test_short_row);
  g_test_add_func ("/csv-writer/row-of-texts", test_row_of_texts);

  return g_test_run ();
}
