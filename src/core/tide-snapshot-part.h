/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

TideSnapshot *tide_snapshot_new_part (TideSnapshot *self, const GPtrArray *projects);
gboolean tide_snapshot_has_effects (TideSnapshot *self);
TideStep *tide_register_new_paste_step (TideRegister *self, TideSnapshot *part);

G_END_DECLS
