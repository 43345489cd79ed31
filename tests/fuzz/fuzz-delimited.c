/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes are refused, or are a table; what is written of it is the same table. */

#include "tide-fuzz.h"

#include "codec/tide-csv-writer.h"
#include "codec/tide-delimited.h"
#include "codec/tide-table-header.h"
#include "core/tide-problem.h"

#include <string.h>

static TideTable *
read_again (const TideTable *table)
{
  const TideDelimitedOptions options = { TIDE_ENCODING_UTF8, ',', '"' };
  const guint n_columns = MAX (tide_table_get_n_columns (table), 1);
  g_autofree TideTableColumn *columns = g_new (TideTableColumn, n_columns);
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);
  g_autoptr (GBytes) bytes = NULL;
  TideTable *again;

  /* With a header, no row of the table is taken for the one that names the separator. */
  for (guint column = 0; column < n_columns; column++)
    columns[column] = (TideTableColumn) { "x", TIDE_TABLE_TEXT };
  tide_table_writer_begin_sheet (writer, "rows", columns, n_columns);
  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
        tide_table_writer_add_text (writer, tide_table_get_text (table, row, column));
      tide_table_writer_end_row (writer);
    }
  bytes = tide_table_writer_end (writer, NULL);
  again = tide_delimited_read (bytes, &options, NULL, NULL, NULL, NULL);
  g_assert_nonnull (again);

  return again;
}

static void
check_table (const TideTable *table)
{
  const TideTableHeader header = tide_table_header_guess (table);
  g_autoptr (TideTable) again = read_again (table);

  g_assert_cmpuint (header.first_row, <=, tide_table_get_n_rows (table));
  g_assert_cmpuint (tide_table_get_n_rows (again), ==, tide_table_get_n_rows (table) + 1);
  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    {
      g_assert_cmpuint (tide_table_get_row_length (again, row + 1), ==,
                        tide_table_get_n_columns (table));
      for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
        g_assert_cmpstr (tide_table_get_text (again, row + 1, column), ==,
                         tide_table_get_text (table, row, column));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (TideTable) table = NULL;
  g_autoptr (GError) error = NULL;
  TideDelimitedOptions options;

  tide_delimited_guess (bytes, &options);
  table = tide_delimited_read (bytes, &options, NULL, NULL, NULL, &error);
  if (table == NULL)
    g_assert_true (error->domain == TIDE_PROBLEM_ERROR);
  else
    check_table (table);

  return 0;
}
