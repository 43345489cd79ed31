/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bar.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_BAR_CHART (tide_bar_chart_get_type ())

G_DECLARE_FINAL_TYPE (TideBarChart, tide_bar_chart, TIDE, BAR_CHART, GtkWidget)

GtkWidget *tide_bar_chart_new (void);

GListModel *tide_bar_chart_get_model (TideBarChart *self);
void tide_bar_chart_set_model (TideBarChart *self, GListModel *model);
const char *tide_bar_chart_get_title (TideBarChart *self);
void tide_bar_chart_set_title (TideBarChart *self, const char *title);
const char *tide_bar_chart_get_unit_label (TideBarChart *self);
void tide_bar_chart_set_unit_label (TideBarChart *self, const char *unit_label);
double tide_bar_chart_get_unit_divisor (TideBarChart *self);
void tide_bar_chart_set_unit_divisor (TideBarChart *self, double unit_divisor);
gboolean tide_bar_chart_get_stacked (TideBarChart *self);
void tide_bar_chart_set_stacked (TideBarChart *self, gboolean stacked);
const char *tide_bar_chart_get_empty_text (TideBarChart *self);
void tide_bar_chart_set_empty_text (TideBarChart *self, const char *empty_text);
const char *tide_bar_chart_get_language (TideBarChart *self);
void tide_bar_chart_set_language (TideBarChart *self, const char *language);
guint tide_bar_chart_get_cursor (TideBarChart *self);
void tide_bar_chart_set_cursor (TideBarChart *self, guint cursor);

G_END_DECLS
