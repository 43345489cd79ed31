/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GHashTable *
tide_import_own_judge (TideSnapshot *snapshot, GCancellable *cancellable, GError **error);

G_END_DECLS
