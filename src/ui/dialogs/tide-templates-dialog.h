/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTemplatesDialog:
 *
 * The templates of briefings: those that the program has, to be read and copied, and those of the
 * register, to be edited on a page of their own.
 */
#define TIDE_TYPE_TEMPLATES_DIALOG (tide_templates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideTemplatesDialog, tide_templates_dialog, TIDE, TEMPLATES_DIALOG, AdwDialog)

AdwDialog *tide_templates_dialog_new (TideRegister *reg);

TideDraft *tide_templates_dialog_edit (TideTemplatesDialog *self, const TidePayload *payload);

G_END_DECLS
