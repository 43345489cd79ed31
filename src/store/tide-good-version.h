/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-versions.h"

G_BEGIN_DECLS

/**
 * TideGoodVersion:
 * @version: the version
 * @snapshot: the register in it
 * @problems: (element-type TideProblem): doubts about its contents
 * @file: the file that is damaged
 * @place: where that is, for people
 * @content: (nullable): SHA-256 of it
 *
 * The last version of what was saved to a file, where the file cannot be read any more.
 */
typedef struct
{
  gatomicrefcount ref_count;
  TideVersion *version;
  TideSnapshot *snapshot;
  GPtrArray *problems;
  GFile *file;
  char *place;
  char *content;
} TideGoodVersion;

void tide_good_version_unref (TideGoodVersion *self);

void tide_good_version_find_async (const char *root,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
TideGoodVersion *tide_good_version_find_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideGoodVersion, tide_good_version_unref)

G_END_DECLS
