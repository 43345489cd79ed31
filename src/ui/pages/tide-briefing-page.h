/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBriefingPage:
 *
 * Briefings: one is written from the register, and texts are checked against it, each in a view of
 * its own. Property `register`. Signal `filter-requested (TidePayload *filter)` when the rows
 * behind a number are asked for.
 */
#define TIDE_TYPE_BRIEFING_PAGE (tide_briefing_page_get_type ())
G_DECLARE_FINAL_TYPE (TideBriefingPage, tide_briefing_page, TIDE, BRIEFING_PAGE, AdwBin)

TideRegister *tide_briefing_page_get_register (TideBriefingPage *self);
void tide_briefing_page_set_register (TideBriefingPage *self, TideRegister *reg);

G_END_DECLS
