/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideNotesRow:
 *
 * A row in which a text of several lines is typed. Tab leaves it.
 */
#define TIDE_TYPE_NOTES_ROW (tide_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (TideNotesRow, tide_notes_row, TIDE, NOTES_ROW, AdwPreferencesRow)

TideField *tide_notes_row_get_field (TideNotesRow *self);
void tide_notes_row_set_field (TideNotesRow *self, TideField *field);

G_END_DECLS
