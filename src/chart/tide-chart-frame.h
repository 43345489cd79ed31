/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-data.h"

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_FRAME (tide_chart_frame_get_type ())

G_DECLARE_FINAL_TYPE (TideChartFrame, tide_chart_frame, TIDE, CHART_FRAME, GtkWidget)

GtkWidget *tide_chart_frame_new (TideChartData *chart);

TideChartData *tide_chart_frame_get_chart (TideChartFrame *self);
void tide_chart_frame_set_chart (TideChartFrame *self, TideChartData *chart);
gboolean tide_chart_frame_get_shows_table (TideChartFrame *self);
void tide_chart_frame_set_shows_table (TideChartFrame *self, gboolean shows_table);
const char *tide_chart_frame_get_language (TideChartFrame *self);
void tide_chart_frame_set_language (TideChartFrame *self, const char *language);

G_END_DECLS
