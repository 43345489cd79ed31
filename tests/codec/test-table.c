/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-table.h"

#include "core/tide-problem.h"

#include <string.h>

static void
add_row (TideTableBuilder *builder, guint line, const char *first, ...)
{
  va_list texts;

  tide_table_builder_begin_row (builder, line);
  va_start (texts, first);
  for (const char *text = first; text != NULL; text = va_arg (texts, const char *))
    g_assert_true (tide_table_builder_add (builder, TIDE_CELL_TEXT, text, -1, NULL));
  va_end (texts);
  g_assert_true (tide_table_builder_end_row (builder, NULL));
}

static void
test_ragged (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (TideTable) table = NULL;

  add_row (builder, 1, "name", "亿元", NULL);
  add_row (builder, 2, NULL);
  add_row (builder, 4, "Robots", "", "27", NULL);
  table = tide_table_builder_end (builder);

  g_assert_cmpuint (tide_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (tide_table_get_n_columns (table), ==, 3);
  g_assert_cmpuint (tide_table_get_row_length (table, 0), ==, 2);
  g_assert_cmpuint (tide_table_get_row_length (table, 1), ==, 0);
  g_assert_cmpuint (tide_table_get_line (table, 2), ==, 4);
  g_assert_cmpstr (tide_table_get_text (table, 0, 1), ==, "亿元");
  g_assert_cmpstr (tide_table_get_text (table, 0, 2), ==, "");
  g_assert_cmpstr (tide_table_get_text (table, 9, 0), ==, "");
  g_assert_cmpstr (tide_table_get_text (table, 2, 2), ==, "27");
  g_assert_cmpint (tide_table_get_kind (table, 2, 0), ==, TIDE_CELL_TEXT);
  g_assert_cmpint (tide_table_get_kind (table, 2, 1), ==, TIDE_CELL_EMPTY);
  g_assert_cmpint (tide_table_get_kind (table, 0, 2), ==, TIDE_CELL_EMPTY);
}

/* Many empty cells at once are as many one by one, within the same limits. */
static void
test_empty_at_once (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (TideTable) table = NULL;
  g_autoptr (GError) error = NULL;

  tide_table_builder_begin_row (builder, 1);
  g_assert_true (tide_table_builder_add_empty (builder, 3, NULL));
  g_assert_true (tide_table_builder_add (builder, TIDE_CELL_TEXT, "a", -1, NULL));
  g_assert_true (tide_table_builder_add_empty (builder, TIDE_TABLE_MAX_COLUMNS - 4, NULL));
  g_assert_false (tide_table_builder_add_empty (builder, 1, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_TOO_MANY_COLUMNS);
  g_assert_true (tide_table_builder_end_row (builder, NULL));
  table = tide_table_builder_end (builder);

  g_assert_cmpuint (tide_table_get_row_length (table, 0), ==, TIDE_TABLE_MAX_COLUMNS);
  for (guint i = 0; i < TIDE_TABLE_MAX_COLUMNS; i++)
    {
      g_assert_cmpstr (tide_table_get_text (table, 0, i), ==, i == 3 ? "a" : "");
      g_assert_cmpint (tide_table_get_kind (table, 0, i), ==,
                       i == 3 ? TIDE_CELL_TEXT : TIDE_CELL_EMPTY);
    }
}

/* What was begun and not ended is no row. */
static void
test_unfinished (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (TideTable) table = NULL;
  g_autoptr (TideTableBuilder) left = tide_table_builder_new ();

  add_row (builder, 1, "a", NULL);
  tide_table_builder_begin_row (builder, 2);
  g_assert_true (tide_table_builder_add (builder, TIDE_CELL_NUMBER, "12", 1, NULL));
  g_assert_cmpuint (tide_table_builder_get_row_length (builder), ==, 1);
  g_assert_true (tide_table_builder_end_row (builder, NULL));
  tide_table_builder_begin_row (builder, 3);
  g_assert_true (tide_table_builder_add (builder, TIDE_CELL_TEXT, "lost", -1, NULL));
  g_assert_cmpuint (tide_table_builder_get_n_rows (builder), ==, 2);
  table = tide_table_builder_end (builder);

  g_assert_cmpuint (tide_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (tide_table_get_text (table, 1, 0), ==, "1");
  g_assert_cmpint (tide_table_get_kind (table, 1, 0), ==, TIDE_CELL_NUMBER);
  g_assert_true (tide_table_builder_add (left, TIDE_CELL_TEXT, "lost", -1, NULL));
}

static void
test_long_cell (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autofree char *text = g_malloc (TIDE_TABLE_MAX_CELL + 1);
  g_autoptr (GError) error = NULL;

  memset (text, 'x', TIDE_TABLE_MAX_CELL + 1);
  tide_table_builder_begin_row (builder, 7);
  g_assert_true (
      tide_table_builder_add (builder, TIDE_CELL_TEXT, text, TIDE_TABLE_MAX_CELL, &error));
  g_assert_no_error (error);
  g_assert_false (
      tide_table_builder_add (builder, TIDE_CELL_TEXT, text, TIDE_TABLE_MAX_CELL + 1, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_CELL_TOO_LONG);
  g_assert_nonnull (strchr (error->message, '7'));
}

static void
test_many_columns (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (GError) error = NULL;

  tide_table_builder_begin_row (builder, 1);
  for (guint i = 0; i < TIDE_TABLE_MAX_COLUMNS; i++)
    g_assert_true (tide_table_builder_add (builder, TIDE_CELL_TEXT, "", 0, &error));
  g_assert_false (tide_table_builder_add (builder, TIDE_CELL_TEXT, "", 0, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_TOO_MANY_COLUMNS);
}

static void
test_many_rows (void)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < TIDE_TABLE_MAX_ROWS; i++)
    {
      tide_table_builder_begin_row (builder, i + 1);
      g_assert_true (tide_table_builder_end_row (builder, &error));
    }
  tide_table_builder_begin_row (builder, TIDE_TABLE_MAX_ROWS + 1);
  g_assert_false (tide_table_builder_end_row (builder, &error));
  g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_TOO_MANY_ROWS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/ragged", test_ragged);
  g_test_add_func ("/table/empty-at-once", test_empty_at_once);
  g_test_add_func ("/table/unfinished", test_unfinished);
  g_test_add_func ("/table/long-cell", test_long_cell);
  g_test_add_func ("/table/many-columns", test_many_columns);
  g_test_add_func ("/table/many-rows", test_many_rows);

  return g_test_run ();
}
