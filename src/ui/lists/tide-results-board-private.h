/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-search.h"
#include "ui/lists/tide-results-board.h"
#include "ui/lists/tide-results-column.h"

G_BEGIN_DECLS

struct _TideResultsBoard
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the register */
  TideSearch *search;  /* owned; nullable: no search */
  GPtrArray *columns;  /* owned, of TideResultsColumn that are children */
  char *selected;      /* owned; nullable: id of a result, which may be hidden or gone */
  GtkPopover *menu;    /* not owned: a child; nullable */
  guint refresh_id;

  /* template children */
  GtkScrolledWindow *scroller;
  GtkBox *box;
};

/* tide-results-board.c */
void tide_results_board_show_column (TideResultsBoard *self, TideResultsColumn *column);

/* tide-results-board-keys.c */
void tide_results_board_install_keys (GtkWidgetClass *widget_class);
void tide_results_board_set_up_keys (TideResultsBoard *self);
void tide_results_board_update_actions (TideResultsBoard *self);
void tide_results_board_request_move (TideResultsBoard *self, const char *id, const char *stage);

G_END_DECLS
