/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-cells.h"
#include "report/tide-report-ink.h"
#include "report/tide-report-private.h"

#include <glib/gi18n-lib.h>

/* Margins, in points; header and footer stand in those above and below. */
#define SIDE 45.0
#define TOP 64.0
#define BOTTOM 58.0
#define HEADER_Y 34.0
#define FOOTER_Y 38.0
#define LINE 0.5
#define GAP 14.0

/**
 * tide_report_page_get_room:
 * @paper: on which paper
 * @is_landscape: whether it lies on its side
 * @width: (out): the width between the margins
 * @height: (out): the height between the margins
 */
void
tide_report_page_get_room (TidePaper paper, gboolean is_landscape, double *width, double *height)
{
  tide_paper_get_size (paper, is_landscape, width, height);
  *width -= 2 * SIDE;
  *height -= TOP + BOTTOM;
}

/**
 * tide_report_page_get_origin:
 * @x: (out): where the margin on the left ends
 * @y: (out): where the margin on top ends
 */
void
tide_report_page_get_origin (double *x, double *y)
{
  *x = SIDE;
  *y = TOP;
}

/* A line of one text at the left, and one at the right that has the room it needs. */
static void
draw_ends (
    cairo_t *cr, PangoLayout *layout, const char *left, const char *right, double y, double width)
{
  int taken;

  pango_layout_set_width (layout, -1);
  tide_ink_set_text (layout, right);
  pango_layout_get_size (layout, &taken, NULL);
  pango_layout_set_width (layout, pango_units_from_double (width / 2));
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  tide_ink_show (cr, layout, TIDE_INK_SMALL, SIDE + width / 2, y);

  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_set_width (
      layout,
      pango_units_from_double (width - MIN (pango_units_to_double (taken), width / 2) - GAP));
  tide_ink_set_text (layout, left);
  tide_ink_show (cr, layout, TIDE_INK_SMALL, SIDE, y);
}

/**
 * tide_report_page_draw_texts:
 * @paper: on which paper
 * @is_landscape: whether it lies on its side
 * @texts: what stands there
 * @cr: where to; its origin is the corner of the paper
 *
 * Draws header and footer.
 */
void
tide_report_page_draw_texts (TidePaper paper,
                             gboolean is_landscape,
                             const TideReportPageTexts *texts,
                             cairo_t *cr)
{
  PangoContext *context = tide_ink_new_context ();
  g_autoptr (PangoLayout) layout = tide_ink_new_layout (context, TIDE_INK_SMALL);
  double width;
  double height;

  tide_paper_get_size (paper, is_landscape, &width, &height);
  width -= 2 * SIDE;
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  draw_ends (cr, layout, texts->above_left, texts->above_right, HEADER_Y, width);
  draw_ends (cr, layout, texts->below_left, texts->below_right, height - FOOTER_Y, width);

  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_rectangle (cr, SIDE, HEADER_Y + 14, width, LINE);
  cairo_rectangle (cr, SIDE, height - FOOTER_Y - 6, width, LINE);
  cairo_fill (cr);
  g_object_unref (context);
}

/**
 * tide_report_page_draw:
 * @request: what the report is made of
 * @page: which of its pages, from 0
 * @n_pages: how many there are
 * @cr: where to; its origin is the corner of the paper
 *
 * Draws header and footer.
 */
void
tide_report_page_draw (const TideReportRequest *request, guint page, guint n_pages, cairo_t *cr)
{
  g_autofree char *title = tide_report_dup_title (request);
  g_autofree char *register_title = tide_report_dup_register_title (request);
  g_autofree char *time = tide_report_dup_time (request);
  g_autofree char *what = g_strdup_printf ("%s · %s", title, time);
  /* Translators: at the bottom of each page of a report: its number, and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  const TideReportPageTexts texts = { .above_left = register_title,
                                      .above_right = what,
                                      .below_left = _ ("Tideline"),
                                      .below_right = number };

  tide_report_page_draw_texts (request->paper, request->is_landscape, &texts, cr);
}
