/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-board-column.h"
#include "ui/lists/tide-board.h"

G_BEGIN_DECLS

struct _TideBoard
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned; nullable */
  GSignalGroup *register_links; /* owned */
  TideAmountKind amount_kind;
  TideProjectGroups *groups; /* owned; nullable */
  GtkSelectionModel *rows;   /* owned; nullable: over @groups */
  GPtrArray *columns;        /* owned, of TideBoardColumn that are children */
  int column_width;
  GMenuModel *menu;   /* owned; nullable */
  GtkWidget *popover; /* a child; nullable: the menu of the cards */

  guint fill_id; /* of making the cards, column by column */
  guint tick_id; /* of scrolling while something is dragged */
  int direction; /* -1 to the left, 1 to the right */

  /* template children */
  GtkScrolledWindow *scroller;
  GtkBox *box;
};

/* tide-board.c */
TideBoardColumn *tide_board_get_column (TideBoard *self, guint index);
void tide_board_focus_card (TideBoard *self, guint index, guint position, gboolean selects);
gboolean tide_board_find_focused (TideBoard *self, guint *column, guint *position);

/* tide-board-drag.c */
void tide_board_install_drag (GtkWidgetClass *widget_class);
void tide_board_stop_scrolling (TideBoard *self);

/* tide-board-keys.c */
void tide_board_install_keys (GtkWidgetClass *widget_class);
void tide_board_set_up_keys (TideBoard *self);
void tide_board_update_actions (TideBoard *self);

G_END_DECLS
