/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-file-hold.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Others look for the time of two system calls. */
#define MAX_WAITS 50
#define WAIT 2000 /* µs */

struct _TideFileHold
{
  gatomicrefcount ref_count;
  GMutex mutex; /* of what follows */
  int fd;       /* of the file, or -1 */
  int old_fd;   /* of the one that it replaced, which others may still hold, or -1 */
};

/**
 * tide_file_hold_new:
 *
 * Returns: (transfer full): a hold on nothing yet
 */
TideFileHold *
tide_file_hold_new (void)
{
  TideFileHold *self = g_new0 (TideFileHold, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->fd = -1;
  self->old_fd = -1;

  return self;
}

TideFileHold *
tide_file_hold_ref (TideFileHold *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

static void
let_go (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

void
tide_file_hold_unref (TideFileHold *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  let_go (&self->fd);
  let_go (&self->old_fd);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
is_same_file (int fd, int other)
{
  struct stat status, other_status;

  return fstat (fd, &status) == 0 && fstat (other, &other_status) == 0
         && status.st_dev == other_status.st_dev && status.st_ino == other_status.st_ino;
}

/* Each save gives the name to a new file; who has not noticed yet still holds the one before. */
static void
follow_name (TideFileHold *self, const char *path)
{
  int fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;

  if (fd >= 0 && self->fd >= 0 && is_same_file (fd, self->fd))
    {
      close (fd);
      return;
    }

  if (self->fd >= 0)
    {
      let_go (&self->old_fd);
      self->old_fd = g_steal_fd (&self->fd);
    }
  self->fd = fd;
}

/* Takes the shared lock, and tells whether somebody else has one. */
static gboolean
lock (int fd)
{
  if (fd < 0)
    return FALSE;

  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    {
      flock (fd, LOCK_SH | LOCK_NB);
      return FALSE;
    }
  if (errno != EWOULDBLOCK)
    return FALSE;

  for (guint i = 0; i < MAX_WAITS && flock (fd, LOCK_SH | LOCK_NB) != 0; i++)
    g_usleep (WAIT);

  return TRUE;
}

/**
 * tide_file_hold_take:
 * @self: a hold
 * @file: the file that is open now
 *
 * Holds @file, and looks whether others do: another window or program of this kind, on this machine
 * or, where the file system knows locks, on another one. A file system without locks tells of
 * nobody. Blocks: for threads.
 *
 * Returns: whether somebody else has the file open
 */
gboolean
tide_file_hold_take (TideFileHold *self, GFile *file)
{
  gboolean is_shared, was_shared;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  g_mutex_lock (&self->mutex);
  follow_name (self, g_file_peek_path (file));
  is_shared = lock (self->fd);
  was_shared = lock (self->old_fd);
  if (!was_shared)
    let_go (&self->old_fd);
  g_mutex_unlock (&self->mutex);

  return is_shared || was_shared;
}
