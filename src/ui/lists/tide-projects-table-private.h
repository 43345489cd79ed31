/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-groups.h"
#include "ui/lists/tide-projects-table.h"

G_BEGIN_DECLS

struct _TideProjectsTable
{
  AdwBin parent_instance;

  TideRegister *reg; /* owned */
  TideAmountKind amount_kind;
  GHashTable *cells;                 /* of those that show something; owned */
  TideSnapshot *snapshot;            /* that the cells were filled from last; owned; nullable */
  GtkListItemFactory *group_headers; /* owned */

  /* template children */
  TideView *view;
  TideProjectGroups *groups;
  GtkMultiSelection *selection;
  GtkColumnView *column_view;
  GtkColumnViewColumn *amount_column;
};

void tide_projects_table_set_up_groups (TideProjectsTable *self);
void tide_projects_table_install_groups (GtkWidgetClass *widget_class);

G_END_DECLS
