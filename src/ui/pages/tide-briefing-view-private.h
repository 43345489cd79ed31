/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/pages/tide-briefing-view.h"

G_BEGIN_DECLS

/* Where a number stands, in characters. */
typedef struct
{
  int start;
  int end;
  const TideBriefingRun *run;
} TideBriefingNumber;

struct _TideBriefingView
{
  GtkTextView parent_instance;

  TideBriefing *briefing; /* owned, nullable */
  GtkTextTag *heading_tag;
  GtkTextTag *item_tag;
  GtkTextTag *number_tag;
  GArray *numbers;     /* owned, of TideBriefingNumber */
  GtkPopover *popover; /* owned as a child, nullable: what is behind a number */
};

/* tide-briefing-view.c */
void tide_briefing_view_activate_number (TideBriefingView *self, guint number);

/* tide-briefing-view-numbers.c */
void tide_briefing_view_select_number (TideBriefingView *self, guint number);
void tide_briefing_view_select_key (TideBriefingView *self, const char *key);
char *tide_briefing_view_dup_present_key (TideBriefingView *self);
void tide_briefing_view_add_pointer (TideBriefingView *self);
void tide_briefing_view_install_number_actions (GtkWidgetClass *widget_class);

G_END_DECLS
