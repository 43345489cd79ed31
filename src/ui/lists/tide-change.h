/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-history-names.h"

G_BEGIN_DECLS

/**
 * TideChange:
 *
 * One edit of a step as a person reads it. Properties, all read-only and worded when they are asked
 * for: `time` (in the register's time zone), `author`, `act` (what the step did), `kind` (of the
 * record), `record` (its name), `field`, `before`, `after`, `transition` (both in one text),
 * `summary` (all in one sentence) and `saved` (whether the step is in the file).
 */
#define TIDE_TYPE_CHANGE (tide_change_get_type ())
G_DECLARE_FINAL_TYPE (TideChange, tide_change, TIDE, CHANGE, GObject)

TideChange *
tide_change_new (TideHistoryNames *names, TideStep *step, const TideEdit *edit, gboolean is_saved);

TideHistoryNames *tide_change_get_names (TideChange *self);
TideStep *tide_change_get_step (TideChange *self);
const TideEdit *tide_change_get_edit (TideChange *self);
gboolean tide_change_get_saved (TideChange *self);

G_END_DECLS
