/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideRateRow:
 *
 * An exchange rate in a list: its currencies and date, what is known of it beside, its value at the
 * end of the line, and a menu. It follows its record.
 */
#define TIDE_TYPE_RATE_ROW (tide_rate_row_get_type ())
G_DECLARE_FINAL_TYPE (TideRateRow, tide_rate_row, TIDE, RATE_ROW, AdwBin)

GtkWidget *tide_rate_row_new (TideRegister *reg, GMenuModel *menu);
void tide_rate_row_set_rate (TideRateRow *self, TideRecord *rate);
char *tide_rate_row_dup_details (TideRateRow *self);
void tide_rate_row_show_menu (TideRateRow *self);

G_END_DECLS
