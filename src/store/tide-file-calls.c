/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-file-calls-private.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

static int
open_path (const char *path, int flags, mode_t mode)
{
  return open (path, flags, mode);
}

static int
access_path (const char *path, int mode)
{
  return faccessat (AT_FDCWD, path, mode, AT_EACCESS);
}

static int
exchange_paths (const char *one, const char *other)
{
  return renameat2 (AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}

const TideFileCalls tide_file_system_calls = {
  .lstat = lstat,
  .readlink = readlink,
  .access = access_path,
  .open = open_path,
  .fstat = fstat,
  .fchown = fchown,
  .fchmod = fchmod,
  .flock = flock,
  .read = read,
  .write = write,
  .ftruncate = ftruncate,
  .fsync = fsync,
  .fdatasync = fdatasync,
  .close = close,
  .rename = rename,
  .exchange = exchange_paths,
  .unlink = unlink,
};
