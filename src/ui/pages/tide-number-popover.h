/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing.h"
#include "core/tide-register.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideNumberPopover:
 *
 * Says in words what is behind a number of a briefing, with buttons that open the rows or the
 * record. Signal `filter-requested (TidePayload *filter)`.
 */
#define TIDE_TYPE_NUMBER_POPOVER (tide_number_popover_get_type ())
G_DECLARE_FINAL_TYPE (TideNumberPopover, tide_number_popover, TIDE, NUMBER_POPOVER, GtkPopover)

GtkPopover *
tide_number_popover_new (TideRegister *reg, const TideBriefingRun *number, const TideDate *as_of);

G_END_DECLS
