/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-table.h"
#include "codec/tide-export.h"

G_BEGIN_DECLS

/**
 * TideChartSheet:
 *
 * The numbers of a chart as a sheet of typed columns, for files. They are the numbers that the
 * chart shows, as many digits of them as it shows: a unit that all values of a column have stands
 * in its title, years are whole numbers and other dates are dates. Never changes once it is made;
 * any thread may write it.
 */
typedef struct _TideChartSheet TideChartSheet;

TideChartSheet *tide_chart_sheet_new (const TideChartTable *table, const char *name);
void tide_chart_sheet_free (TideChartSheet *self);
guint tide_chart_sheet_get_n_rows (const TideChartSheet *self);
void tide_chart_sheet_write_to (const TideChartSheet *self, TideTableWriter *writer);
GBytes *
tide_chart_sheet_write (const TideChartSheet *self, TideExportFormat format, GError **error);
char **tide_chart_sheet_list_losses (const TideChartSheet *self, TideExportFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideChartSheet, tide_chart_sheet_free)

G_END_DECLS
