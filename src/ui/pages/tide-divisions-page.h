/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideDivisionsPage:
 *
 * The divisions of the register with their projects and amounts, and a page for each of them; they
 * are added, edited, retired and deleted here. Property `register`. Signal
 * `filter-requested (TidePayload *filter)` when the projects behind a figure are asked for.
 */
#define TIDE_TYPE_DIVISIONS_PAGE (tide_divisions_page_get_type ())
G_DECLARE_FINAL_TYPE (TideDivisionsPage, tide_divisions_page, TIDE, DIVISIONS_PAGE, AdwBin)

TideRegister *tide_divisions_page_get_register (TideDivisionsPage *self);
void tide_divisions_page_set_register (TideDivisionsPage *self, TideRegister *reg);
void tide_divisions_page_show_division (TideDivisionsPage *self, const char *id);

G_END_DECLS
