/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEntryRow:
 *
 * One entry of a list of a draft (an amount, a stage): folded it sums the entry up,
 * unfolded it has a row for each field. Signal: `removed` when the person takes the entry out.
 */
#define TIDE_TYPE_ENTRY_ROW (tide_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (TideEntryRow, tide_entry_row, TIDE, ENTRY_ROW, AdwExpanderRow)

GtkWidget *tide_entry_row_new (TideRegister *reg, const char *list, TideDraft *entry);

void tide_entry_row_set_filter (TideEntryRow *self, GtkFilter *filter);
TideDraft *tide_entry_row_get_entry (TideEntryRow *self);

G_END_DECLS
