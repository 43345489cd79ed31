/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-flow.h"
#include "report/tide-report.h"

G_BEGIN_DECLS

/* A report on its way onto pages. */
typedef struct
{
  const TideReportRequest *request; /* borrowed */
  TideReportFlow *flow;             /* borrowed */
  GCancellable *cancellable;        /* borrowed, nullable */
  TideReportProgress progress;      /* nullable */
  gpointer progress_data;
} TideReportJob;

gboolean tide_report_job_go_on (TideReportJob *self, guint done, guint total, GError **error);

void tide_report_add_statement (TideReportJob *self);
void tide_report_add_fact (TideReportJob *self, const char *title, const char *value);
void tide_report_begin_facts (TideReportJob *self);

void tide_report_add_targets (TideReportJob *job);

gboolean tide_report_add_list (TideReportJob *self, GError **error);
gboolean tide_report_add_sheets (TideReportJob *self, GError **error);
gboolean tide_report_add_overview (TideReportJob *self, GError **error);

/* What stands in the margins above and below, at the left and at the right. */
typedef struct
{
  const char *above_left;
  const char *above_right;
  const char *below_left;
  const char *below_right;
} TideReportPageTexts;

void
tide_report_page_draw (const TideReportRequest *request, guint page, guint n_pages, cairo_t *cr);
void tide_report_page_draw_texts (TidePaper paper,
                                  gboolean is_landscape,
                                  const TideReportPageTexts *texts,
                                  cairo_t *cr);
void
tide_report_page_get_room (TidePaper paper, gboolean is_landscape, double *width, double *height);
void tide_report_page_get_origin (double *x, double *y);

G_END_DECLS
