/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideProblemsDialog:
 *
 * The doubts about a register, each with its place and what mends it.
 */
#define TIDE_TYPE_PROBLEMS_DIALOG (tide_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideProblemsDialog, tide_problems_dialog, TIDE, PROBLEMS_DIALOG, AdwDialog)

AdwDialog *tide_problems_dialog_new (TideRegister *reg);

G_END_DECLS
