/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TideClock:
 *
 * Where the model gets the present time and new ids from. Tests hand in one that is fixed and
 * counts.
 */
#define TIDE_TYPE_CLOCK (tide_clock_get_type ())
G_DECLARE_FINAL_TYPE (TideClock, tide_clock, TIDE, CLOCK, GObject)

TideClock *tide_clock_new (void);
TideClock *tide_clock_new_fixed (gint64 seconds);
gint64 tide_clock_get_seconds (TideClock *self);
char *tide_clock_dup_id (TideClock *self);

gboolean tide_id_is_valid (const char *id);

G_END_DECLS
