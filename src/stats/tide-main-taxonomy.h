/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-columns.h"

G_BEGIN_DECLS

const char *tide_snapshot_find_main_taxonomy (TideSnapshot *snapshot);
const char *tide_columns_find_main_taxonomy (TideColumns *self);

G_END_DECLS
