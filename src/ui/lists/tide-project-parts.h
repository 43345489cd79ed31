/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideProjectParts:
 *
 * Which projects are parts of which, looked for in a thread and again after each step. Signal:
 * `changed` when that is known.
 */
#define TIDE_TYPE_PROJECT_PARTS (tide_project_parts_get_type ())
G_DECLARE_FINAL_TYPE (TideProjectParts, tide_project_parts, TIDE, PROJECT_PARTS, GObject)

TideProjectParts *tide_project_parts_new (void);

void tide_project_parts_set_register (TideProjectParts *self, TideRegister *reg);
gboolean tide_project_parts_is_known (TideProjectParts *self);
const GPtrArray *tide_project_parts_lookup (TideProjectParts *self, const char *id);

G_END_DECLS
