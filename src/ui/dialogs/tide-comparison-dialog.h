/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideComparisonDialog:
 *
 * By what the file of a register, as somebody else has left it, differs from the register as the
 * window shows it.
 */
#define TIDE_TYPE_COMPARISON_DIALOG (tide_comparison_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TideComparisonDialog, tide_comparison_dialog, TIDE, COMPARISON_DIALOG, AdwDialog)

AdwDialog *tide_comparison_dialog_new (TideDocument *document);

G_END_DECLS
