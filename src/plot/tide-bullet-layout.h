/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-bar-layout.h"

G_BEGIN_DECLS

/**
 * TideBulletCell:
 * @has_value: whether the value is known
 * @value: the value, if known
 * @has_target: whether there is a target
 * @target: the target, if there is one
 * @has_pace: whether it is known how much of the time is over
 * @pace: what the value would be if it grew evenly towards the target
 * @n_limits: number of comparison ranges
 * @limits: (array): where the ranges end: each starts where the one before ends, the first at zero
 */
typedef struct
{
  gboolean has_value;
  double value;
  gboolean has_target;
  double target;
  gboolean has_pace;
  double pace;
  guint n_limits;
  const double *limits;
} TideBulletCell;

/**
 * TideBulletSpec:
 * @is_mirrored: whether lines are read from right to left
 * @has_labels_above: whether labels and texts stand above the bars instead of beside them
 * @n_rows: number of rows
 * @rows: (array): the rows
 * @ticks: the ticks of the axis; cover what tide_bullet_spec_get_range() tells
 * @width: width of the area
 * @label_extent: width of the label column, or height of the labels above the bars
 * @text_extent: width of the column of texts
 * @axis_extent: height of the row of the ticks' numbers
 * @unit_extent: height of a row for the unit on top; 0 for none
 * @tick_before: how far the first tick's number reaches beyond the first tick
 * @tick_after: how far the last tick's number reaches beyond the last tick
 * @row_extent: height of the place of one bar
 * @range_extent: height of the comparison ranges
 * @bar_extent: height of the bar
 * @target_extent: height of the mark at the target
 * @mark_extent: width of the marks at the target and at the pace
 * @row_gap: distance between rows
 * @gap: distance of labels and texts from the plot
 *
 * Everything the places of bullets follow from. Lengths have one unit, whichever it is.
 */
typedef struct
{
  gboolean is_mirrored;
  gboolean has_labels_above;
  guint n_rows;
  const TideBulletCell *rows;
  TideTicks ticks;
  double width;
  double label_extent;
  double text_extent;
  double axis_extent;
  double unit_extent;
  double tick_before;
  double tick_after;
  double row_extent;
  double range_extent;
  double bar_extent;
  double target_extent;
  double mark_extent;
  double row_gap;
  double gap;
} TideBulletSpec;

/**
 * TideBulletPlace:
 * @slot: what answers to the pointer, and has the focus ring around it
 * @label: where the row's label stands
 * @text: where the texts of value and target stand
 * @n_ranges: number of comparison ranges
 * @ranges: (array): the comparison ranges
 * @bar: what is filled; without width for zero and for a missing value
 * @target: the target's mark; without width where there is none
 * @pace: the pace's mark; without width where there is none
 */
typedef struct
{
  TideBox slot;
  TideBox label;
  TideBox text;
  guint n_ranges;
  TideBox *ranges;
  TideBox bar;
  TideBox target;
  TideBox pace;
} TideBulletPlace;

/**
 * TideBulletLayout:
 * @plot: from the first tick to the last, and from the first row to the last
 * @places: (array): one for each row
 * @bands: (array): where grid lines are drawn, one for each row: not through labels above bars
 * @unit: where the axis' unit stands
 *
 * Where everything stands.
 */
typedef struct
{
  TideBox plot;
  TideBulletPlace *places;
  TideBox *bands;
  TideBox unit;

  /*< private >*/
  guint n_rows;
  double start;
  TideBarLayout *bars;
} TideBulletLayout;

void tide_bullet_spec_get_range (const TideBulletSpec *spec, double *low, double *high);
double tide_bullet_spec_get_height (const TideBulletSpec *spec);

TideBulletLayout *tide_bullet_layout_new (const TideBulletSpec *spec);
void tide_bullet_layout_free (TideBulletLayout *self);
double tide_bullet_layout_get_position (const TideBulletLayout *self, double value);
guint tide_bullet_layout_find (const TideBulletLayout *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBulletLayout, tide_bullet_layout_free)

G_END_DECLS
