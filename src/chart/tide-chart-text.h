/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tide_chart_text_set (GtkLabel *label, const char *text, const char *language);
void tide_chart_text_break_at_spaces (GtkLabel *label);
int tide_chart_text_get_line_height (GtkWidget *widget);

G_END_DECLS
