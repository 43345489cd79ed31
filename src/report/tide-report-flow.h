/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bar-table.h"
#include "plot/tide-bar-layout.h"
#include "report/tide-report-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* More pages than this nobody reads. */
#define TIDE_REPORT_MAX_PAGES 10000

/**
 * TideReportColumn:
 * @title: (nullable): what stands above it
 * @share: its part of the page's width, of 1
 * @is_number: whether its cells stand at the right
 */
typedef struct
{
  const char *title;
  double share;
  gboolean is_number;
} TideReportColumn;

#define TIDE_REPORT_MAX_COLUMNS 9

/**
 * TideReportRow:
 * @TIDE_REPORT_ROW_PLAIN: a row with a line below it
 * @TIDE_REPORT_ROW_BARE: a row without lines
 * @TIDE_REPORT_ROW_HEAD: the titles of the columns
 * @TIDE_REPORT_ROW_GROUP: heading of a group; its first cell runs over all columns
 * @TIDE_REPORT_ROW_TOTAL: the total of a group; its first cell runs up to the last column
 * @TIDE_REPORT_ROW_NOTE: what a total leaves out; its first cell runs over all columns
 * @TIDE_REPORT_ROW_CAPTION: what the figures below it are
 * @TIDE_REPORT_ROW_FIGURE: figures
 * @TIDE_REPORT_ROW_REMARK: what the figures above it are made of
 *
 * How a row of a table looks.
 */
typedef enum
{
  TIDE_REPORT_ROW_PLAIN,
  TIDE_REPORT_ROW_BARE,
  TIDE_REPORT_ROW_HEAD,
  TIDE_REPORT_ROW_GROUP,
  TIDE_REPORT_ROW_TOTAL,
  TIDE_REPORT_ROW_NOTE,
  TIDE_REPORT_ROW_CAPTION,
  TIDE_REPORT_ROW_FIGURE,
  TIDE_REPORT_ROW_REMARK,
} TideReportRow;

/**
 * TideReportChart:
 * @table: its bars
 * @direction: where these run
 * @unit: (nullable): name of the axis' unit
 * @divisor: how many of the values' units make one of the axis'
 *
 * A chart in a report. Owns what it holds.
 */
typedef struct
{
  TideBarTable *table;
  TideBarDirection direction;
  char *unit;
  double divisor;
} TideReportChart;

/**
 * TideReportFlow:
 *
 * What a report consists of, from top to bottom, on its way onto pages. It measures as it goes: a
 * row is never cut, nor is a heading left alone at the end of a page. Used by one thread.
 */
typedef struct _TideReportFlow TideReportFlow;

/**
 * TideReportPages:
 *
 * Pages that are ready to be drawn. Immutable: any thread may draw them.
 */
typedef struct _TideReportPages TideReportPages;

TideReportFlow *tide_report_flow_new (double width, double height);
void tide_report_flow_free (TideReportFlow *self);
void tide_report_flow_add_text (TideReportFlow *self,
                                TideInk ink,
                                const char *text,
                                gboolean keeps_with_next);
void tide_report_flow_add_paragraph (TideReportFlow *self, const TideReportParagraph *paragraph);
void tide_report_flow_add_gap (TideReportFlow *self, double height);
void tide_report_flow_begin_table (TideReportFlow *self,
                                   const TideReportColumn *columns,
                                   guint n_columns);
void tide_report_flow_add_row (TideReportFlow *self, TideReportRow row, const char *const *cells);
void tide_report_flow_end_table (TideReportFlow *self);
void tide_report_flow_take_chart (TideReportFlow *self, TideReportChart *chart);
void tide_report_flow_break (TideReportFlow *self);
guint tide_report_flow_get_n_pages (TideReportFlow *self);
TideReportPages *tide_report_flow_finish (TideReportFlow *self);

void tide_report_chart_free (TideReportChart *self);

void tide_report_pages_free (TideReportPages *self);
guint tide_report_pages_get_n (const TideReportPages *self);
void tide_report_pages_draw (const TideReportPages *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideReportFlow, tide_report_flow_free)

G_END_DECLS
