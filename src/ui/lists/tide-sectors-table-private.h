/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-sector-tree.h"
#include "ui/lists/tide-sectors-table.h"

G_BEGIN_DECLS

struct _TideSectorsTable
{
  AdwBin parent_instance;

  TideRegister *reg; /* owned; nullable */
  char *taxonomy;    /* owned; nullable */
  char *search;      /* owned; nullable */
  TideAmountKind amount_kind;

  TideSectorTree *tree;
  GtkTreeListModel *rows;   /* owned */
  TideBreakdown *breakdown; /* owned; nullable: nothing has been counted yet */
  GCancellable *counting;   /* owned; nullable: of the figures under way */
  GSignalGroup *links;      /* owned: its target is the register */
  guint refresh_id;
  GtkPopover *menu; /* owned as a child; nullable */

  /* template children */
  GtkColumnView *column_view;
  GtkSingleSelection *selection;
  GtkColumnViewColumn *count_column;
  GtkColumnViewColumn *amount_column;
};

/* tide-sectors-table.c */
void tide_sectors_table_take_breakdown (TideSectorsTable *self,
                                        TideSnapshot *snapshot,
                                        TideBreakdown *breakdown);
void tide_sectors_table_request_projects (TideSectorsTable *self, TideSectorNode *node);

/* tide-sectors-table-cells.c */
char *tide_sectors_table_dup_amount (TideSectorsTable *self, const TideFigure *figure);
void tide_sectors_table_install_cells (GtkWidgetClass *widget_class);

/* tide-sectors-table-figures.c */
void tide_sectors_table_start_counting (TideSectorsTable *self, TideSnapshot *snapshot);
void tide_sectors_table_stop_counting (TideSectorsTable *self);

/* tide-sectors-table-keys.c */
void tide_sectors_table_set_up_keys (TideSectorsTable *self);
void tide_sectors_table_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
