/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-rates.h"
#include "report/tide-report-request.h"

G_BEGIN_DECLS

/* What a report says of a project, in words; of a confidential one no more than it may. */

char *tide_report_dup_name (const TideReportRequest *request, const TideProjectPayload *project);
char *tide_report_dup_label (const TideReportRequest *request, TideRecordKind kind, const char *id);
char *tide_report_dup_sectors (const TideReportRequest *request, const TideProjectPayload *project);
char *tide_report_dup_stage (const TideReportRequest *request, const TideProjectPayload *project);
char *tide_report_dup_status (const TideReportRequest *request, const TideProjectPayload *project);
char *tide_report_dup_amount (const TideReportRequest *request,
                              const TideProjectPayload *project,
                              TideRates *rates);
char *tide_report_dup_day (const TideReportRequest *request, gint64 seconds);
char *tide_report_dup_time (const TideReportRequest *request);
char *tide_report_dup_title (const TideReportRequest *request);
char *tide_report_dup_register_title (const TideReportRequest *request);

G_END_DECLS
