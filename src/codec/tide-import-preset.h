/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-plan.h"

#include "core/tide-register.h"

G_BEGIN_DECLS

char *tide_import_preset_dup_fingerprint (const TideTable *table, guint header_row);
const TidePayload *tide_import_preset_find (TideSnapshot *snapshot, const TideTable *table);
TideImportPlan *
tide_import_plan_new_from_preset (const TidePayload *preset, const TideTable *table);
TidePayload *tide_import_preset_new (const TideImportPlan *plan,
                                     const TideTable *table,
                                     const char *name,
                                     const char *id);
TideStep *tide_import_preset_new_step (TideRegister *reg,
                                       const TideImportPlan *plan,
                                       const TideTable *table,
                                       const char *name);

G_END_DECLS
