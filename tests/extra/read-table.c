/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints the cells of each table of a file, one a line: number of the table, row and column, kind,
 * and text with escapes. */

#include "codec/tide-delimited.h"
#include "codec/tide-html-table.h"
#include "codec/tide-spreadsheet.h"

#include <locale.h>

static const char *const kinds[] = {
  [TIDE_CELL_EMPTY] = "empty",     [TIDE_CELL_TEXT] = "text", [TIDE_CELL_NUMBER] = "number",
  [TIDE_CELL_PERCENT] = "percent", [TIDE_CELL_DATE] = "date", [TIDE_CELL_BOOLEAN] = "boolean",
  [TIDE_CELL_ERROR] = "error",
};

static void
print_table (const TideTable *table, guint index)
{
  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
      {
        const TideCellKind kind = tide_table_get_kind (table, row, column);
        g_autofree char *text = g_strescape (tide_table_get_text (table, row, column), NULL);

        if (kind != TIDE_CELL_EMPTY)
          g_print ("%u\t%u\t%u\t%s\t%s\n", index, row, column, kinds[kind], text);
      }
}

static gboolean
print_spreadsheet (GBytes *bytes, GError **error)
{
  g_autoptr (TideSpreadsheet) spreadsheet = tide_spreadsheet_open (bytes, NULL, error);

  if (spreadsheet == NULL)
    return FALSE;

  for (guint i = 0; i < tide_spreadsheet_get_n_sheets (spreadsheet); i++)
    {
      g_autoptr (TideTable) table
          = tide_spreadsheet_read_sheet (spreadsheet, i, NULL, NULL, NULL, NULL, error);

      if (table == NULL)
        return FALSE;
      print_table (table, i);
    }

  return TRUE;
}

static gboolean
print_html (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) tables = tide_html_tables_read (bytes, NULL, error);

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    print_table (g_ptr_array_index (tables, i), i);

  return tables != NULL;
}

static gboolean
print_delimited (GBytes *bytes, GError **error)
{
  TideDelimitedOptions options;
  g_autoptr (TideTable) table = NULL;

  tide_delimited_guess (bytes, &options);
  table = tide_delimited_read (bytes, &options, NULL, NULL, NULL, error);
  if (table != NULL)
    print_table (table, 0);

  return table != NULL;
}

static gboolean
print_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;

  bytes = g_bytes_new_take (contents, length);
  if (tide_spreadsheet_is_likely (bytes))
    return print_spreadsheet (bytes, error);
  if (g_str_has_suffix (path, ".html"))
    return print_html (bytes, error);

  return print_delimited (bytes, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc == 2 && print_file (argv[1], &error))
    return 0;

  g_printerr ("%s\n", error != NULL ? error->message : "read-table FILE");

  return 1;
}
