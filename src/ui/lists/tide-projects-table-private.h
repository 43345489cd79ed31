/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-column-choice.h"
#include "ui/lists/tide-project-groups.h"
#include "ui/lists/tide-projects-table.h"

G_BEGIN_DECLS

/* What a cell shows. */
typedef struct
{
  TideOrderKey key;
  TideSnapshot *snapshot; /* unowned: of which; kept by the table while it is the last one */
} TideProjectsCell;

struct _TideProjectsTable
{
  AdwBin parent_instance;

  TideRegister *reg; /* owned */
  TideAmountKind amount_kind;
  GHashTable *cells;                 /* owned, of TideProjectsCell by GtkColumnViewCell: of those
                                        that show something */
  TideSnapshot *snapshot;            /* that the cells were filled from last; owned; nullable */
  GtkListItemFactory *group_headers; /* owned */
  GActionGroup *actions;             /* weak: what can be done with the list */
  GMenu *more_orders;                /* owned: to sort by other columns than a menu lists anyway */

  GtkColumnViewColumn *columns[TIDE_N_ORDER_KEYS]; /* unowned: of the column view */
  TideColumnChoice choice;
  guint room;            /* in pixels; 0 where there is enough */
  guint told_id;         /* while what is being dragged has not been told */
  gboolean is_arranging; /* the columns follow the choice, not the person */
  GtkWidget *editor;     /* unowned (nullable): while a cell is being edited */
  GCancellable *copying; /* owned (nullable) */

  /* template children */
  TideView *view;
  TideProjectGroups *groups;
  GtkMultiSelection *selection;
  GtkColumnView *column_view;
};

/* Cells. */
void tide_projects_table_set_factory (TideProjectsTable *self,
                                      GtkColumnViewColumn *column,
                                      TideOrderKey key);
void tide_projects_table_set_up_cells (TideProjectsTable *self);
guint tide_projects_table_find_focused (TideProjectsTable *self);
GtkWidget *
tide_projects_table_find_cell (TideProjectsTable *self, guint position, TideOrderKey key);

/* Columns. */
void tide_projects_table_set_up_columns (TideProjectsTable *self);
void tide_projects_table_clear_columns (TideProjectsTable *self);
void tide_projects_table_update_titles (TideProjectsTable *self);
void tide_projects_table_take_choice (TideProjectsTable *self, const TideColumnChoice *choice);
void tide_projects_table_set_room (TideProjectsTable *self, guint room);
void tide_projects_table_sort (TideProjectsTable *self, const char *code, gboolean descending);
void tide_projects_table_tell_order (TideProjectsTable *self, const TideOrder *old);
void tide_projects_table_tell_columns (TideProjectsTable *self);

/* Groups. */
void tide_projects_table_set_up_groups (TideProjectsTable *self);
void tide_projects_table_install_groups (GtkWidgetClass *widget_class);

/* Editing. */
void tide_projects_table_set_up_editing (TideProjectsTable *self);
void tide_projects_table_edit_at (TideProjectsTable *self, const char *id, TideOrderKey key);
void tide_projects_table_edit_cell (TideProjectsTable *self);
void tide_projects_table_stop_editing (TideProjectsTable *self);

/* Clipboard. */
void tide_projects_table_copy (TideProjectsTable *self, gboolean includes_names);
void tide_projects_table_paste (TideProjectsTable *self);
void tide_projects_table_stop_copying (TideProjectsTable *self);

/* Actions. */
void tide_projects_table_update_actions (TideProjectsTable *self);

G_END_DECLS
