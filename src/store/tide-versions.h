/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-version.h"

G_BEGIN_DECLS

/**
 * TIDE_VERSIONS_LIMIT:
 *
 * How many bytes the versions of one register may take.
 */
#define TIDE_VERSIONS_LIMIT (100 * 1000 * 1000)

char *tide_versions_dup_folder (const char *root, const char *register_id);
GPtrArray *
tide_versions_list (const char *root, const char *register_id, GCancellable *cancellable);
GPtrArray *tide_versions_find (const char *root, const char *uri, GCancellable *cancellable);
gboolean tide_versions_keep (const char *root,
                             TideVersion *version,
                             GBytes *bytes,
                             gint64 now,
                             const char *time_zone,
                             GError **error);
void tide_versions_forget (const char *root, const char *register_id, const char *content);
void tide_versions_choose (
    const GPtrArray *versions, gint64 now, const char *time_zone, guint64 limit, guint8 *is_kept);

G_END_DECLS
