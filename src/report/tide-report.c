/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report.h"

#include "report/tide-report-cells.h"
#include "report/tide-report-pdf.h"
#include "report/tide-report-private.h"

#include <glib/gi18n-lib.h>

struct _TideReport
{
  gatomicrefcount ref_count;
  TideReportRequest *request; /* owned */
  TideReportPages *pages;     /* owned */
};

G_DEFINE_QUARK (tide - report - error - quark, tide_report_error)

static gboolean
refuse_too_long (GError **error)
{
  g_set_error (error, TIDE_REPORT_ERROR, TIDE_REPORT_ERROR_TOO_LONG,
               /* Translators: why a report is not made: the most pages that one may have */
               _ ("The report would have more than %u pages. Filter the list to report fewer "
                  "projects."),
               TIDE_REPORT_MAX_PAGES);

  return FALSE;
}

/**
 * tide_report_job_go_on:
 * @self: a report on its way
 * @done: how much is done
 * @total: how much there is
 * @error: (nullable): location of an error: cancelled, or %TIDE_REPORT_ERROR_TOO_LONG
 *
 * Called now and then by what adds to the flow.
 *
 * Returns: whether to go on
 */
gboolean
tide_report_job_go_on (TideReportJob *self, guint done, guint total, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (tide_report_flow_get_n_pages (self->flow) > TIDE_REPORT_MAX_PAGES)
    return refuse_too_long (error);
  if (self->progress != NULL && total > 0)
    self->progress (done, total, self->progress_data);

  return TRUE;
}

static gboolean
add_all (TideReportJob *job, GError **error)
{
  switch (job->request->kind)
    {
    case TIDE_REPORT_LIST:
      return tide_report_add_list (job, error);
    case TIDE_REPORT_SHEETS:
      return tide_report_add_sheets (job, error);
    case TIDE_REPORT_OVERVIEW:
    case TIDE_N_REPORT_KINDS:
    default:
      return tide_report_add_overview (job, error);
    }
}

/**
 * tide_report_new:
 * @request: (transfer full): what is reported
 * @progress: (nullable) (scope call): told how far it has come
 * @progress_data: handed to @progress
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): location of an error: %TIDE_REPORT_ERROR_TOO_LONG, or cancelled
 *
 * Lays a report out. It takes long where there are many projects. It needs no display, but
 * gtk_init_check(), which without one only makes the kinds of render nodes known.
 *
 * Returns: (transfer full) (nullable): the report
 */
TideReport *
tide_report_new (TideReportRequest *request,
                 TideReportProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TideReportRequest) owned = request;
  g_autoptr (TideReportFlow) flow = NULL;
  TideReportJob job = { .request = request,
                        .cancellable = cancellable,
                        .progress = progress,
                        .progress_data = progress_data };
  TideReport *self;
  double width;
  double height;

  tide_report_page_get_room (request->paper, request->is_landscape, &width, &height);
  job.flow = flow = tide_report_flow_new (width, height);
  if (tide_report_request_estimate_pages (request) > 2 * TIDE_REPORT_MAX_PAGES)
    {
      refuse_too_long (error);
      return NULL;
    }
  if (!add_all (&job, error) || !tide_report_job_go_on (&job, 1, 1, error))
    return NULL;

  self = g_new0 (TideReport, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->request = g_steal_pointer (&owned);
  self->pages = tide_report_flow_finish (flow);

  return self;
}

/**
 * tide_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): @self
 */
TideReport *
tide_report_ref (TideReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_report_unref:
 * @self: (transfer full): a report
 *
 * Lets go of it.
 */
void
tide_report_unref (TideReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tide_report_request_free (self->request);
  tide_report_pages_free (self->pages);
  g_free (self);
}

/* A report that is to be made in a thread. */
typedef struct
{
  TideReportRequest *request; /* owned, nullable: taken */
  TideReportProgress progress;
  gpointer progress_data;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->request, tide_report_request_free);
  g_free (order);
}

static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;
  TideReport *report = tide_report_new (g_steal_pointer (&order->request), order->progress,
                                        order->progress_data, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) tide_report_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_report_make_async:
 * @request: (transfer full): what is reported
 * @progress: (nullable): told how far it has come, in another thread
 * @progress_data: handed to @progress; it must live until @callback is called
 * @cancellable: (nullable): a cancellable
 * @callback: called once it is made
 * @data: handed to @callback
 *
 * Lays a report out in a thread.
 */
