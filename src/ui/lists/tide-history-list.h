/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-history-filter.h"
#include "ui/lists/tide-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideHistoryList:
 *
 * The changes of a history as a list of #TideChange, made as they are asked for: the newest step
 * first, or grouped into sections of one record each. Properties: `n-total` (how many changes there
 * are without the filter) and `busy` (a long history is being searched for a text; the list shows
 * what it showed before until that is done).
 */
#define TIDE_TYPE_HISTORY_LIST (tide_history_list_get_type ())
G_DECLARE_FINAL_TYPE (TideHistoryList, tide_history_list, TIDE, HISTORY_LIST, GObject)

/**
 * TideHistoryFunc:
 * @names: what records are called
 * @step: a step
 * @edit: (nullable): one of its edits
 * @data: what tide_history_list_foreach() was given
 */
typedef void (*TideHistoryFunc) (TideHistoryNames *names,
                                 TideStep *step,
                                 const TideEdit *edit,
                                 gpointer data);

TideHistoryList *tide_history_list_new (void);

void tide_history_list_set_steps (TideHistoryList *self,
                                  TideHistoryNames *names,
                                  GPtrArray *steps,
                                  guint n_saved);
void tide_history_list_group_by_record (TideHistoryList *self,
                                        TideHistoryNames *names,
                                        GPtrArray *steps);
void tide_history_list_set_filter (TideHistoryList *self, const TideHistoryFilter *filter);
TideHistoryNames *tide_history_list_get_names (TideHistoryList *self);
guint tide_history_list_get_n_total (TideHistoryList *self);
gboolean tide_history_list_get_busy (TideHistoryList *self);

void tide_history_list_foreach (TideHistoryList *self, TideHistoryFunc func, gpointer data);
char **tide_history_list_dup_authors (TideHistoryList *self);
GPtrArray *tide_history_list_dup_fields (TideHistoryList *self);

G_END_DECLS
