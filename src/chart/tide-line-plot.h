/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-line-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_LINE_PLOT (tide_line_plot_get_type ())

G_DECLARE_FINAL_TYPE (TideLinePlot, tide_line_plot, TIDE, LINE_PLOT, GtkWidget)

GtkWidget *tide_line_plot_new (void);
void tide_line_plot_set_n_series (TideLinePlot *self, guint n_series);
void
tide_line_plot_set_layout (TideLinePlot *self, const TideLineLayout *layout, TideLineKind kind);
GdkRGBA tide_line_plot_get_color (TideLinePlot *self, guint series);

G_END_DECLS
