/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"
#include "stats/tide-breakdown.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideSectorTree:
 *
 * The nodes of one taxonomy, uppermost first, as #TideSectorNode with children. Where only values
 * differ the nodes stay as they are, so that a view keeps what is folded and selected.
 */
typedef struct _TideSectorTree TideSectorTree;

TideSectorTree *tide_sector_tree_new (void);
void tide_sector_tree_free (TideSectorTree *self);

GListModel *tide_sector_tree_get_roots (TideSectorTree *self);
guint tide_sector_tree_get_n_sectors (TideSectorTree *self);
guint tide_sector_tree_get_n_shown (TideSectorTree *self);
gboolean tide_sector_tree_update (TideSectorTree *self,
                                  TideSnapshot *snapshot,
                                  const char *taxonomy,
                                  const char *search,
                                  const TideBreakdown *breakdown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSectorTree, tide_sector_tree_free)

G_END_DECLS
