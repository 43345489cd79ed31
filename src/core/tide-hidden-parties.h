/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

GHashTable *tide_snapshot_list_hidden_parties (TideSnapshot *self);

G_END_DECLS
