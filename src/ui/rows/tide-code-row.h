/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideCodeRow:
 *
 * A row that chooses one code of a vocabulary, or none, and shows its definition below. A code that
 * this program does not know is offered as it is written. Properties: `code` (empty for none) and
 * `field`, whose text the code follows both ways.
 */
#define TIDE_TYPE_CODE_ROW (tide_code_row_get_type ())
G_DECLARE_FINAL_TYPE (TideCodeRow, tide_code_row, TIDE, CODE_ROW, AdwComboRow)

GtkWidget *tide_code_row_new (TideCodeSet set);

const char *tide_code_row_get_code (TideCodeRow *self);
void tide_code_row_set_code (TideCodeRow *self, const char *code);
TideField *tide_code_row_get_field (TideCodeRow *self);
void tide_code_row_set_field (TideCodeRow *self, TideField *field);

G_END_DECLS
