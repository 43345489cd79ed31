/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-table.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define MINUS "\u2212"

G_DEFINE_BOXED_TYPE (TideChartTable, tide_chart_table, tide_chart_table_copy, tide_chart_table_free)

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
  self->dates = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * tide_chart_table_copy:
 * @self: a table
 *
 * Returns: (transfer full): one that is like it
 */
TideChartTable *
tide_chart_table_copy (const TideChartTable *self)
{
  TideChartTable *copy = tide_chart_table_new ();

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (copy->columns, g_strdup (g_ptr_array_index (self->columns, i)));
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (copy->rows, g_strdupv (g_ptr_array_index (self->rows, i)));
  for (guint i = 0; i < self->dates->len; i++)
    g_ptr_array_add (copy->dates, g_strdup (g_ptr_array_index (self->dates, i)));
  copy->n_breaks = self->n_breaks;

  return copy;
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
  g_ptr_array_unref (self->dates);
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

/**
 * tide_chart_table_take_date:
 * @self: a table whose rows before the last have a date each
 * @date: (transfer full): the date that the last row is about, see #TideChartTable
 *
 * Says what the first cell of the row means.
 */
void
tide_chart_table_take_date (TideChartTable *self, char *date)
{
  g_return_if_fail (self->dates->len + 1 == self->rows->len);

  g_ptr_array_add (self->dates, date);
}

/* Length of the text before the unit; -1 where it does not end with that. */
static gssize
find_unit (const char *text, const char *unit)
{
  const gsize length = strlen (text);
  const gsize n_unit = strlen (unit);

  if (length <= n_unit || !g_str_has_suffix (text, unit))
    return -1;

  return (gssize) (length - n_unit);
}

/* Whether nothing but a number is written, which then is in the axis' unit; nothing is one too. */
static gboolean
is_number (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isdigit (c) && !g_unichar_isspace (c) && c != 0x2212
          && !(c < 128 && strchr (",.'-+", (int) c) != NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_unit_throughout (const TideChartTable *self, const char *unit)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (self->rows, i);

      for (guint j = 1; j < self->columns->len; j++)
        {
          if (find_unit (cells[j], unit) < 0 && !is_number (cells[j]))
            return FALSE;
        }
    }

  return TRUE;
}

static void
remove_unit (TideChartTable *self, const char *unit)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GStrv cells = g_ptr_array_index (self->rows, i);

      for (guint j = 1; j < self->columns->len; j++)
        {
          const gssize length = find_unit (cells[j], unit);

          if (length >= 0)
            {
              cells[j][length] = '\0';
              g_strchomp (cells[j]);
            }
        }
    }
}

static char *
write_title (const char *series, const char *unit)
{
  const char *name = *series != '\0' ? series : C_ ("chart", "Value");

  if (unit == NULL)
    return g_strdup (name);
  if (*series == '\0')
    return g_strdup (unit);

  /* Translators: title of a column of a chart's table: what the values are, their unit. */
  return g_strdup_printf (C_ ("chart", "%s (%s)"), name, unit);
}

/**
 * tide_chart_table_move_unit:
 * @self: a table with all its rows
 * @unit: (nullable): the unit of its chart's axis
 *
 * Moves the unit from the values to the titles of their columns, if all of them have it or are
 * written as numbers alone. A column without a title gets one.
 */
void
tide_chart_table_move_unit (TideChartTable *self, const char *unit)
{
  if (unit != NULL && (*unit == '\0' || !has_unit_throughout (self, unit)))
    unit = NULL;

  if (unit != NULL)
    remove_unit (self, unit);
  for (guint i = 1; i < self->columns->len; i++)
    {
      g_autofree char *series = g_ptr_array_index (self->columns, i);

      self->columns->pdata[i] = write_title (series, unit);
    }
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
