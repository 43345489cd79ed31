/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideGrowthPanel:
 *
 * How much an indicator grew a year between two periods that can be chosen: the rate, the interval
 * that the rounding of its values allows, and the published rates with what the values say of
 * them; or why there is no rate. Property `indicator` (a #TidePayload, nullable). Signal
 * `span-changed` when a person has chosen another period.
 */
#define TIDE_TYPE_GROWTH_PANEL (tide_growth_panel_get_type ())
G_DECLARE_FINAL_TYPE (TideGrowthPanel, tide_growth_panel, TIDE, GROWTH_PANEL, AdwPreferencesGroup)

GtkWidget *tide_growth_panel_new (void);

const TidePayload *tide_growth_panel_get_indicator (TideGrowthPanel *self);
void tide_growth_panel_set_indicator (TideGrowthPanel *self, const TidePayload *indicator);
void tide_growth_panel_get_span (TideGrowthPanel *self, TideDate *from, TideDate *to);
gboolean
tide_growth_panel_choose_span (TideGrowthPanel *self, const TideDate *from, const TideDate *to);

G_END_DECLS
