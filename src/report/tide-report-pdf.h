/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Draws a page, from 0; the origin is the corner of the paper, and the unit a point. */
typedef void (*TideReportPageDraw) (gpointer data, guint page, cairo_t *cr);

/**
 * TideReportPdf:
 * @title: what the document is called
 * @time: when it is made, in seconds since 1970 UTC
 * @width: width of the pages, in points
 * @height: height of the pages, in points
 * @n_pages: how many there are
 * @draw: draws them
 * @data: for @draw
 *
 * A document that is to be written as PDF.
 */
typedef struct
{
  const char *title;
  gint64 time;
  double width;
  double height;
  guint n_pages;
  TideReportPageDraw draw;
  gpointer data;
} TideReportPdf;

GBytes *
tide_report_pdf_write (const TideReportPdf *self, GCancellable *cancellable, GError **error);

G_END_DECLS
