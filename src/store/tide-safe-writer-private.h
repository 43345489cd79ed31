/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-calls-private.h"
#include "store/tide-safe-writer.h"

G_BEGIN_DECLS

gboolean tide_safe_writer_write_with_calls (GFile *file,
                                            GBytes *bytes,
                                            const TideFileCalls *calls,
                                            GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
