/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TideImportColumnRow:
 *
 * One column of a table: its header and first cells, what it is taken as and how it is read.
 *
 * Signals: `changed ()` when a person has changed the plan.
 */
#define TIDE_TYPE_IMPORT_COLUMN_ROW (tide_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (
    TideImportColumnRow, tide_import_column_row, TIDE, IMPORT_COLUMN_ROW, AdwExpanderRow)

GtkWidget *tide_import_column_row_new (TideImportJob *job, guint column);
TideImportJob *tide_import_column_row_get_job (TideImportColumnRow *self);

G_END_DECLS
