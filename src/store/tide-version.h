/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-comparison.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideVersion:
 * @path: (nullable): of the file it is kept in; %NULL before it is kept
 * @register_id: id of the register
 * @serial: counts the versions of the register
 * @time: when the register was saved like this, seconds since 1970 UTC
 * @author: (nullable): who saved it
 * @uri: (nullable): of the file it was saved to
 * @content: SHA-256 of that file
 * @size: of that file, in bytes
 * @has_changes: whether @changes is known
 * @changes: by how much it differs from the version before
 * @kept_size: of the file it is kept in
 *
 * A register as it was once saved: the very bytes, compressed, behind a head that says what they
 * are. Immutable once it is kept.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *path;
  char *register_id;
  guint64 serial;
  gint64 time;
  char *author;
  char *uri;
  char *content;
  guint64 size;
  gboolean has_changes;
  TideComparison changes;
  guint64 kept_size;
} TideVersion;

TideVersion *tide_version_new (const char *register_id, gint64 time);
TideVersion *tide_version_ref (TideVersion *self);
void tide_version_unref (TideVersion *self);

GBytes *tide_version_pack (const TideVersion *self, GBytes *bytes, GError **error);
TideVersion *tide_version_load (const char *path, GCancellable *cancellable);
GBytes *tide_version_read (const TideVersion *self, GCancellable *cancellable, GError **error);
TideSnapshot *tide_version_open (const TideVersion *self,
                                 GCancellable *cancellable,
                                 GPtrArray **problems,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideVersion, tide_version_unref)

G_END_DECLS
