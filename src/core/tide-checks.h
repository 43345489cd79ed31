/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-check.h"
#include "core/tide-duplicates.h"

G_BEGIN_DECLS

/**
 * TideChecks:
 *
 * What every check finds in every project of one snapshot. Reference-counted and immutable; any
 * thread may read it. tide_snapshot_get_checks() keeps one with each snapshot.
 */
typedef struct _TideChecks TideChecks;

TideChecks *tide_checks_new (TideSnapshot *snapshot, TideChecks *previous);
TideChecks *tide_checks_ref (TideChecks *self);
void tide_checks_unref (TideChecks *self);

guint tide_checks_get_n_rows (const TideChecks *self);
guint32 tide_checks_get_set (const TideChecks *self, guint row);
guint32 tide_checks_get_set_of (const TideChecks *self, const TideProjectPayload *project);
guint tide_checks_count (const TideChecks *self, guint32 set);
void tide_checks_find (const TideChecks *self,
                       TideSnapshot *snapshot,
                       const TideProjectPayload *project,
                       TideFindingReport report,
                       gpointer data);

TideChecks *tide_snapshot_get_checks (TideSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideChecks, tide_checks_unref)

G_END_DECLS
