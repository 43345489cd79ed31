/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-file-calls-private.h"
#include "store/tide-versions.h"

G_BEGIN_DECLS

#define TIDE_VERSION_SUFFIX ".version"

gboolean tide_versions_keep_with_calls (const char *root,
                                        TideVersion *version,
                                        GBytes *bytes,
                                        gint64 now,
                                        const char *time_zone,
                                        guint64 limit,
                                        const TideFileCalls *calls,
                                        GError **error);

G_END_DECLS
