/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws a page, from 0; the origin is the corner of the paper, and the unit a point. */
typedef void (*TidePrintDraw) (gpointer data, guint page, cairo_t *cr);

/**
 * TidePrintJob:
 * @name: what it is called among what waits for the printer
 * @paper: on which paper
 * @is_landscape: whether it lies on its side
 * @n_pages: how many pages there are
 * @draw: draws them
 * @data: for @draw; taken
 * @free_data: frees it
 */
typedef struct
{
  const char *name;
  TidePaper paper;
  gboolean is_landscape;
  guint n_pages;
  TidePrintDraw draw;
  gpointer data;
  GDestroyNotify free_data;
} TidePrintJob;

GtkPrintOperation *tide_print_operation_new (const TidePrintJob *job);
TidePaper tide_print_get_usual_paper (void);

G_END_DECLS
