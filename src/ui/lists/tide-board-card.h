/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideBoardCard:
 *
 * One project on the board: name, main sector and division, amount, status where it is not normal,
 * and how long it has been in its stage.
 */
#define TIDE_TYPE_BOARD_CARD (tide_board_card_get_type ())
G_DECLARE_FINAL_TYPE (TideBoardCard, tide_board_card, TIDE, BOARD_CARD, AdwBin)

void tide_board_card_show (TideBoardCard *self,
                           TideRegister *reg,
                           TideSnapshot *snapshot,
                           const TideProjectPayload *project,
                           TideAmountKind amount_kind);
const char *tide_board_card_get_name (TideBoardCard *self);
char *tide_board_card_dup_description (TideBoardCard *self);

G_END_DECLS
