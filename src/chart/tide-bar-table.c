/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-table.h"

/* Where a bar stands: in which category, and as which of its series. */
typedef struct
{
  guint category;
  guint series;
} Place;

static guint
number_series (TideBarTable *self, const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->series, name, g_str_equal, &index))
    {
      index = self->series->len;
      g_ptr_array_add (self->series, g_strdup (name));
    }

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

/**
 * tide_bar_table_new:
 * @model: (nullable): a list of #TideBar
 *
 * Returns: (transfer full): its bars as they are now
 */
TideBarTable *
tide_bar_table_new (GListModel *model)
{
  TideBarTable *self = g_new0 (TideBarTable, 1);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_bars = model != NULL ? g_list_model_get_n_items (model) : 0;
  g_autofree Place *places = g_new (Place, n_bars);

  self->bars = g_ptr_array_new_with_free_func (g_object_unref);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_new (guint, n_bars);

  for (guint i = 0; i < n_bars; i++)
    {
      TideBar *bar = g_list_model_get_item (model, i);
      const char *label = tide_bar_get_label (bar);
      const char *series = tide_bar_get_series (bar);

      g_ptr_array_add (self->bars, bar);
      places[i].series = number_series (self, series != NULL ? series : "");
      places[i].category
          = number_category (self, taken, label != NULL ? label : "", places[i].series);
    }

  for (guint i = 0; i < n_bars; i++)
    self->cells[i] = places[i].category * self->series->len + places[i].series;

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
