/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideScaleRow:
 *
 * A row that chooses how many units one of an indicator's units is: one, ten thousand, a million, a
 * hundred millions, a billion. Another number is offered as it is written. Property: `scale`, a
 * number as text, empty for one, which the text of the field follows both ways.
 */
#define TIDE_TYPE_SCALE_ROW (tide_scale_row_get_type ())
G_DECLARE_FINAL_TYPE (TideScaleRow, tide_scale_row, TIDE, SCALE_ROW, AdwComboRow)

GtkWidget *tide_scale_row_new (TideField *field);

const char *tide_scale_row_get_scale (TideScaleRow *self);
void tide_scale_row_set_scale (TideScaleRow *self, const char *scale);

G_END_DECLS
