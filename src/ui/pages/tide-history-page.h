/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideHistoryPage:
 *
 * Every change of a register, saved or not, the newest first. It brings back what was there before,
 * writes the changes to a file and trims the history. Property: `register`.
 */
#define TIDE_TYPE_HISTORY_PAGE (tide_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TideHistoryPage, tide_history_page, TIDE, HISTORY_PAGE, AdwBin)

TideRegister *tide_history_page_get_register (TideHistoryPage *self);
void tide_history_page_set_register (TideHistoryPage *self, TideRegister *reg);
void tide_history_page_show_record (TideHistoryPage *self, TideRecordKind kind, const char *id);

G_END_DECLS
