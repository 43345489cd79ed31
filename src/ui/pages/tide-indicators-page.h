/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideIndicatorsPage:
 *
 * The indicators of a register: a list in which one is selected and any number are ticked, a chart
 * of these, and of the selected one its observations, its growth and its shares. Where there is no
 * room for both, the list is the first page. Property: `register`.
 */
#define TIDE_TYPE_INDICATORS_PAGE (tide_indicators_page_get_type ())
G_DECLARE_FINAL_TYPE (TideIndicatorsPage, tide_indicators_page, TIDE, INDICATORS_PAGE, AdwBin)

TideRegister *tide_indicators_page_get_register (TideIndicatorsPage *self);
void tide_indicators_page_set_register (TideIndicatorsPage *self, TideRegister *reg);
void tide_indicators_page_show_indicator (TideIndicatorsPage *self, const char *id);

G_END_DECLS
