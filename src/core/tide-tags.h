/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

char **tide_tags_find (TideSnapshot *snapshot, guint max);

G_END_DECLS
