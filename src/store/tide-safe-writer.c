/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "TideStore"

#include "store/tide-safe-writer.h"
#include "store/tide-safe-writer-private.h"

#include "store/tide-file-content-private.h"
#include "store/tide-file-place.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

/* How many bytes go out between two looks at the cancellable. */
#define CHUNK_SIZE (128 * 1024)

/* As many as Linux itself follows before it says ELOOP. */
#define MAX_LINKS 40

/* Names are random: a second attempt is rare, a hundredth a sign of something else. */
#define MAX_NAMES 100

static void
tide_save_clear (TideSave *self)
{
  if (self->fd >= 0)
    self->calls->close (self->fd);
  if (self->temporary != NULL)
    self->calls->unlink (self->temporary);

  g_free (self->name);
  g_free (self->target);
  g_free (self->folder);
  g_free (self->temporary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideSave, tide_save_clear)

static char *
describe_failure (const char *name, int error_number)
{
  switch (error_number)
    {
    case ENOSPC:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("“%s” could not be saved because the disk is full."), name);
    case EDQUOT:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("“%s” could not be saved because your storage quota is used up."),
                              name);
    case EACCES:
    case EPERM:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("“%s” could not be saved because you may not change it."), name);
    case EROFS:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("“%s” could not be saved because its disk is read-only."), name);
    case ENOENT:
    case ENOTDIR:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("“%s” could not be saved because its folder does not exist."),
                              name);
    case EISDIR:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("“%s” could not be saved because it is a folder."), name);
    default:
      /* Translators: the place of a file, then why, in a sentence of the system */
      return g_strdup_printf (_ ("“%s” could not be saved: %s"), name, g_strerror (error_number));
    }
}

gboolean
tide_save_fail (TideSave *self, int error_number, GError **error)
{
  g_autofree char *message = describe_failure (self->name, error_number);

  g_set_error_literal (error, TIDE_STORE_ERROR, (int) tide_store_error_from_errno (error_number),
                       message);
  return FALSE;
}

static gboolean
follow_link (TideSave *self, GError **error)
{
  char link[PATH_MAX];
  g_autofree char *target = NULL;
  ssize_t length = TEMP_FAILURE_RETRY (self->calls->readlink (self->target, link, sizeof link));

  if (length < 0)
    return tide_save_fail (self, errno, error);
  if ((size_t) length == sizeof link)
    return tide_save_fail (self, ENAMETOOLONG, error);
  link[length] = '\0';

  /* ".." is left for the kernel to follow: the folder may itself be reached through a link. */
  if (g_path_is_absolute (link))
    target = g_strdup (link);
  else
    {
      g_autofree char *folder = g_path_get_dirname (self->target);

      target = g_build_filename (folder, link, NULL);
    }
  g_set_str (&self->target, target);
  return TRUE;
}

static gboolean
resolve_target (TideSave *self, GError **error)
{
  for (guint n_links = 0; n_links <= MAX_LINKS; n_links++)
    {
      if (TEMP_FAILURE_RETRY (self->calls->lstat (self->target, &self->status)) != 0)
        return errno == ENOENT ? TRUE : tide_save_fail (self, errno, error);

      if (!S_ISLNK (self->status.st_mode))
        {
          self->exists = TRUE;
          return TRUE;
        }

      if (!follow_link (self, error))
        return FALSE;
    }

  return tide_save_fail (self, ELOOP, error);
}

/* A rename needs no permission on the file it replaces: whoever made the file read-only still means
 * it. */
static gboolean
check_target (TideSave *self, GError **error)
{
  if (!self->exists)
    return TRUE;

  if (S_ISDIR (self->status.st_mode))
    return tide_save_fail (self, EISDIR, error);

  if (!S_ISREG (self->status.st_mode))
    {
      g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED,
                   /* Translators: %s is the place of a file */
                   _ ("“%s” could not be saved because it is not an ordinary file."), self->name);
      return FALSE;
    }

  if (TEMP_FAILURE_RETRY (self->calls->access (self->target, W_OK)) != 0)
    return tide_save_fail (self, errno, error);

  return TRUE;
}

static gboolean
fail_to_create (TideSave *self, int error_number, GError **error)
{
  if (error_number != EACCES && error_number != EPERM)
    return tide_save_fail (self, error_number, error);

  g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_PERMISSION,
               /* Translators: %s is the place of a file */
               _ ("“%s” could not be saved because you may not create files in its folder."),
               self->name);
  return FALSE;
}

/* A new file gets the mode that the umask and the folder give it; what replaces a file is nobody
 * else's to read until it has that file's mode. */
