/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-line-table.h"
#include "plot/tide-line-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TIDE_TYPE_TIME_AXIS (tide_time_axis_get_type ())

G_DECLARE_FINAL_TYPE (TideTimeAxis, tide_time_axis, TIDE, TIME_AXIS, GtkWidget)

GtkWidget *tide_time_axis_new (void);
void tide_time_axis_set_table (TideTimeAxis *self, const TideLineTable *table);
int tide_time_axis_get_height (TideTimeAxis *self, const TideLineSpec *spec);
void tide_time_axis_set_layout (TideTimeAxis *self,
                                const TideLineSpec *spec,
                                const TideLineLayout *layout);

G_END_DECLS
