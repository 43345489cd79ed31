/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-table.h"
#include "chart/tide-line-table.h"

G_BEGIN_DECLS

const char *tide_line_text_get_value (TidePoint *point);
char *tide_line_text_dup_name (TidePoint *point, guint position, guint n_points);
char *tide_line_text_dup_description (TidePoint *point);
char *tide_line_text_dup_tooltip (TidePoint *point);
char *tide_line_text_dup_summary (const TideLineTable *table);
TideChartTable *tide_line_text_create_table (const TideLineTable *table, const char *unit);

G_END_DECLS
