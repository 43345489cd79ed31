/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-funnel-stage.h"
#include "chart/tide-item-chart.h"

G_BEGIN_DECLS

#define TIDE_TYPE_FUNNEL_CHART (tide_funnel_chart_get_type ())

G_DECLARE_FINAL_TYPE (TideFunnelChart, tide_funnel_chart, TIDE, FUNNEL_CHART, TideItemChart)

GtkWidget *tide_funnel_chart_new (void);

gboolean tide_funnel_chart_get_centred (TideFunnelChart *self);
void tide_funnel_chart_set_centred (TideFunnelChart *self, gboolean centred);

G_END_DECLS
