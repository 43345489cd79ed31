/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideDivisionPage:
 *
 * What is known of one division: its projects and amounts, of which in functional zones, its
 * indicators and targets, what stands below it, notes and sources. Figures are counted in a thread.
 * Signal `filter-requested (TidePayload *filter)` when the projects behind a figure are asked for.
 */
#define TIDE_TYPE_DIVISION_PAGE (tide_division_page_get_type ())
G_DECLARE_FINAL_TYPE (TideDivisionPage, tide_division_page, TIDE, DIVISION_PAGE, AdwNavigationPage)

TideDivisionPage *
tide_division_page_new (TideRegister *reg, const char *division, const char *amount_kind);

const char *tide_division_page_get_division (TideDivisionPage *self);
gboolean tide_division_page_get_counted (TideDivisionPage *self);

G_END_DECLS
