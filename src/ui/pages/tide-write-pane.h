/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideWritePane:
 *
 * Writes a briefing from a register: options, and the text as it will read. Property `register`.
 * Signal `filter-requested (TidePayload *filter)` when the rows behind a number are asked for.
 */
#define TIDE_TYPE_WRITE_PANE (tide_write_pane_get_type ())
G_DECLARE_FINAL_TYPE (TideWritePane, tide_write_pane, TIDE, WRITE_PANE, AdwBin)

TideRegister *tide_write_pane_get_register (TideWritePane *self);
void tide_write_pane_set_register (TideWritePane *self, TideRegister *reg);

G_END_DECLS
