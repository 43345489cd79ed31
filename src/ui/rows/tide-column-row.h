/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-column-choice.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideColumnRow:
 *
 * A column that can be chosen and moved: by its check button, by dragging, from its menu, or with
 * Alt and the arrows, which size it too. Signals: `toggled`; `moved (int steps)`, down where @steps
 * is positive; `sized (int steps)`, wider where positive;
 * `dropped (TideColumnRow *row)` where another row is to stand in the place of this one.
 */
#define TIDE_TYPE_COLUMN_ROW (tide_column_row_get_type ())
G_DECLARE_FINAL_TYPE (TideColumnRow, tide_column_row, TIDE, COLUMN_ROW, AdwActionRow)

GtkWidget *tide_column_row_new (const TideProjectColumn *column, gboolean is_shown);

const TideProjectColumn *tide_column_row_get_column (TideColumnRow *self);
gboolean tide_column_row_get_shown (TideColumnRow *self);
void tide_column_row_set_place (TideColumnRow *self, gboolean is_first, gboolean is_last);
char *tide_column_row_dup_width (const TideChosenColumn *chosen);
void tide_column_row_show_width (TideColumnRow *self, const TideChosenColumn *chosen);

G_END_DECLS
