/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideOptionRow:
 *
 * A row that chooses one of a few values, each with a label, and shows it below the title. A value
 * that is not offered is shown as it is written, and stays chosen. Property: `value`, empty for the
 * usual one; where no usual one is offered, the first is chosen instead.
 */
#define TIDE_TYPE_OPTION_ROW (tide_option_row_get_type ())
G_DECLARE_FINAL_TYPE (TideOptionRow, tide_option_row, TIDE, OPTION_ROW, AdwComboRow)

void tide_option_row_begin_offer (TideOptionRow *self);
void tide_option_row_offer (TideOptionRow *self, const char *value, const char *label);
void tide_option_row_end_offer (TideOptionRow *self);

const char *tide_option_row_get_value (TideOptionRow *self);
void tide_option_row_set_value (TideOptionRow *self, const char *value);

G_END_DECLS
