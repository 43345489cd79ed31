/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"

G_BEGIN_DECLS

/**
 * TIDE_IMPORT_ALL_VERDICTS:
 *
 * Stands for rows of any verdict.
 */
#define TIDE_IMPORT_ALL_VERDICTS TIDE_N_IMPORT_VERDICTS

/**
 * TIDE_IMPORT_LIKE_ROWS:
 *
 * Stands for rows that may be the same as a project.
 */
#define TIDE_IMPORT_LIKE_ROWS (TIDE_N_IMPORT_VERDICTS + 1)

/**
 * TideImportRows:
 *
 * A list model of the rows of a trial that have one verdict, or any: #GtkStringObject, made when
 * they are looked at, with what the row is and why.
 */
#define TIDE_TYPE_IMPORT_ROWS (tide_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (TideImportRows, tide_import_rows, TIDE, IMPORT_ROWS, GObject)

TideImportRows *tide_import_rows_new (void);
void tide_import_rows_show (TideImportRows *self, TideImportTrial *trial, guint which);
const TideImportRow *tide_import_rows_get_row (TideImportRows *self, guint position);
char *tide_import_row_dup_title (const TideImportRow *row);

G_END_DECLS
