/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEntriesGroup:
 *
 * The entries of one list of a draft, each a #TideEntryRow, and a row that adds one.
 * Properties: `register`, `list` (`amounts`, set once), `draft`, and `add-label` (the label of the
 * row that adds, with a mnemonic).
 */
#define TIDE_TYPE_ENTRIES_GROUP (tide_entries_group_get_type ())
G_DECLARE_FINAL_TYPE (
    TideEntriesGroup, tide_entries_group, TIDE, ENTRIES_GROUP, AdwPreferencesGroup)

TideRegister *tide_entries_group_get_register (TideEntriesGroup *self);
void tide_entries_group_set_register (TideEntriesGroup *self, TideRegister *reg);
TideDraft *tide_entries_group_get_draft (TideEntriesGroup *self);
void tide_entries_group_set_draft (TideEntriesGroup *self, TideDraft *draft);

const char *tide_entries_group_get_list (TideEntriesGroup *self);
void tide_entries_group_set_filter (TideEntriesGroup *self, GtkFilter *filter);

G_END_DECLS
