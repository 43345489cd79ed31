/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideReportDialog:
 *
 * Shows a report as it will be printed, and prints or saves it. Properties: `paper` (code of a
 * #TidePaper), `landscape`.
 */
#define TIDE_TYPE_REPORT_DIALOG (tide_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideReportDialog, tide_report_dialog, TIDE, REPORT_DIALOG, AdwDialog)

AdwDialog *tide_report_dialog_new (void);
void tide_report_dialog_take_request (TideReportDialog *self, TideReportRequest *request);
void tide_report_dialog_show_kind (TideReportDialog *self, TideReportKind kind);
void tide_report_dialog_print_at_once (TideReportDialog *self);
TideReport *tide_report_dialog_get_report (TideReportDialog *self);
void tide_report_dialog_save (TideReportDialog *self, GFile *file);

G_END_DECLS
