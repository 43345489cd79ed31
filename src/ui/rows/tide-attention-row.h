/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-attention-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideAttentionRow:
 *
 * What one check finds in one project, and what can be done about it. Property: `item`. Signals:
 * `mend` and `edit (TideAttentionItem *item)` when a person asks for it.
 */
#define TIDE_TYPE_ATTENTION_ROW (tide_attention_row_get_type ())
G_DECLARE_FINAL_TYPE (TideAttentionRow, tide_attention_row, TIDE, ATTENTION_ROW, AdwBin)

TideAttentionItem *tide_attention_row_get_item (TideAttentionRow *self);
void tide_attention_row_set_item (TideAttentionRow *self, TideAttentionItem *item);

const char *tide_severity_get_icon_name (TideSeverity severity);
const char *tide_severity_get_style (TideSeverity severity);

G_END_DECLS
