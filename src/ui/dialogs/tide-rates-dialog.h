/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-records-dialog.h"

G_BEGIN_DECLS

/**
 * TideRatesDialog:
 *
 * The exchange rates of a register, one set at a time: sets are chosen, made the one that totals
 * use, added, named, copied and deleted; their rates are searched, added, edited and deleted. Each
 * act is a step.
 */
#define TIDE_TYPE_RATES_DIALOG (tide_rates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideRatesDialog, tide_rates_dialog, TIDE, RATES_DIALOG, TideRecordsDialog)

AdwDialog *tide_rates_dialog_new (TideRegister *reg);
const char *tide_rates_dialog_get_set (TideRatesDialog *self);
void tide_rates_dialog_choose_set (TideRatesDialog *self, const char *set);

G_END_DECLS
