/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideFileQueue:
 *
 * Files that somebody wants to open, looked at one after the other: whether they are registers or
 * somebody else's tables.
 *
 * Signal `found (GFile *file, gboolean is_table, const char *hint)` for each, in the order in which
 * they came.
 */
#define TIDE_TYPE_FILE_QUEUE (tide_file_queue_get_type ())
G_DECLARE_FINAL_TYPE (TideFileQueue, tide_file_queue, TIDE, FILE_QUEUE, GObject)

TideFileQueue *tide_file_queue_new (void);
void tide_file_queue_push (TideFileQueue *self, GFile *file, const char *hint);
void tide_file_queue_start (TideFileQueue *self);

/* What a file is called, where its bytes do not tell. */
const char *const *tide_file_queue_get_table_suffixes (void);

G_END_DECLS
