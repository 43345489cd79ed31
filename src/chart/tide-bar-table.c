/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-table.h"

#include <glib/gi18n-lib.h>

/* Where a bar stands: in which category, and as which of its series. */
typedef struct
{
  guint category;
  guint series;
} Place;

static guint
number_text (GPtrArray *texts, const char *text)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, &index))
    {
      index = texts->len;
      g_ptr_array_add (texts, g_strdup (text));
    }

  return index;
}

static guint
number_series (TideBarTable *self, const char *name, guint number)
{
  const guint index = number_text (self->series, name);

  if (index == self->numbers->len)
    g_array_append_val (self->numbers, number);

  return index;
}

static guint
number_category (TideBarTable *self, GHashTable *taken, const char *name, guint series)
{
  guint category;

  /* Two bars of one series that are labelled alike are two categories. */
  for (category = 0; category < self->categories->len; category++)
    {
      g_autofree char *key = g_strdup_printf ("%u/%u", category, series);

      if (g_str_equal (g_ptr_array_index (self->categories, category), name)
          && g_hash_table_add (taken, g_steal_pointer (&key)))
        return category;
    }

  g_ptr_array_add (self->categories, g_strdup (name));
  g_hash_table_add (taken, g_strdup_printf ("%u/%u", category, series));

  return category;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
add_bars (TideBarTable *self, GListModel *model, GHashTable *hidden, GArray *places)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const guint n_bars = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n_bars; i++)
    {
      g_autoptr (TideBar) bar = g_list_model_get_item (model, i);
      const char *series = or_empty (tide_bar_get_series (bar));
      const guint number = number_text (names, series);
      Place place;

      if (hidden != NULL && g_hash_table_contains (hidden, series))
        continue;

      place.series = number_series (self, series, number);
      place.category = number_category (
          self, taken, or_empty (tide_chart_item_get_label (TIDE_CHART_ITEM (bar))), place.series);
      g_array_append_val (places, place);
      g_ptr_array_add (self->bars, g_steal_pointer (&bar));
    }
}

/**
 * tide_bar_table_new:
 * @model: (nullable): a list of #TideBar
 *
 * Returns: (transfer full): its bars as they are now
 */
TideBarTable *
tide_bar_table_new (GListModel *model)
{
  return tide_bar_table_new_without (model, NULL);
}

/**
 * tide_bar_table_new_without:
 * @model: (nullable): a list of #TideBar
 * @hidden: (nullable) (element-type utf8): a set of series
 *
 * Returns: (transfer full): its bars as they are now, but those of the series in @hidden
 */
TideBarTable *
tide_bar_table_new_without (GListModel *model, GHashTable *hidden)
{
  TideBarTable *self = g_new0 (TideBarTable, 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  self->bars = g_ptr_array_new_with_free_func (g_object_unref);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  add_bars (self, model, hidden, places);

  self->cells = g_new (guint, places->len);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      self->cells[i] = place->category * self->series->len + place->series;
    }

  return self;
}

/**
 * tide_bar_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
tide_bar_table_free (TideBarTable *self)
{
  g_ptr_array_unref (self->bars);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_array_unref (self->numbers);
  g_free (self->cells);
  g_free (self);
}

/**
 * tide_bar_table_get_n_cells:
 * @self: a table
 *
 * Returns: number of categories times number of series
 */
guint
tide_bar_table_get_n_cells (const TideBarTable *self)
{
  return self->categories->len * self->series->len;
}

static const char *
get_text (TideBar *bar)
{
  return tide_chart_item_has_value (TIDE_CHART_ITEM (bar))
             ? or_empty (tide_chart_item_get_value_text (TIDE_CHART_ITEM (bar)))
             : "";
}

static GStrv
write_row (const TideBarTable *self, guint category)
{
  const guint n_series = self->series->len;
  GStrv cells = g_new0 (char *, n_series + 2);

  cells[0] = g_strdup (g_ptr_array_index (self->categories, category));
  for (guint i = 0; i < self->bars->len; i++)
    {
      if (self->cells[i] / n_series == category)
        cells[1 + self->cells[i] % n_series]
            = g_strdup (get_text (g_ptr_array_index (self->bars, i)));
    }

  for (guint i = 0; i <= n_series; i++)
    {
      if (cells[i] == NULL)
        cells[i] = g_strdup ("");
    }

  return cells;
}

/**
 * tide_bar_table_write:
 * @self: a table
 * @unit: (nullable): the unit of its chart's axis
 *
 * Writes the values as they stand at the bars. A unit that all of them have moves to the columns'
 * titles.
 *
 * Returns: (transfer full): a row for each category, a column for each series
 */
TideChartTable *
tide_bar_table_write (const TideBarTable *self, const char *unit)
{
  TideChartTable *table = tide_chart_table_new ();

  tide_chart_table_take_column (table, g_strdup (C_ ("chart", "Category")));
  for (guint i = 0; i < self->series->len; i++)
    tide_chart_table_take_column (table, g_strdup (g_ptr_array_index (self->series, i)));
  for (guint i = 0; i < self->categories->len; i++)
    tide_chart_table_take_row (table, write_row (self, i));
  tide_chart_table_move_unit (table, unit);

  return table;
}
