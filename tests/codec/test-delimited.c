/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-delimited.h"

#include "codec/tide-csv-writer.h"
#include "core/tide-problem.h"

#include <string.h>

static const TideDelimitedOptions comma = { TIDE_ENCODING_UTF8, ',', '"' };

/* Rows as lines, cells between bars. */
static char *
show (const TideTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    {
      g_string_append_printf (text, "%u:", tide_table_get_line (table, row));
      for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "|" : "",
                                tide_table_get_text (table, row, column));
      g_string_append_c (text, ';');
    }

  return g_string_free (text, FALSE);
}

static TideTable *
read_text (const char *text, const TideDelimitedOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TideTable *table = tide_delimited_read (bytes, options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return table;
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { "a,b\r\n1,2\r\n", "1:a|b;2:1|2;" },
    { "a,b\n1,2", "1:a|b;2:1|2;" },
    { "a,b\r1,2\r", "1:a|b;2:1|2;" },
    { "a\r\nb\nc\rd", "1:a;2:b;3:c;4:d;" },
    { "a\n\n\r\n\rb", "1:a;5:b;" },
    { "a,,\n,,\n,b", "1:a||;3:|b;" },
    { "a,b,c\n1\n1,2,3,4\n", "1:a|b|c;2:1;3:1|2|3|4;" },
    { "\"a,1\",\"b\"\"c\"\n", "1:a,1|b\"c;" },
    { "\"two\r\nlines\",x\ny", "1:two\r\nlines|x;3:y;" },
    { "\"three\n\n\rlines\"\ny", "1:three\n\n\rlines;5:y;" },
    { "5\" pipe,a\"b\"c\n", "1:5\" pipe|a\"b\"c;" },
    { "\"a\"b,\"c\"\"\"d\"\n", "1:ab|c\"d\";" },
    { "\"\",x,\"\"\n", "1:|x|;" },
    { "\"\"\"\"\n", "1:\";" },
    { " a , b\n", "1: a | b;" },
    { "sep=,\r\na,b\r\n", "2:a|b;" },
    { "\"sep=,\"\na,b", "2:a|b;" },
    { "sep=,x\na", "1:sep=|x;2:a;" },
    { "\xef\xbb\xbf\"a\",b", "1:a|b;" },
    { "'=1+1,'-5,'+a,'@b,''=x,'quoted',it's", "1:=1+1|-5|+a|@b|'=x|'quoted'|it's;" },
    { "\"'\tx\",'", "1:\tx|';" },
    { "e\xcc\x81t\xc3\xa9", "1:\xc3\xa9t\xc3\xa9;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TideTable) table = read_text (cases[i].text, &comma);
      g_autofree char *shown = show (table);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_kinds (void)
{
  g_autoptr (TideTable) table = read_text ("a,,12", &comma);

  g_assert_cmpint (tide_table_get_kind (table, 0, 0), ==, TIDE_CELL_TEXT);
  g_assert_cmpint (tide_table_get_kind (table, 0, 1), ==, TIDE_CELL_EMPTY);
  g_assert_cmpint (tide_table_get_kind (table, 0, 2), ==, TIDE_CELL_TEXT);
}

static void
test_no_quoting (void)
{
  const TideDelimitedOptions options = { TIDE_ENCODING_UTF8, '\t', 0 };
  g_autoptr (TideTable) table = read_text ("\"a\tb\"\n\"\n", &options);
  g_autofree char *shown = show (table);

  g_assert_cmpstr (shown, ==, "1:\"a|b\";2:\";");
}

static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    char separator;
  } cases[] = {
    { "a,b\n1,2\n", ',' },
    { "a;b\n1,5;2,5\n3,5;4,5\n", ';' },
    { "name;x;y\nA;1,5;2,5\nB;3,5;4,5\n", ';' },
    { "name\tamount\nA, B\t1\nC, D\t2\n", '\t' },
    { "name|amount\nA|1,5\nB|2,5\n", '|' },
    { "Projects of 2023, as of June\n\nname;amount\nA;1\nB;2\nC;3\n", ';' },
    { "name,sectors\nA,x;y\nB,x;z\nC,y;z\n", ',' },
    { "name,note\nA,\"x;y;z\"\nB,\"1;2;3\"\n", ',' },
    { "sep=|\na,b|c,d\n", '|' },
    { "sep=\t\na,b\tc\n", '\t' },
    { "name\nA\nB\n", ',' },
    { "", ',' },
    { "名称；金额\tx\n机器人\t12\n", '\t' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      TideDelimitedOptions options;

      tide_delimited_guess (bytes, &options);
      g_test_message ("%u", i);
      g_assert_cmpint (options.encoding, ==, TIDE_ENCODING_UTF8);
      g_assert_cmpint (options.separator, ==, cases[i].separator);
      g_assert_cmpint (options.quote, ==, '"');
    }
}

static void
test_encodings (void)
{
  static const char text[]
      = "项目,\"投资额\r\n(亿元)\"\r\n机器人基地,12.5\r\n新能源汽车产业园,30\r\n";
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      char *encoded = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, length);
      g_autoptr (TideTable) table = NULL;
      g_autofree char *shown = NULL;
      TideDelimitedOptions options;

      tide_delimited_guess (bytes, &options);
      table = tide_delimited_read (bytes, &options, NULL, NULL, NULL, NULL);
      shown = show (table);
      g_assert_cmpstr (shown, ==,
                       "1:项目|投资额\r\n(亿元);3:机器人基地|12.5;4:新能源汽车产业园|30;");
    }
}

