/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideIndicatorsList:
 *
 * The indicators of a register: one is selected, any number are ticked for the chart. Properties:
 * `register`, and `search`, the words that must be found. Signals: `selection-changed`,
 * `chosen-changed`, `activated` when one is clicked or Enter is pressed, and `shown-changed` when
 * others are found.
 */
#define TIDE_TYPE_INDICATORS_LIST (tide_indicators_list_get_type ())
G_DECLARE_FINAL_TYPE (TideIndicatorsList, tide_indicators_list, TIDE, INDICATORS_LIST, AdwBin)

TideRegister *tide_indicators_list_get_register (TideIndicatorsList *self);
void tide_indicators_list_set_register (TideIndicatorsList *self, TideRegister *reg);
const char *tide_indicators_list_get_search (TideIndicatorsList *self);
void tide_indicators_list_set_search (TideIndicatorsList *self, const char *search);

guint tide_indicators_list_get_n_shown (TideIndicatorsList *self);
const TideIndicatorPayload *tide_indicators_list_get_selected (TideIndicatorsList *self);
gboolean tide_indicators_list_select (TideIndicatorsList *self, const char *id);
GStrv tide_indicators_list_dup_chosen (TideIndicatorsList *self);
void tide_indicators_list_set_chosen (TideIndicatorsList *self, const char *const *ids);

G_END_DECLS
