/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-table.h"

#include "chart/tide-chart-date.h"

static guint
number_series (TideLineTable *self, const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->series, name, g_str_equal, &index))
    {
      index = self->series->len;
      g_ptr_array_add (self->series, g_strdup (name));
      g_ptr_array_add (self->positions, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_ptr_array_add (self->lines, g_array_new (FALSE, FALSE, sizeof (TideLinePoint)));
    }

  return index;
}

static TideTimeUnit
get_unit (TidePointPrecision precision)
{
  switch (precision)
    {
    case TIDE_POINT_QUARTER:
      return TIDE_TIME_QUARTER;
    case TIDE_POINT_MONTH:
      return TIDE_TIME_MONTH;
    case TIDE_POINT_DAY:
      return TIDE_TIME_DAY;
    case TIDE_POINT_YEAR:
    case TIDE_POINT_NUMBER:
    default:
      return TIDE_TIME_YEAR;
    }
}

static void
add_point (TideLineTable *self, TidePoint *point, guint position)
{
  const char *series = tide_point_get_series (point);
  guint index = number_series (self, series != NULL ? series : "");
  TidePointPrecision precision = tide_point_get_precision (point);

  g_array_append_val (g_ptr_array_index (self->positions, index), position);
  self->is_time = self->is_time && precision != TIDE_POINT_NUMBER;
  self->finest = MIN (self->finest, get_unit (precision));
  self->has_values = self->has_values || tide_chart_item_has_value (TIDE_CHART_ITEM (point));
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *points = data;
  double one = tide_point_get_x (g_ptr_array_index (points, *(const guint *) a));
  double other = tide_point_get_x (g_ptr_array_index (points, *(const guint *) b));

  return (one > other) - (one < other);
}

static void
fill_series (TideLineTable *self, guint series)
{
  GArray *positions = g_ptr_array_index (self->positions, series);

  g_array_sort_with_data (positions, compare_positions, self->points);
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);
      TidePoint *point = g_ptr_array_index (self->points, position);
      TideLinePoint line = {
        .x = tide_point_get_x (point),
        .value = tide_chart_item_get_value (TIDE_CHART_ITEM (point)),
        .has_value = tide_chart_item_has_value (TIDE_CHART_ITEM (point)),
        .is_after_break = tide_point_is_after_break (point),
      };

      g_array_append_val (g_ptr_array_index (self->lines, series), line);
      self->places[position] = (TideLinePlace) { series, i };
    }
}

/**
 * tide_line_table_new:
 * @model: (nullable): a list of #TidePoint
 *
 * Returns: (transfer full): its points as they are now
 */
TideLineTable *
tide_line_table_new (GListModel *model)
{
  TideLineTable *self = g_new0 (TideLineTable, 1);
  guint n_points = model != NULL ? g_list_model_get_n_items (model) : 0;

  self->points = g_ptr_array_new_full (n_points, g_object_unref);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_new (TideLinePlace, n_points);
  self->is_time = n_points > 0;
  self->finest = TIDE_TIME_YEAR;

  for (guint i = 0; i < n_points; i++)
    {
      TidePoint *point = g_list_model_get_item (model, i);

      g_ptr_array_add (self->points, point);
      add_point (self, point, i);
    }
  for (guint i = 0; i < self->series->len; i++)
    fill_series (self, i);

  return self;
}

/**
 * tide_line_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
tide_line_table_free (TideLineTable *self)
{
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->positions);
  g_ptr_array_unref (self->lines);
  g_free (self->places);
  g_free (self);
}

/**
 * tide_line_table_get_position:
 * @self: a table
 * @place: a place
 *
 * Returns: the position in the model of the point there, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_line_table_get_position (const TideLineTable *self, TideLinePlace place)
{
  GArray *positions;

  if (place.series >= self->series->len)
    return G_MAXUINT;

  positions = g_ptr_array_index (self->positions, place.series);

  return place.point < positions->len ? g_array_index (positions, guint, place.point) : G_MAXUINT;
}

/**
 * tide_line_table_get_point:
 * @self: a table
 * @place: a place
 *
 * Returns: (transfer none) (nullable): the point there
 */
TidePoint *
tide_line_table_get_point (const TideLineTable *self, TideLinePlace place)
{
  guint position = tide_line_table_get_position (self, place);

  return position < self->points->len ? g_ptr_array_index (self->points, position) : NULL;
}

/**
 * tide_line_table_get_line:
 * @self: a table
 * @series: which series
 * @n_points: (out): how many points it has
 *
 * Returns: (array length=n_points): the points of a series by x
 */
const TideLinePoint *
tide_line_table_get_line (const TideLineTable *self, guint series, guint *n_points)
{
  GArray *line = g_ptr_array_index (self->lines, series);

  *n_points = line->len;

  return (const TideLinePoint *) line->data;
}

/**
 * tide_line_table_dup_date:
 * @self: a table whose x is a day
 * @position: the position of a point in the model
 *
 * Returns: (transfer full): the date of the point as programs read it
 */
char *
tide_line_table_dup_date (const TideLineTable *self, guint position)
{
  TidePoint *point = g_ptr_array_index (self->points, position);

  return tide_chart_date_dup_code (tide_point_get_x (point),
                                   get_unit (tide_point_get_precision (point)));
}

/**
 * tide_line_table_find_id:
 * @self: a table
 * @id: (nullable): id of a point
 *
 * Returns: the position of the first point with that id, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_line_table_find_id (const TideLineTable *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->points->len; i++)
    {
      TideChartItem *item = g_ptr_array_index (self->points, i);

      if (g_strcmp0 (tide_chart_item_get_id (item), id) == 0)
        return i;
    }

  return G_MAXUINT;
}
