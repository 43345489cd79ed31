/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-item.h"

G_BEGIN_DECLS

#define TIDE_TYPE_FUNNEL_STAGE (tide_funnel_stage_get_type ())

G_DECLARE_FINAL_TYPE (TideFunnelStage, tide_funnel_stage, TIDE, FUNNEL_STAGE, TideChartItem)

TideFunnelStage *
tide_funnel_stage_new (const char *id, const char *label, double value, const char *value_text);
TideFunnelStage *
tide_funnel_stage_new_without_value (const char *id, const char *label, const char *value_text);

const char *tide_funnel_stage_get_first_share (TideFunnelStage *self);
const char *tide_funnel_stage_get_step_share (TideFunnelStage *self);

G_END_DECLS
