/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "ui/lists/tide-change.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideChangeDialog:
 *
 * One change of a register's history in full, with a button that restores what was there before.
 */
#define TIDE_TYPE_CHANGE_DIALOG (tide_change_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideChangeDialog, tide_change_dialog, TIDE, CHANGE_DIALOG, AdwDialog)

AdwDialog *tide_change_dialog_new (TideRegister *reg, TideChange *change, GtkWidget *page);

G_END_DECLS
