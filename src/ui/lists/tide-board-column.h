/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-board-slice.h"
#include "ui/lists/tide-project-groups.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBoardColumn:
 *
 * The projects of one stage on the board, as a list of cards below the stage's name, their number
 * and their amount. Without projects, or folded, it is narrow. Cards that are activated run the
 * action `project.open`; cards dropped here run `board.move-to (stage)`. Property: `folded`.
 */
#define TIDE_TYPE_BOARD_COLUMN (tide_board_column_get_type ())
G_DECLARE_FINAL_TYPE (TideBoardColumn, tide_board_column, TIDE, BOARD_COLUMN, AdwBin)

TideBoardColumn *tide_board_column_new (const char *key, const char *label);

const char *tide_board_column_get_key (TideBoardColumn *self);
void tide_board_column_set_register (TideBoardColumn *self, TideRegister *reg);
void tide_board_column_set_amount_kind (TideBoardColumn *self, TideAmountKind kind);
void tide_board_column_set_rows (TideBoardColumn *self, TideView *view, GtkSelectionModel *rows);
gboolean tide_board_column_fill (TideBoardColumn *self);
TideBoardSlice *tide_board_column_get_slice (TideBoardColumn *self);
void tide_board_column_set_group (TideBoardColumn *self, TideProjectGroup *group);
gboolean tide_board_column_get_folded (TideBoardColumn *self);
void tide_board_column_set_folded (TideBoardColumn *self, gboolean folded);
void tide_board_column_set_width (TideBoardColumn *self, int width);

gboolean tide_board_column_has_cards (TideBoardColumn *self);
guint tide_board_column_find_focused (TideBoardColumn *self);
guint tide_board_column_find_at (TideBoardColumn *self, double y);
GtkWidget *tide_board_column_find_card (TideBoardColumn *self, guint position);
void tide_board_column_scroll_to (TideBoardColumn *self, guint position, gboolean selects);
void tide_board_column_focus (TideBoardColumn *self, guint position, gboolean selects);

G_END_DECLS
