/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportCheckPage:
 *
 * What becomes of each row, before anything is done.
 */
#define TIDE_TYPE_IMPORT_CHECK_PAGE (tide_import_check_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TideImportCheckPage, tide_import_check_page, TIDE, IMPORT_CHECK_PAGE, AdwNavigationPage)

void tide_import_check_page_set_job (TideImportCheckPage *self, TideImportJob *job);
void tide_import_check_page_save (TideImportCheckPage *self, GFile *file);

G_END_DECLS
