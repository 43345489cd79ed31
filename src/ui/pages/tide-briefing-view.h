/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideBriefingView:
 *
 * A briefing to read, with its numbers as links: Ctrl+Down and Ctrl+Up go from one to the next,
 * Enter or a click opens it. Signal `number-activated (guint number)` with its place among
 * tide_briefing_list_numbers().
 */
#define TIDE_TYPE_BRIEFING_VIEW (tide_briefing_view_get_type ())
G_DECLARE_FINAL_TYPE (TideBriefingView, tide_briefing_view, TIDE, BRIEFING_VIEW, GtkTextView)

TideBriefing *tide_briefing_view_get_briefing (TideBriefingView *self);
void tide_briefing_view_set_briefing (TideBriefingView *self, TideBriefing *briefing);
guint tide_briefing_view_get_n_numbers (TideBriefingView *self);
const TideBriefingRun *tide_briefing_view_get_number (TideBriefingView *self, guint number);
void tide_briefing_view_popup (TideBriefingView *self, guint number, GtkPopover *popover);

G_END_DECLS
