/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideResultsBoard:
 *
 * The results of a register as cards in columns, one for each stage of the two tracks. Left and
 * Right go from column to column; cards that are dragged, or moved by the actions
 * `result.move-left` and `result.move-right`, emit `move-requested (const char *id, const char
 * *stage)`. Other signals: `activated (const char *id)`, `selection-changed ()`, and `counted ()`
 * whenever others are shown.
 */
#define TIDE_TYPE_RESULTS_BOARD (tide_results_board_get_type ())
G_DECLARE_FINAL_TYPE (TideResultsBoard, tide_results_board, TIDE, RESULTS_BOARD, AdwBin)

void tide_results_board_set_register (TideResultsBoard *self, TideRegister *reg);
void tide_results_board_set_search (TideResultsBoard *self, const char *search);
guint tide_results_board_get_n_shown (TideResultsBoard *self);
const char *tide_results_board_get_selected (TideResultsBoard *self);
gboolean tide_results_board_select (TideResultsBoard *self, const char *id);
void tide_results_board_set_menu (TideResultsBoard *self, GMenuModel *menu);

G_END_DECLS
