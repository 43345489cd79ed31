/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBriefingChanges:
 *
 * Says what has changed since a briefing was saved, or that nothing has. A change that is about a
 * project of the register opens it.
 */
#define TIDE_TYPE_BRIEFING_CHANGES (tide_briefing_changes_get_type ())
G_DECLARE_FINAL_TYPE (TideBriefingChanges, tide_briefing_changes, TIDE, BRIEFING_CHANGES, AdwBin)

void tide_briefing_changes_show (TideBriefingChanges *self,
                                 TideRegister *reg,
                                 const TidePayload *saved,
                                 const GPtrArray *changes);

G_END_DECLS
