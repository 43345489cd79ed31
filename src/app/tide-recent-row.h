/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-recent.h"
#include "core/tide-clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TideRecentRow:
 *
 * A register that was opened before, with its place and when that was, or that its file is gone. It
 * runs the action `recents.forget` with the address of its file.
 */
#define TIDE_TYPE_RECENT_ROW (tide_recent_row_get_type ())
G_DECLARE_FINAL_TYPE (TideRecentRow, tide_recent_row, TIDE, RECENT_ROW, GtkListBoxRow)

GtkWidget *tide_recent_row_new (TideRecent *recent, TideClock *clock);

TideRecent *tide_recent_row_get_recent (TideRecentRow *self);
char *tide_recent_row_dup_time (gint64 seconds, gint64 now);

G_END_DECLS
