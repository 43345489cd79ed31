/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-list.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/*
 * A step being tried out on a snapshot, in any thread: what comes out is swapped into the lists as
 * a whole, or dropped.
 */
typedef struct _TideTransaction TideTransaction;

TideTransaction *tide_transaction_new (TideSnapshot *snapshot);
void tide_transaction_free (TideTransaction *self);
TideSnapshot *tide_transaction_get_snapshot (TideTransaction *self);

gboolean tide_transaction_add_step (TideTransaction *self, const TideStep *step);
gboolean tide_transaction_seal_step (TideTransaction *self, const TideStep *step);
gboolean tide_transaction_seal (TideTransaction *self);
gboolean tide_transaction_has_targets (TideTransaction *self);
gboolean tide_transaction_has_loop (TideTransaction *self);
gboolean tide_transaction_leaves_references (TideTransaction *self);
void tide_transaction_fill (TideTransaction *self, TideSnapshot *target);
void tide_transaction_commit (TideTransaction *self, TideList *const *lists);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTransaction, tide_transaction_free)

G_END_DECLS
