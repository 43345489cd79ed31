/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-printout-private.h"

#include "brief/tide-phrase.h"
#include "report/tide-report-pdf.h"
#include "report/tide-report-private.h"

#include <glib/gi18n-lib.h>

/* How much narrower than a report a text is, at each side, in points: long lines are hard to read.
 */
#define INSET 22.0

struct _TidePrintout
{
  gatomicrefcount ref_count;
  TidePaper paper;
  gint64 time;
  char *title;            /* owned */
  char *register_title;   /* owned */
  char *day;              /* owned */
  TideReportPages *pages; /* owned */
};

/*
 * tide_printout_job_init:
 * @self: what to fill
 * @style: how it is to look, which must live as long
 * @cancellable: (nullable): a cancellable
 *
 * Begins a printout.
 */
void
tide_printout_job_init (TidePrintoutJob *self,
                        const TidePrintoutStyle *style,
                        GCancellable *cancellable)
{
  double width;
  double height;

  tide_report_page_get_room (style->paper, FALSE, &width, &height);
  self->style = style;
  self->cancellable = cancellable;
  self->flow = tide_report_flow_new (width - 2 * INSET, height);
}

/*
 * tide_printout_job_clear:
 * @self: a printout on its way
 *
 * Frees what it holds.
 */
void
tide_printout_job_clear (TidePrintoutJob *self)
{
  g_clear_pointer (&self->flow, tide_report_flow_free);
}

/*
 * tide_printout_job_go_on:
 * @self: a printout on its way
 * @error: (nullable): location of an error: cancelled, or %TIDE_REPORT_ERROR_TOO_LONG
 *
 * Returns: whether to go on
 */
gboolean
tide_printout_job_go_on (TidePrintoutJob *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (tide_report_flow_get_n_pages (self->flow) <= TIDE_REPORT_MAX_PAGES)
    return TRUE;

  g_set_error (error, TIDE_REPORT_ERROR, TIDE_REPORT_ERROR_TOO_LONG,
               /* Translators: why a text is not printed: the most pages that it may have */
               _ ("The text would have more than %u pages."), TIDE_REPORT_MAX_PAGES);

  return FALSE;
}

/*
 * tide_printout_append_number:
 * @text: a paragraph so far
 * @marks: (element-type TideReportMark): its marks so far
 * @number: the number of what ends there
 *
 * Appends it in brackets, so that whoever copies the text does not read two numbers as one.
 */
void
tide_printout_append_number (GString *text, GArray *marks, guint number)
{
  TideReportMark mark = { .start = text->len, .kind = TIDE_REPORT_MARK_NUMBER };

  g_string_append_printf (text, "[%u]", number);
  mark.end = text->len;
  g_array_append_val (marks, mark);
}

/*
 * tide_printout_job_finish:
 * @self: a printout on its way, to which nothing more is added
 * @title: what it is called
 * @register_title: what the register is called
 * @time_zone: (nullable): that of the register
 * @language: of the date
 *
 * Returns: (transfer full): the printout
 */
TidePrintout *
tide_printout_job_finish (TidePrintoutJob *self,
                          const char *title,
                          const char *register_title,
                          const char *time_zone,
                          TideLanguage language)
{
  TidePrintout *printout = g_new0 (TidePrintout, 1);
  TideDate day;

  tide_date_init_from_time (&day, self->style->time, time_zone);
  g_atomic_ref_count_init (&printout->ref_count);
  printout->paper = self->style->paper;
  printout->time = self->style->time;
  printout->title = g_strdup (title);
  printout->register_title = g_strdup (register_title);
  printout->day = tide_phrase_dup_date (&day, language);
  printout->pages = tide_report_flow_finish (self->flow);

  return printout;
}

/**
 * tide_printout_ref:
 * @self: a printout
 *
 * Returns: (transfer full): @self
 */
TidePrintout *
tide_printout_ref (TidePrintout *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_printout_unref:
 * @self: (transfer full): a printout
 */
void
tide_printout_unref (TidePrintout *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->title);
  g_free (self->register_title);
  g_free (self->day);
  tide_report_pages_free (self->pages);
  g_free (self);
}

/**
 * tide_printout_get_paper:
 * @self: a printout
 *
 * Returns: the paper that it is laid out for
 */
TidePaper
tide_printout_get_paper (TidePrintout *self)
{
  return self->paper;
}

/**
 * tide_printout_get_n_pages:
 * @self: a printout
 *
 * Returns: how many pages it has, at least 1
 */
guint
tide_printout_get_n_pages (TidePrintout *self)
{
  return tide_report_pages_get_n (self->pages);
}

/**
 * tide_printout_draw_page:
 * @self: a printout
 * @page: which of its pages, from 0
 * @cr: where to; its origin is the corner of the paper, and its unit a point
 *
 * Draws a page, with the titles, the date and its number in the margins.
 */
void
tide_printout_draw_page (TidePrintout *self, guint page, cairo_t *cr)
{
  const guint n_pages = tide_printout_get_n_pages (self);
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, n_pages);
  const TideReportPageTexts texts = { .above_left = self->register_title,
                                      .above_right = self->day,
                                      .below_left = self->title,
                                      .below_right = number };
  double x;
  double y;

  g_return_if_fail (page < n_pages);

  tide_report_page_draw_texts (self->paper, FALSE, &texts, cr);
  tide_report_page_get_origin (&x, &y);
  cairo_save (cr);
  cairo_translate (cr, x + INSET, y);
  tide_report_pages_draw (self->pages, page, cr);
  cairo_restore (cr);
}

static void
draw_page (gpointer printout, guint page, cairo_t *cr)
{
  tide_printout_draw_page (printout, page, cr);
}

/**
 * tide_printout_write_pdf:
 * @self: a printout
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): location of an error: %TIDE_REPORT_ERROR_FAILED, or cancelled
 *
 * Returns: (transfer full) (nullable): a whole PDF file, in which text stays text
 */
GBytes *
tide_printout_write_pdf (TidePrintout *self, GCancellable *cancellable, GError **error)
{
  TideReportPdf pdf = { .title = self->title,
                        .time = self->time,
                        .n_pages = tide_printout_get_n_pages (self),
                        .draw = draw_page,
                        .data = self };

  tide_paper_get_size (self->paper, FALSE, &pdf.width, &pdf.height);

  return tide_report_pdf_write (&pdf, cancellable, error);
}
