/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideResultCard:
 *
 * One result on the board: its name, platform and sectors, since when it is at its stage, and what
 * it became. It can be dragged where the register can be changed.
 */
#define TIDE_TYPE_RESULT_CARD (tide_result_card_get_type ())
G_DECLARE_FINAL_TYPE (TideResultCard, tide_result_card, TIDE, RESULT_CARD, GtkListBoxRow)

GtkWidget *tide_result_card_new (TideRegister *reg, TideRecord *result);

TideRecord *tide_result_card_get_record (TideResultCard *self);
const char *tide_result_card_get_id (TideResultCard *self);

G_END_DECLS
