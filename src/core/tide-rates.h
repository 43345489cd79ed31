/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

TideRates *tide_rates_new (TideSnapshot *snapshot, const char *currency, const char *rate_set);
TideRates *tide_rates_ref (TideRates *self);
void tide_rates_unref (TideRates *self);
const char *tide_rates_get_currency (TideRates *self);
const TideDate *tide_rates_get_fixed_date (TideRates *self);
const TideRatePayload *tide_rates_find (TideRates *self, const char *from, const TideDate *date);
gboolean tide_rates_convert (TideRates *self,
                             const TideMoney *money,
                             const TideDate *date,
                             TideMoney *converted,
                             const TideRatePayload **rate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideRates, tide_rates_unref)

G_END_DECLS
