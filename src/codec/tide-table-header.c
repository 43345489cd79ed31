/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table-header.h"

#include "codec/tide-cell-text.h"

#include <string.h>

/* How many rows the header is looked for in, and how many tell what a usual row is like. */
#define ROWS_OF_HEADER 30
#define ROWS_OF_DATA 200

/* A name of a column is hardly longer, in characters. */
#define LONGEST_NAME 80

static gboolean
is_filled (const TideTable *table, guint row, guint column)
{
  return *tide_table_get_text (table, row, column) != '\0';
}

static guint
count_filled (const TideTable *table, guint row)
{
  guint count = 0;

  for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
    count += is_filled (table, row, column);

  return count;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The median of how many cells of a row are filled. */
static guint
find_usual_fill (const TideTable *table)
{
  const guint n = MIN (tide_table_get_n_rows (table), ROWS_OF_DATA);
  int counts[ROWS_OF_DATA];

  for (guint row = 0; row < n; row++)
    counts[row] = (int) count_filled (table, row);
  qsort (counts, n, sizeof counts[0], compare_counts);

  return (guint) counts[n / 2];
}

static gboolean
is_period (const TideTable *table, guint row, guint column)
{
  return tide_cell_text_looks_like_period (tide_table_get_text (table, row, column));
}

/* Whether a cell is a value rather than the name of a column. A year may be either: it is a name
 * where no year stands below. */
static gboolean
is_value (const TideTable *table, guint row, guint column)
{
  if (!is_filled (table, row, column))
    return FALSE;
  if (is_period (table, row, column))
    return row + 1 < tide_table_get_n_rows (table) && is_period (table, row + 1, column);

  return tide_table_get_kind (table, row, column) != TIDE_CELL_TEXT
         || tide_cell_text_looks_counted (tide_table_get_text (table, row, column));
}

static gboolean
has_values (const TideTable *table, guint row)
{
  for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
    if (is_value (table, row, column))
      return TRUE;

  return FALSE;
}

/* Whether each column is called something else: the names above merged cells are not. */
static gboolean
has_distinct_names (const TideTable *table, guint row)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
    {
      const char *name = tide_table_get_text (table, row, column);

      if (*name != '\0'
          && (g_utf8_strlen (name, -1) > LONGEST_NAME
              || !g_hash_table_add (names, (gpointer) name)))
        return FALSE;
    }

  return TRUE;
}

/**
 * tide_table_header_guess:
 * @table: a table
 *
 * Guesses which row has the names of the columns: the first one that is filled about as much as the
 * rows are, whose texts are short and differ, and none of which is a number or a date. Years may be
 * names, where no years stand below. A row with numbers that comes first is one of data, and there
 * is no header.
 *
 * Returns: the header and where the data begin
 */
TideTableHeader
tide_table_header_guess (const TideTable *table)
{
  const guint n_rows = tide_table_get_n_rows (table);
  guint usual;

  if (n_rows == 0)
    return (TideTableHeader) { .row = TIDE_TABLE_NO_ROW, .first_row = 0 };

  usual = find_usual_fill (table);
  for (guint row = 0; row < MIN (n_rows, ROWS_OF_HEADER); row++)
    {
      if (count_filled (table, row) * 5 < usual * 3)
        continue;
      if (has_values (table, row))
        return (TideTableHeader) { .row = TIDE_TABLE_NO_ROW, .first_row = row };
      if (has_distinct_names (table, row))
        return (TideTableHeader) { .row = row, .first_row = row + 1 };
    }

  return (TideTableHeader) { .row = TIDE_TABLE_NO_ROW, .first_row = 0 };
}
