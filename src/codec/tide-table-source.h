/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-delimited.h"
#include "codec/tide-spreadsheet.h"

G_BEGIN_DECLS

/**
 * TideTableSourceKind:
 * @TIDE_TABLE_SOURCE_TEXT: delimited text, which has an encoding and a separator
 * @TIDE_TABLE_SOURCE_PAGE: a document or a fragment of HTML
 * @TIDE_TABLE_SOURCE_SPREADSHEET: a spreadsheet of the kind .xlsx
 *
 * What somebody else's file is, by its bytes.
 */
typedef enum
{
  TIDE_TABLE_SOURCE_TEXT,
  TIDE_TABLE_SOURCE_PAGE,
  TIDE_TABLE_SOURCE_SPREADSHEET,
} TideTableSourceKind;

/**
 * TideTableChoice:
 * @sheet: of a source with several tables, which, from 0
 * @options: how delimited text is read
 * @header_row: the row with the names of the columns, from 0; %TIDE_TABLE_NO_ROW for none
 * @has_header_row: whether a person has said so; else it is guessed
 *
 * How a person wants a source to be read. A plain value.
 */
typedef struct
{
  guint sheet;
  TideDelimitedOptions options;
  guint header_row;
  gboolean has_header_row;
} TideTableChoice;

/**
 * TideTableSource:
 *
 * Somebody else's file, or what they have copied, as it was opened: a spreadsheet, the tables of a
 * page or delimited text, as its bytes say. Immutable and atomically counted, so that any thread
 * may read from it.
 */
typedef struct _TideTableSource TideTableSource;

gboolean tide_table_source_is_likely (GBytes *head);
TideTableSource *tide_table_source_new (GBytes *bytes, GCancellable *cancellable, GError **error);
TideTableSource *tide_table_source_ref (TideTableSource *self);
void tide_table_source_unref (TideTableSource *self);
TideTableSourceKind tide_table_source_get_kind (const TideTableSource *self);
const TideTableChoice *tide_table_source_get_guess (const TideTableSource *self);
guint tide_table_source_get_confidence (const TideTableSource *self, TideEncoding encoding);
guint tide_table_source_get_n_sheets (const TideTableSource *self);
char *tide_table_source_dup_sheet_name (const TideTableSource *self, guint sheet);
gboolean tide_table_source_is_sheet_hidden (const TideTableSource *self, guint sheet);
TideTable *tide_table_source_read (const TideTableSource *self,
                                   const TideTableChoice *choice,
                                   TideProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GStrv *notes,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTableSource, tide_table_source_unref)

G_END_DECLS
