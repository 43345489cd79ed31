/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-file-stamp.h"

#include "store/tide-file-content-private.h"

#include <errno.h>

static void
take_status (TideFileStamp *self, const struct stat *status)
{
  self->device = status->st_dev;
  self->inode = status->st_ino;
  self->size = status->st_size;
  self->modified = (gint64) status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

/**
 * tide_file_stamp_new:
 * @status: (nullable): of the file, if it is known to be that of the contents
 * @content: SHA-256 of its bytes, in hexadecimal digits
 *
 * Returns: (transfer full): the stamp
 */
TideFileStamp *
tide_file_stamp_new (const struct stat *status, const char *content)
{
  TideFileStamp *self = g_new0 (TideFileStamp, 1);

  self->content = g_strdup (content);
  if (status != NULL)
    take_status (self, status);

  return self;
}

TideFileStamp *
tide_file_stamp_copy (const TideFileStamp *self)
{
  TideFileStamp *copy = g_memdup2 (self, sizeof *self);

  copy->content = g_strdup (self->content);

  return copy;
}

void
tide_file_stamp_free (TideFileStamp *self)
{
  g_free (self->content);
  g_free (self);
}

/**
 * tide_file_stamp_has_status:
 * @self: a stamp
 * @status: of a file
 *
 * Returns: whether it is the same file with the same size and time, so that its contents are those
 *   of the stamp
 */
gboolean
tide_file_stamp_has_status (const TideFileStamp *self, const struct stat *status)
{
  TideFileStamp other = { 0 };

  take_status (&other, status);

  return self->inode != 0 && self->device == other.device && self->inode == other.inode
         && self->size == other.size && self->modified == other.modified;
}

/**
 * tide_file_stamp_stat:
 * @file: a file
 * @status: (out): its status, behind symbolic links
 *
 * Blocks: for threads.
 *
 * Returns: whether it is there; `errno` says why not
 */
gboolean
tide_file_stamp_stat (GFile *file, struct stat *status)
{
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    return TEMP_FAILURE_RETRY (stat (path, status)) == 0;

  errno = ENOTSUP;
  return FALSE;
}

/**
 * tide_file_stamp_check:
 * @self: what @file held; takes over its size and time where the contents are the same
 * @file: the file
 * @cancellable: (nullable): stops the reading; then the answer is no change
 *
 * Looks at size and time, and where they differ at the contents. A file that cannot be read is not
 * known to have changed: whoever saves looks again. Blocks: for threads.
 *
 * Returns: what has become of @file
 */
TideFileChange
tide_file_stamp_check (TideFileStamp *self, GFile *file, GCancellable *cancellable)
{
  g_autofree char *content = NULL;
  struct stat status;

  g_return_val_if_fail (G_IS_FILE (file), TIDE_FILE_CHANGE_NONE);

  if (!tide_file_stamp_stat (file, &status))
    return errno == ENOENT || errno == ENOTDIR ? TIDE_FILE_CHANGE_MISSING : TIDE_FILE_CHANGE_NONE;
  if (tide_file_stamp_has_status (self, &status))
    return TIDE_FILE_CHANGE_NONE;

  content = tide_file_content_dup_checksum (&tide_file_system_calls, g_file_peek_path (file),
                                            cancellable);
  if (content == NULL)
    return errno == ENOENT ? TIDE_FILE_CHANGE_MISSING : TIDE_FILE_CHANGE_NONE;
  if (!g_str_equal (content, self->content))
    return TIDE_FILE_CHANGE_CONTENT;

  take_status (self, &status);
  return TIDE_FILE_CHANGE_NONE;
}
