/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/tide-bar-table.h"
#include "plot/tide-bar-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideBarDrawing:
 * @table: what is drawn
 * @direction: where the bars run
 * @unit: (nullable): name of the axis' unit
 * @divisor: how many of the values' units make one of the axis'
 * @language: (nullable): language of Han characters, such as `zh-hans`
 *
 * A chart of bars on paper. It needs no display. Borrows everything.
 */
typedef struct
{
  const TideBarTable *table;
  TideBarDirection direction;
  const char *unit;
  double divisor;
  const char *language;
} TideBarDrawing;

double
tide_bar_drawing_get_height (const TideBarDrawing *self, PangoContext *context, double width);
GskRenderNode *tide_bar_drawing_render (const TideBarDrawing *self,
                                        PangoContext *context,
                                        double width,
                                        double height);

G_END_DECLS
