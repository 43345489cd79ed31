/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-session.h"
#include "core/tide-clock.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideContext:
 *
 * What the whole program shares, handed down to its windows: settings, clock, the author's
 * name and what it remembers from run to run.
 */
#define TIDE_TYPE_CONTEXT (tide_context_get_type ())
G_DECLARE_FINAL_TYPE (TideContext, tide_context, TIDE, CONTEXT, GObject)

TideContext *tide_context_new (TideClock *clock);

GSettings *tide_context_get_settings (TideContext *self);
TideClock *tide_context_get_clock (TideContext *self);
TideSession *tide_context_get_session (TideContext *self);
const char *tide_context_get_journal_folder (TideContext *self);
const char *tide_context_get_versions_folder (TideContext *self);
char *tide_context_dup_author (TideContext *self);
char *tide_context_dup_account_name (TideContext *self);

G_END_DECLS
