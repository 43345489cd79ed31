/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideReportPreview:
 *
 * A page of a report, as large as there is room. Property: `page`.
 */
#define TIDE_TYPE_REPORT_PREVIEW (tide_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (TideReportPreview, tide_report_preview, TIDE, REPORT_PREVIEW, GtkWidget)

void tide_report_preview_set_report (TideReportPreview *self, TideReport *report);
guint tide_report_preview_get_page (TideReportPreview *self);
void tide_report_preview_set_page (TideReportPreview *self, guint page);

G_END_DECLS
