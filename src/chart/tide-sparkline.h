/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-point.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_SPARKLINE (tide_sparkline_get_type ())

G_DECLARE_FINAL_TYPE (TideSparkline, tide_sparkline, TIDE, SPARKLINE, GtkWidget)

GtkWidget *tide_sparkline_new (void);

GListModel *tide_sparkline_get_model (TideSparkline *self);
void tide_sparkline_set_model (TideSparkline *self, GListModel *model);
void tide_sparkline_set_values (TideSparkline *self, const double *values, guint n_values);

G_END_DECLS
