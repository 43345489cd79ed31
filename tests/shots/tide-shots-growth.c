/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much indicators grew, and what was published. */

#include "tide-shots.h"

#include "ui/pages/tide-growth-panel.h"

#define MAX_WIDTH 640

/**
 * shots_take_growth:
 * @shots: the pictures
 * @indicator: id of an indicator of the register on view
 * @name: name of the picture
 *
 * Takes the panel of that indicator, in a window of its own.
 */
void
shots_take_growth (Shots *shots, const char *indicator, const char *name)
{
  TideRegister *reg = tide_document_get_register (tide_window_get_document (shots->window));
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (shots->application));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *panel = tide_growth_panel_new ();

  tide_growth_panel_set_indicator (
      TIDE_GROWTH_PANEL (panel),
      tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, indicator));
  gtk_widget_set_margin_start (panel, 12);
  gtk_widget_set_margin_end (panel, 12);
  gtk_widget_set_margin_top (panel, 12);
  gtk_widget_set_margin_bottom (panel, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), panel);
  gtk_widget_set_size_request (window, 360, -1);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), MIN (shots->width, MAX_WIDTH), shots->height);
  shots->front = ADW_APPLICATION_WINDOW (window);
  gtk_window_present (GTK_WINDOW (window));
  shots_settle (200);
  shots_take (shots, name);
  gtk_window_destroy (GTK_WINDOW (window));
  shots->front = ADW_APPLICATION_WINDOW (shots->window);
}
