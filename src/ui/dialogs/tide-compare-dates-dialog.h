/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideCompareDatesDialog:
 *
 * Asks for two moments of a register and tells what has become of its projects between them, with
 * what that did to the totals. Signal: `project-requested (const char *id)` for a project that the
 * register has now; the dialog closes then.
 */
#define TIDE_TYPE_COMPARE_DATES_DIALOG (tide_compare_dates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TideCompareDatesDialog, tide_compare_dates_dialog, TIDE, COMPARE_DATES_DIALOG, AdwDialog)

AdwDialog *tide_compare_dates_dialog_new (TideRegister *reg, const TideMoment *from);

G_END_DECLS
