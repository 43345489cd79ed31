/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-order.h"
#include "ui/lists/tide-view-ranks.h"
#include "ui/lists/tide-view-rows.h"
#include "ui/lists/tide-view-texts.h"

G_BEGIN_DECLS

/* Registers with more projects than this have everything made in a thread. */
#define TIDE_VIEW_FEW_ROWS 2000

/**
 * TideViewWorkPart:
 * @TIDE_VIEW_WORK_ORDER: the order that is wanted
 * @TIDE_VIEW_WORK_RANKS: the groups that are wanted
 * @TIDE_VIEW_WORK_TEXTS: the search texts
 *
 * What may be waited for.
 */
typedef enum
{
  TIDE_VIEW_WORK_ORDER,
  TIDE_VIEW_WORK_RANKS,
  TIDE_VIEW_WORK_TEXTS,
} TideViewWorkPart;

/**
 * TideViewWork:
 *
 * What the rows of a #TideView are sorted, grouped and searched by, made ready ahead. Use it on the
 * main thread.
 *
 * Of few rows everything is made when it is asked for. Of many a thread makes first the order and
 * the groups that are wanted, then the search texts, then all the others; what is asked for before
 * it is ready is not there. Rows that change later are strays, for which their users make what they
 * need one by one.
 */
typedef struct _TideViewWork TideViewWork;

/**
 * TideViewWorkReady:
 * @data: what tide_view_work_new() was given
 * @part: what is ready
 *
 * Something that may be waited for is there.
 */
typedef void (*TideViewWorkReady) (gpointer data, TideViewWorkPart part);

TideViewWork *tide_view_work_new (TideViewRows *rows, TideViewWorkReady ready, gpointer data);
void tide_view_work_free (TideViewWork *self);

void tide_view_work_begin (TideViewWork *self, TideSnapshot *snapshot);
void tide_view_work_stop (TideViewWork *self);
void tide_view_work_set_snapshot (TideViewWork *self, TideSnapshot *snapshot);
void tide_view_work_want_order (TideViewWork *self, const TideOrder *order);
void tide_view_work_set_ahead (TideViewWork *self, guint32 keys);
void tide_view_work_want_groups (TideViewWork *self, TideGroupBy group_by);
void tide_view_work_tell_changed (TideViewWork *self, guint32 row);

gboolean tide_view_work_is_many (TideViewWork *self);
gboolean tide_view_work_is_busy (TideViewWork *self);
GArray *tide_view_work_dup_order (TideViewWork *self, GArray **strays);
TideViewRanks *tide_view_work_get_ranks (TideViewWork *self, TideGroupBy group_by);
TideViewTexts *tide_view_work_get_texts (TideViewWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewWork, tide_view_work_free)

G_END_DECLS
