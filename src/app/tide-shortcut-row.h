/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/tide-shortcuts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideShortcutRow:
 *
 * What a key does, and the key as it looks on the keyboard.
 */
#define TIDE_TYPE_SHORTCUT_ROW (tide_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (TideShortcutRow, tide_shortcut_row, TIDE, SHORTCUT_ROW, AdwPreferencesRow)

TideShortcutRow *tide_shortcut_row_new (const TideShortcut *shortcut);
gboolean tide_shortcut_row_matches (TideShortcutRow *self, const char *text);

G_END_DECLS
