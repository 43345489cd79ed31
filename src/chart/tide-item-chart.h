/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-area.h"
#include "chart/tide-chart-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_ITEM_CHART (tide_item_chart_get_type ())

G_DECLARE_DERIVABLE_TYPE (TideItemChart, tide_item_chart, TIDE, ITEM_CHART, GtkWidget)

/**
 * TideItemChartClass:
 * @area_type: what the marks stand in: a #TideChartArea
 * @dup_refusal: (nullable): tells why the items cannot be drawn, %NULL where they can
 * @prepare: (nullable): is called before items are shown
 * @dup_table: its numbers
 * @show_unit: (nullable): shows the unit anew
 *
 * What kinds of charts differ in.
 */
struct _TideItemChartClass
{
  GtkWidgetClass parent_class;

  GType area_type;
  char *(*dup_refusal) (TideItemChart *self);
  void (*prepare) (TideItemChart *self);
  TideChartTable *(*dup_table) (TideItemChart *self);
  void (*show_unit) (TideItemChart *self);
};

TideChartArea *tide_item_chart_get_area (TideItemChart *self);
GPtrArray *tide_item_chart_create_items (TideItemChart *self);
void tide_item_chart_update (TideItemChart *self);

GListModel *tide_item_chart_get_model (TideItemChart *self);
void tide_item_chart_set_model (TideItemChart *self, GListModel *model);
const char *tide_item_chart_get_title (TideItemChart *self);
void tide_item_chart_set_title (TideItemChart *self, const char *title);
const char *tide_item_chart_get_unit_label (TideItemChart *self);
void tide_item_chart_set_unit_label (TideItemChart *self, const char *unit_label);
double tide_item_chart_get_unit_divisor (TideItemChart *self);
void tide_item_chart_set_unit_divisor (TideItemChart *self, double unit_divisor);
const char *tide_item_chart_get_empty_text (TideItemChart *self);
void tide_item_chart_set_empty_text (TideItemChart *self, const char *empty_text);
const char *tide_item_chart_get_language (TideItemChart *self);
void tide_item_chart_set_language (TideItemChart *self, const char *language);
guint tide_item_chart_get_cursor (TideItemChart *self);
void tide_item_chart_set_cursor (TideItemChart *self, guint cursor);

G_END_DECLS
