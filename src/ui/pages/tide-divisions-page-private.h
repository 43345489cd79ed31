/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-divisions-table.h"
#include "ui/pages/tide-division-page.h"
#include "ui/pages/tide-divisions-page.h"

G_BEGIN_DECLS

struct _TideDivisionsPage
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the register */

  AdwNavigationView *view; /* borrowed: the child of the page */

  /* template children */
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  TideDivisionsTable *table;
  GtkWidget *summary_bar;
  GtkLabel *summary_label;
  GMenuModel *division_menu;
  GMenu *amount_kinds_section;
};

/* tide-divisions-page.c */
void tide_divisions_page_clear_search (TideDivisionsPage *self);
void tide_divisions_page_request_projects (TideDivisionsPage *self, const TidePayload *filter);

/* tide-divisions-page-acts.c */
void tide_divisions_page_install_acts (GtkWidgetClass *widget_class);

/* tide-divisions-page-open.c */
const TideDivisionPayload *tide_divisions_page_find (TideDivisionsPage *self, const char *id);
TideDivisionPage *tide_divisions_page_get_open (TideDivisionsPage *self);
const TideDivisionPayload *tide_divisions_page_get_division (TideDivisionsPage *self);
void tide_divisions_page_open (TideDivisionsPage *self, const char *id, gboolean is_animated);
void tide_divisions_page_close_all (TideDivisionsPage *self);
void tide_divisions_page_close_gone (TideDivisionsPage *self);
void tide_divisions_page_install_open (GtkWidgetClass *widget_class);

G_END_DECLS
