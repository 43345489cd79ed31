/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-calls-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tide_file_content_is (const TideFileCalls *calls, const char *path, GBytes *expected);
char *tide_file_content_dup_checksum (const TideFileCalls *calls,
                                      const char *path,
                                      GCancellable *cancellable);

G_END_DECLS
