/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-area.h"

G_BEGIN_DECLS

#define TIDE_TYPE_FUNNEL_AREA (tide_funnel_area_get_type ())

G_DECLARE_FINAL_TYPE (TideFunnelArea, tide_funnel_area, TIDE, FUNNEL_AREA, TideChartArea)

void tide_funnel_area_set_centred (TideFunnelArea *self, gboolean centred);
char *tide_funnel_area_dup_first_share (TideFunnelArea *self, guint position);
char *tide_funnel_area_dup_step_share (TideFunnelArea *self, guint position);

G_END_DECLS
