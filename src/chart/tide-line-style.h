/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tide_line_style_add_class (GtkWidget *widget, guint series);
GtkWidget *tide_line_style_create_color (guint series);
GskStroke *tide_line_style_create_stroke (guint series, float width);
void
tide_line_style_add_shape (GskPathBuilder *builder, guint series, float x, float y, float size);
void tide_line_style_append_pattern (GtkSnapshot *snapshot,
                                     guint series,
                                     const GdkRGBA *color,
                                     const graphene_rect_t *bounds);

G_END_DECLS
