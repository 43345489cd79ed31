/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-delimited.h"
#include "codec/tide-spreadsheet.h"

G_BEGIN_DECLS

/**
 * TideImportChoice:
 * @sheet: of a file with several tables, which, from 0
 * @options: how delimited text is read
 * @header_row: the row with the names of the columns, from 0; %TIDE_TABLE_NO_ROW for none
 * @has_header_row: whether a person has said so; else it is guessed
 *
 * How a person wants a file to be read. A plain value.
 */
typedef struct
{
  guint sheet;
  TideDelimitedOptions options;
  guint header_row;
  gboolean has_header_row;
} TideImportChoice;

/**
 * TideImportSource:
 *
 * A file with tables, as it was opened: a spreadsheet, tables of HTML or delimited text. Immutable
 * and atomically counted.
 */
typedef struct _TideImportSource TideImportSource;

TideImportSource *tide_import_source_open (GFile *file, GCancellable *cancellable, GError **error);
TideImportSource *tide_import_source_new (GBytes *bytes, GCancellable *cancellable, GError **error);
TideImportSource *tide_import_source_ref (TideImportSource *self);
void tide_import_source_unref (TideImportSource *self);
const TideImportChoice *tide_import_source_get_guess (const TideImportSource *self);
gboolean tide_import_source_is_delimited (const TideImportSource *self);
guint tide_import_source_get_confidence (const TideImportSource *self, TideEncoding encoding);
guint tide_import_source_get_n_sheets (const TideImportSource *self);
char *tide_import_source_dup_sheet_name (const TideImportSource *self, guint sheet);
TideTable *tide_import_source_read (const TideImportSource *self,
                                    const TideImportChoice *choice,
                                    TideProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideImportSource, tide_import_source_unref)

G_END_DECLS
