/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of the gallery on a card of its own. */

#include "tide-shots-gallery.h"
#include "tide-shots.h"

#include "chart/tide-chart-frame.h"

#define MAX_WIDTH 640
#define MARGIN 12

static GtkWidget *
create_card (GtkWidget *chart)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (card), chart);
  g_object_set (chart, "hexpand", TRUE, "margin-top", MARGIN, "margin-bottom", MARGIN,
                "margin-start", MARGIN, "margin-end", MARGIN, NULL);
  gtk_widget_add_css_class (card, "card");
  g_object_set (card, "valign", GTK_ALIGN_START, "margin-top", MARGIN, "margin-bottom", MARGIN,
                "margin-start", MARGIN, "margin-end", MARGIN, NULL);

  return card;
}

/* Small ones stand in a table or a row, without a frame. */
static GtkWidget *
frame_chart (GtkWidget *chart)
{
  return TIDE_IS_CHART_DATA (chart) ? tide_chart_frame_new (TIDE_CHART_DATA (chart)) : chart;
}

static void
take_chart (const ShotsChart *chart, gpointer data)
{
  Shots *shots = data;
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (shots->application));
  GtkWidget *card = create_card (frame_chart (chart->create (chart->data)));

  gtk_widget_set_size_request (window, 360, -1);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), card);
  gtk_window_set_default_size (GTK_WINDOW (window), MIN (shots->width, MAX_WIDTH), -1);
  shots->front = ADW_APPLICATION_WINDOW (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  shots_take (shots, chart->name);
  gtk_window_destroy (GTK_WINDOW (window));
  shots->front = NULL;
}

/* Every chart whose name begins so; all, without a prefix. */
void
shots_take_charts (Shots *shots, const char *prefix)
{
  shots_gallery_visit (prefix, take_chart, shots);
}
