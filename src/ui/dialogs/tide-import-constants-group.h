/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportConstantsGroup:
 *
 * What every row of a table says that says nothing else of it: a row for each field, which can be
 * added and removed. Signals: `changed ()` when the plan is another one.
 */
#define TIDE_TYPE_IMPORT_CONSTANTS_GROUP (tide_import_constants_group_get_type ())
G_DECLARE_FINAL_TYPE (TideImportConstantsGroup,
                      tide_import_constants_group,
                      TIDE,
                      IMPORT_CONSTANTS_GROUP,
                      AdwPreferencesGroup)

void tide_import_constants_group_show (TideImportConstantsGroup *self, TideImportPlan *plan);

G_END_DECLS
