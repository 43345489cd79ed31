/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-groups.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBoard:
 *
 * Projects as cards in columns, one for each stage. It shows what a view that is grouped by stage
 * shows, and shares its selection. Left and Right go from column to column; cards that are dragged,
 * or moved by the actions `board.move-left`, `board.move-right` and `board.move-to (stage)`, emit
 * the signal `move-requested (const char *stage)` for those that are selected. Properties:
 * `register`, `column-width` (in pixels), `menu-model` (of the cards).
 */
#define TIDE_TYPE_BOARD (tide_board_get_type ())
G_DECLARE_FINAL_TYPE (TideBoard, tide_board, TIDE, BOARD, AdwBin)

TideRegister *tide_board_get_register (TideBoard *self);
void tide_board_set_register (TideBoard *self, TideRegister *reg);
int tide_board_get_column_width (TideBoard *self);
void tide_board_set_column_width (TideBoard *self, int width);
GMenuModel *tide_board_get_menu_model (TideBoard *self);
void tide_board_set_menu_model (TideBoard *self, GMenuModel *menu);
void tide_board_set_amount_kind (TideBoard *self, TideAmountKind kind);
void tide_board_set_rows (TideBoard *self, TideProjectGroups *groups, GtkSelectionModel *rows);

gboolean tide_board_select (TideBoard *self, const char *const *ids);
char **tide_board_dup_folded (TideBoard *self);
void tide_board_set_folded (TideBoard *self, const char *const *keys);

G_END_DECLS
