/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-rates-dialog.h"

G_BEGIN_DECLS

struct _TideRatesDialog
{
  TideRecordsDialog parent_instance;

  TideRegister *reg; /* owned by the class above */
  GStrv sets;        /* owned: ids, in the order of the choice */
  char *set;         /* owned; nullable: id of the one that is shown */
  gboolean is_filling;
  TidePayload *next; /* owned; nullable: what the next new rate begins with */

  /* template children */
  AdwToastOverlay *toasts;
  GtkWidget *set_list;
  AdwComboRow *set_row;
  GtkWidget *use_row;
  GtkWidget *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkSortListModel *sorted;
  GtkCustomSorter *sorter;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;
  GMenuModel *rate_menu;
  GtkWidget *first_set_button;
};

/* tide-rates-dialog.c */
void tide_rates_dialog_show_rates (TideRatesDialog *self);

/* tide-rates-dialog-list.c */
void tide_rates_dialog_set_up_list (TideRatesDialog *self);
void tide_rates_dialog_clear_list (TideRatesDialog *self);

/* tide-rates-dialog-sets.c */
void tide_rates_dialog_set_up_choice (TideRatesDialog *self);
void tide_rates_dialog_fill_sets (TideRatesDialog *self);
void tide_rates_dialog_update_sets (TideRatesDialog *self);
void tide_rates_dialog_take_chosen (TideRatesDialog *self);
void tide_rates_dialog_install_set_actions (GtkWidgetClass *widget_class);

G_END_DECLS
