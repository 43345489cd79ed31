/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEventsComparisonPage:
 *
 * The cohorts of several events, or of the years in which they were held, beside each other and
 * together. Property `by-year`. Signals: `filter-requested (TidePayload *filter)` when the rows
 * behind a number are asked for, `counted ()` whenever what was worked out is shown.
 */
#define TIDE_TYPE_EVENTS_COMPARISON_PAGE (tide_events_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (TideEventsComparisonPage,
                      tide_events_comparison_page,
                      TIDE,
                      EVENTS_COMPARISON_PAGE,
                      AdwNavigationPage)

TideEventsComparisonPage *
tide_events_comparison_page_new (TideRegister *reg, const char *const *events, gboolean by_year);

const char *const *tide_events_comparison_page_get_events (TideEventsComparisonPage *self);
gboolean tide_events_comparison_page_get_by_year (TideEventsComparisonPage *self);
void tide_events_comparison_page_set_by_year (TideEventsComparisonPage *self, gboolean by_year);

G_END_DECLS
