/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideChartData:
 * @dup_title: (nullable): see tide_chart_data_dup_title()
 * @dup_table: see tide_chart_data_dup_table()
 * @get_n_series: (nullable): see tide_chart_data_get_n_series(); without it there is one
 * @dup_series_label: (nullable): see tide_chart_data_dup_series_label()
 * @is_series_shown: (nullable): see tide_chart_data_is_series_shown(); without it all are
 * @show_series: (nullable): see tide_chart_data_show_series()
 * @create_swatch: (nullable): see tide_chart_data_create_swatch()
 *
 * What all charts have in common for the frame they stand in, its legend and its table.
 *
 * A chart draws neither its title nor a legend: both are the frame's. It uses the title as its
 * accessible name.
 */
#define TIDE_TYPE_CHART_DATA (tide_chart_data_get_type ())
G_DECLARE_INTERFACE (TideChartData, tide_chart_data, TIDE, CHART_DATA, GtkWidget)

struct _TideChartDataInterface
{
  GTypeInterface parent_iface;

  char *(*dup_title) (TideChartData *self);
  TideChartTable *(*dup_table) (TideChartData *self);
  guint (*get_n_series) (TideChartData *self);
  char *(*dup_series_label) (TideChartData *self, guint series);
  gboolean (*is_series_shown) (TideChartData *self, guint series);
  void (*show_series) (TideChartData *self, guint series, gboolean is_shown);
  GtkWidget *(*create_swatch) (TideChartData *self, guint series);
};

char *tide_chart_data_dup_title (TideChartData *self);
TideChartTable *tide_chart_data_dup_table (TideChartData *self);
guint tide_chart_data_get_n_series (TideChartData *self);
char *tide_chart_data_dup_series_label (TideChartData *self, guint series);
gboolean tide_chart_data_is_series_shown (TideChartData *self, guint series);
void tide_chart_data_show_series (TideChartData *self, guint series, gboolean is_shown);
GtkWidget *tide_chart_data_create_swatch (TideChartData *self, guint series);
void tide_chart_data_changed (TideChartData *self);

G_END_DECLS
