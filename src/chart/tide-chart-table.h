/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TideChartTable:
 * @columns: (element-type utf8): the columns' titles. The first says what a row is about; the
 *   others are values, with the unit in the title where it is the same for all of them
 * @rows: (element-type GStrv): the rows, each with as many cells as there are columns. A cell is
 *   written as the chart writes it; a value that is not known is an empty text
 * @dates: (element-type utf8): for each row the date that it is about, which its first cell writes
 *   as people read it: 2023, 2023-Q1, 2023-08 or 2023-08-15. Empty where rows are not about dates
 * @n_breaks: at how many places the chart tells a series from what went before it under the same
 *   name, for which the table has no place
 *
 * The numbers of a chart, as they are read in a table.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *rows;
  GPtrArray *dates;
  guint n_breaks;
} TideChartTable;

#define TIDE_TYPE_CHART_TABLE (tide_chart_table_get_type ())

GType tide_chart_table_get_type (void);

TideChartTable *tide_chart_table_new (void);
TideChartTable *tide_chart_table_copy (const TideChartTable *self);
void tide_chart_table_free (TideChartTable *self);
void tide_chart_table_take_column (TideChartTable *self, char *title);
void tide_chart_table_take_row (TideChartTable *self, GStrv cells);
void tide_chart_table_take_date (TideChartTable *self, char *date);
void tide_chart_table_move_unit (TideChartTable *self, const char *unit);
char *tide_chart_table_to_tsv (const TideChartTable *self);
char *tide_chart_table_to_html (const TideChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideChartTable, tide_chart_table_free)

G_END_DECLS
