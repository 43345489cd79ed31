/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"
#include "plot/tide-thinning.h"
#include "plot/tide-ticks.h"

G_BEGIN_DECLS

/**
 * TIDE_LINE_NOWHERE:
 *
 * A place without a point.
 */
#define TIDE_LINE_NOWHERE ((TideLinePlace) { G_MAXUINT, G_MAXUINT })

/**
 * TideLineKind:
 * @TIDE_LINE_LINES: a line for each series
 * @TIDE_LINE_AREAS: lines with the area between them and zero
 * @TIDE_LINE_STACKED: areas that stand on top of each other
 */
typedef enum
{
  TIDE_LINE_LINES,
  TIDE_LINE_AREAS,
  TIDE_LINE_STACKED,
} TideLineKind;

typedef enum
{
  TIDE_LINE_PREVIOUS,
  TIDE_LINE_NEXT,
  TIDE_LINE_FIRST,
  TIDE_LINE_LAST,
  TIDE_LINE_SERIES_BEFORE,
  TIDE_LINE_SERIES_AFTER,
} TideLineMove;

/**
 * TideLinePlace:
 * @series: which series
 * @point: which of its points
 *
 * Which point is meant.
 */
typedef struct
{
  guint series;
  guint point;
} TideLinePlace;

/**
 * TideLinePoint:
 * @x: a day or a number
 * @value: the value, if known
 * @has_value: whether it is known
 * @is_after_break: whether the series is another one from here on
 */
typedef struct
{
  double x;
  double value;
  gboolean has_value;
  gboolean is_after_break;
} TideLinePoint;

/**
 * TideLineSeries:
 * @points: (array length=n_points): its points by x
 * @n_points: how many there are; none for a series that is not shown
 * @label_width: width of the label at its end; 0 for none
 */
typedef struct
{
  const TideLinePoint *points;
  guint n_points;
  double label_width;
} TideLineSeries;

/**
 * TideLineSpec:
 * @kind: what is drawn
 * @is_mirrored: whether time runs from right to left
 * @n_series: number of series
 * @series: (array length=n_series): the series
 * @ticks: the ticks of the value axis; cover what tide_line_spec_get_range() tells
 * @width: width of the area
 * @height: height of the area
 * @axis_extent: width of the column of the values' numbers
 * @time_extent: height of the row below
 * @unit_extent: height of a row for the unit on top; 0 for none
 * @label_height: height of a label, and of a tick's number
 * @gap: distance of numbers and labels from the plot
 * @inset: distance of the first and last point from the plot's edges
 *
 * Everything the places of lines follow from. Lengths have one unit, whichever it is.
 */
typedef struct
{
  TideLineKind kind;
  gboolean is_mirrored;
  guint n_series;
  const TideLineSeries *series;
  TideTicks ticks;
  double width;
  double height;
  double axis_extent;
  double time_extent;
  double unit_extent;
  double label_height;
  double gap;
  double inset;
} TideLineSpec;

/**
 * TideLineDot:
 * @x: where the point lies
 * @y: where it lies
 * @base: where the area below it ends
 * @is_known: whether it has a value; one without has no `y`
 * @is_linked: whether a line leads to it from the dot before
 */
typedef struct
{
  double x;
  double y;
  double base;
  gboolean is_known;
  gboolean is_linked;
} TideLineDot;

/**
 * TideLineBreak:
 * @series: which series breaks
 * @from: the last point before
 * @to: the first point after
 * @is_gap: whether values are missing in between
 */
typedef struct
{
  guint series;
  TideSpot from;
  TideSpot to;
  gboolean is_gap;
} TideLineBreak;

/**
 * TideLineLayout:
 * @plot: from the first tick to the last; the points lie within
 * @unit: where the axis' unit stands
 * @labels: (array): where each series' label stands; without width for none
 * @has_labels: whether all labels that are wanted have a place
 * @breaks: (element-type TideLineBreak): where series break
 *
 * Where everything stands.
 */
typedef struct
{
  TideBox plot;
  TideBox unit;
  TideBox *labels;
  gboolean has_labels;
  GArray *breaks;

  /*< private >*/
  guint n_series;
  TideLineDot *dots;
  guint *starts;
  TideTicks ticks;
  double first;
  double last;
  double inset;
  gboolean is_mirrored;
} TideLineLayout;

void tide_line_spec_get_range (const TideLineSpec *spec, double *low, double *high);
void tide_line_spec_get_span (const TideLineSpec *spec, double *first, double *last);

TideLineLayout *tide_line_layout_new (const TideLineSpec *spec);
void tide_line_layout_free (TideLineLayout *self);
guint tide_line_layout_get_n_dots (const TideLineLayout *self, guint series);
const TideLineDot *tide_line_layout_get_dot (const TideLineLayout *self, TideLinePlace place);
double tide_line_layout_get_x (const TideLineLayout *self, double x);
double tide_line_layout_get_y (const TideLineLayout *self, double value);
GArray *tide_line_layout_trace (const TideLineLayout *self, guint series, double column);
TideLinePlace tide_line_layout_find (const TideLineLayout *self, double x, double y);
TideLinePlace
tide_line_layout_move (const TideLineLayout *self, TideLinePlace place, TideLineMove move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideLineLayout, tide_line_layout_free)

G_END_DECLS
