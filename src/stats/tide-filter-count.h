/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

guint tide_filter_count_projects (const TideFilter *filter,
                                  TideSnapshot *snapshot,
                                  GCancellable *cancellable);

G_END_DECLS
