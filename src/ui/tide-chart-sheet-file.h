/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

void
tide_chart_sheet_file_choose (GtkWidget *widget, const TideChartTable *table, const char *name);
void tide_chart_sheet_file_write (GtkWidget *widget,
                                  const TideChartTable *table,
                                  const char *name,
                                  GFile *file);

G_END_DECLS
