/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-indicators-list.h"
#include "ui/lists/tide-observations-table.h"
#include "ui/pages/tide-growth-panel.h"
#include "ui/pages/tide-indicator-chart.h"
#include "ui/pages/tide-indicator-shares.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-targets-group.h"

G_BEGIN_DECLS

struct _TideIndicatorsPage
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the register */
  char *shown;         /* owned; nullable: id of the indicator whose observations are shown */

  /* template children */
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *list_stack;
  TideIndicatorsList *list;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *content_page;
  AdwWindowTitle *content_title;
  GtkStack *content_stack;
  GtkLabel *details;
  GtkLabel *unit;
  GtkLabel *notes;
  TideIndicatorChart *chart;
  GtkWidget *paste_button;
  TideObservationsTable *table;
  TideTargetsGroup *targets;
  TideGrowthPanel *growth;
  TideIndicatorShares *shares;
};

/* tide-indicators-page-acts.c */
const TideIndicatorPayload *tide_indicators_page_get_current (TideIndicatorsPage *self);
void tide_indicators_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
