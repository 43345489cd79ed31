/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportDialog:
 *
 * Takes somebody else's table into a register: what it is, what its columns are, what its names
 * mean, what comes of each row, and then all of it in one step.
 *
 * Signals: `imported (TideStep *step)` once it is done, before the dialog closes.
 */
#define TIDE_TYPE_IMPORT_DIALOG (tide_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideImportDialog, tide_import_dialog, TIDE, IMPORT_DIALOG, AdwDialog)

AdwDialog *tide_import_dialog_new (TideRegister *reg, GFile *file);
AdwDialog *tide_import_dialog_new_for_pasted (TideRegister *reg, GBytes *bytes);

G_END_DECLS
