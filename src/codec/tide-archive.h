/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-archive-directory.h"
#include "codec/tide-progress.h"

G_BEGIN_DECLS

/**
 * TIDE_ARCHIVE_MAX_SIZE:
 *
 * How many bytes an archive may have, and all that is read of it, unpacked.
 */
#define TIDE_ARCHIVE_MAX_SIZE (256 * 1024 * 1024)

/**
 * TIDE_ARCHIVE_MAX_RATIO:
 *
 * How many times its packed size a part may unpack to, where it unpacks to more than 16 MB.
 */
#define TIDE_ARCHIVE_MAX_RATIO 300

/**
 * TideArchive:
 *
 * The parts of a zip archive in memory, read one at a time, within limits. For one thread.
 */
typedef struct _TideArchive TideArchive;

/**
 * TideArchiveFunc:
 * @bytes: the next bytes of a part
 * @length: how many they are, not 0
 * @user_data: whatever was handed in with the function
 * @error: why no more are wanted
 *
 * Given a part piece by piece.
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*TideArchiveFunc) (const char *bytes,
                                     gsize length,
                                     gpointer user_data,
                                     GError **error);

TideArchive *tide_archive_open (GBytes *file, GError **error);
void tide_archive_free (TideArchive *self);
gboolean tide_archive_has_part (const TideArchive *self, const char *part);
guint64 tide_archive_get_part_size (const TideArchive *self, const char *part);
void tide_archive_watch (TideArchive *self,
                         guint64 total,
                         TideProgressFunc progress,
                         gpointer user_data);
gboolean tide_archive_read_part (TideArchive *self,
                                 const char *part,
                                 TideArchiveFunc func,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);
void tide_archive_count_elements (TideArchive *self, const char *part, guint n);
guint tide_archive_get_other_elements (const TideArchive *self, const char *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideArchive, tide_archive_free)

G_END_DECLS
