/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"
#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideAsOfDialog:
 *
 * Asks for the two dates on which a register shall be looked at, and works out how it stood, in a
 * thread. Signal: `found`, once tide_as_of_dialog_get_as_of() has it; the dialog closes then.
 */
#define TIDE_TYPE_AS_OF_DIALOG (tide_as_of_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideAsOfDialog, tide_as_of_dialog, TIDE, AS_OF_DIALOG, AdwDialog)

AdwDialog *tide_as_of_dialog_new (TideRegister *reg, const TideMoment *moment);
TideAsOf *tide_as_of_dialog_get_as_of (TideAsOfDialog *self);

G_END_DECLS
