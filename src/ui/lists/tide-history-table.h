/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-history-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideHistoryTable:
 *
 * A table of changes; where there is no room for columns, each is one cell. Property: `selected`
 * (#TideChange, nullable). Signal: `activated (TideChange *change)`, when a change is to be looked
 * at.
 */
#define TIDE_TYPE_HISTORY_TABLE (tide_history_table_get_type ())
G_DECLARE_FINAL_TYPE (TideHistoryTable, tide_history_table, TIDE, HISTORY_TABLE, AdwBin)

TideHistoryList *tide_history_table_get_list (TideHistoryTable *self);
TideChange *tide_history_table_get_selected (TideHistoryTable *self);
void tide_history_table_select (TideHistoryTable *self, const TideStep *step, const TideEdit *edit);

G_END_DECLS
