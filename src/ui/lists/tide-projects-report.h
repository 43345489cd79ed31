/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-request.h"
#include "ui/lists/tide-projects-table.h"

G_BEGIN_DECLS

TideReportRequest *tide_projects_report_new (TideProjectsTable *table, TideReportKind kind);

G_END_DECLS
