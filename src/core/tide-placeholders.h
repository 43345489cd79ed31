/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/* More than that is a slip of the hand in the declared number. */
#define TIDE_MAX_PLACEHOLDERS 1000

TideStage tide_placeholders_get_stage (const TideEventPayload *event);
GPtrArray *tide_placeholders_new (TideRegister *reg, const char *event, guint n, TideStage stage);
TideStep *tide_register_new_placeholders_step (TideRegister *self, GPtrArray *placeholders);

G_END_DECLS
