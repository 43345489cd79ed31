/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideShortcutsDialog:
 *
 * All keys of the program, made from the table that binds them.
 */
#define TIDE_TYPE_SHORTCUTS_DIALOG (tide_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideShortcutsDialog, tide_shortcuts_dialog, TIDE, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *tide_shortcuts_dialog_new (void);

G_END_DECLS
