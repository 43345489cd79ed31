/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-chart-mark.h"
#include "plot/tide-bar-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_AREA (tide_chart_area_get_type ())

G_DECLARE_DERIVABLE_TYPE (TideChartArea, tide_chart_area, TIDE, CHART_AREA, GtkWidget)

/**
 * TideChartAreaClass:
 * @create_mark: makes a mark without an item
 * @update: shows the items anew: their marks are there and have them
 * @pick: tells which position a point belongs to, or %GTK_INVALID_LIST_POSITION
 * @move: tells where the cursor arrives from a position, or from %GTK_INVALID_LIST_POSITION; by
 *   default it moves in the order of the items
 * @highlight: (nullable): is told the position that the pointer is at
 *
 * What kinds of charts differ in.
 */
struct _TideChartAreaClass
{
  GtkWidgetClass parent_class;

  GtkWidget *(*create_mark) (TideChartArea *self);
  void (*update) (TideChartArea *self);
  guint (*pick) (TideChartArea *self, double x, double y);
  guint (*move) (TideChartArea *self, guint position, TideBarMove move);
  void (*highlight) (TideChartArea *self, guint position);
};

void tide_chart_area_set_items (TideChartArea *self, GPtrArray *items);
guint tide_chart_area_get_n_items (TideChartArea *self);
gpointer tide_chart_area_get_item (TideChartArea *self, guint position);
TideChartMark *tide_chart_area_get_mark (TideChartArea *self, guint position);
void tide_chart_area_update (TideChartArea *self);
void tide_chart_area_set_language (TideChartArea *self, const char *language);
const char *tide_chart_area_get_language (TideChartArea *self);
void tide_chart_area_set_cursor (TideChartArea *self, guint cursor);
guint tide_chart_area_get_cursor (TideChartArea *self);

G_END_DECLS
