/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-print.h"

static const char *const names[TIDE_N_PAPERS] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER };

/* What an operation needs to draw. */
typedef struct
{
  TidePrintDraw draw;
  gpointer data;            /* owned */
  GDestroyNotify free_data; /* of @data */
} Drawing;

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  const Drawing *drawing = data;

  drawing->draw (drawing->data, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
drawing_free (gpointer data, GClosure *closure)
{
  Drawing *drawing = data;

  drawing->free_data (drawing->data);
  g_free (drawing);
}

static GtkPageSetup *
new_setup (const TidePrintJob *job)
{
  GtkPaperSize *size = gtk_paper_size_new (names[job->paper]);
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, job->is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                           : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);

  return setup;
}

/**
 * tide_print_operation_new:
 * @job: pages
 *
 * Returns: (transfer full): what prints them, page by page, without holding the main loop; through
 *   the desktop's portal where there is one
 */
GtkPrintOperation *
tide_print_operation_new (const TidePrintJob *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_setup (job);
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->draw = job->draw;
  drawing->data = job->data;
  drawing->free_data = job->free_data;
  gtk_print_operation_set_n_pages (operation, (int) job->n_pages);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job->name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), drawing, drawing_free,
                         G_CONNECT_DEFAULT);

  return operation;
}

/**
 * tide_print_get_usual_paper:
 *
 * Returns: the paper that is usual where the person is
 */
TidePaper
tide_print_get_usual_paper (void)
{
  const char *usual = gtk_paper_size_get_default ();

  for (guint i = 0; i < TIDE_N_PAPERS; i++)
    if (g_str_equal (names[i], usual))
      return (TidePaper) i;

  return TIDE_PAPER_A4;
}
