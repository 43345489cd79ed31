/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/tide-draft.h"

G_BEGIN_DECLS

/**
 * TideMoveDialog:
 *
 * Moves projects to another stage, or gives them another status: what to choose from with its
 * definitions, a date, and what is to be said of it. It makes one step, or one more entry of a form
 * that is open. Signal: `moved` when that has been done.
 */
#define TIDE_TYPE_MOVE_DIALOG (tide_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideMoveDialog, tide_move_dialog, TIDE, MOVE_DIALOG, AdwDialog)

TideMoveDialog *tide_move_dialog_new (TideRegister *reg, const char *list, const char *const *ids);
TideMoveDialog *
tide_move_dialog_new_for_form (TideRegister *reg, const char *list, TideDraft *form);
void tide_move_dialog_choose (TideMoveDialog *self, const char *code);
TideDraft *tide_move_dialog_get_entry (TideMoveDialog *self);

G_END_DECLS
