/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-import-runner.h"
#include "codec/tide-table-source.h"

G_BEGIN_DECLS

/**
 * TideImportReading:
 *
 * The file that is imported, or what was pasted, how it is read, and the table that it has; found
 * out in threads.
 *
 * Signals: `outdated ()` once there is no table any more, as another one is looked for; `opened ()`
 * once the file is; `read ()` once there is a table; `failed (const char *title, GError *error)`.
 */
#define TIDE_TYPE_IMPORT_READING (tide_import_reading_get_type ())
G_DECLARE_FINAL_TYPE (TideImportReading, tide_import_reading, TIDE, IMPORT_READING, GObject)

TideImportReading *tide_import_reading_new (TideImportRunner *runner);
void tide_import_reading_open (TideImportReading *self, GFile *file);
void tide_import_reading_open_pasted (TideImportReading *self, GBytes *bytes);
void tide_import_reading_open_again (TideImportReading *self);
void tide_import_reading_read (TideImportReading *self, const TideTableChoice *choice);
char *tide_import_reading_dup_name (TideImportReading *self);
TideTableSource *tide_import_reading_get_source (TideImportReading *self);
const TideTableChoice *tide_import_reading_get_choice (TideImportReading *self);
TideTable *tide_import_reading_get_table (TideImportReading *self);
const char *const *tide_import_reading_get_notes (TideImportReading *self);
TideTable *tide_import_reading_get_own (TideImportReading *self, guint *n_sheets);

G_END_DECLS
