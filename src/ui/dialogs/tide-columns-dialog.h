/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-projects-table.h"

G_BEGIN_DECLS

/**
 * TideColumnsDialog:
 *
 * Chooses the columns of a list of projects, their order and width; the list follows at once.
 */
#define TIDE_TYPE_COLUMNS_DIALOG (tide_columns_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TideColumnsDialog, tide_columns_dialog, TIDE, COLUMNS_DIALOG, AdwDialog)

AdwDialog *tide_columns_dialog_new (TideProjectsTable *table);

G_END_DECLS
