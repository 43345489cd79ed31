/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-data.h"

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_LEGEND (tide_chart_legend_get_type ())

G_DECLARE_FINAL_TYPE (TideChartLegend, tide_chart_legend, TIDE, CHART_LEGEND, GtkWidget)

GtkWidget *tide_chart_legend_new (void);
void tide_chart_legend_set_chart (TideChartLegend *self, TideChartData *chart);
void tide_chart_legend_set_language (TideChartLegend *self, const char *language);

G_END_DECLS
