/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideFileHold:
 *
 * Marks a file as open, by a shared lock, as long as it is held, so that whoever has it open too
 * can know. It keeps nobody from reading or saving. May be used from any thread.
 */
typedef struct _TideFileHold TideFileHold;

TideFileHold *tide_file_hold_new (void);
TideFileHold *tide_file_hold_ref (TideFileHold *self);
void tide_file_hold_unref (TideFileHold *self);
gboolean tide_file_hold_take (TideFileHold *self, GFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFileHold, tide_file_hold_unref)

G_END_DECLS
