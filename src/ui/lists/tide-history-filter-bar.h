/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/lists/tide-history-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideHistoryFilterBar:
 *
 * Which changes are to be shown: of a record, by a person, of a field, in a period. Signal:
 * `changed`, when a person or a caller asks for others.
 */
#define TIDE_TYPE_HISTORY_FILTER_BAR (tide_history_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    TideHistoryFilterBar, tide_history_filter_bar, TIDE, HISTORY_FILTER_BAR, AdwBin)

void tide_history_filter_bar_set_source (TideHistoryFilterBar *self,
                                         TideRegister *reg,
                                         TideHistoryList *list);
void tide_history_filter_bar_show_record (TideHistoryFilterBar *self,
                                          TideRecordKind kind,
                                          const char *id);
void tide_history_filter_bar_clear (TideHistoryFilterBar *self);
void tide_history_filter_bar_reword (TideHistoryFilterBar *self);
TideHistoryFilter *tide_history_filter_bar_dup_filter (TideHistoryFilterBar *self);

void tide_history_filter_bar_keep (TideHistoryFilterBar *self, GVariantDict *view);
void tide_history_filter_bar_restore (TideHistoryFilterBar *self, GVariantDict *view);

G_END_DECLS
