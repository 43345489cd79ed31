/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBriefingChoices:
 *
 * Rows in which is chosen what a briefing is about and how it is written. Signal `changed` after
 * the person has chosen something else.
 */
#define TIDE_TYPE_BRIEFING_CHOICES (tide_briefing_choices_get_type ())
G_DECLARE_FINAL_TYPE (TideBriefingChoices, tide_briefing_choices, TIDE, BRIEFING_CHOICES, AdwBin)

void tide_briefing_choices_offer (TideBriefingChoices *self, TideRegister *reg);
TideBriefingOptions *tide_briefing_choices_dup_options (TideBriefingChoices *self);
void
tide_briefing_choices_set_options (TideBriefingChoices *self, const TideBriefingOptions *options);

G_END_DECLS
