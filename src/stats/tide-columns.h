/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-valuation.h"

G_BEGIN_DECLS

/**
 * TideColumns:
 *
 * What totals need of the projects of a register, told by one #TideValuation, as arrays of numbers.
 * A row is the position of a project in the snapshot. Immutable and reference-counted: any thread
 * may use it.
 */
typedef struct _TideColumns TideColumns;

TideColumns *
tide_columns_new (TideSnapshot *snapshot, const TideValuation *valuation, TideColumns *previous);
TideColumns *tide_columns_ref (TideColumns *self);
void tide_columns_unref (TideColumns *self);
TideSnapshot *tide_columns_get_snapshot (TideColumns *self);
const TideValuation *tide_columns_get_valuation (TideColumns *self);
const char *tide_columns_get_currency (TideColumns *self);
guint tide_columns_get_n (TideColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideColumns, tide_columns_unref)

G_END_DECLS
