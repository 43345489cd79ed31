/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideIndicatorRow:
 *
 * An indicator in its list: a tick for the chart, name, what it measures, the latest value with its
 * period, and how it went. Property: `chosen`, whether it is ticked.
 */
#define TIDE_TYPE_INDICATOR_ROW (tide_indicator_row_get_type ())
G_DECLARE_FINAL_TYPE (TideIndicatorRow, tide_indicator_row, TIDE, INDICATOR_ROW, AdwBin)

GtkWidget *tide_indicator_row_new (void);

TideRecord *tide_indicator_row_get_record (TideIndicatorRow *self);
void tide_indicator_row_set_record (TideIndicatorRow *self, TideRegister *reg, TideRecord *record);
gboolean tide_indicator_row_get_chosen (TideIndicatorRow *self);
void tide_indicator_row_set_chosen (TideIndicatorRow *self, gboolean chosen);

G_END_DECLS
