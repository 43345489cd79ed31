/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-overview.h"
#include "report/tide-overview-style.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOverviewCharts:
 *
 * The charts of an overview. Properties `columned`, whether there is room for two beside each
 * other, and `narrow`, whether there is room for upright bars. Signals
 * `filter-requested (TidePayload *filter)` when the rows behind a bar are asked for.
 */
#define TIDE_TYPE_OVERVIEW_CHARTS (tide_overview_charts_get_type ())
G_DECLARE_FINAL_TYPE (TideOverviewCharts, tide_overview_charts, TIDE, OVERVIEW_CHARTS, AdwBin)

void tide_overview_charts_show (TideOverviewCharts *self,
                                TideOverview *overview,
                                const TideOverviewStyle *style);
void tide_overview_charts_reset (TideOverviewCharts *self);
void tide_overview_charts_keep (TideOverviewCharts *self, GVariantDict *view);
void tide_overview_charts_restore (TideOverviewCharts *self, GVariantDict *view);

G_END_DECLS
