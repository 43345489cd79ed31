/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

const char *tide_snapshot_find_main_taxonomy (TideSnapshot *snapshot);

G_END_DECLS