/* What is written is read again, guarded texts, too. */
static void
test_round_trip (void)
{
  static const char *const texts[] = { "plain", "=1+1", "'=1+1", "''-", "'",   "-5",     "\tx",
                                       "a\nb",  "\r\n", "a,b",   "\"",  " x ", "'text'", "宁波" };
  static const TideTableColumn columns[]
      = { { "text", TIDE_TABLE_TEXT }, { "number", TIDE_TABLE_NUMBER } };
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TideTable) table = NULL;
  TideDecimal number;

  g_assert_cmpint (tide_decimal_parse ("-12.5", &number), ==, TIDE_DECIMAL_OK);
  tide_table_writer_begin_sheet (writer, "texts", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      tide_table_writer_add_text (writer, texts[i]);
      tide_table_writer_add_decimal (writer, &number);
      tide_table_writer_end_row (writer);
    }
  bytes = tide_table_writer_end (writer, NULL);
  table = tide_delimited_read (bytes, &comma, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_cmpstr (tide_table_get_text (table, i + 1, 0), ==, texts[i]);
      g_assert_cmpstr (tide_table_get_text (table, i + 1, 1), ==, "-12.5");
    }
}

static char *
repeat (const char *text, gsize times)
{
  GString *all = g_string_sized_new (strlen (text) * times);

  for (gsize i = 0; i < times; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static void
test_refusals (void)
{
  g_autofree char *cell = repeat ("x", TIDE_TABLE_MAX_CELL + 1);
  g_autofree char *wide = repeat (",", TIDE_TABLE_MAX_COLUMNS);
  g_autofree char *filled = repeat ("x,", TIDE_TABLE_MAX_COLUMNS + 1);
  g_autofree char *long_text = repeat ("x\n", TIDE_TABLE_MAX_ROWS + 1);
  g_autofree char *runaway = g_strconcat ("a\n\"", cell, cell, NULL);
  const struct
  {
    const char *text;
    TideProblemCode code;
    const char *said;
  } cases[] = {
    { "", TIDE_PROBLEM_EMPTY_FILE, "empty" },
    { "\n,,\n", TIDE_PROBLEM_EMPTY_FILE, "empty" },
    { "a\n\"b\nc", TIDE_PROBLEM_OPEN_QUOTE, "line 2" },
    { "\"a\nb\",\"c\n", TIDE_PROBLEM_OPEN_QUOTE, "line 2" },
    { "a\nb\xff", TIDE_PROBLEM_BAD_BYTE, "Line 2" },
    { cell, TIDE_PROBLEM_CELL_TOO_LONG, "1 MB" },
    { runaway, TIDE_PROBLEM_CELL_TOO_LONG, "row 2" },
    { wide, TIDE_PROBLEM_TOO_MANY_COLUMNS, "10,000" },
    { filled, TIDE_PROBLEM_TOO_MANY_COLUMNS, "10,000" },
    { long_text, TIDE_PROBLEM_TOO_MANY_ROWS, "1,000,000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      g_assert_null (tide_delimited_read (bytes, &comma, NULL, NULL, NULL, &error));
      g_assert_error (error, TIDE_PROBLEM_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].said));
    }
}

static void
test_large_file (void)
{
  g_autofree char *text = g_malloc0 (TIDE_TABLE_MAX_SIZE + 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, TIDE_TABLE_MAX_SIZE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (tide_delimited_read (bytes, &comma, NULL, NULL, NULL, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_FILE_TOO_LARGE);
}

typedef struct
{
  GCancellable *cancellable;
  gsize last;
  guint n_calls;
} Watch;

static void
watch (gsize done, gsize total, gpointer user_data)
{
  Watch *self = user_data;

  g_assert_cmpuint (done, >, self->last);
  g_assert_cmpuint (done, <=, total);
  self->last = done;
  if (++self->n_calls == 2)
    g_cancellable_cancel (self->cancellable);
}

static void
test_cancel (void)
{
  g_autofree char *text = repeat ("name,amount\n", 100000);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch self = { .cancellable = cancellable };

  g_assert_null (tide_delimited_read (bytes, &comma, watch, &self, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self.n_calls, ==, 2);
}

/* Cells, quotation marks and line breaks that are cut through by the pieces. */
static void
test_pieces (void)
{
  for (guint shift = 0; shift < 16; shift++)
    {
      g_autofree char *rows = repeat ("\"宁\"\"波\r\n\",ab\r\n", 20000);
      g_autofree char *text
          = g_strdup_printf ("%.*s,x\r\n%s", (int) shift, "0123456789abcdef", rows);
      g_autoptr (TideTable) table = read_text (text, &comma);

      g_assert_cmpuint (tide_table_get_n_rows (table), ==, 20001);
      for (guint row = 1; row < 20001; row++)
        {
          g_assert_cmpuint (tide_table_get_row_length (table, row), ==, 2);
          g_assert_cmpuint (tide_table_get_line (table, row), ==, 2 * row);
          g_assert_cmpstr (tide_table_get_text (table, row, 0), ==, "宁\"波\r\n");
          g_assert_cmpstr (tide_table_get_text (table, row, 1), ==, "ab");
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/delimited/read", test_read);
  g_test_add_func ("/delimited/kinds", test_kinds);
  g_test_add_func ("/delimited/no-quoting", test_no_quoting);
  g_test_add_func ("/delimited/guess", test_guess);
  g_test_add_func ("/delimited/encodings", test_encodings);
  g_test_add_func ("/delimited/round-trip", test_round_trip);
  g_test_add_func ("/delimited/refusals", test_refusals);
  g_test_add_func ("/delimited/large-file", test_large_file);
  g_test_add_func ("/delimited/cancel", test_cancel);
  g_test_add_func ("/delimited/pieces", test_pieces);

  return g_test_run ();
}
