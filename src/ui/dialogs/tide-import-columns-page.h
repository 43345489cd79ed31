/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportColumnsPage:
 *
 * What each column of the table is taken as, and what becomes of rows that are known.
 */
#define TIDE_TYPE_IMPORT_COLUMNS_PAGE (tide_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TideImportColumnsPage, tide_import_columns_page, TIDE, IMPORT_COLUMNS_PAGE, AdwNavigationPage)

void tide_import_columns_page_set_job (TideImportColumnsPage *self, TideImportJob *job);
gboolean tide_import_columns_page_get_remembers (TideImportColumnsPage *self);

G_END_DECLS
