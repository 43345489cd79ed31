/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEventPage:
 *
 * One event: what was declared beside what is recorded, with the differences explained; what became
 * of those signed; its projects. Signals: `filter-requested (TidePayload *filter)` when the rows
 * behind a number are asked for, `counted ()` whenever what was worked out is shown.
 */
#define TIDE_TYPE_EVENT_PAGE (tide_event_page_get_type ())
G_DECLARE_FINAL_TYPE (TideEventPage, tide_event_page, TIDE, EVENT_PAGE, AdwNavigationPage)

TideEventPage *tide_event_page_new (TideRegister *reg, const char *id);

const char *tide_event_page_get_event (TideEventPage *self);

G_END_DECLS
