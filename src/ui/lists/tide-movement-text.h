/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-movement.h"

G_BEGIN_DECLS

const char *tide_movement_reason_get_label (TideMovementReason reason);
const char *tide_movement_reason_get_description (TideMovementReason reason);
char *tide_movement_dup_stage (const char *stage, TideLanguage language);
char *tide_movement_part_dup_move (const TideMovementPart *part, TideLanguage language);
char *tide_movement_part_dup_count (const TideMovementPart *part);
char *tide_movement_part_dup_difference (const TideMovementPart *part,
                                         TideUnit unit,
                                         TideLanguage language);

G_END_DECLS
