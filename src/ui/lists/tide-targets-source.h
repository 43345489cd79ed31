/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"
#include "stats/tide-targets.h"

G_BEGIN_DECLS

/**
 * TideTargetsSource:
 *
 * How far the targets of a register are reached: told in a thread, and again after each change.
 * Property: `register`. Signal: `changed` when it is told.
 */
#define TIDE_TYPE_TARGETS_SOURCE (tide_targets_source_get_type ())
G_DECLARE_FINAL_TYPE (TideTargetsSource, tide_targets_source, TIDE, TARGETS_SOURCE, GObject)

TideTargetsSource *tide_targets_source_new (void);

TideRegister *tide_targets_source_get_register (TideTargetsSource *self);
void tide_targets_source_set_register (TideTargetsSource *self, TideRegister *reg);
TideTargets *tide_targets_source_get_targets (TideTargetsSource *self);

G_END_DECLS
