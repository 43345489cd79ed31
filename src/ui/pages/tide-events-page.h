/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEventsPage:
 *
 * The events of a register: a table, on which the pages of single events and of comparisons are
 * pushed. Property `register`. Signal `filter-requested (TidePayload *filter)` when the rows behind
 * a number are asked for.
 */
#define TIDE_TYPE_EVENTS_PAGE (tide_events_page_get_type ())
G_DECLARE_FINAL_TYPE (TideEventsPage, tide_events_page, TIDE, EVENTS_PAGE, AdwBin)

TideRegister *tide_events_page_get_register (TideEventsPage *self);
void tide_events_page_set_register (TideEventsPage *self, TideRegister *reg);
void tide_events_page_show_event (TideEventsPage *self, const char *id);

G_END_DECLS
