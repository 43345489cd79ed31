/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-targets.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTargetRow:
 *
 * A target: what it is called, how much of it is reached, whether that is before its time, and what
 * explains it. Activating it asks for the projects behind it, where there are any. Signal
 * `filter-requested (TidePayload *filter)`.
 */
#define TIDE_TYPE_TARGET_ROW (tide_target_row_get_type ())
G_DECLARE_FINAL_TYPE (TideTargetRow, tide_target_row, TIDE, TARGET_ROW, AdwActionRow)

GtkWidget *tide_target_row_new (TideTargets *targets, const TideTargetProgress *progress);

G_END_DECLS
