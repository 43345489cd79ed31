/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportSourcePage:
 *
 * Which table of which file is imported, and how the program reads it.
 */
#define TIDE_TYPE_IMPORT_SOURCE_PAGE (tide_import_source_page_get_type ())
G_DECLARE_FINAL_TYPE (
    TideImportSourcePage, tide_import_source_page, TIDE, IMPORT_SOURCE_PAGE, AdwNavigationPage)

void tide_import_source_page_set_job (TideImportSourcePage *self, TideImportJob *job);

G_END_DECLS
