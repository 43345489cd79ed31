/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-stamp.h"

G_BEGIN_DECLS

gboolean
tide_safe_writer_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

gboolean tide_safe_writer_replace (GFile *file,
                                   GBytes *bytes,
                                   const TideFileStamp *expected,
                                   TideFileStamp **written,
                                   GCancellable *cancellable,
                                   GError **error);

void tide_safe_writer_write_async (GFile *file,
                                   GBytes *bytes,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

gboolean tide_safe_writer_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
