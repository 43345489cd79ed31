/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBriefingPartsRow:
 *
 * A row that unfolds into switches for what a briefing speaks of. One part always stays. Property
 * `parts`, of #TideBriefingParts.
 */
#define TIDE_TYPE_BRIEFING_PARTS_ROW (tide_briefing_parts_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TideBriefingPartsRow, tide_briefing_parts_row, TIDE, BRIEFING_PARTS_ROW, AdwExpanderRow)

guint tide_briefing_parts_row_get_parts (TideBriefingPartsRow *self);
void tide_briefing_parts_row_set_parts (TideBriefingPartsRow *self, guint parts);

G_END_DECLS
