/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/tide-recent.h"
#include "core/tide-clock.h"

G_BEGIN_DECLS

/**
 * TideSession:
 *
 * What the program remembers from one run to the next: the registers opened last, the latest first,
 * and how each was left. It keeps itself in a file, which threads read and write. Properties:
 * `recents` (a #GListModel of #TideRecent), `writing` (whether something is still to be written),
 * `enabled` (whether anything is to be remembered).
 */
#define TIDE_TYPE_SESSION (tide_session_get_type ())
G_DECLARE_FINAL_TYPE (TideSession, tide_session, TIDE, SESSION, GObject)

TideSession *tide_session_new (GFile *file, TideClock *clock);

void tide_session_load_async (TideSession *self, GAsyncReadyCallback callback, gpointer user_data);
void tide_session_load_finish (TideSession *self, GAsyncResult *result);

GListModel *tide_session_get_recents (TideSession *self);
gboolean tide_session_get_writing (TideSession *self);
gboolean tide_session_get_enabled (TideSession *self);
void tide_session_set_enabled (TideSession *self, gboolean enabled);
TideRecent *tide_session_find (TideSession *self, GFile *file);
void tide_session_remember (TideSession *self, GFile *file, const char *title, const char *place);
void tide_session_keep_view (TideSession *self, GFile *file, const char *title, GVariant *view);
void tide_session_forget (TideSession *self, GFile *file);
void tide_session_forget_all (TideSession *self);
void tide_session_undo_forget (TideSession *self);
void tide_session_look_for_files (TideSession *self);

G_END_DECLS
