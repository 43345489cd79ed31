/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-report-print.h"

#include "ui/tide-print.h"

static void
draw_page (gpointer report, guint page, cairo_t *cr)
{
  tide_report_draw_page (report, page, cr);
}

/**
 * tide_report_print_operation_new:
 * @report: a report
 *
 * Returns: (transfer full): what prints it, as tide_print_operation_new() does
 */
GtkPrintOperation *
tide_report_print_operation_new (TideReport *report)
{
  const TideReportRequest *request = tide_report_get_request (report);
  g_autofree char *name = tide_report_dup_file_name (report);

  return tide_print_operation_new (
      &(TidePrintJob) { .name = name,
                        .paper = request->paper,
                        .is_landscape = request->is_landscape,
                        .n_pages = tide_report_get_n_pages (report),
                        .draw = draw_page,
                        .data = tide_report_ref (report),
                        .free_data = (GDestroyNotify) tide_report_unref });
}
