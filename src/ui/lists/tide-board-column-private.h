/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-board-column.h"

G_BEGIN_DECLS

struct _TideBoardColumn
{
  AdwBin parent_instance;

  char *key;                 /* owned: code of the stage, or `none` */
  char *label;               /* owned */
  TideRegister *reg;         /* owned; nullable */
  TideView *view;            /* owned; nullable */
  TideBoardSlice *slice;     /* owned; nullable: the cards */
  GSignalGroup *group_links; /* owned: its target is the group */
  TideAmountKind amount_kind;
  GHashTable *items; /* owned, of GtkListItem: those that show a card */
  gboolean is_folded;
  int width; /* in pixels, where it shows cards */

  /* template children */
  GtkDropTarget *drop_target;
  GtkWidget *header;
  GtkWidget *fold_button;
  GtkImage *arrow;
  GtkLabel *name_label;
  GtkLabel *count_label;
  GtkWidget *figure_box;
  GtkLabel *amount_label;
  GtkLabel *excluded_label;
  GtkWidget *placeholder;
  GtkWidget *scroller;
  GtkGridView *list;
};

void tide_board_column_install_pointer (GtkWidgetClass *widget_class);
void tide_board_column_set_up_pointer (TideBoardColumn *self);

G_END_DECLS
