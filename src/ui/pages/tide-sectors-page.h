/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideSectorsPage:
 *
 * The classifications of the register, one at a time as a tree of sectors with their projects and
 * amounts, which are added, edited, retired and deleted here. Property `register`. Signal
 * `filter-requested (TidePayload *filter)` when the projects behind a figure are asked for.
 */
#define TIDE_TYPE_SECTORS_PAGE (tide_sectors_page_get_type ())
G_DECLARE_FINAL_TYPE (TideSectorsPage, tide_sectors_page, TIDE, SECTORS_PAGE, AdwBin)

TideRegister *tide_sectors_page_get_register (TideSectorsPage *self);
void tide_sectors_page_set_register (TideSectorsPage *self, TideRegister *reg);

G_END_DECLS
