/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "brief/tide-briefing.h"
#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideWritePane:
 *
 * Writes a briefing from a register: what is asked for on the left, the text as it will read on the
 * right; where it is narrow, what is asked for slides over the text. Properties: `register`,
 * `shows-options` and `has-briefing`, whether there is a text. Signal
 * `filter-requested (TidePayload *filter)` when the rows behind a number are asked for.
 */
#define TIDE_TYPE_WRITE_PANE (tide_write_pane_get_type ())
G_DECLARE_FINAL_TYPE (TideWritePane, tide_write_pane, TIDE, WRITE_PANE, AdwBin)

TideRegister *tide_write_pane_get_register (TideWritePane *self);
void tide_write_pane_set_register (TideWritePane *self, TideRegister *reg);
gboolean tide_write_pane_get_shows_options (TideWritePane *self);
void tide_write_pane_set_shows_options (TideWritePane *self, gboolean shows_options);
TideBriefing *tide_write_pane_get_briefing (TideWritePane *self);
const TideBriefingOptions *tide_write_pane_get_options (TideWritePane *self);
void tide_write_pane_set_options (TideWritePane *self, const TideBriefingOptions *options);
void tide_write_pane_open_saved (TideWritePane *self, const char *id);
void tide_write_pane_close_saved (TideWritePane *self);
const char *tide_write_pane_get_saved (TideWritePane *self);
void tide_write_pane_keep_view (TideWritePane *self, GVariantDict *view);
void tide_write_pane_restore_view (TideWritePane *self, GVariantDict *view);

G_END_DECLS
