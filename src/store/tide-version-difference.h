/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-versions.h"

G_BEGIN_DECLS

/**
 * TideVersionDifference:
 * @present: the register as it is
 * @snapshot: the register as it was
 * @problems: (element-type TideProblem): doubts about the contents of the version
 * @step: what makes @snapshot of @present
 * @changes: how many records @step adds, changes and removes
 *
 * What restoring a version would do. Immutable.
 */
typedef struct
{
  gatomicrefcount ref_count;
  TideSnapshot *present;
  TideSnapshot *snapshot;
  GPtrArray *problems;
  TideStep *step;
  TideComparison changes;
} TideVersionDifference;

void tide_version_difference_unref (TideVersionDifference *self);

void tide_version_compare_async (TideVersion *version,
                                 TideSnapshot *present,
                                 const char *name,
                                 const char *arg,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
void tide_version_compare_file_async (GFile *file,
                                      TideSnapshot *present,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
TideVersionDifference *tide_version_compare_finish (GAsyncResult *result, GError **error);

void tide_versions_list_async (const char *root,
                               const char *register_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *tide_versions_list_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideVersionDifference, tide_version_difference_unref)

G_END_DECLS
