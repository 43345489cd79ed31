/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-figure-note.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideExplainButton:
 *
 * Opens what explains a figure: lines, of which those that count projects show them. Signal
 * `filter-requested (TidePayload *filter)` when the rows behind a line are asked for.
 */
#define TIDE_TYPE_EXPLAIN_BUTTON (tide_explain_button_get_type ())
G_DECLARE_FINAL_TYPE (TideExplainButton, tide_explain_button, TIDE, EXPLAIN_BUTTON, GtkWidget)

void tide_explain_button_set_title (TideExplainButton *self, const char *title);
void tide_explain_button_take_notes (TideExplainButton *self, GPtrArray *notes);
const GPtrArray *tide_explain_button_get_notes (TideExplainButton *self);

G_END_DECLS
