/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-report-print.h"

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer report)
{
  tide_report_draw_page (report, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
new_setup (TideReport *report)
{
  static const char *const names[TIDE_N_PAPERS] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER };
  const TideReportRequest *request = tide_report_get_request (report);
  GtkPaperSize *size = gtk_paper_size_new (names[request->paper]);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, request->is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                               : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}

static void
on_report_gone (gpointer report, GClosure *closure)
{
  tide_report_unref (report);
}

/**
 * tide_report_print_operation_new:
 * @report: a report
 *
 * Returns: (transfer full): what prints it, page by page, without holding the main loop; through
 *   the desktop's portal where there is one
 */
GtkPrintOperation *
tide_report_print_operation_new (TideReport *report)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_setup (report);
  g_autofree char *name = tide_report_dup_file_name (report);

  gtk_print_operation_set_n_pages (operation, (int) tide_report_get_n_pages (report));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page),
                         tide_report_ref (report), on_report_gone, G_CONNECT_DEFAULT);

  return operation;
}
