/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * TideFileChange:
 * @TIDE_FILE_CHANGE_NONE: it holds what it held; a bare touch, a copy over it or a new mode is none
 * @TIDE_FILE_CHANGE_CONTENT: it holds something else, or is another file under the same name
 * @TIDE_FILE_CHANGE_MISSING: it has been moved or deleted
 *
 * What has become of a file since its stamp was taken.
 */
typedef enum
{
  TIDE_FILE_CHANGE_NONE,
  TIDE_FILE_CHANGE_CONTENT,
  TIDE_FILE_CHANGE_MISSING,
} TideFileChange;

/**
 * TideFileStamp:
 * @device: of the file system
 * @inode: number of the file; 0 in a stamp of contents alone
 * @size: in bytes
 * @modified: when its contents were changed, in nanoseconds since 1970 UTC
 * @content: SHA-256 of its bytes, in hexadecimal digits
 *
 * What a file held when it was read or written last. Size and time say cheaply that nothing
 * happened; that something did is said by the contents alone.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 size;
  gint64 modified;
  char *content;
} TideFileStamp;

TideFileStamp *tide_file_stamp_new (const struct stat *status, const char *content);
TideFileStamp *tide_file_stamp_copy (const TideFileStamp *self);
void tide_file_stamp_free (TideFileStamp *self);
gboolean tide_file_stamp_has_status (const TideFileStamp *self, const struct stat *status);
gboolean tide_file_stamp_stat (GFile *file, struct stat *status);
TideFileChange tide_file_stamp_check (TideFileStamp *self, GFile *file, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideFileStamp, tide_file_stamp_free)

G_END_DECLS
