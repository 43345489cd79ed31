/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-record.h"

G_BEGIN_DECLS

/**
 * TideList:
 *
 * The records of one kind as a #GListModel over an array. It gathers the changes of one step and
 * emits once at its end: up to 64 changed positions one by one, more as one span. Records whose
 * listed members changed are re-emitted as `items_changed (position, 1, 1)`. Vocabulary keeps its
 * own order, other records stand in the order of their ids. Properties: `kind`, `n-items`.
 */
#define TIDE_TYPE_LIST (tide_list_get_type ())
G_DECLARE_FINAL_TYPE (TideList, tide_list, TIDE, LIST, GObject)

TideRecordKind tide_list_get_kind (TideList *self);
guint tide_list_get_n (TideList *self);
TideRecord *tide_list_get (TideList *self, guint position);
const TidePayload *tide_list_get_payload (TideList *self, guint position);
gboolean tide_list_find (TideList *self, const char *id, guint *position);

G_END_DECLS
