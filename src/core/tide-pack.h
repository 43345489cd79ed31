/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payload.h"

G_BEGIN_DECLS

/**
 * TidePack:
 *
 * Room for the many payloads that are read from one file at once: one behind the other, each beside
 * its strings and lists, without an allocation for any of them. They are written by the one thread
 * that fills the pack, and once sealed they are payloads like all others, but for what they own: a
 * reference of one is a reference of the whole pack, which goes with the last of them.
 */
typedef struct _TidePack TidePack;

TidePack *tide_pack_new (void);
TidePack *tide_pack_ref (TidePack *self);
void tide_pack_unref (TidePack *self);

TidePayload *tide_pack_add_payload (TidePack *self, const TideShape *shape);
char *tide_pack_add_string (TidePack *self, const char *text, gsize length);
GPtrArray *tide_pack_add_array (TidePack *self, guint n);
char *tide_pack_intern (TidePack *self, const char *text, gsize length);
TidePayload *tide_pack_add_copy (TidePack *self, const TidePayload *payload);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TidePack, tide_pack_unref)

G_END_DECLS
