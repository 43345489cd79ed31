/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideSectorPage:
 *
 * One sector: its projects by shares and by mentions, indicators, targets, the classes that it maps
 * to and that map to it, what stands below it, notes and sources. Acts and links are the actions
 * `sector.*` of what it is in. Signal `filter-requested (TidePayload *filter)` when the projects
 * behind a figure are asked for.
 */
#define TIDE_TYPE_SECTOR_PAGE (tide_sector_page_get_type ())
G_DECLARE_FINAL_TYPE (TideSectorPage, tide_sector_page, TIDE, SECTOR_PAGE, AdwNavigationPage)

TideSectorPage *
tide_sector_page_new (TideRegister *reg, const char *sector, const char *amount_kind);
const char *tide_sector_page_get_sector (TideSectorPage *self);
void tide_sector_page_set_amount_kind (TideSectorPage *self, const char *code);
gboolean tide_sector_page_get_counted (TideSectorPage *self);

G_END_DECLS
