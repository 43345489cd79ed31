/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-box.h"
#include "plot/tide-ticks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_CHART_AXIS (tide_chart_axis_get_type ())

G_DECLARE_FINAL_TYPE (TideChartAxis, tide_chart_axis, TIDE, CHART_AXIS, GtkWidget)

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

GtkWidget *tide_chart_axis_new (void);
void tide_chart_axis_cover (TideChartAxis *self,
                            const TideTicksRange *range,
                            double length,
                            TideTicks *ticks);
void tide_chart_axis_cover_upright (TideChartAxis *self,
                                    const TideTicksRange *range,
                                    double length,
                                    TideTicks *ticks);
double tide_chart_axis_get_width (TideChartAxis *self, const TideTicks *ticks);
void tide_chart_axis_get_overhang (TideChartAxis *self,
                                   const TideTicks *ticks,
                                   double *first,
                                   double *last);
double tide_chart_axis_measure_text (TideChartAxis *self, const char *text);
void tide_chart_axis_place (TideChartAxis *self, const TideChartAxisPlace *place);
void
tide_chart_axis_set_ticks (TideChartAxis *self, const TideTicks *ticks, const double *positions);
void
tide_chart_axis_set_texts (TideChartAxis *self, const char *const *texts, const double *positions);

G_END_DECLS
