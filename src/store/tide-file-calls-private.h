/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <sys/stat.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* Every system call by which the store changes a file. Each keeps the meaning of its namesake in
 * libc, `errno` included. A test hands in a table whose calls fail, fall short or kill the
 * process. */
typedef struct
{
  int (*lstat) (const char *path, struct stat *status);
  ssize_t (*readlink) (const char *path, char *target, size_t size);
  int (*access) (const char *path, int mode);
  int (*open) (const char *path, int flags, mode_t mode);
  int (*fstat) (int fd, struct stat *status);
  int (*fchown) (int fd, uid_t owner, gid_t group);
  int (*fchmod) (int fd, mode_t mode);
  int (*flock) (int fd, int operation);
  ssize_t (*read) (int fd, void *data, size_t size);
  ssize_t (*write) (int fd, const void *data, size_t size);
  int (*ftruncate) (int fd, off_t length);
  int (*fsync) (int fd);
  int (*fdatasync) (int fd);
  int (*close) (int fd);
  int (*rename) (const char *from, const char *to);
  int (*exchange) (const char *one, const char *other); /* renameat2 () with RENAME_EXCHANGE */
  int (*unlink) (const char *path);
} TideFileCalls;

extern const TideFileCalls tide_file_system_calls;

G_END_DECLS
