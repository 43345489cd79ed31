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
  { "tab-first", "\t=1", "'\t=1" },
  { "return-first", "\r=1", "\"'\r=1\"" },
  { "line-first", "\n=1", "\"'\n=1\"" },
  { "formula-with-comma", "=A(1,2)", "\"'=A(1,2)\"" },
  { "later-sign", "a=b", "a=b" },
  { "dash", "—", "—" },
};

static void
assert_ends (TideCsvWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = tide_csv_writer_end (writer);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  g_autoptr (TideCsvWriter) writer = tide_csv_writer_new ();
  g_autofree char *expected = g_strconcat (cell->expected, "\r\n", NULL);

  tide_csv_writer_add_text (writer, cell->text);
  tide_csv_writer_end_row (writer);
  assert_ends (writer, expected);
}

static void
test_table (void)
{
  g_autoptr (TideCsvWriter) writer = tide_csv_writer_new ();

  tide_csv_writer_add_text (writer, "name");
  tide_csv_writer_add_text (writer, "amount");
  tide_csv_writer_end_row (writer);
  tide_csv_writer_add_text (writer, NULL);
  tide_csv_writer_add_number (writer, "-1.5");
  tide_csv_writer_end_row (writer);
  tide_csv_writer_add_text (writer, "b");
  tide_csv_writer_add_number (writer, NULL);
  tide_csv_writer_end_row (writer);
  assert_ends (writer, "name,amount\r\n,-1.5\r\nb,\r\n");
  assert_ends (writer, "");
}

/* Commas stand for themselves between tabulators, and tabulators are quoted. */
static void
test_clipboard (void)
{
  g_autoptr (TideCsvWriter) writer = tide_csv_writer_new_for_clipboard ();

  tide_csv_writer_add_text (writer, "a, b");
  tide_csv_writer_add_text (writer, "c\td");
  tide_csv_writer_end_row (writer);
  tide_csv_writer_add_text (writer, "the \"361\"\nclusters");
  tide_csv_writer_add_number (writer, "-1.5");
  tide_csv_writer_end_row (writer);
  tide_csv_writer_add_text (writer, "=1+1");
  tide_csv_writer_add_text (writer, NULL);
  tide_csv_writer_end_row (writer);
  assert_ends (writer, "a, b\t\"c\td\"\r\n\"the \"\"361\"\"\nclusters\"\t-1.5\r\n'=1+1\t\r\n");
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
  g_test_add_func ("/csv-writer/table", test_table);
  g_test_add_func ("/csv-writer/clipboard", test_clipboard);

  return g_test_run ();
}
