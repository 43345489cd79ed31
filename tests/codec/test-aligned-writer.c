/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-aligned-writer.h"
#include "codec/tide-column-picker.h"

static const TideTableColumn columns[]
    = { { "name", TIDE_TABLE_TEXT },           { "amount (CNY)", TIDE_TABLE_AMOUNT },
        { "amount (EUR)", TIDE_TABLE_AMOUNT }, { "share", TIDE_TABLE_PERCENT },
        { "date", TIDE_TABLE_DATE },           { "retired", TIDE_TABLE_BOOLEAN } };

static void
assert_ends (TideTableWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = tide_table_writer_end (writer, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
write_rows (TideTableWriter *writer)
{
  const TideDecimal number = { .mantissa = -150, .scale = 2, .is_set = TRUE };
  const TideDecimal share = { .mantissa = 40, .is_set = TRUE };
  const TideDate quarter = { .year = 2023, .quarter = 3, .precision = TIDE_PRECISION_QUARTER };

  tide_table_writer_begin_sheet (writer, "sheet", columns, G_N_ELEMENTS (columns));
  tide_table_writer_add_text (writer, "机器人");
  tide_table_writer_add_decimal (writer, &number);
  tide_table_writer_add_empty (writer);
  tide_table_writer_add_decimal (writer, &share);
  tide_table_writer_add_date (writer, &quarter);
  tide_table_writer_add_boolean (writer, TRUE);
  tide_table_writer_end_row (writer);
  tide_table_writer_add_text (writer, "two\n\033[31mlines");
  tide_table_writer_end_row (writer);
}

static void
test_columns (void)
{
  g_autoptr (TideTableWriter) writer = tide_aligned_writer_new (FALSE);

  write_rows (writer);
  assert_ends (writer, "name            amount (CNY)  amount (EUR)  share  date     retired\n"
                       "机器人                 -1.50                  40%  2023-Q3  true\n"
                       "two  [31mlines\n");
}

static void
test_empty_columns (void)
{
  g_autoptr (TideTableWriter) writer = tide_aligned_writer_new (TRUE);

  write_rows (writer);
  assert_ends (writer, "name            amount (CNY)  share  date     retired\n"
                       "机器人                 -1.50    40%  2023-Q3  true\n"
                       "two  [31mlines\n");
}

static void
test_picked (void)
{
  static const char *const titles[] = { "date", "amount", "name", "tide", NULL };
  g_autoptr (TideTableWriter) writer = tide_aligned_writer_new (FALSE);
  g_autoptr (TideColumnPicker) picker = tide_column_picker_new (writer, titles);

  write_rows (TIDE_TABLE_WRITER (picker));
  g_assert_cmpstr (tide_column_picker_get_unknown (picker), ==, "tide");
  assert_ends (TIDE_TABLE_WRITER (picker), "date     amount (CNY)  amount (EUR)  name\n"
                                           "2023-Q3         -1.50                机器人\n"
                                           "                                     two  [31mlines\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/aligned-writer/columns", test_columns);
  g_test_add_func ("/aligned-writer/empty-columns", test_empty_columns);
  g_test_add_func ("/aligned-writer/picked", test_picked);

  return g_test_run ();
}
