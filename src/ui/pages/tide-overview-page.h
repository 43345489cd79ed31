/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

#include "report/tide-report-request.h"

G_BEGIN_DECLS

/**
 * TideOverviewPage:
 *
 * How the register stands: its figures, what its events declared, its indicators and its projects
 * by stage, sector, division, time, party and size, worked out in a thread. Properties `register`
 * and `busy`. Signal `filter-requested (TidePayload *filter)` when the projects behind a figure, a
 * bar or a line of an explanation are asked for.
 */
#define TIDE_TYPE_OVERVIEW_PAGE (tide_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TideOverviewPage, tide_overview_page, TIDE, OVERVIEW_PAGE, AdwBin)

TideRegister *tide_overview_page_get_register (TideOverviewPage *self);
void tide_overview_page_set_register (TideOverviewPage *self, TideRegister *reg);
gboolean tide_overview_page_is_busy (TideOverviewPage *self);
void tide_overview_page_reword (TideOverviewPage *self);

TideReportRequest *tide_overview_page_new_report (TideOverviewPage *self);

G_END_DECLS
