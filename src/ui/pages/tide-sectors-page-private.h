/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-sector-page.h"
#include "ui/pages/tide-sectors-page.h"

G_BEGIN_DECLS

struct _TideSectorsPage
{
  AdwBin parent_instance;

  TideRegister *reg;     /* owned; nullable */
  GSignalGroup *links;   /* owned: its target is the register */
  GPtrArray *taxonomies; /* owned: ids, in the order of the drop-down */
  char *wanted;          /* owned; nullable: id of a taxonomy to choose once it is offered */
  gboolean is_filling;

  AdwNavigationView *navigation; /* borrowed: the child of the page */

  /* template children */
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkWidget *chooser;
  GtkDropDown *taxonomy_drop_down;
  GtkLabel *taxonomy_label;
  GtkStack *stack;
  TideSectorsTable *table;
  GtkWidget *total_bar;
  GtkButton *total_button;
  GtkWidget *total_amount_button;
  GtkLabel *total_amount;
  GtkLabel *explanation_label;
  GMenuModel *sector_menu;
  GMenu *amount_kinds_section;
};

/* tide-sectors-page.c */
void tide_sectors_page_update (TideSectorsPage *self);
void tide_sectors_page_update_actions (TideSectorsPage *self);
void tide_sectors_page_clear_search (TideSectorsPage *self);
void tide_sectors_page_request_projects (TideSectorsPage *self, const TidePayload *filter);

/* tide-sectors-page-open.c */
TideSectorPage *tide_sectors_page_get_open (TideSectorsPage *self);
const TideSectorPayload *tide_sectors_page_get_sector (TideSectorsPage *self);
void tide_sectors_page_open (TideSectorsPage *self, const char *sector, gboolean is_animated);
void tide_sectors_page_close_all (TideSectorsPage *self);
void tide_sectors_page_close_gone (TideSectorsPage *self);
void tide_sectors_page_install_open (GtkWidgetClass *widget_class);

/* tide-sectors-page-sectors.c */
void tide_sectors_page_install_sectors (GtkWidgetClass *widget_class);

/* tide-sectors-page-taxonomies.c */
void tide_sectors_page_fill_taxonomies (TideSectorsPage *self);
void tide_sectors_page_show_taxonomy (TideSectorsPage *self, const char *id);
void tide_sectors_page_update_taxonomy_actions (TideSectorsPage *self);
void tide_sectors_page_install_taxonomies (GtkWidgetClass *widget_class);

/* tide-sectors-page-total.c */
void tide_sectors_page_show_total (TideSectorsPage *self);
void tide_sectors_page_install_total (GtkWidgetClass *widget_class);

G_END_DECLS
