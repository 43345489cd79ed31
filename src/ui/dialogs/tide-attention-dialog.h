/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideAttentionDialog:
 *
 * What the checks find, project by project, each with what mends it: one step where there is one
 * certain way, else the form at the field that is meant; projects that may be one are compared.
 */
#define TIDE_TYPE_ATTENTION_DIALOG (tide_attention_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideAttentionDialog, tide_attention_dialog, TIDE, ATTENTION_DIALOG, AdwDialog)

AdwDialog *tide_attention_dialog_new (TideRegister *reg, guint32 set);

G_END_DECLS
