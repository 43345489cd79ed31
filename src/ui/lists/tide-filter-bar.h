/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterBar:
 *
 * Buttons that open lists to tick sectors, stages, divisions and statuses in, and a chip for each
 * value of the filter, whatever set it, to remove it by. The filter's text belongs to the search
 * field: the bar keeps it, but does not show it. Properties: `register`, `filter` (a #TideFilter as
 * boxed #TidePayload, never %NULL when read).
 */
#define TIDE_TYPE_FILTER_BAR (tide_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterBar, tide_filter_bar, TIDE, FILTER_BAR, AdwBin)

TideRegister *tide_filter_bar_get_register (TideFilterBar *self);
void tide_filter_bar_set_register (TideFilterBar *self, TideRegister *reg);
const TideFilter *tide_filter_bar_get_filter (TideFilterBar *self);
void tide_filter_bar_set_filter (TideFilterBar *self, const TideFilter *filter);

G_END_DECLS
