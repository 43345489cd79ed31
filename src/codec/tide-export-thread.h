/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

G_BEGIN_DECLS

void tide_export_write_async (TideSnapshot *snapshot,
                              GPtrArray *projects,
                              const TideExportOptions *options,
                              TideProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GBytes *tide_export_write_finish (GAsyncResult *result, guint *n_rows, GError **error);

void tide_export_list_losses_async (TideSnapshot *snapshot,
                                    GPtrArray *projects,
                                    const TideExportOptions *options,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
char **tide_export_list_losses_finish (GAsyncResult *result);

G_END_DECLS
