/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_TABLE_VIEW (tide_chart_table_view_get_type ())

G_DECLARE_FINAL_TYPE (TideChartTableView, tide_chart_table_view, TIDE, CHART_TABLE_VIEW, GtkWidget)

void tide_chart_table_view_set_table (TideChartTableView *self, TideChartTable *table);
void tide_chart_table_view_set_title (TideChartTableView *self, const char *title);
void tide_chart_table_view_set_language (TideChartTableView *self, const char *language);
TideChartTable *tide_chart_table_view_dup_selected (TideChartTableView *self);

G_END_DECLS
