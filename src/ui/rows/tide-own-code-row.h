/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOwnCodeRow:
 *
 * A row for a word of the person's own in place of a code of a vocabulary, beside the #TideCodeRow
 * that chooses from it: it is empty as long as a code of the vocabulary is chosen. Property:
 * `code`, which the text of the field follows both ways.
 */
#define TIDE_TYPE_OWN_CODE_ROW (tide_own_code_row_get_type ())
G_DECLARE_FINAL_TYPE (TideOwnCodeRow, tide_own_code_row, TIDE, OWN_CODE_ROW, AdwEntryRow)

GtkWidget *tide_own_code_row_new (TideCodeSet set, TideField *field);

const char *tide_own_code_row_get_code (TideOwnCodeRow *self);
void tide_own_code_row_set_code (TideOwnCodeRow *self, const char *code);

G_END_DECLS
