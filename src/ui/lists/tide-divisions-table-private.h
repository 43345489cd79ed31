/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-divisions-table.h"

G_BEGIN_DECLS

struct _TideDivisionsTable
{
  AdwBin parent_instance;

  TideRegister *reg; /* owned; nullable */
  TideAmountKind kind;
  char *search;             /* owned; nullable */
  GStrv words;              /* owned; nullable: those of the search, folded */
  GSignalGroup *links;      /* owned: its target is the register */
  GCancellable *counting;   /* owned; nullable: of the figures under way */
  TideBreakdown *breakdown; /* owned; nullable: nothing has been counted yet */
  GHashTable *counts;       /* owned, of borrowed cells that show how many projects there are */
  GHashTable *amounts;      /* owned, of borrowed cells that show what these amount to */
  GtkPopover *menu;         /* not owned: a child; nullable */

  /* template children */
  GtkColumnView *column_view;
  GtkColumnViewColumn *count_column;
  GtkColumnViewColumn *amount_column;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
};

/* tide-divisions-table.c */
const TideFigure *tide_divisions_table_find_figure (TideDivisionsTable *self, const char *id);
void tide_divisions_table_request_projects (TideDivisionsTable *self, const char *id);

/* tide-divisions-table-figures.c */
void tide_divisions_table_start_counting (TideDivisionsTable *self);
void tide_divisions_table_stop_counting (TideDivisionsTable *self);

/* tide-divisions-table-cells.c */
void tide_divisions_table_show_figures (TideDivisionsTable *self);
void tide_divisions_table_install_cells (GtkWidgetClass *widget_class);

/* tide-divisions-table-keys.c */
void tide_divisions_table_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
