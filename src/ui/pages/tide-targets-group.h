/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideTargetsGroup:
 *
 * The targets of one sector, division, event or indicator, for its own page: a row for each, those
 * of a sector's indicators among the sector's, and a button that adds one for it where the register
 * can be changed. A subject without targets shows the button alone, and the group is hidden where
 * there is neither. Signal `filter-requested (TidePayload *filter)` when the projects behind a
 * target are asked for.
 */
#define TIDE_TYPE_TARGETS_GROUP (tide_targets_group_get_type ())
G_DECLARE_FINAL_TYPE (
    TideTargetsGroup, tide_targets_group, TIDE, TARGETS_GROUP, AdwPreferencesGroup)

void tide_targets_group_set_subject (TideTargetsGroup *self,
                                     TideRegister *reg,
                                     TideRecordKind kind,
                                     const char *id);
guint tide_targets_group_get_n (TideTargetsGroup *self);

G_END_DECLS