static gboolean
open_temporary (TideSave *self, GError **error)
{
  mode_t mode = self->exists ? 0600 : 0666;

  for (guint n_names = 0; n_names < MAX_NAMES; n_names++)
    {
      g_autofree char *name
          = g_strdup_printf (".tideline-%08x%08x.tmp", g_random_int (), g_random_int ());
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      self->fd = TEMP_FAILURE_RETRY (
          self->calls->open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
      if (self->fd >= 0)
        {
          self->temporary = g_steal_pointer (&path);
          return TRUE;
        }
      if (errno != EEXIST)
        return fail_to_create (self, errno, error);
    }

  return tide_save_fail (self, EEXIST, error);
}

/* File systems without owners or modes (FAT, many network and FUSE mounts) refuse to set them, and
 * a person may not give a file away: neither is a reason not to save. */
static gboolean
is_tolerable (int error_number)
{
  return error_number == EPERM || error_number == EINVAL || error_number == ENOSYS
         || error_number == EOPNOTSUPP;
}

static gboolean
keep_owner_and_mode (TideSave *self, GError **error)
{
  const TideFileCalls *calls = self->calls;
  mode_t mode = self->status.st_mode & 0777;
  struct stat status;

  if (!self->exists)
    return TRUE;

  if (TEMP_FAILURE_RETRY (calls->fstat (self->fd, &status)) != 0)
    return tide_save_fail (self, errno, error);

  if (status.st_gid != self->status.st_gid
      && TEMP_FAILURE_RETRY (calls->fchown (self->fd, (uid_t) -1, self->status.st_gid)) != 0)
    {
      if (!is_tolerable (errno))
        return tide_save_fail (self, errno, error);
      /* Another group now holds the file: it may do what everybody may, and no more. */
      mode &= (mode_t) (0707 | ((mode & 07) << 3));
    }

  if (status.st_uid != self->status.st_uid
      && TEMP_FAILURE_RETRY (calls->fchown (self->fd, self->status.st_uid, (gid_t) -1)) != 0
      && !is_tolerable (errno))
    return tide_save_fail (self, errno, error);

  if ((status.st_mode & 0777) != mode && TEMP_FAILURE_RETRY (calls->fchmod (self->fd, mode)) != 0
      && !is_tolerable (errno))
    return tide_save_fail (self, errno, error);

  return TRUE;
}

static gboolean
write_bytes (TideSave *self, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);

  for (gsize written = 0; written < size;)
    {
      ssize_t count;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;

      count = TEMP_FAILURE_RETRY (
          self->calls->write (self->fd, data + written, MIN (size - written, CHUNK_SIZE)));
      if (count < 0)
        return tide_save_fail (self, errno, error);
      if (count == 0)
        return tide_save_fail (self, EIO, error);
      written += (gsize) count;
    }

  return TRUE;
}

/* Brings the temporary to the disk and closes it. Some file systems report a full disk or an
 * used-up quota only here. */
static gboolean
finish_temporary (TideSave *self, GError **error)
{
  if (TEMP_FAILURE_RETRY (self->calls->fsync (self->fd)) != 0 && !is_tolerable (errno))
    return tide_save_fail (self, errno, error);

  if (TEMP_FAILURE_RETRY (self->calls->fstat (self->fd, &self->written)) != 0)
    return tide_save_fail (self, errno, error);

  /* Linux has let go of the descriptor whatever close () says: closing twice could hit a
   * stranger's.
   */
  if (self->calls->close (g_steal_fd (&self->fd)) != 0 && errno != EINTR)
    return tide_save_fail (self, errno, error);

  return TRUE;
}

/* The old text is not given up for one that cannot be read again. */
static gboolean
read_back (TideSave *self, GError **error)
{
  if (tide_file_content_is (self->calls, self->temporary, self->bytes))
    return TRUE;
  if (errno != EILSEQ)
    return tide_save_fail (self, errno, error);

  g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED,
               /* Translators: %s is the place of a file */
               _ ("“%s” could not be saved because the disk gives back something else than was"
                  " written."),
               self->name);
  return FALSE;
}

static gboolean
save (TideSave *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !resolve_target (self, error) || !check_target (self, error))
    return FALSE;

  self->folder = g_path_get_dirname (self->target);

  return open_temporary (self, error) && keep_owner_and_mode (self, error)
         && write_bytes (self, error) && finish_temporary (self, error) && read_back (self, error)
         && tide_save_move_into_place (self, error);
}

