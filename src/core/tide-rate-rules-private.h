/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-project-rules-private.h"
#include "core/tide-rate-rules.h"

G_BEGIN_DECLS

void tide_rate_check (TideRegister *reg,
                      const TideRatePayload *rate,
                      const char *own_id,
                      TideProjectReport report,
                      gpointer data);

G_END_DECLS
