/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-markdown-writer.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Cell;

static const Cell cells[] = {
  { "plain", "Robots 机器人", "Robots 机器人" },
  { "none", NULL, "" },
  { "pipe", "a|b", "a\\|b" },
  { "backslash", "a\\|b", "a\\\\\\|b" },
  { "emphasis", "*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`" },
  { "element", "<script>", "\\<script\\>" },
  { "entity", "&lt;", "\\&lt;" },
  { "link", "[a](b)", "\\[a\\](b)" },
  { "heading", "# a", "\\# a" },
  { "line", "a\nb", "a<br>b" },
  { "lines", "a\r\nb\rc", "a<br>b<br>c" },
  { "tab", "a\tb", "a b" },
  { "formula", "=1+1", "=1+1" },
};

static void
assert_ends (TideTableWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = tide_table_writer_end (writer, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  const TideTableColumn column = { "name", TIDE_TABLE_TEXT };
  g_autoptr (TideTableWriter) writer = tide_markdown_writer_new ();
  g_autofree char *expected
      = g_strconcat ("## cells\n\n| name |\n| --- |\n| ", cell->expected, " |\n", NULL);

  tide_table_writer_begin_sheet (writer, "cells", &column, 1);
  tide_table_writer_add_text (writer, cell->text);
  tide_table_writer_end_row (writer);
  assert_ends (writer, expected);
}

static void
test_sheets (void)
{
  const TideTableColumn columns[] = { { "amount", TIDE_TABLE_AMOUNT },
                                      { "date", TIDE_TABLE_DATE },
                                      { "share", TIDE_TABLE_PERCENT } };
  const TideDecimal number = { .mantissa = -150, .scale = 2, .is_set = TRUE };
  const TideDate quarter = { .year = 2023, .quarter = 3, .precision = TIDE_PRECISION_QUARTER };
  g_autoptr (TideTableWriter) writer = tide_markdown_writer_new ();

  tide_table_writer_begin_sheet (writer, "one", columns, 3);
  tide_table_writer_add_decimal (writer, &number);
  tide_table_writer_add_date (writer, &quarter);
  tide_table_writer_add_decimal (writer, &number);
  tide_table_writer_end_row (writer);
  tide_table_writer_begin_sheet (writer, "two", columns, 2);
  assert_ends (writer, "## one\n\n| amount | date | share |\n| ---: | --- | ---: |\n"
                       "| -1.50 | 2023-Q3 | -1.50% |\n"
                       "\n## two\n\n| amount | date |\n| ---: | --- |\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strconcat ("/markdown-writer/cell/", cells[i].name, NULL);

      g_test_add_data_func (path, &cells[i], test_cell);
    }
  g_test_add_func ("/markdown-writer/sheets", test_sheets);

  return g_test_run ();
}
