/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-grouping.h"
#include "ui/lists/tide-view-rows.h"

G_BEGIN_DECLS

/**
 * TideViewRanks:
 *
 * In which group many projects stand, one way of grouping them. Reference-counted; what is made of
 * it in a thread belongs to the main thread from then on.
 */
typedef struct _TideViewRanks TideViewRanks;

TideViewRanks *
tide_view_ranks_new (TideGroupBy group_by, TideViewProjects *projects, TideSnapshot *snapshot);
TideViewRanks *tide_view_ranks_ref (TideViewRanks *self);
void tide_view_ranks_unref (TideViewRanks *self);

TideGroupBy tide_view_ranks_get_group_by (const TideViewRanks *self);
TideProjectGrouping *tide_view_ranks_get_grouping (const TideViewRanks *self);
guint tide_view_ranks_get_n_ranks (const TideViewRanks *self);
guint32 tide_view_ranks_get (const TideViewRanks *self, guint32 row);
GArray *tide_view_ranks_renumber (TideViewRanks *self, const guint32 *numbers, guint n);
void tide_view_ranks_set (TideViewRanks *self, guint32 row, const TideProjectPayload *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewRanks, tide_view_ranks_unref)

G_END_DECLS
