/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

guint tide_snapshot_count_steps_before (TideSnapshot *snapshot, gint64 time);
TideSnapshot *tide_snapshot_rewind (TideSnapshot *snapshot,
                                    guint n_steps,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
