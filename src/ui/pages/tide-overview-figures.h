/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-attention.h"
#include "stats/tide-overview.h"
#include "report/tide-overview-style.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOverviewFigures:
 *
 * The key figures of an overview, each with what explains it. Property `tile-width`. Signal
 * `filter-requested (TidePayload *filter)` when the rows behind a figure are asked for.
 */
#define TIDE_TYPE_OVERVIEW_FIGURES (tide_overview_figures_get_type ())
G_DECLARE_FINAL_TYPE (TideOverviewFigures, tide_overview_figures, TIDE, OVERVIEW_FIGURES, AdwBin)

void tide_overview_figures_show (TideOverviewFigures *self,
                                 TideOverview *overview,
                                 const TideOverviewStyle *style);
void
tide_overview_figures_show_attention (TideOverviewFigures *self, const TideAttention *attention);

G_END_DECLS
