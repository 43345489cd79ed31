/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideIndicatorShares:
 *
 * What an indicator is of others, period by period: its share in those it is a part of, and of
 * added value what it is of output, each with how it was worked out.
 */
#define TIDE_TYPE_INDICATOR_SHARES (tide_indicator_shares_get_type ())
G_DECLARE_FINAL_TYPE (
    TideIndicatorShares, tide_indicator_shares, TIDE, INDICATOR_SHARES, AdwPreferencesGroup)

void tide_indicator_shares_show (TideIndicatorShares *self,
                                 TideRegister *reg,
                                 const TideIndicatorPayload *indicator);

G_END_DECLS
