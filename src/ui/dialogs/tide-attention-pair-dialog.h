/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideAttentionPairDialog:
 *
 * Two projects that may be one, side by side: to edit either, or to say that they are two.
 */
#define TIDE_TYPE_ATTENTION_PAIR_DIALOG (tide_attention_pair_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TideAttentionPairDialog, tide_attention_pair_dialog, TIDE, ATTENTION_PAIR_DIALOG, AdwDialog)

AdwDialog *
tide_attention_pair_dialog_new (TideRegister *reg, const char *first, const char *second);

G_END_DECLS
