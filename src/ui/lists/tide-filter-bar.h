/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-filter.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterBar:
 *
 * A chip for each part of a filter, whatever set it: a click or Enter on one opens what changes it,
 * its cross, Delete or BackSpace takes it away. One button opens the list of all that projects can
 * be asked for. Properties: `register`, `filter` (a #TideFilter as boxed #TidePayload, never %NULL
 * when read).
 */
#define TIDE_TYPE_FILTER_BAR (tide_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterBar, tide_filter_bar, TIDE, FILTER_BAR, AdwBin)

TideRegister *tide_filter_bar_get_register (TideFilterBar *self);
void tide_filter_bar_set_register (TideFilterBar *self, TideRegister *reg);
const TideFilter *tide_filter_bar_get_filter (TideFilterBar *self);
void tide_filter_bar_set_filter (TideFilterBar *self, const TideFilter *filter);
void tide_filter_bar_add (TideFilterBar *self);

G_END_DECLS
