/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-bulk-bar.h"
#include "ui/lists/tide-board.h"
#include "ui/lists/tide-filter-bar.h"
#include "ui/lists/tide-project-totals.h"
#include "ui/lists/tide-projects-footer.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-project-details.h"
#include "ui/pages/tide-projects-page.h"

G_BEGIN_DECLS

struct _TideProjectsPage
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned */
  GSignalGroup *register_links; /* owned */
  TideProjectTotals *totals;    /* owned */
  gboolean is_following;        /* filter bar, search field and view are being made the same */
  gboolean is_board;            /* the projects are shown as a board */
  char *table_group_by;     /* owned; nullable: what the table groups by, while there is a board */
  GStrv table_folded;       /* owned; nullable: groups to fold once the table has them */
  GMenuItem *grouping_item; /* owned */

  /* template children */
  AdwOverlaySplitView *split_view;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TideFilterBar *filter_bar;
  GtkStack *stack;
  TideProjectsTable *table;
  TideBulkBar *bulk_bar;
  TideBoard *board;
  AdwToggleGroup *look_group;
  TideProjectsFooter *footer;
  TideProjectDetails *details;
  GtkWidget *edit_button;
  GtkWidget *project_menu_button;
  GMenu *grouping_section;
  GMenu *amount_kinds_section;
  GMenu *sort_menu;
};

TideView *tide_projects_page_get_view (TideProjectsPage *self);
void tide_projects_page_update_stack (TideProjectsPage *self);
void tide_projects_page_update_folding (TideProjectsPage *self);

/* tide-projects-page-actions.c */
void tide_projects_page_install_actions (GtkWidgetClass *widget_class);

/* tide-projects-page-bulk.c */
void tide_projects_page_install_bulk_actions (GtkWidgetClass *widget_class);
void tide_projects_page_update_bulk_actions (TideProjectsPage *self, guint n_selected);

/* tide-projects-page-board.c */
void tide_projects_page_show_board (TideProjectsPage *self, gboolean is_board);
void tide_projects_page_focus_list (TideProjectsPage *self);
const char *tide_projects_page_get_group_by (TideProjectsPage *self);
GStrv tide_projects_page_dup_folded (TideProjectsPage *self);
void tide_projects_page_group_table (TideProjectsPage *self, const char *code);
void tide_projects_page_fold_table (TideProjectsPage *self, const char *const *folded);
void tide_projects_page_install_board (GtkWidgetClass *widget_class);
void tide_projects_page_set_up_board (TideProjectsPage *self);

/* tide-projects-page-filter.c */
void tide_projects_page_clear_filters (TideProjectsPage *self);
void tide_projects_page_install_filter (GtkWidgetClass *widget_class);

/* tide-projects-page-view.c */
void tide_projects_page_fill_amount_kinds (TideProjectsPage *self);
void tide_projects_page_set_up_view (TideProjectsPage *self);
void tide_projects_page_page_init (TidePageInterface *iface);

G_END_DECLS
