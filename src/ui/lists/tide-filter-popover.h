/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/lists/tide-filter-part.h"

G_BEGIN_DECLS

/**
 * TideFilterPopover:
 *
 * Lists what projects can be asked for, and has the editor of each criterion, with a way back to
 * the list. Signal: `edited (TidePayload *filter)` with what is asked for from now on, a sealed
 * #TideFilter.
 */
#define TIDE_TYPE_FILTER_POPOVER (tide_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterPopover, tide_filter_popover, TIDE, FILTER_POPOVER, GtkPopover)

GtkWidget *tide_filter_popover_new (void);

void tide_filter_popover_open (TideFilterPopover *self,
                               TideRegister *reg,
                               const TideFilter *filter,
                               const TideFilterCriterion *criterion);
const TideFilterCriterion *tide_filter_popover_get_criterion (TideFilterPopover *self);

G_END_DECLS
