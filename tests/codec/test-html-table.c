/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-html-table.h"

#include "core/tide-problem.h"

#include <string.h>

static GPtrArray *
read_html (const char *html, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));

  return tide_html_tables_read (bytes, NULL, error);
}

/* Tables one after the other, each of rows with their number, cells between bars. */
static char *
show (GPtrArray *tables)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      const TideTable *table = g_ptr_array_index (tables, i);

      g_string_append (text, i > 0 ? " / " : "");
      for (guint row = 0; row < tide_table_get_n_rows (table); row++)
        {
          g_string_append_printf (text, "%u:", tide_table_get_line (table, row));
          for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
            g_string_append_printf (text, "%s%s", column > 0 ? "|" : "",
                                    tide_table_get_text (table, row, column));
          g_string_append_c (text, ';');
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *html;
    const char *shown;
  } cases[] = {
    { "", "" },
    { "<p>no table</p>", "" },
    { "<table></table><table><tr><td> </table>", "" },
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>", "1:a|b;2:1|2;" },
    { "<TABLE><TR><TD>a<TD>b<TR><TD>1<TD>2", "1:a|b;2:1|2;" },
    { "<tr><td>a<td>b<tr><td>c", "1:a|b;2:c;" },
    { "<table><td>a</table>x<table><td>b</table>", "1:a; / 1:b;" },
    { "<table><tr><td>a</tr><table><td>b", "1:a; / 1:b;" },
    { "<table><tr><td>a<table><tr><td>x<td>y</table>b<td>c</table>", "1:a x yb|c;" },
    { "<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", "1:a|a|b;2:c|d|e;" },
    { "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "1:a|b;2:a|c;" },
    { "<table><tr><td>x<td rowspan=3>5<tr><td>y<tr><td>z</table>", "1:x|5;2:y|;3:z|;" },
    { "<table><tr><td rowspan=2 colspan='2'>a<tr><td>b</table>", "1:a|a;2:a|a|b;" },
    { "<table><tr><td>a<br>b<br/><td><p>c</p><p>d</p></table>", "1:a\nb|c\nd;" },
    { "<table><tr><td>\n  two \n words <b>bold</b>\n</td></table>", "1:two words bold;" },
    { "<table><tr><td>&nbsp;<td>a&nbsp;b&nbsp;</table>", "1:|a\xc2\xa0"
                                                         "b;" },
    { "<table><tr><td>&lt;b&gt; &amp;amp; &euro;5 &eacute; &#20159;&#x5143; &nope; AT&T</table>",
      "1:<b> &amp; €5 é 亿元 &nope; AT&T;" },
    { "<table><tr><td>a < 5<td>b > 3<td>&#0;</table>", "1:a < 5|b > 3|\xef\xbf\xbd;" },
    { "<style><!-- <td>no --> </style><!-- <table><td>no</table> --><table><td>a</table>", "1:a;" },
    { "<table><tr><td title=\"a > b\" class=x\">a<td x='<td>'>b</table>", "1:a|b;" },
    { "<table><tr><td>a<tr><td> <tr><td>b</table>", "1:a;3:b;" },
    { "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
      "1:a;2:b;" },
    { "<table><tr><td>e\xcc\x81</table>", "1:\xc3\xa9;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tables = read_html (cases[i].html, &error);
      g_autofree char *shown = NULL;

      g_assert_no_error (error);
      shown = show (tables);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_values (void)
{
  static const struct
  {
    const char *number;
    const char *format;
    const char *shown;
    TideCellKind kind;
    const char *text;
  } cases[] = {
    { "12.345", "1033;0;0.0", "12.3", TIDE_CELL_NUMBER, "12.345" },
    { "12.345", "1033;", "12.345", TIDE_CELL_NUMBER, "12.345" },
    { "1200000", "1031;0;#.##0", "1.200.000", TIDE_CELL_NUMBER, "1200000" },
    { "1.5E10", "1033;0;0.00E+00", "1.50E+10", TIDE_CELL_NUMBER, "1.5E10" },
    { "0.1635", "1033;0;0.0%", "16.4%", TIDE_CELL_PERCENT, "16.35" },
    { "1", "1033;0;0%", "100%", TIDE_CELL_PERCENT, "100" },
    { "-0.5", "1033;0;0%", "-50%", TIDE_CELL_PERCENT, "-50" },
    { "0.00125", "1033;0;0%", "0%", TIDE_CELL_PERCENT, "0.125" },
    { "45153", "1033;0;YYYY-MM-DD", "2023-08-15", TIDE_CELL_DATE, "2023-08-15" },
    { "45153", "1031;0;TT.MM.JJ", "15.08.23", TIDE_CELL_DATE, "2023-08-15" },
    { "45139", "1033;0;YYYY&quot;年&quot;M&quot;月&quot;", "2023年8月", TIDE_CELL_DATE, "2023-08" },
    { "45139", "1033;0;YYYY", "2023", TIDE_CELL_DATE, "2023" },
    { "0.5", "1033;0;HH:MM:SS", "12:00:00", TIDE_CELL_TEXT, "12:00:00" },
    { "-5", "1033;0;YYYY-MM-DD", "-", TIDE_CELL_TEXT, "-" },
    { "1", "1033;0;BOOLEAN", "TRUE", TIDE_CELL_BOOLEAN, "true" },
    { "1200.5", "1033;0;[$€-407]#,##0", "€1,201", TIDE_CELL_TEXT, "€1200.5" },
    { "-1200.5", "1033;0;[$€-407]#,##0", "-€1,201", TIDE_CELL_TEXT, "€-1200.5" },
    { "27.55", "2052;0;0.0&quot;亿元&quot;", "27.6亿元", TIDE_CELL_TEXT, "27.55亿元" },
    { "x", "1033;0;0", "12", TIDE_CELL_TEXT, "12" },
    { "1e999", "1033;0;0", "12", TIDE_CELL_TEXT, "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html
          = g_strdup_printf ("<table><tr><td sdval=\"%s\" sdnum=\"%s\">%s</td></tr></table>",
                             cases[i].number, cases[i].format, cases[i].shown);
      g_autoptr (GPtrArray) tables = read_html (html, NULL);
      const TideTable *table = g_ptr_array_index (tables, 0);

      g_assert_cmpstr (tide_table_get_text (table, 0, 0), ==, cases[i].text);
      g_assert_cmpint (tide_table_get_kind (table, 0, 0), ==, cases[i].kind);
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("<table><tr>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 11; i++)
    g_string_append (wide, "<td colspan=1000>x</td>");
  g_assert_null (read_html (wide->str, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_TOO_MANY_COLUMNS);
  g_clear_error (&error);

  g_assert_null (
      read_html ("<table><td>\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0"
                 "\xe5\xa5\xbd\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0"
                 "\xff</table>",
                 &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_BAD_BYTE);
}

/* What is never closed takes no longer than what is. */
static void
test_hostile (void)
{
  static const char *const pieces[]
      = { "<", "<td a=\"", "<!--", "<style>", "</", "&", "<table><td>", "<td rowspan=65534>x<tr>" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) html = g_string_new ("<table><td>");
      const gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) tables = NULL;

      while (html->len < 100 * 1000)
        g_string_append (html, pieces[i]);
      tables = read_html (html->str, NULL);
      g_assert_nonnull (tables);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<table><td>x", 12);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tide_html_tables_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/html-table/read", test_read);
  g_test_add_func ("/html-table/values", test_values);
  g_test_add_func ("/html-table/limits", test_limits);
  g_test_add_func ("/html-table/hostile", test_hostile);
  g_test_add_func ("/html-table/cancel", test_cancel);

  return g_test_run ();
}
