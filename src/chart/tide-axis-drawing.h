/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"
#include "plot/tide-ticks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideAxisRuler:
 * @measure: tells the width of a number
 * @owner: what it is called with
 * @line: height of a line of the numbers
 *
 * Measures the numbers of an axis, on the screen or on paper.
 */
typedef struct
{
  double (*measure) (gpointer owner, const char *number);
  gpointer owner;
  double line;
} TideAxisRuler;

/**
 * TideChartAxisPlace:
 * @orientation: the direction in which the values run
 * @is_mirrored: whether the numbers of an upright axis stand at its right
 * @plot: what the axis belongs to; its numbers stand below, or beside it
 * @gap: distance of the numbers of an upright axis from the plot
 * @bands: (array length=n_bands): where grid lines are drawn
 * @n_bands: how many bands there are
 *
 * Where an axis stands, in its parent's coordinates.
 */
typedef struct
{
  GtkOrientation orientation;
  gboolean is_mirrored;
  TideBox plot;
  double gap;
  const TideBox *bands;
  guint n_bands;
} TideChartAxisPlace;

/**
 * TideAxisTicks:
 * @texts: (element-type PangoLayout): what stands at each tick
 * @positions: (array): where each of them stands: y on an upright axis, else x
 * @zero: the tick at zero; %G_MAXUINT for none
 * @room: width that the numbers must not leave
 */
typedef struct
{
  const GPtrArray *texts;
  const double *positions;
  guint zero;
  double room;
} TideAxisTicks;

/**
 * TideAxisColours:
 * @text: of the numbers
 * @grid: of the lines
 * @baseline: of the line at zero
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA grid;
  GdkRGBA baseline;
} TideAxisColours;

char *tide_axis_dup_number (const TideTicks *ticks, guint index);
double tide_axis_get_width (const TideAxisRuler *ruler, const TideTicks *ticks);
void tide_axis_get_overhang (const TideAxisRuler *ruler,
                             const TideTicks *ticks,
                             double *first,
                             double *last);
void tide_axis_cover (const TideAxisRuler *ruler,
                      const TideTicksRange *range,
                      double length,
                      TideTicks *ticks);
void tide_axis_cover_upright (const TideAxisRuler *ruler,
                              const TideTicksRange *range,
                              double length,
                              TideTicks *ticks);
void tide_axis_draw (GtkSnapshot *snapshot,
                     const TideChartAxisPlace *place,
                     const TideAxisTicks *ticks,
                     const TideAxisColours *colours);

G_END_DECLS
