/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-targets.h"
#include "ui/lists/tide-findings-source.h"

G_BEGIN_DECLS

/**
 * TideTargetsSource:
 *
 * How far the targets of a register are reached: told in a thread, and again after each change.
 */
#define TIDE_TYPE_TARGETS_SOURCE (tide_targets_source_get_type ())
G_DECLARE_FINAL_TYPE (
    TideTargetsSource, tide_targets_source, TIDE, TARGETS_SOURCE, TideFindingsSource)

TideTargetsSource *tide_targets_source_new (void);

TideTargets *tide_targets_source_get_targets (TideTargetsSource *self);

G_END_DECLS
