/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-line-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_LINE_POINTS (tide_line_points_get_type ())

G_DECLARE_FINAL_TYPE (TideLinePoints, tide_line_points, TIDE, LINE_POINTS, GtkWidget)

GtkWidget *tide_line_points_new (void);
void tide_line_points_set_title (TideLinePoints *self, const char *title);
void tide_line_points_set_table (TideLinePoints *self, const TideLineTable *table);
void tide_line_points_show_series (TideLinePoints *self, guint series, gboolean is_shown);
void tide_line_points_place (TideLinePoints *self, const TideLineLayout *layout, double size);
gboolean tide_line_points_focus (TideLinePoints *self, guint position);
gboolean tide_line_points_has_focus (TideLinePoints *self);

G_END_DECLS
