/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-pdf.h"

#include "report/tide-report.h"

#include <cairo-pdf.h>

static cairo_status_t
append_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe (const TideReportPdf *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (self->time);
  g_autofree char *time = g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tideline");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

static gboolean
draw_pages (const TideReportPdf *self,
            cairo_surface_t *surface,
            GCancellable *cancellable,
            GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean is_going_on = TRUE;

  for (guint i = 0; i < self->n_pages && is_going_on; i++)
    {
      self->draw (self->data, i, cr);
      cairo_show_page (cr);
      is_going_on = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cairo_destroy (cr);

  return is_going_on;
}

/**
 * tide_report_pdf_write:
 * @self: a document
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): location of an error: %TIDE_REPORT_ERROR_FAILED, or cancelled
 *
 * Draws all pages. Text stays text, with its fonts embedded.
 *
 * Returns: (transfer full) (nullable): a whole PDF file
 */
GBytes *
tide_report_pdf_write (const TideReportPdf *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
  cairo_status_t status;
  gboolean is_drawn;

  describe (self, surface);
  is_drawn = draw_pages (self, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!is_drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, TIDE_REPORT_ERROR, TIDE_REPORT_ERROR_FAILED,
                           cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