/* tide_safe_writer_replace () through a table of system calls of the caller's choice. */
gboolean
tide_safe_writer_replace_with_calls (GFile *file,
                                     GBytes *bytes,
                                     const TideFileStamp *expected,
                                     TideFileStamp **written,
                                     const TideFileCalls *calls,
                                     GCancellable *cancellable,
                                     GError **error)
{
  g_auto (TideSave) self = {
    .calls = calls, .expected = expected, .bytes = bytes, .cancellable = cancellable, .fd = -1
  };

  self.name = tide_file_place_dup (file);
  self.target = g_file_get_path (file);
  if (self.target == NULL)
    {
      g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NOT_LOCAL,
                   /* Translators: %s is the place of a file */
                   _ ("“%s” could not be saved because it is not a file on this computer."),
                   self.name);
      return FALSE;
    }

  if (!save (&self, error))
    return FALSE;

  if (written != NULL)
    {
      g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      *written = tide_file_stamp_new (&self.written, content);
    }

  return TRUE;
}

/* tide_safe_writer_write () through a table of system calls of the caller's choice. */
gboolean
tide_safe_writer_write_with_calls (GFile *file,
                                   GBytes *bytes,
                                   const TideFileCalls *calls,
                                   GCancellable *cancellable,
                                   GError **error)
{
  return tide_safe_writer_replace_with_calls (file, bytes, NULL, NULL, calls, cancellable, error);
}

/**
 * tide_safe_writer_write:
 * @file: a file with a path: on a disk, a mounted share, or in the document portal
 * @bytes: the whole new text
 * @cancellable: (nullable): stops the save up to the moment the new text takes the old one's place
 * @error: return location
 *
 * Saves so that @file holds at every moment, a crash or a power cut included, either its whole old
 * text or the whole new one: writes a temporary beside it, brings that to the disk, reads it back
 * and renames it over the file. Blocks: call it in a thread.
 *
 * A symbolic link stays, the file it leads to is replaced. Mode, and as far as the person may set
 * them owner and group, are kept; a new file gets what the umask leaves of 0666. Of a file with
 * several hard links only the name given is replaced, the others keep the old text: to change them
 * too the shared file would have to be written in place, where a crash tears it.
 *
 * Refuses what is not a regular file, a file the person may not write even where a rename would
 * succeed, and a file without a path (its backend's way of replacing cannot be vouched for). A
 * temporary is left behind only by a process that is killed, has a name of its own
 * (`.tideline-*.tmp`) and hinders nobody.
 *
 * Returns: %TRUE if @file holds @bytes. On %FALSE it is as it was, and @error is of
 *   %TIDE_STORE_ERROR or %G_IO_ERROR_CANCELLED.
 */
gboolean
tide_safe_writer_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return tide_safe_writer_write_with_calls (file, bytes, &tide_file_system_calls, cancellable,
                                            error);
}

/**
 * tide_safe_writer_replace:
 * @file: as for tide_safe_writer_write ()
 * @bytes: the whole new text
 * @expected: (nullable): what @file held when the person saw it last; %NULL to replace it whatever
 *   it holds
 * @written: (out) (optional) (transfer full): what @file holds now
 * @cancellable: (nullable): as for tide_safe_writer_write ()
 * @error: return location
 *
 * Saves as tide_safe_writer_write () does, unless somebody else has changed or removed the file
 * meanwhile: then it stays as it is, and the error is %TIDE_STORE_ERROR_CHANGED or
 * %TIDE_STORE_ERROR_GONE. A file with another time and the same contents has not changed.
 *
 * The look and the change are one where the file system can exchange two names (ext4, XFS, Btrfs,
 * tmpfs …): what somebody saves in between is found in the temporary, and put back. Elsewhere (the
 * document portal, some network shares) a moment remains, in which programs other than this one,
 * which takes turns by a lock on the folder, can come in.
 *
 * Returns: %TRUE if @file holds @bytes
 */
gboolean
tide_safe_writer_replace (GFile *file,
                          GBytes *bytes,
                          const TideFileStamp *expected,
                          TideFileStamp **written,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return tide_safe_writer_replace_with_calls (file, bytes, expected, written,
                                              &tide_file_system_calls, cancellable, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (tide_safe_writer_write (source, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * tide_safe_writer_write_async:
 * @file: as for tide_safe_writer_write ()
 * @bytes: the whole new text; a reference is kept until the save is over
 * @cancellable: (nullable): as for tide_safe_writer_write ()
 * @callback: called in the caller's main context when the save is over
 * @user_data: for @callback
 *
 * Saves as tide_safe_writer_write () does, in a thread.
 */
void
tide_safe_writer_write_async (GFile *file,
                              GBytes *bytes,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, tide_safe_writer_write_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  /* Cancelled too late, the file is saved all the same, and the caller has to learn it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * tide_safe_writer_write_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Ends tide_safe_writer_write_async ().
 *
 * Returns: as tide_safe_writer_write (): %TRUE if the file holds the new text
 */
gboolean
tide_safe_writer_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_safe_writer_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
