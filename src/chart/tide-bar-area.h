/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bar-table.h"
#include "chart/tide-chart-area.h"
#include "plot/tide-bar-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_BAR_AREA (tide_bar_area_get_type ())

G_DECLARE_FINAL_TYPE (TideBarArea, tide_bar_area, TIDE, BAR_AREA, TideChartArea)

void tide_bar_area_set_table (TideBarArea *self, TideBarTable *table);
void tide_bar_area_set_direction (TideBarArea *self, TideBarDirection direction);
void tide_bar_area_set_arrangement (TideBarArea *self, TideBarArrangement arrangement);
void tide_bar_area_set_unit (TideBarArea *self, const char *label, double divisor);

G_END_DECLS
