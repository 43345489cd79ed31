/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-clock.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

TideSnapshot *tide_snapshot_new_part (TideSnapshot *self, const GPtrArray *projects);
gboolean tide_snapshot_has_effects (TideSnapshot *self);
TideStep *tide_snapshot_new_paste_step (TideSnapshot *self, TideSnapshot *part, TideClock *clock);

G_END_DECLS
