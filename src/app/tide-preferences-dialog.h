/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePreferencesDialog:
 *
 * What a person chooses for themselves, whichever register is open.
 */
#define TIDE_TYPE_PREFERENCES_DIALOG (tide_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TidePreferencesDialog, tide_preferences_dialog, TIDE, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *tide_preferences_dialog_new (TideContext *context);

G_END_DECLS
