/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportPreview:
 *
 * The first rows and columns of a table: what each cell says, and how it is read.
 */
#define TIDE_TYPE_IMPORT_PREVIEW (tide_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (TideImportPreview, tide_import_preview, TIDE, IMPORT_PREVIEW, AdwBin)

void tide_import_preview_show (TideImportPreview *self,
                               const TideTable *table,
                               const TideImportPlan *plan);

G_END_DECLS
