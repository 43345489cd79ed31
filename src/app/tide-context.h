/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-clock.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideContext:
 *
 * What the whole program shares, handed down to its windows: settings, clock and the author's name.
 */
#define TIDE_TYPE_CONTEXT (tide_context_get_type ())
G_DECLARE_FINAL_TYPE (TideContext, tide_context, TIDE, CONTEXT, GObject)

TideContext *tide_context_new (TideClock *clock);

GSettings *tide_context_get_settings (TideContext *self);
TideClock *tide_context_get_clock (TideContext *self);
char *tide_context_dup_author (TideContext *self);

G_END_DECLS
