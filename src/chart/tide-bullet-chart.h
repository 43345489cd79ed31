/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bullet.h"
#include "chart/tide-item-chart.h"

G_BEGIN_DECLS

#define TIDE_TYPE_BULLET_CHART (tide_bullet_chart_get_type ())

G_DECLARE_FINAL_TYPE (TideBulletChart, tide_bullet_chart, TIDE, BULLET_CHART, TideItemChart)

GtkWidget *tide_bullet_chart_new (void);

G_END_DECLS
