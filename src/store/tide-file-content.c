/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-file-content-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#define BUFFER_SIZE (256 * 1024)

typedef struct
{
  const TideFileCalls *calls;
  guint8 *buffer;
  int fd;
} Reading;

static gboolean
reading_begin (Reading *self, const TideFileCalls *calls, const char *path)
{
  self->calls = calls;
  self->fd = TEMP_FAILURE_RETRY (calls->open (path, O_RDONLY | O_CLOEXEC, 0));
  if (self->fd < 0)
    return FALSE;

  self->buffer = g_malloc (BUFFER_SIZE);
  return TRUE;
}

static ssize_t
reading_next (Reading *self)
{
  return TEMP_FAILURE_RETRY (self->calls->read (self->fd, self->buffer, BUFFER_SIZE));
}

static gboolean
reading_end (Reading *self, gboolean is_read)
{
  const int error_number = errno;

  g_free (self->buffer);
  if (self->calls->close (self->fd) != 0 && errno != EINTR)
    return FALSE;

  errno = error_number;
  return is_read;
}

/* Whether the file can be read and has these bytes. Where it has others `errno` is EILSEQ. */
gboolean
tide_file_content_is (const TideFileCalls *calls, const char *path, GBytes *expected)
{
  Reading reading = { 0 };
  gsize size;
  const guint8 *data = g_bytes_get_data (expected, &size);
  gsize done = 0;
  ssize_t n = 0;

  if (!reading_begin (&reading, calls, path))
    return FALSE;

  while ((n = reading_next (&reading)) > 0)
    {
      if ((gsize) n > size - done || memcmp (reading.buffer, data + done, (gsize) n) != 0)
        {
          done = G_MAXSIZE;
          break;
        }
      done += (gsize) n;
    }
  if (n >= 0 && done != size)
    errno = EILSEQ;

  return reading_end (&reading, n >= 0 && done == size);
}

/* The SHA-256 of the file's bytes, or NULL with `errno`. */
char *
tide_file_content_dup_checksum (const TideFileCalls *calls,
                                const char *path,
                                GCancellable *cancellable)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Reading reading = { 0 };
  ssize_t n = 0;

  if (!reading_begin (&reading, calls, path))
    return NULL;

  while ((n = reading_next (&reading)) > 0)
    {
      g_checksum_update (checksum, reading.buffer, n);
      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          n = -1;
          break;
        }
    }

  return reading_end (&reading, n == 0) ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}
