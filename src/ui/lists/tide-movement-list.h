/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-movement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideMovementItem:
 *
 * One project of a #TideMovement. Properties: `name`, `stages`.
 */
#define TIDE_TYPE_MOVEMENT_ITEM (tide_movement_item_get_type ())
G_DECLARE_FINAL_TYPE (TideMovementItem, tide_movement_item, TIDE, MOVEMENT_ITEM, GObject)

const TideMovementRow *tide_movement_item_get_row (TideMovementItem *self);
const char *tide_movement_item_get_id (TideMovementItem *self);
char *tide_movement_item_dup_name (TideMovementItem *self);

/**
 * TideMovementList:
 *
 * The projects of a part of a #TideMovement as a list of #TideMovementItem, which are made only
 * when somebody asks for them.
 */
#define TIDE_TYPE_MOVEMENT_LIST (tide_movement_list_get_type ())
G_DECLARE_FINAL_TYPE (TideMovementList, tide_movement_list, TIDE, MOVEMENT_LIST, GObject)

TideMovementList *tide_movement_list_new (TideMovement *movement, const TideMovementPart *part);

G_END_DECLS
