/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-item-chart.h"

G_BEGIN_DECLS

#define TIDE_TYPE_DONUT_CHART (tide_donut_chart_get_type ())

G_DECLARE_FINAL_TYPE (TideDonutChart, tide_donut_chart, TIDE, DONUT_CHART, TideItemChart)

GtkWidget *tide_donut_chart_new (void);

double tide_donut_chart_get_whole (TideDonutChart *self);
void tide_donut_chart_set_whole (TideDonutChart *self, double whole);
const char *tide_donut_chart_get_total_text (TideDonutChart *self);
void tide_donut_chart_set_total_text (TideDonutChart *self, const char *total_text);

G_END_DECLS
