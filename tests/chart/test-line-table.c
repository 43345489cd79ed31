/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-line-table.h"
#include "chart/tide-line-text.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *points; /* series:x, one after the other */
  const char *series;
  const char *order; /* positions by series and x */
} Case;

static const Case cases[] = {
  { "one", ":1", "", "0" },
  { "in order", ":1 :2 :3", "", "0 1 2" },
  { "in any order", ":3 :1 :2", "", "1 2 0" },
  { "two series", "a:1 a:2 b:1 b:2", "a b", "0 1 | 2 3" },
  { "mixed", "b:2 a:1 b:1 a:2", "b a", "2 0 | 1 3" },
  { "same x", ":1 :1 :0", "", "2 0 1" },
  { "none", "", "", "" },
};

static TideLineTable *
create_table (const char *points)
{
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_POINT);
  g_auto (GStrv) names = g_strsplit (points, " ", -1);

  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ":", 2);
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autoptr (TidePoint) point
          = tide_point_new (names[i], *parts[0] != '\0' ? parts[0] : NULL,
                            g_ascii_strtod (parts[1], NULL), TIDE_POINT_NUMBER, i, text);

      g_list_store_append (store, point);
    }

  return tide_line_table_new (G_LIST_MODEL (store));
}

static void
test_order (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TideLineTable) table = create_table (row->points);
  g_autoptr (GString) series = g_string_new (NULL);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < table->series->len; i++)
    {
      guint n_points;

      g_string_append_printf (series, "%s%s", i > 0 ? " " : "",
                              (const char *) g_ptr_array_index (table->series, i));
      tide_line_table_get_line (table, i, &n_points);
      if (i > 0)
        g_string_append (order, " |");
      for (guint j = 0; j < n_points; j++)
        {
          const TideLinePlace place = { i, j };
          const guint position = tide_line_table_get_position (table, place);

          g_string_append_printf (order, "%s%u", order->len > 0 ? " " : "", position);
          g_assert_cmpuint (table->places[position].series, ==, i);
          g_assert_cmpuint (table->places[position].point, ==, j);
        }
    }

  g_assert_cmpstr (series->str, ==, row->series);
  g_assert_cmpstr (order->str, ==, row->order);
}

static void
test_find (void)
{
  g_autoptr (TideLineTable) table = create_table ("a:1 b:2 a:0");

  g_assert_cmpuint (tide_line_table_find_id (table, "b:2"), ==, 1);
  g_assert_cmpuint (tide_line_table_find_id (table, "c:2"), ==, G_MAXUINT);
  g_assert_cmpuint (tide_line_table_find_id (table, NULL), ==, G_MAXUINT);
  g_assert_null (tide_line_table_get_point (table, TIDE_LINE_NOWHERE));
  g_assert_null (tide_line_table_get_point (table, (TideLinePlace) { 1, 1 }));
}

static void
test_no_model (void)
{
  g_autoptr (TideLineTable) table = tide_line_table_new (NULL);

  g_assert_cmpuint (table->points->len, ==, 0);
  g_assert_false (table->has_values);
  g_assert_false (table->is_time);
}

typedef struct
{
  TidePointPrecision precision;
  TideTimeUnit finest; /* of it and a year */
  const char *label;
} LabelCase;

static const LabelCase label_cases[] = {
  { TIDE_POINT_NUMBER, TIDE_TIME_YEAR, "738736" },
  { TIDE_POINT_YEAR, TIDE_TIME_YEAR, "2023" },
  { TIDE_POINT_QUARTER, TIDE_TIME_QUARTER, "Q3 2023" },
  { TIDE_POINT_MONTH, TIDE_TIME_MONTH, "August 2023" },
  { TIDE_POINT_DAY, TIDE_TIME_DAY, "15 August 2023" },
};

static void
test_labels (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 15, G_DATE_AUGUST, 2023);

  for (gsize i = 0; i < G_N_ELEMENTS (label_cases); i++)
    {
      const gboolean is_number = label_cases[i].precision == TIDE_POINT_NUMBER;
      const double x = is_number ? 738736 : g_date_get_julian (&date);
      g_autoptr (TidePoint) point
          = tide_point_new (NULL, NULL, x, label_cases[i].precision, 1, "1");
      g_autoptr (TidePoint) year = tide_point_new (NULL, NULL, x, TIDE_POINT_YEAR, 1, "1");
      g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_POINT);
      g_autofree char *label = tide_point_dup_label (point);
      g_autoptr (TideLineTable) table = NULL;

      g_list_store_append (store, year);
      g_list_store_append (store, point);
      table = tide_line_table_new (G_LIST_MODEL (store));

      g_assert_cmpstr (label, ==, label_cases[i].label);
      g_assert_cmpint (table->is_time, ==, !is_number);
      g_assert_cmpint (table->finest, ==, label_cases[i].finest);
    }
}

static void
test_own_label (void)
{
  g_autoptr (TidePoint) point
      = g_object_new (TIDE_TYPE_POINT, "label", "first day", "x", 1.0, "value", 3.0, NULL);
  g_autofree char *label = tide_point_dup_label (point);

  g_assert_cmpstr (label, ==, "first day");
}

static void
test_tsv (void)
{
  g_autoptr (TideLineTable) table = create_table ("a:2 b:1 a:1 b:3 a:2");
  g_autoptr (TideChartTable) result = tide_line_text_create_table (table, "bn");
  g_autofree char *tsv = tide_chart_table_to_tsv (result);

  g_assert_cmpuint (result->columns->len, ==, 3);
  g_assert_nonnull (strstr (tsv, "1\t2\t1"));
  g_assert_nonnull (strstr (tsv, "2\t0\t"));
  g_assert_nonnull (strstr (tsv, "2\t4\t"));
  g_assert_nonnull (strstr (tsv, "3\t\t3"));
  g_assert_cmpuint (result->rows->len, ==, 4);
}

static void
test_summary (void)
{
  g_autoptr (TideLineTable) table = create_table ("a:2 a:1 b:7");
  g_autofree char *summary = tide_line_text_dup_summary (table);

  g_assert_cmpstr (summary, ==,
                   "a: 2 values from 1 to 2, lowest 0, highest 1, last 0\n"
                   "b: 1 value from 7 to 7, lowest 2, highest 2, last 2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/line-table/order/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_order);
    }

  g_test_add_func ("/chart/line-table/find", test_find);
  g_test_add_func ("/chart/line-table/no-model", test_no_model);
  g_test_add_func ("/chart/line-table/labels", test_labels);
  g_test_add_func ("/chart/line-table/own-label", test_own_label);
  g_test_add_func ("/chart/line-table/tsv", test_tsv);
  g_test_add_func ("/chart/line-table/summary", test_summary);

  return g_test_run ();
}
