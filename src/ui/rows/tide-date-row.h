/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-date.h"
#include "ui/rows/tide-field-row.h"

G_BEGIN_DECLS

/**
 * TideDateRow:
 *
 * A row for a date, typed as far as it is known or picked in a calendar.
 */
#define TIDE_TYPE_DATE_ROW (tide_date_row_get_type ())
G_DECLARE_FINAL_TYPE (TideDateRow, tide_date_row, TIDE, DATE_ROW, TideFieldRow)

GtkWidget *tide_date_row_new (void);
gboolean tide_date_row_read (TideDateRow *self, TideDate *date);

G_END_DECLS
