/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-data.h"
#include "chart/tide-point.h"
#include "plot/tide-line-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_LINE_KIND (tide_line_kind_get_type ())
#define TIDE_TYPE_LINE_CHART (tide_line_chart_get_type ())

GType tide_line_kind_get_type (void);

G_DECLARE_FINAL_TYPE (TideLineChart, tide_line_chart, TIDE, LINE_CHART, GtkWidget)

GtkWidget *tide_line_chart_new (void);

GListModel *tide_line_chart_get_model (TideLineChart *self);
void tide_line_chart_set_model (TideLineChart *self, GListModel *model);
const char *tide_line_chart_get_title (TideLineChart *self);
void tide_line_chart_set_title (TideLineChart *self, const char *title);
const char *tide_line_chart_get_unit_label (TideLineChart *self);
void tide_line_chart_set_unit_label (TideLineChart *self, const char *unit_label);
double tide_line_chart_get_unit_divisor (TideLineChart *self);
void tide_line_chart_set_unit_divisor (TideLineChart *self, double unit_divisor);
TideLineKind tide_line_chart_get_kind (TideLineChart *self);
void tide_line_chart_set_kind (TideLineChart *self, TideLineKind kind);
const char *tide_line_chart_get_empty_text (TideLineChart *self);
void tide_line_chart_set_empty_text (TideLineChart *self, const char *empty_text);
const char *tide_line_chart_get_language (TideLineChart *self);
void tide_line_chart_set_language (TideLineChart *self, const char *language);
guint tide_line_chart_get_cursor (TideLineChart *self);
void tide_line_chart_set_cursor (TideLineChart *self, guint cursor);

G_END_DECLS
