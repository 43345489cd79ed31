/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-overview.h"
#include "report/tide-overview-style.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOverviewCard:
 *
 * A chart of one part of an overview, or of two side by side, by count or by amount, with what
 * explains it. Properties `projects-title`, `amounts-title`, `rule`, `keeps-empty` and
 * `shows-amounts`. Signal `filter-requested (TidePayload *filter)` when the rows behind a bar or a
 * line of the explanation are asked for.
 */
#define TIDE_TYPE_OVERVIEW_CARD (tide_overview_card_get_type ())
G_DECLARE_FINAL_TYPE (TideOverviewCard, tide_overview_card, TIDE, OVERVIEW_CARD, AdwBin)

/**
 * TideOverviewSeries:
 * @breakdown: what the bars stand for
 * @name: (nullable): what they are called where there are several series
 * @kind: of what kind the amounts are
 *
 * One series of a card's bars.
 */
typedef struct
{
  const TideBreakdown *breakdown;
  const char *name;
  TideAmountKind kind;
} TideOverviewSeries;

#define TIDE_OVERVIEW_MAX_SERIES 2

void tide_overview_card_show (TideOverviewCard *self,
                              TideOverview *overview,
                              const TideOverviewSeries *series,
                              guint n_series,
                              const TideOverviewStyle *style);
gboolean tide_overview_card_get_shows_amounts (TideOverviewCard *self);
void tide_overview_card_set_shows_amounts (TideOverviewCard *self, gboolean shows_amounts);
void tide_overview_card_set_orientation (TideOverviewCard *self, GtkOrientation orientation);

G_END_DECLS
