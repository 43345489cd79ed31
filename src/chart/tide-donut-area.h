/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-area.h"

G_BEGIN_DECLS

#define TIDE_TYPE_DONUT_AREA (tide_donut_area_get_type ())

G_DECLARE_FINAL_TYPE (TideDonutArea, tide_donut_area, TIDE, DONUT_AREA, TideChartArea)

void tide_donut_area_set_whole (TideDonutArea *self, double whole, const char *text);

G_END_DECLS
