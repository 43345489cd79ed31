/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-platforms-list.h"
#include "ui/lists/tide-results-board.h"
#include "ui/pages/tide-innovation-page.h"
#include "ui/pages/tide-pipeline-group.h"
#include "ui/pages/tide-platform-page.h"

G_BEGIN_DECLS

struct _TideInnovationPage
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the register */
  guint count_id;

  /* template children */
  AdwNavigationView *view;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwViewStack *tabs;
  GtkStack *platforms_stack;
  TidePlatformsList *platforms;
  GtkStack *results_stack;
  TideResultsBoard *board;
  TidePipelineGroup *pipeline_group;
  GtkMenuButton *menu_button;
  GMenuModel *platform_menu;
  GMenuModel *result_menu;
};

/* tide-innovation-page.c */
TidePlatformPage *tide_innovation_page_get_open (TideInnovationPage *self);
void tide_innovation_page_update_actions (TideInnovationPage *self);
void tide_innovation_page_clear_search (TideInnovationPage *self);

/* tide-innovation-page-acts.c */
void tide_innovation_page_install_acts (GtkWidgetClass *widget_class);
const TidePayload *tide_innovation_page_get_platform (TideInnovationPage *self);
const TidePayload *tide_innovation_page_get_result (TideInnovationPage *self);
void tide_innovation_page_move_result (TideInnovationPage *self, const char *id, const char *stage);

G_END_DECLS
