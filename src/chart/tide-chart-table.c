/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-table.h"

#include <string.h>

#define MINUS "\u2212"

/**
 * tide_chart_table_new:
 *
 * Returns: (transfer full): a table without columns and rows
 */
TideChartTable *
tide_chart_table_new (void)
{
  TideChartTable *self = g_new0 (TideChartTable, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

/**
 * tide_chart_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
tide_chart_table_free (TideChartTable *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * tide_chart_table_take_column:
 * @self: a table without rows
 * @title: (transfer full): what stands above the column
 *
 * Adds a column.
 */
void
tide_chart_table_take_column (TideChartTable *self, char *title)
{
  g_return_if_fail (self->rows->len == 0);

  g_ptr_array_add (self->columns, title);
}

/**
 * tide_chart_table_take_row:
 * @self: a table
 * @cells: (transfer full): one text for each column
 *
 * Adds a row.
 */
void
tide_chart_table_take_row (TideChartTable *self, GStrv cells)
{
  g_return_if_fail (g_strv_length (cells) == self->columns->len);

  g_ptr_array_add (self->rows, cells);
}

/* A spreadsheet takes no text for a formula that has an apostrophe in front, and no number for one
 * whose sign is not ASCII's. */
static void
append_cell (GString *tsv, const char *cell, gboolean is_value)
{
  const gboolean is_negative = is_value && g_str_has_prefix (cell, MINUS);

  if (is_negative)
    {
      g_string_append_c (tsv, '-');
      cell += strlen (MINUS);
    }
  else if (*cell != '\0' && strchr ("=+-@\t\r\n", *cell) != NULL
           && !(is_value && g_ascii_isdigit (cell[1])))
    g_string_append_c (tsv, '\'');

  for (; *cell != '\0'; cell++)
    g_string_append_c (tsv, strchr ("\t\r\n", *cell) != NULL ? ' ' : *cell);
}

static void
append_row (GString *tsv, const char *const *cells, guint n_cells, gboolean has_values)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (tsv, '\t');
      append_cell (tsv, cells[i], has_values && i > 0);
    }

  g_string_append_c (tsv, '\n');
}

/**
 * tide_chart_table_to_tsv:
 * @self: a table
 *
 * Writes it as lines of cells with tabulators between them, the titles first. Tabulators and ends
 * of lines within a cell become spaces; a text that a spreadsheet would read as a formula gets an
 * apostrophe in front.
 *
 * Returns: (transfer full): the lines, UTF-8
 */
char *
tide_chart_table_to_tsv (const TideChartTable *self)
{
  const guint n_columns = self->columns->len;
  GString *tsv = g_string_new (NULL);

  append_row (tsv, (const char *const *) self->columns->pdata, n_columns, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (tsv, g_ptr_array_index (self->rows, i), n_columns, TRUE);

  return g_string_free_and_steal (tsv);
}

static void
append_html_row (GString *html, const char *const *cells, guint n_cells, gboolean has_values)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = g_markup_escape_text (cells[i], -1);
      const char *tag = has_values && i > 0 ? "td" : "th";

      g_string_append_printf (html, "<%s%s>%s</%s>", tag,
                              has_values && i > 0 ? " align=\"right\"" : "", text, tag);
    }
  g_string_append (html, "</tr>\n");
}

/**
 * tide_chart_table_to_html:
 * @self: a table
 *
 * Returns: (transfer full): the table as word processors paste it, HTML in UTF-8
 */
char *
tide_chart_table_to_html (const TideChartTable *self)
{
  const guint n_columns = self->columns->len;
  GString *html = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");

  append_html_row (html, (const char *const *) self->columns->pdata, n_columns, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    append_html_row (html, g_ptr_array_index (self->rows, i), n_columns, TRUE);
  g_string_append (html, "</table>\n");

  return g_string_free_and_steal (html);
}
