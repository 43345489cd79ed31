/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-bar-table.h"

typedef struct
{
  const char *name;
  const char *bars; /* label/series, one after the other */
  const char *categories;
  const char *series;
  const char *cells;
} Case;

static const Case cases[] = {
  { "one", "a/", "a", "", "0" },
  { "one series", "a/ b/ c/", "a b c", "", "0 1 2" },
  { "two series", "a/x a/y b/x b/y", "a b", "x y", "0 1 2 3" },
  { "in any order", "b/y a/y a/x", "b a", "y x", "0 2 3" },
  { "series one by one", "a/x b/x a/y b/y", "a b", "x y", "0 2 1 3" },
  { "hole", "a/x b/y", "a b", "x y", "0 3" },
  { "same label", "a/ a/ b/", "a a b", "", "0 1 2" },
  { "same label in two series", "a/x a/x a/y a/y", "a a", "x y", "0 2 1 3" },
};

static TideBarTable *
create_table (const char *bars)
{
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BAR);
  g_auto (GStrv) names = g_strsplit (bars, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], "/", 2);
      g_autoptr (TideBar) bar = tide_bar_new (names[i], parts[0], parts[1], i, NULL);

      g_list_store_append (store, bar);
    }

  return tide_bar_table_new (G_LIST_MODEL (store));
}

static char *
join (GPtrArray *strings)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            (const char *) g_ptr_array_index (strings, i));

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static void
test_cells (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TideBarTable) table = create_table (row->bars);
  g_autofree char *categories = join (table->categories);
  g_autofree char *series = join (table->series);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < table->bars->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", table->cells[i]);

  g_assert_cmpstr (categories, ==, row->categories);
  g_assert_cmpstr (series, ==, row->series);
  g_assert_cmpstr (numbers->str, ==, row->cells);
  g_assert_cmpuint (tide_bar_table_get_n_cells (table), ==,
                    table->categories->len * table->series->len);
}

static void
test_no_model (void)
{
  g_autoptr (TideBarTable) table = tide_bar_table_new (NULL);

  g_assert_cmpuint (table->bars->len, ==, 0);
  g_assert_cmpuint (tide_bar_table_get_n_cells (table), ==, 0);
}

static void
test_unknown_values (void)
{
  g_autoptr (TideBar) missing = tide_bar_new_without_value ("id", "label", NULL, "unknown");
  g_autoptr (TideBar) zero = tide_bar_new ("id", "label", NULL, 0, "0");

  g_assert_false (tide_bar_has_value (missing));
  g_assert_cmpstr (tide_bar_get_value_text (missing), ==, "unknown");
  g_assert_true (tide_bar_has_value (zero));
  g_assert_cmpfloat_with_epsilon (tide_bar_get_value (missing), 0, 1e-9);
}

/* A unit that all values have, or that numbers alone are in, stands in the title alone. */
static const struct
{
  const char *name;
  const char *first;
  const char *second;
  const char *lines;
} units[] = {
  { "written", "10.0 亿元", "0.5 亿元", "亿元\nRobotics\t10.0\nNew energy\t0.5\n" },
  { "not written", "1,000", "\u22120.5", "亿元\nRobotics\t1,000\nNew energy\t-0.5\n" },
  { "others", "10.0 亿元", "5,000 万元", "Value\nRobotics\t10.0 亿元\nNew energy\t5,000 万元\n" },
};

static void
test_units (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BAR);
      g_autoptr (TideBar) first = tide_bar_new (NULL, "Robotics", NULL, 1, units[i].first);
      g_autoptr (TideBar) second = tide_bar_new (NULL, "New energy", NULL, 1, units[i].second);
      g_autoptr (TideBar) third = tide_bar_new_without_value (NULL, "Others", NULL, "not known");
      g_autofree char *expected = g_strconcat ("Category\t", units[i].lines, "Others\t\n", NULL);
      g_autoptr (TideBarTable) table = NULL;
      g_autoptr (TideChartTable) written = NULL;
      g_autofree char *tsv = NULL;

      g_list_store_append (store, first);
      g_list_store_append (store, second);
      g_list_store_append (store, third);
      table = tide_bar_table_new (G_LIST_MODEL (store));
      written = tide_bar_table_write (table, "亿元");
      tsv = tide_chart_table_to_tsv (written);
      g_assert_cmpstr (tsv, ==, expected);
    }
}

static void
test_hidden (void)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_BAR);
  g_autoptr (TideBar) first = tide_bar_new (NULL, "a", "x", 1, NULL);
  g_autoptr (TideBar) second = tide_bar_new (NULL, "b", "y", 2, NULL);
  g_autoptr (TideBarTable) table = NULL;

  g_list_store_append (store, first);
  g_list_store_append (store, second);
  g_hash_table_add (hidden, (gpointer) "x");
  table = tide_bar_table_new_without (G_LIST_MODEL (store), hidden);

  g_assert_cmpuint (table->bars->len, ==, 1);
  g_assert_cmpuint (table->categories->len, ==, 1);
  g_assert_cmpuint (g_array_index (table->numbers, guint, 0), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/bar-table/cells/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_cells);
    }

  g_test_add_func ("/chart/bar-table/units", test_units);
  g_test_add_func ("/chart/bar-table/hidden", test_hidden);
  g_test_add_func ("/chart/bar-table/no-model", test_no_model);
  g_test_add_func ("/chart/bar-table/unknown-values", test_unknown_values);

  return g_test_run ();
}
