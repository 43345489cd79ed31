/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"
#include "plot/tide-ticks.h"

G_BEGIN_DECLS

/**
 * TIDE_BAR_NONE:
 *
 * No cell.
 */
#define TIDE_BAR_NONE G_MAXUINT

typedef enum
{
  TIDE_BAR_HORIZONTAL,
  TIDE_BAR_VERTICAL,
} TideBarDirection;

typedef enum
{
  TIDE_BAR_GROUPED,
  TIDE_BAR_STACKED,
} TideBarArrangement;

typedef enum
{
  TIDE_BAR_PREVIOUS,
  TIDE_BAR_NEXT,
  TIDE_BAR_FIRST,
  TIDE_BAR_LAST,
} TideBarMove;

/**
 * TideBarCell:
 * @is_present: whether the category has a bar of the series at all
 * @has_value: whether the bar's value is known
 * @value: the value, if known
 * @text_extent: length of the value's text along the value axis; 0 for none
 */
typedef struct
{
  gboolean is_present;
  gboolean has_value;
  double value;
  double text_extent;
} TideBarCell;

/**
 * TideBarSpec:
 * @direction: where the bars run
 * @arrangement: whether the series stand side by side or on top of each other
 * @is_mirrored: whether lines are read from right to left
 * @has_labels_above: whether the labels of horizontal bars stand above them instead of in a column
 * @n_categories: number of categories
 * @n_series: number of series
 * @cells: (array): `n_categories` × `n_series` cells, category by category
 * @ticks: the ticks of the value axis; cover what tide_bar_spec_get_range() tells
 * @width: width of the area
 * @height: height of the area
 * @label_extent: width of the label column, or height of the labels above or below the bars
 * @axis_extent: height of the row, or width of the column, of the ticks' numbers
 * @unit_extent: height of a row for the unit on top; 0 for none
 * @tick_before: how far the first tick's number reaches beyond the first tick
 * @tick_after: how far the last tick's number reaches beyond the last tick
 * @slot_extent: thickness of the place of one bar: exact for horizontal ones, else the most
 * @bar_extent: thickness of a bar in a place of `slot_extent`
 * @group_gap: distance between categories
 * @gap: distance of the labels and the ticks' numbers from the plot
 * @text_gap: distance of a value's text from its bar; half as much stays free beyond it
 *
 * Everything the places of bars follow from. Lengths have one unit, whichever it is.
 */
typedef struct
{
  TideBarDirection direction;
  TideBarArrangement arrangement;
  gboolean is_mirrored;
  gboolean has_labels_above;
  guint n_categories;
  guint n_series;
  const TideBarCell *cells;
  TideTicks ticks;
  double width;
  double height;
  double label_extent;
  double axis_extent;
  double unit_extent;
  double tick_before;
  double tick_after;
  double slot_extent;
  double bar_extent;
  double group_gap;
  double gap;
  double text_gap;
} TideBarSpec;

/**
 * TideBarPlace:
 * @slot: what answers to the pointer, and has the focus ring around it
 * @bar: what is filled; without length for zero and for a missing value
 * @text: where the value's text stands
 */
typedef struct
{
  TideBox slot;
  TideBox bar;
  TideBox text;
} TideBarPlace;

/**
 * TideBarLayout:
 * @plot: from the first tick to the last, and from the first category to the last
 * @places: (array): one for each cell
 * @labels: (array): one for each category
 * @unit: where the axis' unit stands
 *
 * Where everything stands.
 */
typedef struct
{
  TideBox plot;
  TideBarPlace *places;
  TideBox *labels;
  TideBox unit;

  /*< private >*/
  guint n_categories;
  guint n_series;
  gboolean *presence;
  double zero;
  double scale;
} TideBarLayout;

void tide_bar_spec_get_range (const TideBarSpec *spec, double *low, double *high);
double tide_bar_spec_get_slot_extent (const TideBarSpec *spec);
double tide_bar_spec_get_height (const TideBarSpec *spec);

TideBarLayout *tide_bar_layout_new (const TideBarSpec *spec);
void tide_bar_layout_free (TideBarLayout *self);
double tide_bar_layout_get_position (const TideBarLayout *self, double value);
guint tide_bar_layout_find (const TideBarLayout *self, double x, double y);
guint tide_bar_layout_move (const TideBarLayout *self, guint cell, TideBarMove move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideBarLayout, tide_bar_layout_free)

G_END_DECLS
