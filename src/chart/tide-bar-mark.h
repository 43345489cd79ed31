/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bar.h"
#include "chart/tide-chart-mark.h"
#include "plot/tide-bar-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_BAR_MARK (tide_bar_mark_get_type ())

G_DECLARE_FINAL_TYPE (TideBarMark, tide_bar_mark, TIDE, BAR_MARK, TideChartMark)

/**
 * TideBarMarkStyle:
 * @direction: where the bar runs
 * @arrangement: whether it stands on others
 * @series: which colour and pattern it gets, from 0
 * @position: its place among the chart's bars, from 0
 * @n_bars: number of the chart's bars
 * @language: (nullable): language of Han characters
 *
 * What a mark has to know of its chart.
 */
typedef struct
{
  TideBarDirection direction;
  TideBarArrangement arrangement;
  guint series;
  guint position;
  guint n_bars;
  const char *language;
} TideBarMarkStyle;

GtkWidget *tide_bar_mark_new (void);
void tide_bar_mark_set_style (TideBarMark *self, const TideBarMarkStyle *style);
double tide_bar_mark_measure_text (TideBarMark *self, double room);
void tide_bar_mark_place (TideBarMark *self, const TideBarPlace *place);

G_END_DECLS
