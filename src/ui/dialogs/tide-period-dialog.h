/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePeriodDialog:
 *
 * Asks for the first and the last date of a period, either of which may be left out. Signal:
 * `chosen`, when both can be read.
 */
#define TIDE_TYPE_PERIOD_DIALOG (tide_period_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TidePeriodDialog, tide_period_dialog, TIDE, PERIOD_DIALOG, AdwAlertDialog)

AdwDialog *tide_period_dialog_new (const TideDate *from, const TideDate *to);
void tide_period_dialog_get_dates (TidePeriodDialog *self, TideDate *from, TideDate *to);

G_END_DECLS
