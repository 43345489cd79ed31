/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/* Rates, and the dates of their sets, are of these years. */
#define TIDE_RATE_FIRST_YEAR 1900
#define TIDE_RATE_LAST_YEAR 2100

char *tide_rate_dup_name (const TideRatePayload *self);
char *tide_rate_dup_reading (const TideRatePayload *self, TideRegister *reg);

G_END_DECLS
