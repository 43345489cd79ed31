/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot/tide-bar-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_BAR_AXIS (tide_bar_axis_get_type ())

G_DECLARE_FINAL_TYPE (TideBarAxis, tide_bar_axis, TIDE, BAR_AXIS, GtkWidget)

GtkWidget *tide_bar_axis_new (void);
void tide_bar_axis_cover (TideBarAxis *self,
                          const TideTicksRange *range,
                          double length,
                          TideTicks *ticks);
void tide_bar_axis_cover_upright (TideBarAxis *self,
                                  const TideTicksRange *range,
                                  double length,
                                  TideTicks *ticks);
double tide_bar_axis_get_width (TideBarAxis *self, const TideTicks *ticks);
void
tide_bar_axis_get_overhang (TideBarAxis *self, const TideTicks *ticks, double *first, double *last);
void
tide_bar_axis_set_layout (TideBarAxis *self, const TideBarSpec *spec, const TideBarLayout *layout);

G_END_DECLS
