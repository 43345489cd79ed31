/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-calls-private.h"
#include "store/tide-safe-writer.h"

G_BEGIN_DECLS

/* A save that runs. */
typedef struct
{
  const TideFileCalls *calls;    /* borrowed */
  const TideFileStamp *expected; /* borrowed, nullable: what the target is to hold before */
  GBytes *bytes;                 /* borrowed: the new text */
  GCancellable *cancellable;     /* borrowed, may be NULL */
  char *name;                    /* owned: the file as a person knows it */
  char *target;                  /* owned: the path behind all symbolic links */
  char *folder;                  /* owned: the folder of the target */
  char *temporary;               /* owned: the path of the temporary while there is one */
  struct stat status;            /* of the target, if it exists */
  struct stat written;           /* of the temporary once it is whole */
  gboolean exists;               /* whether the target exists */
  int fd;                        /* owned: the open temporary, or -1 */
} TideSave;

gboolean tide_save_fail (TideSave *self, int error_number, GError **error);

/* tide-safe-writer-place.c */
gboolean tide_save_move_into_place (TideSave *self, GError **error);

gboolean tide_safe_writer_write_with_calls (GFile *file,
                                            GBytes *bytes,
                                            const TideFileCalls *calls,
                                            GCancellable *cancellable,
                                            GError **error);
gboolean tide_safe_writer_replace_with_calls (GFile *file,
                                              GBytes *bytes,
                                              const TideFileStamp *expected,
                                              TideFileStamp **written,
                                              const TideFileCalls *calls,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
