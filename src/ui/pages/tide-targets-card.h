/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTargetsCard:
 *
 * The targets of a register as a chart: what is reached of each, beside where it would be at an
 * even pace. It hides where there are none. Property: `register`. Signal `filter-requested
 * (TidePayload *filter)` when the projects behind a target are asked for; for those of indicators,
 * the list of targets opens.
 */
#define TIDE_TYPE_TARGETS_CARD (tide_targets_card_get_type ())
G_DECLARE_FINAL_TYPE (TideTargetsCard, tide_targets_card, TIDE, TARGETS_CARD, AdwBin)

TideRegister *tide_targets_card_get_register (TideTargetsCard *self);
void tide_targets_card_set_register (TideTargetsCard *self, TideRegister *reg);
void tide_targets_card_reword (TideTargetsCard *self);

G_END_DECLS
