/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideHelpDialog:
 *
 * How the program is used, and what its figures count.
 */
#define TIDE_TYPE_HELP_DIALOG (tide_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideHelpDialog, tide_help_dialog, TIDE, HELP_DIALOG, AdwDialog)

AdwDialog *tide_help_dialog_new (void);

G_END_DECLS
