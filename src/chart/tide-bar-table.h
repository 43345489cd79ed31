/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bar.h"
#include "chart/tide-chart-table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideBarTable:
 * @bars: (element-type TideBar): the bars in the model's order
 * @categories: (element-type utf8): labels of the categories
 * @series: (element-type utf8): labels of the series
 * @numbers: (element-type guint): for each series, which one it is of those the model has
 * @cells: (array): for each bar its cell, category × number of series + series
 *
 * A model's bars, sorted into categories and series, both in the order of their first bar.
 */
typedef struct
{
  GPtrArray *bars;
  GPtrArray *categories;
  GPtrArray *series;
  GArray *numbers;
  guint *cells;
} TideBarTable;

TideBarTable *tide_bar_table_new (GListModel *model);
TideBarTable *tide_bar_table_new_without (GListModel *model, GHashTable *hidden);
void tide_bar_table_free (TideBarTable *self);
guint tide_bar_table_get_n_cells (const TideBarTable *self);
TideChartTable *tide_bar_table_write (const TideBarTable *self, const char *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBarTable, tide_bar_table_free)

G_END_DECLS
