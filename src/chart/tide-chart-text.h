/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoAttrList *tide_chart_text_new_attributes (const char *text, const char *language);
void tide_chart_text_set (GtkLabel *label, const char *text, const char *language);
void tide_chart_text_break_at_spaces (GtkLabel *label);
void tide_chart_text_wrap (GtkLabel *label, int lines);
int tide_chart_text_measure_width (GtkWidget *label);
int tide_chart_text_measure_height (GtkWidget *label, int width);
int tide_chart_text_get_line_height (GtkWidget *widget);

G_END_DECLS
