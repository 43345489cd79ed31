/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-text.h"

#include <glib/gi18n-lib.h>

/* A summary speaks of no more series than this. */
#define MAX_SERIES 6u

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * tide_line_text_get_value:
 * @point: a point
 *
 * Returns: its value, or what is said instead
 */
const char *
tide_line_text_get_value (TidePoint *point)
{
  TideChartItem *item = TIDE_CHART_ITEM (point);
  const char *text = tide_chart_item_get_value_text (item);

  if (text != NULL)
    return text;

  return tide_chart_item_has_value (item) ? "" : C_ ("bar chart", "no value");
}

/**
 * tide_line_text_dup_name:
 * @point: a point
 * @position: its place in its series, from 0
 * @n_points: how many points the series has
 *
 * Returns: (transfer full): what screen readers say of it
 */
char *
tide_line_text_dup_name (TidePoint *point, guint position, guint n_points)
{
  const char *series = tide_point_get_series (point);
  const char *value = tide_line_text_get_value (point);
  g_autofree char *label = tide_point_dup_label (point);

  if (has_text (series))
    /* Translators: spoken for a bar or point of a chart: category, series: value, position of
     * count. */
    return g_strdup_printf (_ ("%s, %s: %s, %u of %u"), label, series, value, position + 1,
                            n_points);

  /* Translators: spoken for a bar or point of a chart: category: value, position of count. */
  return g_strdup_printf (_ ("%s: %s, %u of %u"), label, value, position + 1, n_points);
}

static void
append_line (GString *text, const char *line)
{
  if (has_text (line))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/**
 * tide_line_text_dup_description:
 * @point: a point
 *
 * Returns: (transfer full): whether the series breaks before it, and its description, a line each;
 *   empty if there is nothing to say
 */
char *
tide_line_text_dup_description (TidePoint *point)
{
  GString *description = g_string_new (NULL);

  if (tide_point_is_after_break (point))
    append_line (description, _ ("Not comparable with what was before"));
  append_line (description, tide_chart_item_get_description (TIDE_CHART_ITEM (point)));

  return g_string_free_and_steal (description);
}

/**
 * tide_line_text_dup_tooltip:
 * @point: a point
 *
 * Returns: (transfer full): when, series with value, whether the series breaks, and description, a
 *   line each
 */
char *
tide_line_text_dup_tooltip (TidePoint *point)
{
  const char *series = tide_point_get_series (point);
  const char *value = tide_line_text_get_value (point);
  g_autofree char *label = tide_point_dup_label (point);
  g_autofree char *description = tide_line_text_dup_description (point);
  GString *tooltip = g_string_new (label);

  if (has_text (series))
    {
      /* Each is kept together if it runs in another direction than the other. */
      g_autofree char *before = g_strconcat ("\u2068", series, "\u2069", NULL);
      g_autofree char *after = g_strconcat ("\u2068", value, "\u2069", NULL);
      /* Translators: in the tooltip of a chart's bar or point: series, value. */
      g_autofree char *line = g_strdup_printf (C_ ("bar chart", "%s: %s"), before, after);

      append_line (tooltip, line);
    }
  else
    append_line (tooltip, value);

  append_line (tooltip, description);

  return g_string_free_and_steal (tooltip);
}

/* The points of a series that a summary names. */
typedef struct
{
  TidePoint *first;
  TidePoint *last;
  TidePoint *lowest;
  TidePoint *highest;
  guint n_values;
} Extremes;

static void
look_at_point (Extremes *extremes, TidePoint *point)
{
  double value = tide_chart_item_get_value (TIDE_CHART_ITEM (point));

  if (!tide_chart_item_has_value (TIDE_CHART_ITEM (point)))
    return;

  if (extremes->n_values == 0)
    extremes->first = extremes->lowest = extremes->highest = point;
  if (value < tide_chart_item_get_value (TIDE_CHART_ITEM (extremes->lowest)))
    extremes->lowest = point;
  if (value > tide_chart_item_get_value (TIDE_CHART_ITEM (extremes->highest)))
    extremes->highest = point;
  extremes->last = point;
  extremes->n_values++;
}

static char *
dup_series_summary (const TideLineTable *table, guint series)
{
  Extremes extremes = { 0 };
  guint n_points;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  tide_line_table_get_line (table, series, &n_points);
  for (guint i = 0; i < n_points; i++)
    look_at_point (&extremes, tide_line_table_get_point (table, (TideLinePlace) { series, i }));
  if (extremes.n_values == 0)
    return g_strdup (C_ ("bar chart", "no value"));

  first = tide_point_dup_label (extremes.first);
  last = tide_point_dup_label (extremes.last);

  return g_strdup_printf (
      /* Translators: spoken for a line of a chart: how many values; when the first and last of them
         were; the lowest, highest and last value */
      ngettext ("%u value from %s to %s, lowest %s, highest %s, last %s",
                "%u values from %s to %s, lowest %s, highest %s, last %s", extremes.n_values),
      extremes.n_values, first, last, tide_line_text_get_value (extremes.lowest),
      tide_line_text_get_value (extremes.highest), tide_line_text_get_value (extremes.last));
}

/**
 * tide_line_text_dup_summary:
 * @table: the points of a chart
 *
 * Returns: (transfer full): what screen readers say of the whole: for each series, up to six, how
 *   many values there are and the most telling of them
 */
char *
tide_line_text_dup_summary (const TideLineTable *table)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < MIN (table->series->len, MAX_SERIES); i++)
    {
      const char *label = g_ptr_array_index (table->series, i);
      g_autofree char *text = dup_series_summary (table, i);
      /* Translators: in the tooltip of a chart's bar or point: series, value. */
      g_autofree char *line = g_strdup_printf (C_ ("bar chart", "%s: %s"), label, text);

      append_line (summary, *label != '\0' ? line : text);
    }

  return g_string_free_and_steal (summary);
}

