/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-order.h"
#include "core/tide-record.h"

G_BEGIN_DECLS

/**
 * TideViewRow:
 * @project: (owned): the project
 * @search_text: (owned) (nullable): read it with tide_view_keys_get_search_text()
 * @key: of the present order, where @has_key says so
 * @has_key: whether @key is ready
 * @matches: whether the row is on view
 * @group: rank of its group; 0 where there are no groups
 * @position: its position in the source, where the view says so
 *
 * One project of a #TideView.
 */
typedef struct
{
  TideProject *project;
  char *search_text;
  TideSortKey key;
  gboolean has_key;
  gboolean matches;
  guint group;
  guint position;
} TideViewRow;

TideViewRow *tide_view_row_new (TideProject *project);
void tide_view_row_free (TideViewRow *row);
const char *tide_view_row_get_id (const TideViewRow *row);

/**
 * TideViewKeys:
 *
 * What the rows of a #TideView are searched and sorted by, kept ready. Use it on the main thread.
 */
typedef struct _TideViewKeys TideViewKeys;

TideViewKeys *tide_view_keys_new (GPtrArray *rows);
void tide_view_keys_free (TideViewKeys *self);

void tide_view_keys_set_snapshot (TideViewKeys *self, TideSnapshot *snapshot);
const TideOrder *tide_view_keys_get_order (TideViewKeys *self);
gboolean tide_view_keys_set_order (TideViewKeys *self, const TideOrder *order);

void tide_view_keys_prepare (TideViewKeys *self);
void tide_view_keys_stop (TideViewKeys *self);
void tide_view_keys_forget (TideViewKeys *self, TideViewRow *row);
void tide_view_keys_forget_all (TideViewKeys *self);

const char *tide_view_keys_get_search_text (TideViewKeys *self, TideViewRow *row);
void tide_view_keys_sort (TideViewKeys *self, GPtrArray *rows);
guint tide_view_keys_find_place (
    TideViewKeys *self, GPtrArray *rows, guint first, guint end, TideViewRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideViewKeys, tide_view_keys_free)

G_END_DECLS
