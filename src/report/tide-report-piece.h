/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-flow.h"
#include "report/tide-report-line.h"

G_BEGIN_DECLS

/* The columns of a table. */
typedef struct
{
  guint n_columns;
  double shares[TIDE_REPORT_MAX_COLUMNS];
  gboolean are_numbers[TIDE_REPORT_MAX_COLUMNS];
  char *titles[TIDE_REPORT_MAX_COLUMNS + 1]; /* owned */
  gboolean has_titles;
} TideReportTable;

/* What stands on a page, and is not cut: a text, a line of one, a row of a table, or a chart. */
typedef struct
{
  TideInk ink;
  TideReportRow row;
  gboolean keeps_with_next;
  const TideReportTable *table; /* borrowed, nullable: not a row */
  char **cells;                 /* owned, nullable: of a row; of a text, the one that it is */
  TideReportChart *chart;       /* owned, nullable */
  TideReportLine *line;         /* owned, nullable */
  double y;
  double height;
} TideReportPiece;

TideReportTable *tide_report_table_new (const TideReportColumn *columns, guint n_columns);
void tide_report_table_free (gpointer table);
double tide_report_table_get_cell_width (const TideReportTable *self,
                                         TideReportRow row,
                                         guint cell,
                                         double width);
TideInk tide_report_row_get_ink (TideReportRow row);

TideReportPiece *
tide_report_piece_new_text (TideInk ink, const char *text, PangoLayout **layouts, double width);
TideReportPiece *tide_report_piece_new_row (const TideReportTable *table,
                                            TideReportRow row,
                                            const char *const *cells,
                                            PangoLayout **layouts,
                                            double width);
TideReportPiece *
tide_report_piece_new_chart (TideReportChart *chart, PangoContext *context, double width);
TideReportPiece *tide_report_piece_new_line (TideReportLine *line);
void tide_report_piece_free (gpointer piece);
void tide_report_piece_draw (const TideReportPiece *self,
                             PangoContext *context,
                             cairo_t *cr,
                             double width);

G_END_DECLS
