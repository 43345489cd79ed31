/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-target-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideTargets:
 * @snapshot: of what
 * @progress: (element-type TideTargetProgress): of each target, those whose period ends first
 *   first, then in the order of the register
 * @columns: (element-type TideColumns): what that was worked out of
 *
 * How far the targets of a register are reached, on the day of its snapshot. Immutable, shared
 * between threads, counted.
 */
typedef struct
{
  TideSnapshot *snapshot;
  GPtrArray *progress;
  GPtrArray *columns;
} TideTargets;

TideTargets *tide_targets_new (TideSnapshot *snapshot, TideTargets *previous);
TideTargets *tide_targets_ref (TideTargets *self);
void tide_targets_unref (TideTargets *self);
const TideTargetProgress *tide_targets_find (const TideTargets *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTargets, tide_targets_unref)

G_END_DECLS
