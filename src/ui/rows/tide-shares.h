/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideShares:
 *
 * Shows for the sectors of a project's draft, taxonomy by taxonomy, how far the shares are from
 * 100 %. A taxonomy of which no sector has a share asks for nothing. Properties: `register` and
 * `draft`.
 */
#define TIDE_TYPE_SHARES (tide_shares_get_type ())
G_DECLARE_FINAL_TYPE (TideShares, tide_shares, TIDE, SHARES, GtkWidget)

TideRegister *tide_shares_get_register (TideShares *self);
void tide_shares_set_register (TideShares *self, TideRegister *reg);
TideDraft *tide_shares_get_draft (TideShares *self);
void tide_shares_set_draft (TideShares *self, TideDraft *draft);

G_END_DECLS
