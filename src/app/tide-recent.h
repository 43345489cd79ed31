/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideRecent:
 *
 * A register that was opened: where it is and how it was left. Properties: `file` (#GFile,
 * construct-only), `title` (of the register, as it was shown), `place` (the file's, for people;
 * %NULL while it is not known), `opened` (when last, in seconds since 1970 UTC), `missing` (whether
 * the file was looked for in vain).
 */
#define TIDE_TYPE_RECENT (tide_recent_get_type ())
G_DECLARE_FINAL_TYPE (TideRecent, tide_recent, TIDE, RECENT, GObject)

TideRecent *tide_recent_new (GFile *file);

GFile *tide_recent_get_file (TideRecent *self);
const char *tide_recent_get_title (TideRecent *self);
void tide_recent_set_title (TideRecent *self, const char *title);
const char *tide_recent_get_place (TideRecent *self);
void tide_recent_set_place (TideRecent *self, const char *place);
gint64 tide_recent_get_opened (TideRecent *self);
void tide_recent_set_opened (TideRecent *self, gint64 seconds);
gboolean tide_recent_get_missing (TideRecent *self);
void tide_recent_set_missing (TideRecent *self, gboolean missing);
GVariant *tide_recent_get_view (TideRecent *self);
void tide_recent_set_view (TideRecent *self, GVariant *view);

G_END_DECLS
