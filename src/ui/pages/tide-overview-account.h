/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-overview.h"
#include "report/tide-overview-style.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOverviewAccount:
 *
 * How the amounts of an overview's parts are told: unit, period, rates; and how many projects they
 * are not all of. Signal `filter-requested (TidePayload *filter)` when those are asked for.
 */
#define TIDE_TYPE_OVERVIEW_ACCOUNT (tide_overview_account_get_type ())
G_DECLARE_FINAL_TYPE (TideOverviewAccount, tide_overview_account, TIDE, OVERVIEW_ACCOUNT, AdwBin)

void tide_overview_account_show (TideOverviewAccount *self,
                                 TideOverview *overview,
                                 const TideOverviewStyle *style);

G_END_DECLS
