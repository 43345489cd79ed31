/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideEntryDialog:
 *
 * A small form of a part of a record: one entry of a list, or some fields of a project. What is
 * saved is one step; as long as it is open it is a form of the record like the large one, and
 * survives the program as that does. Signal: `saved`, with the key of the entry, or %NULL for
 * fields.
 */
#define TIDE_TYPE_ENTRY_DIALOG (tide_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideEntryDialog, tide_entry_dialog, TIDE, ENTRY_DIALOG, AdwDialog)

TideEntryDialog *tide_entry_dialog_new (
    TideRegister *reg, TideRecordKind kind, const char *record, const char *list, const char *key);
TideEntryDialog *tide_entry_dialog_new_for_fields (TideRegister *reg,
                                                   const char *project,
                                                   const char *title,
                                                   const char *const *paths);

TideDraft *tide_entry_dialog_get_draft (TideEntryDialog *self);
TideDraft *tide_entry_dialog_get_entry (TideEntryDialog *self);

G_END_DECLS
