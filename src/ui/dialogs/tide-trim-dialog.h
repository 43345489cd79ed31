/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTrimDialog:
 *
 * Asks from which day on the history of a register is kept, and has the next save drop what is
 * older.
 */
#define TIDE_TYPE_TRIM_DIALOG (tide_trim_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideTrimDialog, tide_trim_dialog, TIDE, TRIM_DIALOG, AdwAlertDialog)

AdwDialog *tide_trim_dialog_new (TideRegister *reg);

G_END_DECLS
