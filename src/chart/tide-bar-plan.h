/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-axis-drawing.h"
#include "chart/tide-bar-table.h"
#include "plot/tide-bar-layout.h"

G_BEGIN_DECLS

/**
 * TideBarRuler:
 * @owner: what the functions are called with
 * @line: height of a line of text
 * @unit_width: width of the axis' unit; 0 for none
 * @unit_height: height of the axis' unit; 0 for none
 * @measure_widest_label: tells the width of the widest label
 * @measure_tallest_label: tells the height of the tallest label in a width
 * @measure_value: tells how much the value's text of a bar takes along the value axis: above a
 *   column that is `room` wide, or beside a horizontal bar where that is -1; 0 for no text
 * @numbers: measures the numbers of the axis
 *
 * Measures the texts of a chart, on the screen or on paper.
 */
typedef struct
{
  gpointer owner;
  double line;
  double unit_width;
  double unit_height;
  double (*measure_widest_label) (gpointer owner);
  double (*measure_tallest_label) (gpointer owner, double width);
  double (*measure_value) (gpointer owner, guint bar, double room);
  TideAxisRuler numbers;
} TideBarRuler;

/**
 * TideBarPlan:
 * @table: what is drawn
 * @direction: where the bars run
 * @arrangement: how series stand to each other
 * @is_mirrored: whether lines are read from right to left
 * @divisor: how many of the values' units make one of the axis'
 * @ruler: measures the texts
 *
 * What the places of a chart's bars follow from, wherever it is drawn. Borrows everything.
 */
typedef struct
{
  const TideBarTable *table;
  TideBarDirection direction;
  TideBarArrangement arrangement;
  gboolean is_mirrored;
  double divisor;
  const TideBarRuler *ruler;
} TideBarPlan;

void tide_bar_plan_measure_width (const TideBarPlan *self, int *minimum, int *natural);
void
tide_bar_plan_measure_height (const TideBarPlan *self, double width, int *minimum, int *natural);
TideBarLayout *
tide_bar_plan_lay_out (const TideBarPlan *self, double width, double height, TideBarSpec *spec);
GArray *tide_bar_plan_find_bands (const TideBarSpec *spec, const TideBarLayout *layout);

G_END_DECLS
