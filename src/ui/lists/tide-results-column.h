/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideResultsColumn:
 *
 * The results at one stage on the board. Signals: `selected ()` when the person selects another
 * card, `activated ()`, and `dropped (TideRecord *result)`.
 */
#define TIDE_TYPE_RESULTS_COLUMN (tide_results_column_get_type ())
G_DECLARE_FINAL_TYPE (TideResultsColumn, tide_results_column, TIDE, RESULTS_COLUMN, AdwBin)

TideResultsColumn *tide_results_column_new (const char *stage, const char *label);

const char *tide_results_column_get_stage (TideResultsColumn *self);
void tide_results_column_clear (TideResultsColumn *self);
void tide_results_column_add (TideResultsColumn *self, TideRegister *reg, TideRecord *result);
void tide_results_column_end (TideResultsColumn *self);
guint tide_results_column_get_n (TideResultsColumn *self);
const char *tide_results_column_get_selected (TideResultsColumn *self);
gboolean tide_results_column_select (TideResultsColumn *self, const char *id);
gboolean tide_results_column_focus (TideResultsColumn *self, guint position);
gboolean tide_results_column_focus_selected (TideResultsColumn *self);
int tide_results_column_find_focused (TideResultsColumn *self);

G_END_DECLS
