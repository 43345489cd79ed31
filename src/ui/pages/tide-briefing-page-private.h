/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/pages/tide-briefing-page.h"
#include "ui/pages/tide-write-pane.h"

G_BEGIN_DECLS

struct _TideBriefingPage
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned, nullable */
  GSignalGroup *links; /* owned */

  /* template children */
  GtkToggleButton *options_button;
  GtkMenuButton *menu_button;
  GtkBox *switcher_box;
  AdwViewStack *views;
  TideWritePane *write_pane;
};

/* tide-briefing-page-acts.c */
void tide_briefing_page_install_acts (GtkWidgetClass *widget_class);
void tide_briefing_page_update_actions (TideBriefingPage *self);

G_END_DECLS
