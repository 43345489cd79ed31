/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "stats/tide-reconciliation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TidePlaceholdersDialog:
 *
 * Asks whether projects that stand for those that were declared at an event, and that nobody has
 * recorded, are to be added; says what they will be, and adds them as one step.
 */
#define TIDE_TYPE_PLACEHOLDERS_DIALOG (tide_placeholders_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TidePlaceholdersDialog, tide_placeholders_dialog, TIDE, PLACEHOLDERS_DIALOG, AdwAlertDialog)

TidePlaceholdersDialog *
tide_placeholders_dialog_new (TideRegister *reg, const TideReconciliation *reconciliation);

G_END_DECLS
