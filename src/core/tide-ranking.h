/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-order.h"

G_BEGIN_DECLS

/**
 * TideRanking:
 *
 * Many projects in an order: which of them comes where. Immutable, for any thread.
 */
typedef struct _TideRanking TideRanking;

TideRanking *
tide_ranking_new (const TideOrder *order, const GPtrArray *projects, TideSnapshot *snapshot);
void tide_ranking_free (TideRanking *self);
guint32 *tide_ranking_dup_positions (TideRanking *self, gboolean descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideRanking, tide_ranking_free)

G_END_DECLS
