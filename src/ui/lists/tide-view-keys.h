/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-order.h"
#include "core/tide-record.h"

G_BEGIN_DECLS

/* Registers with more projects than this have keys and search texts made in a thread. */
#define TIDE_VIEW_FEW_ROWS 2000

/**
 * TideViewRow:
 * @project: (owned): the project
 * @payload: (owned): its values, by which the row has its place
 * @slot: (nullable): where the keys know the row
 * @search_text: (owned) (nullable): read it with tide_view_keys_get_search_text()
 * @matches: whether the row is on view
 * @group: rank of its group; 0 where there are no groups
 * @position: its position in the source, where the view says so
 *
 * One project of a #TideView.
 */
typedef struct _TideViewRow TideViewRow;

struct _TideViewRow
{
  TideProject *project;
  const TideProjectPayload *payload;
  TideViewRow **slot;
  char *search_text;
  gboolean matches;
  guint group;
  guint position;
};

TideViewRow *tide_view_row_new (TideProject *project);
void tide_view_row_free (TideViewRow *row);

/**
 * TideViewKeys:
 *
 * What the rows of a #TideView are searched and sorted by, kept ready. Use it on the main thread.
 *
 * Few rows are sorted at once. For many a thread makes ready first the order that is wanted, then
 * the search texts, then all other orders; until an order is ready the rows stay in the one before,
 * at first in that of their ids. Rows that change meanwhile, or later, are put in their places one
 * by one.
 */
typedef struct _TideViewKeys TideViewKeys;

/**
 * TideViewKeysReady:
 * @data: what tide_view_keys_new() was given
 * @is_order: whether the wanted order has become ready; else the search texts have
 *
 * Something that was waited for is there.
 */
typedef void (*TideViewKeysReady) (gpointer data, gboolean is_order);

TideViewKeys *tide_view_keys_new (GPtrArray *rows, TideViewKeysReady ready, gpointer data);
void tide_view_keys_free (TideViewKeys *self);

void tide_view_keys_set_snapshot (TideViewKeys *self, TideSnapshot *snapshot);
const TideOrder *tide_view_keys_get_order (TideViewKeys *self);
gboolean tide_view_keys_set_order (TideViewKeys *self, const TideOrder *order);

void tide_view_keys_prepare (TideViewKeys *self);
void tide_view_keys_stop (TideViewKeys *self);
void tide_view_keys_forget (TideViewKeys *self, TideViewRow *row);
void tide_view_keys_forget_all (TideViewKeys *self);
gboolean tide_view_keys_is_busy (TideViewKeys *self);

gboolean tide_view_keys_has_texts (TideViewKeys *self);
const char *tide_view_keys_get_search_text (TideViewKeys *self, TideViewRow *row);
void tide_view_keys_sort (TideViewKeys *self, GPtrArray *rows);
guint tide_view_keys_find_place (
    TideViewKeys *self, GPtrArray *rows, guint first, guint end, TideViewRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewKeys, tide_view_keys_free)

G_END_DECLS
