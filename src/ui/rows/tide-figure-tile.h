/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideFigureTile:
 *
 * One figure with its explanation: what was counted, what was left out and why. Property `title`.
 * Signal `filter-requested (TidePayload *filter)` when the rows behind it are asked for.
 */
#define TIDE_TYPE_FIGURE_TILE (tide_figure_tile_get_type ())
G_DECLARE_FINAL_TYPE (TideFigureTile, tide_figure_tile, TIDE, FIGURE_TILE, GtkWidget)

void tide_figure_tile_set_value (TideFigureTile *self,
                                 const char *value,
                                 const char *exact,
                                 const char *detail);
void tide_figure_tile_take_notes (TideFigureTile *self, const TideFilter *filter, GPtrArray *notes);

G_END_DECLS
