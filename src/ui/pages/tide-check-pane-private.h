/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-runner.h"
#include "ui/lists/tide-check-item.h"
#include "ui/lists/tide-check-list.h"
#include "ui/pages/tide-check-marks.h"
#include "ui/pages/tide-check-pane.h"

G_BEGIN_DECLS

/* What is to be said of the text as a whole. */
typedef enum
{
  TIDE_CHECK_EMPTY,
  TIDE_CHECK_UNREAD,
  TIDE_CHECK_TOO_LONG,
  TIDE_CHECK_STOPPED,
  TIDE_CHECK_READ,
} TideCheckState;

struct _TideCheckPane
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned; nullable */
  GSignalGroup *register_links; /* owned */
  TideImportRunner *runner;     /* owned: opens a file, or reads the text */
  TideCheckList *list;          /* owned */
  TideCheckMarks *marks;        /* owned */
  GFile *file;                  /* owned; nullable: is being opened */
  TideCheckState state;
  guint due_id;          /* of the source that begins to read; 0 for none */
  gboolean is_inserting; /* more than a person types */
  gboolean is_following; /* list and text follow each other */
  gboolean is_filling;   /* the filter is filled */
  gboolean is_stale;     /* the register has changed since the pane was last seen */
  gboolean is_narrow;
  gboolean shows_list; /* where there is no room for both */

  /* template children */
  GtkWidget *check_button;
  GtkWidget *cancel_button;
  AdwToggleGroup *step_toggles;
  GtkDropDown *filter_drop_down;
  GtkWidget *ways; /* to the next finding and back */
  GtkStringList *filter_names;
  GtkLabel *summary_label;
  GtkProgressBar *progress_bar;
  AdwBanner *banner;
  GtkWidget *text_side;
  GtkTextView *text_view;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
  GtkWidget *separator;
  GtkWidget *list_side;
  GtkStack *list_stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkWidget *finding_bar;
  GtkWidget *finding_heading;
  GtkImage *finding_icon;
  GtkLabel *finding_verdict;
  GtkLabel *finding_quote;
  GtkLabel *finding_sentence;
  GtkWidget *open_button;
  GtkWidget *text_button;
  GtkMenuButton *add_button;
  GMenu *add_menu;
  GtkWidget *swatches;
};

/* tide-check-pane.c */
void tide_check_pane_update (TideCheckPane *self);

/* tide-check-pane-text.c */
void tide_check_pane_begin_text (TideCheckPane *self);
void tide_check_pane_read_later (TideCheckPane *self);
void tide_check_pane_read (TideCheckPane *self);
void tide_check_pane_stop (TideCheckPane *self);
void tide_check_pane_choose_file (TideCheckPane *self);

/* tide-check-pane-findings.c */
void tide_check_pane_begin_findings (TideCheckPane *self);
TideCheckItem *tide_check_pane_get_item (TideCheckPane *self);
void tide_check_pane_show_finding (TideCheckPane *self);
void tide_check_pane_follow_cursor (TideCheckPane *self);
void tide_check_pane_fill_filter (TideCheckPane *self);
void tide_check_pane_set_step (TideCheckPane *self, gboolean shows_list);
void tide_check_pane_install_finding_actions (GtkWidgetClass *widget_class);

G_END_DECLS
