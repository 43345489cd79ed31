/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideSavedBriefings:
 *
 * The saved briefings of a register, the latest first; hidden where there are none. Signal
 * `activated (const char *id)` when one is to be opened.
 */
#define TIDE_TYPE_SAVED_BRIEFINGS (tide_saved_briefings_get_type ())
G_DECLARE_FINAL_TYPE (
    TideSavedBriefings, tide_saved_briefings, TIDE, SAVED_BRIEFINGS, AdwPreferencesGroup)

void tide_saved_briefings_show (TideSavedBriefings *self, TideRegister *reg);
char *tide_saved_briefing_dup_name (const TidePayload *saved, const char *time_zone);
char *tide_saved_briefing_dup_day (const TidePayload *saved, const char *time_zone);

G_END_DECLS
