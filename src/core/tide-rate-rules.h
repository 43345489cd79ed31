/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

char *tide_rate_dup_name (const TideRatePayload *self);
char *tide_rate_dup_reading (const TideRatePayload *self, TideRegister *reg);

G_END_DECLS
