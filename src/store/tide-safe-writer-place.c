/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-safe-writer-private.h"

#include "store/tide-file-content-private.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Others hold the lock for the time of a look and a rename: whoever holds it for longer is none of
 * ours, and is not waited for. */
#define MAX_WAITS 500
#define WAIT 10000 /* µs */

/* How often others may come in between before that is taken for a failure. */
#define MAX_EXCHANGES 16

static int
open_folder (TideSave *self)
{
  return TEMP_FAILURE_RETRY (
      self->calls->open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
}

/* Two programs that save here take turns, as far as the file system knows locks. Returns the folder
 * opened, or -1. */
static int
lock_folder (TideSave *self)
{
  const int fd = open_folder (self);

  for (guint i = 0; fd >= 0 && i < MAX_WAITS; i++)
    {
      if (TEMP_FAILURE_RETRY (self->calls->flock (fd, LOCK_EX | LOCK_NB)) == 0
          || errno != EWOULDBLOCK)
        break;
      g_usleep (WAIT);
    }

  return fd;
}

/* Makes the new name outlive a power cut. By now the file holds the new text and every reader sees
 * it, so that a folder that cannot be brought to the disk does not turn the save into a failure. */
static void
sync_folder (TideSave *self)
{
  const int fd = open_folder (self);

  if (fd < 0)
    {
      g_info ("Cannot open the folder of %s to sync it: %s", self->name, g_strerror (errno));
      return;
    }

  if (TEMP_FAILURE_RETRY (self->calls->fsync (fd)) != 0)
    g_info ("Cannot sync the folder of %s: %s", self->name, g_strerror (errno));
  self->calls->close (fd);
}

static gboolean
refuse_changed (TideSave *self, GError **error)
{
  g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_CHANGED,
               /* Translators: %s is the place of a file */
               _ ("“%s” has been changed by somebody else since it was opened."), self->name);
  return FALSE;
}

static gboolean
refuse_gone (TideSave *self, GError **error)
{
  g_set_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_GONE,
               /* Translators: %s is the place of a file */
               _ ("“%s” has been moved or deleted since it was opened."), self->name);
  return FALSE;
}

/* A save that could not be finished may have left the new text there. */
static gboolean
is_written_already (TideSave *self, const char *content)
{
  g_autofree char *wanted = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);

  return g_str_equal (content, wanted);
}

static gboolean
holds_expected (TideSave *self, const char *path, GError **error)
{
  g_autofree char *content = tide_file_content_dup_checksum (self->calls, path, self->cancellable);

  if (content == NULL && errno == ECANCELED)
    return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
  if (content == NULL)
    return tide_save_fail (self, errno, error);

  return g_str_equal (content, self->expected->content) || is_written_already (self, content)
         || refuse_changed (self, error);
}

/* Whether the target is as the person has seen it last. */
static gboolean
check_target (TideSave *self, GError **error)
{
  if (TEMP_FAILURE_RETRY (self->calls->lstat (self->target, &self->status)) != 0)
    return errno == ENOENT ? refuse_gone (self, error) : tide_save_fail (self, errno, error);

  return tide_file_stamp_has_status (self->expected, &self->status)
         || holds_expected (self, self->target, error);
}

static gboolean
rename_over (TideSave *self, GError **error)
{
  /* Not tried twice: an interrupted rename may have happened. */
  if (self->calls->rename (self->temporary, self->target) != 0)
    return tide_save_fail (self, errno, error);

  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

static gboolean
is_same_file (const struct stat *a, const struct stat *b)
{
  return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size
         && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* What came out from under the name was not what had been looked at: it goes back there. Where
 * something else comes out than had been put there, somebody has saved once more: that goes back in
 * turn. The name never stands for nothing. */
static void
put_back (TideSave *self)
{
  struct stat present = self->written;
  struct stat next, out;

  for (guint i = 0; i < MAX_EXCHANGES; i++)
    {
      if (TEMP_FAILURE_RETRY (self->calls->lstat (self->temporary, &next)) != 0
          || self->calls->exchange (self->temporary, self->target) != 0
          || TEMP_FAILURE_RETRY (self->calls->lstat (self->temporary, &out)) != 0)
        break;
      if (is_same_file (&out, &present))
        return;
      present = next;
    }

  /* It may hold what somebody else has written: it stays where it is. */
  g_message ("%s may hold another version of %s", self->temporary, self->target);
  g_clear_pointer (&self->temporary, g_free);
}

/* Between the look at the target and the rename somebody may have saved. An exchange leaves what
 * was there in the temporary, for a second look. */
static gboolean
exchange_with (TideSave *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  struct stat status;

  if (self->calls->exchange (self->temporary, self->target) != 0)
    {
      if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM)
        return rename_over (self, error);
      return tide_save_fail (self, errno, error);
    }

  if ((TEMP_FAILURE_RETRY (self->calls->lstat (self->temporary, &status)) == 0
       && is_same_file (&status, &self->status))
      || holds_expected (self, self->temporary, &cause))
    {
      self->calls->unlink (self->temporary);
      g_clear_pointer (&self->temporary, g_free);
      return TRUE;
    }

  put_back (self);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
replace_expected (TideSave *self, GError **error)
{
  const int folder = lock_folder (self);
  const gboolean is_replaced = check_target (self, error) && exchange_with (self, error);

  if (folder >= 0)
    self->calls->close (folder);

  return is_replaced;
}

/* Gives the whole temporary the name of the target. */
gboolean
tide_save_move_into_place (TideSave *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !(self->expected != NULL ? replace_expected (self, error) : rename_over (self, error)))
    return FALSE;

  sync_folder (self);
  return TRUE;
}
