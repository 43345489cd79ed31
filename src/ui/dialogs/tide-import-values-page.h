/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportValuesPage:
 *
 * What becomes of names that the register does not have.
 */
#define TIDE_TYPE_IMPORT_VALUES_PAGE (tide_import_values_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TideImportValuesPage, tide_import_values_page, TIDE, IMPORT_VALUES_PAGE, AdwNavigationPage)

void tide_import_values_page_set_job (TideImportValuesPage *self, TideImportJob *job);
gboolean tide_import_values_page_has_any (TideImportValuesPage *self);

G_END_DECLS
