/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/tide-filter.h"
#include "core/tide-order.h"
#include "core/tide-register.h"
#include "ui/lists/tide-project-grouping.h"

G_BEGIN_DECLS

/**
 * TideView:
 *
 * The projects of a register that match a filter, in an order, as a #GListModel of #TideProject,
 * and as a #GtkSectionModel by group, in the order of the groups first. It keeps orders, groups and
 * search texts ready, so that filling it, typing and clicking on a column stay quick with 100,000
 * projects. What is not ready yet is shown once it is. While text is searched, what is found best
 * comes first in each group. Properties: `register`, `filter` (a
 * #TideFilter as boxed #TidePayload; never %NULL when read), `n-items`, `n-total`. Signal:
 * `regrouped` after the rows on view came to be grouped by something else.
 */
#define TIDE_TYPE_VIEW (tide_view_get_type ())
G_DECLARE_FINAL_TYPE (TideView, tide_view, TIDE, VIEW, GObject)

TideView *tide_view_new (TideRegister *reg);

TideRegister *tide_view_get_register (TideView *self);
void tide_view_set_register (TideView *self, TideRegister *reg);
const TideFilter *tide_view_get_filter (TideView *self);
void tide_view_set_filter (TideView *self, const TideFilter *filter);
const TideOrder *tide_view_get_order (TideView *self);
void tide_view_set_order (TideView *self, const TideOrder *order);
void tide_view_set_ahead (TideView *self, guint32 keys);
TideGroupBy tide_view_get_group_by (TideView *self);
TideGroupBy tide_view_get_shown_group_by (TideView *self);
void tide_view_set_group_by (TideView *self, TideGroupBy group_by);
const char *tide_view_get_group_key (TideView *self, guint position);
char *tide_view_dup_group_label (TideView *self, guint position);
GArray *tide_view_new_rows (TideView *self);
gboolean tide_view_get_busy (TideView *self);
gboolean tide_view_get_is_similar (TideView *self);
TideSnapshot *tide_view_get_snapshot (TideView *self);
guint tide_view_get_n_total (TideView *self);
gboolean tide_view_find (TideView *self, const char *id, guint *position);

G_END_DECLS
