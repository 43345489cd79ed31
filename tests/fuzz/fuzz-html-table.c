/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes are refused, or are tables within the limits, whose texts are valid. */

#include "tide-fuzz.h"

#include "codec/tide-html-table.h"
#include "core/tide-problem.h"

static void
check_table (const TideTable *table)
{
  g_assert_cmpuint (tide_table_get_n_rows (table), >, 0);
  g_assert_cmpuint (tide_table_get_n_columns (table), <=, TIDE_TABLE_MAX_COLUMNS);
  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
      g_assert_true (g_utf8_validate (tide_table_get_text (table, row, column), -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = tide_html_tables_read (bytes, NULL, &error);

  if (tables == NULL)
    g_assert_true (error->domain == TIDE_PROBLEM_ERROR);
  else
    g_ptr_array_foreach (tables, (GFunc) check_table, NULL);

  return 0;
}
