/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/pages/tide-briefing-changes.h"
#include "ui/pages/tide-briefing-choices.h"
#include "ui/pages/tide-briefing-view.h"
#include "ui/pages/tide-saved-briefings.h"
#include "ui/pages/tide-write-pane.h"

G_BEGIN_DECLS

struct _TideWritePane
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned, nullable */
  GSignalGroup *links;          /* owned */
  TideBriefingOptions *options; /* owned: those of the text that is shown */
  char *saved;                  /* owned, nullable: id of the saved briefing that is open */
  GCancellable *writing;        /* owned, nullable: of what is being written */
  guint write_id;               /* of the source that has it written; 0 for none */
  gboolean is_stale;            /* the text is not that of the register and the options */
  gboolean has_briefing;

  /* template children */
  GtkStack *stack;
  AdwOverlaySplitView *split_view;
  TideSavedBriefings *saved_list;
  TideBriefingChoices *choices;
  GtkStack *text_stack;
  TideBriefingChanges *changes;
  TideBriefingView *text;
  AdwStatusPage *problem_page;
};

/* tide-write-pane.c */
void tide_write_pane_set_briefing (TideWritePane *self, TideBriefing *briefing);

/* tide-write-pane-writing.c */
void tide_write_pane_queue_write (TideWritePane *self);
void tide_write_pane_stop_writing (TideWritePane *self);

G_END_DECLS
