/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-picture.h"
#include "chart/tide-chart-table.h"

G_BEGIN_DECLS

GdkContentProvider *tide_chart_copy_table (const TideChartTable *table);
GdkContentProvider *
tide_chart_copy_picture (GdkTexture *texture, GBytes *svg, const TideChartTable *table);

G_END_DECLS
