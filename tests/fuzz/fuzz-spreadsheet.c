/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any sheet, shared texts and styles, each in a paragraph, are refused or read as a table within
 * its limits, the same twice; so is any archive. */

#include "tide-fuzz.h"

#include "tide-xlsx-fixture.h"

#include "codec/tide-spreadsheet.h"
#include "core/tide-problem.h"

#include <string.h>

static void
check_table (const TideTable *table)
{
  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
      {
        const char *text = tide_table_get_text (table, row, column);

        g_assert_true (g_utf8_validate (text, -1, NULL));
        g_assert_cmpint (text[0] == '\0', ==,
                         tide_table_get_kind (table, row, column) == TIDE_CELL_EMPTY);
      }
}

static void
check_file (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (file, NULL, &error);
  g_autoptr (TideTable) table = NULL;
  g_autoptr (TideTable) again = NULL;

  if (spreadsheet != NULL)
    table = tide_spreadsheet_read_sheet (spreadsheet, 0, NULL, NULL, NULL, NULL, &error);
  if (table == NULL)
    {
      g_assert_true (error->domain == TIDE_PROBLEM_ERROR);
      return;
    }

  check_table (table);
  again = tide_spreadsheet_read_sheet (spreadsheet, 0, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (tide_table_get_n_rows (table), ==, tide_table_get_n_rows (again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n\n", 3);
  guint n_parts = g_strv_length (parts);
  g_autoptr (GBytes) archive = g_bytes_new (data, size);
  g_autoptr (GBytes) file = n_parts == 0
                                ? NULL
                                : tide_xlsx_fixture_make (parts[0], n_parts > 1 ? parts[1] : NULL,
                                                          n_parts > 2 ? parts[2] : NULL);

  check_file (archive);
  if (file != NULL)
    check_file (file);

  return 0;
}
