/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-bulk-edit.h"
#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideBulkEditDialog:
 *
 * Changes one field of several projects: which field, what becomes of it, and the value, typed as
 * in the form of a project. Says beforehand how many change, and who stays as he is and why. The
 * preview is worked out in a thread. Signal: `edited` once the register has the change.
 */
#define TIDE_TYPE_BULK_EDIT_DIALOG (tide_bulk_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideBulkEditDialog, tide_bulk_edit_dialog, TIDE, BULK_EDIT_DIALOG, AdwDialog)

TideBulkEditDialog *tide_bulk_edit_dialog_new (TideRegister *reg, const char *const *ids);

void tide_bulk_edit_dialog_choose (TideBulkEditDialog *self, const char *path, TideBulkAct act);
void tide_bulk_edit_dialog_fix (TideBulkEditDialog *self, const char *path, TideBulkAct act);
TideDraft *tide_bulk_edit_dialog_get_draft (TideBulkEditDialog *self);
gboolean tide_bulk_edit_dialog_is_busy (TideBulkEditDialog *self);

G_END_DECLS