void
tide_report_make_async (TideReportRequest *request,
                        TideReportProgress progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Order *order = g_new0 (Order, 1);

  order->request = request;
  order->progress = progress;
  order->progress_data = progress_data;
  g_task_set_source_tag (task, tide_report_make_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make);
}

/**
 * tide_report_make_finish:
 * @result: what the callback was given
 * @error: (nullable): location of an error, see tide_report_new()
 *
 * Returns: (transfer full) (nullable): the report
 */
TideReport *
tide_report_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_report_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tide_report_get_request:
 * @self: a report
 *
 * Returns: (transfer none): what it is made of
 */
const TideReportRequest *
tide_report_get_request (TideReport *self)
{
  return self->request;
}

/**
 * tide_report_get_n_pages:
 * @self: a report
 *
 * Returns: how many pages it has, at least 1
 */
guint
tide_report_get_n_pages (TideReport *self)
{
  return tide_report_pages_get_n (self->pages);
}

/**
 * tide_report_get_size:
 * @self: a report
 * @width: (out): width of its pages in points
 * @height: (out): height of its pages in points
 */
void
tide_report_get_size (TideReport *self, double *width, double *height)
{
  tide_paper_get_size (self->request->paper, self->request->is_landscape, width, height);
}

/**
 * tide_report_draw_page:
 * @self: a report
 * @page: which of its pages, from 0
 * @cr: where to; its origin is the corner of the paper, and its unit a point
 *
 * Draws a page, with header and footer.
 */
void
tide_report_draw_page (TideReport *self, guint page, cairo_t *cr)
{
  double x;
  double y;

  g_return_if_fail (page < tide_report_get_n_pages (self));

  tide_report_page_draw (self->request, page, tide_report_get_n_pages (self), cr);
  tide_report_page_get_origin (&x, &y);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  tide_report_pages_draw (self->pages, page, cr);
  cairo_restore (cr);
}

/**
 * tide_report_dup_file_name:
 * @self: a report
 *
 * Returns: (transfer full): the name that is proposed for its file, with `.pdf`
 */
char *
tide_report_dup_file_name (TideReport *self)
{
  g_autofree char *title = tide_report_dup_title (self->request);
  g_autofree char *day = tide_report_dup_day (self->request, self->request->time);

  return g_strdup_printf ("%s %s.pdf", title, day);
}

static void
draw_page (gpointer report, guint page, cairo_t *cr)
{
  tide_report_draw_page (report, page, cr);
}

/**
 * tide_report_write_pdf:
 * @self: a report
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): location of an error: %TIDE_REPORT_ERROR_FAILED, or cancelled
 *
 * Draws all pages. Text stays text, with its fonts embedded.
 *
 * Returns: (transfer full) (nullable): a whole PDF file
 */
GBytes *
tide_report_write_pdf (TideReport *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *title = tide_report_dup_title (self->request);
  g_autofree char *register_title = tide_report_dup_register_title (self->request);
  g_autofree char *whole = g_strdup_printf ("%s · %s", register_title, title);
  TideReportPdf pdf = { .title = whole,
                        .time = self->request->time,
                        .n_pages = tide_report_get_n_pages (self),
                        .draw = draw_page,
                        .data = self };

  tide_report_get_size (self, &pdf.width, &pdf.height);

  return tide_report_pdf_write (&pdf, cancellable, error);
}

static void
write_pdf (GTask *task, gpointer source, gpointer report, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = tide_report_write_pdf (report, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tide_report_write_pdf_async:
 * @self: a report
 * @cancellable: (nullable): a cancellable
 * @callback: called once it is written
 * @data: handed to @callback
 *
 * Draws all pages in a thread.
 */
void
tide_report_write_pdf_async (TideReport *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, tide_report_write_pdf_async);
  g_task_set_task_data (task, tide_report_ref (self), (GDestroyNotify) tide_report_unref);
  g_task_run_in_thread (task, write_pdf);
}

/**
 * tide_report_write_pdf_finish:
 * @result: what the callback was given
 * @error: (nullable): location of an error, see tide_report_write_pdf()
 *
 * Returns: (transfer full) (nullable): a whole PDF file
 */
GBytes *
tide_report_write_pdf_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_report_write_pdf_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
