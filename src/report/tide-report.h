/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-request.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define TIDE_REPORT_ERROR (tide_report_error_quark ())

/**
 * TideReportError:
 * @TIDE_REPORT_ERROR_TOO_LONG: the report would have more pages than anybody reads
 * @TIDE_REPORT_ERROR_FAILED: the pages could not be drawn
 */
typedef enum
{
  TIDE_REPORT_ERROR_TOO_LONG,
  TIDE_REPORT_ERROR_FAILED,
} TideReportError;

GQuark tide_report_error_quark (void);

/**
 * TideReportProgress:
 * @done: how much is done
 * @total: how much there is, in the same measure; never 0
 * @data: whatever was handed in with the function
 *
 * Told how far a report has come, in the thread that makes it.
 */
typedef void (*TideReportProgress) (guint done, guint total, gpointer data);

/**
 * TideReport:
 *
 * A report laid out on pages. The same drawing serves preview, printer and PDF. Immutable and
 * reference-counted: any thread may draw it.
 */
typedef struct _TideReport TideReport;

TideReport *tide_report_new (TideReportRequest *request,
                             TideReportProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error);
TideReport *tide_report_ref (TideReport *self);
void tide_report_unref (TideReport *self);

void tide_report_make_async (TideReportRequest *request,
                             TideReportProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
TideReport *tide_report_make_finish (GAsyncResult *result, GError **error);

const TideReportRequest *tide_report_get_request (TideReport *self);
guint tide_report_get_n_pages (TideReport *self);
void tide_report_get_size (TideReport *self, double *width, double *height);
void tide_report_draw_page (TideReport *self, guint page, cairo_t *cr);
char *tide_report_dup_file_name (TideReport *self);

GBytes *tide_report_write_pdf (TideReport *self, GCancellable *cancellable, GError **error);
void tide_report_write_pdf_async (TideReport *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
GBytes *tide_report_write_pdf_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideReport, tide_report_unref)

G_END_DECLS
