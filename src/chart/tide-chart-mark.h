/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-item.h"
#include "plot/tide-box.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_MARK (tide_chart_mark_get_type ())

G_DECLARE_DERIVABLE_TYPE (TideChartMark, tide_chart_mark, TIDE, CHART_MARK, GtkWidget)

struct _TideChartMarkClass
{
  GtkWidgetClass parent_class;
};

GtkWidget *tide_chart_mark_new (void);
GtkWidget *tide_chart_mark_create_box (const char *css_name);
GtkWidget *tide_chart_mark_create_label (const char *css_class);
void tide_chart_mark_add_part (TideChartMark *self, GtkWidget *part);
GtkWidget *tide_chart_mark_get_part (TideChartMark *self, guint index);
void tide_chart_mark_set_item (TideChartMark *self, TideChartItem *item);
TideChartItem *tide_chart_mark_get_item (TideChartMark *self);
void tide_chart_mark_describe (TideChartMark *self, const char *name, const char *tooltip);
const char *tide_chart_mark_get_tooltip (TideChartMark *self);
void tide_chart_mark_place (TideChartMark *self, const TideBox *slot, const TideBox *boxes);
void tide_chart_mark_set_highlighted (TideChartMark *self, gboolean is_highlighted);

G_END_DECLS