/* A series on the way through its points. */
typedef struct
{
  guint at;
  guint n_points;
  const TideLinePoint *points;
} Walk;

static gboolean
find_next_x (const Walk *walks, guint n_series, double *x)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_series; i++)
    {
      if (walks[i].at == walks[i].n_points)
        continue;
      if (!is_found || walks[i].points[walks[i].at].x < *x)
        *x = walks[i].points[walks[i].at].x;
      is_found = TRUE;
    }

  return is_found;
}

static void
take_row (TideChartTable *result, const TideLineTable *table, Walk *walks, double x)
{
  guint n_series = table->series->len;
  GStrv cells = g_new0 (char *, n_series + 2);
  guint first = G_MAXUINT;

  for (guint i = 0; i < n_series; i++)
    {
      const TideLinePlace place = { i, walks[i].at };
      TidePoint *point = tide_line_table_get_point (table, place);

      if (point == NULL || walks[i].points[walks[i].at].x > x)
        {
          cells[i + 1] = g_strdup ("");
          continue;
        }

      if (cells[0] == NULL)
        {
          first = tide_line_table_get_position (table, place);
          cells[0] = tide_point_dup_label (point);
        }
      cells[i + 1] = g_strdup (tide_chart_item_has_value (TIDE_CHART_ITEM (point))
                                   ? tide_line_text_get_value (point)
                                   : "");
      result->n_breaks += tide_point_is_after_break (point) ? 1 : 0;
      walks[i].at++;
    }

  tide_chart_table_take_row (result, cells);
  if (table->is_time)
    tide_chart_table_take_date (result, tide_line_table_dup_date (table, first));
}

/**
 * tide_line_text_create_table:
 * @table: the points of a chart
 * @unit: (nullable): the unit of its axis
 *
 * Writes the values as they are shown. A unit that all of them have moves to the columns' titles.
 *
 * Returns: (transfer full): a row for each x, and a column for each series
 */
TideChartTable *
tide_line_text_create_table (const TideLineTable *table, const char *unit)
{
  TideChartTable *result = tide_chart_table_new ();
  guint n_series = table->series->len;
  g_autofree Walk *walks = g_new0 (Walk, n_series);
  double x = 0;

  tide_chart_table_take_column (result, g_strdup (table->is_time ? _ ("Date") : ""));
  for (guint i = 0; i < n_series; i++)
    {
      tide_chart_table_take_column (result, g_strdup (g_ptr_array_index (table->series, i)));
      walks[i].points = tide_line_table_get_line (table, i, &walks[i].n_points);
    }

  while (find_next_x (walks, n_series, &x))
    take_row (result, table, walks, x);
  tide_chart_table_move_unit (result, unit);

  return result;
}
