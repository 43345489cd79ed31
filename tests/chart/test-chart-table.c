/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-chart-table.h"

typedef struct
{
  const char *name;
  const char *label;
  const char *value;
  const char *line;
} Case;

static const Case cases[] = {
  { "text and number", "New energy", "211.0", "New energy\t211.0" },
  { "Han", "新能源", "2,224", "新能源\t2,224" },
  { "nothing known", "Robotics", "", "Robotics\t" },
  { "negative", "Reductions", "\u221220.5", "Reductions\t-20.5" },
  { "negative in ASCII", "Reductions", "-20.5", "Reductions\t-20.5" },
  { "formulas", "=A1", "@SUM", "'=A1\t'@SUM" },
  { "signs", "-1", "+", "'-1\t'+" },
  { "more than one cell", "a\tb\r\nc", "1\n2", "a b  c\t1 2" },
};

static void
test_line (gconstpointer data)
{
  const Case *row = data;
  const char *const cells[] = { row->label, row->value, NULL };
  g_autoptr (TideChartTable) table = tide_chart_table_new ();
  g_autofree char *expected = g_strconcat ("Sector\t亿元\n", row->line, "\n", NULL);
  g_autofree char *tsv = NULL;

  tide_chart_table_take_column (table, g_strdup ("Sector"));
  tide_chart_table_take_column (table, g_strdup ("亿元"));
  tide_chart_table_take_row (table, g_strdupv ((GStrv) cells));
  tsv = tide_chart_table_to_tsv (table);

  g_assert_cmpstr (tsv, ==, expected);
}

static void
test_empty (void)
{
  g_autoptr (TideChartTable) table = tide_chart_table_new ();
  g_autofree char *tsv = NULL;

  tide_chart_table_take_column (table, g_strdup ("Year"));
  tsv = tide_chart_table_to_tsv (table);

  g_assert_cmpstr (tsv, ==, "Year\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/chart-table/line/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_line);
    }

  g_test_add_func ("/chart/chart-table/empty", test_empty);

  return g_test_run ();
}
