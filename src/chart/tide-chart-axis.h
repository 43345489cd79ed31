/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-axis-drawing.h"

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_AXIS (tide_chart_axis_get_type ())

G_DECLARE_FINAL_TYPE (TideChartAxis, tide_chart_axis, TIDE, CHART_AXIS, GtkWidget)

GtkWidget *tide_chart_axis_new (void);
TideAxisRuler tide_chart_axis_get_ruler (TideChartAxis *self);
double tide_chart_axis_measure_text (TideChartAxis *self, const char *text);
void tide_chart_axis_place (TideChartAxis *self, const TideChartAxisPlace *place);
void
tide_chart_axis_set_ticks (TideChartAxis *self, const TideTicks *ticks, const double *positions);
void
tide_chart_axis_set_texts (TideChartAxis *self, const char *const *texts, const double *positions);

G_END_DECLS
