/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"
#include "codec/tide-table-source.h"
#include "tool/tide-tool-verb.h"

G_BEGIN_DECLS

/**
 * TideToolImport:
 * @preset: (nullable): id or name of a preset; %NULL for the one that was kept for the header
 * @sheet: (nullable): which sheet, from 1, or its name
 * @encoding: (nullable): id of an encoding
 * @separator: (nullable): a word for what stands between cells
 * @header_row: (nullable): the line or row with the names of the columns, from 1; 0 for none
 * @rows: (nullable): what the rows are
 * @map: (nullable): column=field
 * @read: (nullable): column=format, as presets keep it
 * @decimal: (nullable): a word for the decimal sign of all columns
 * @date_order: (nullable): a word for the order of dates of all columns
 * @key: (nullable): columns, with commas between them
 * @matching: (nullable): what becomes of rows whose key is that of a record
 * @repeats: (nullable): what becomes of rows whose key is that of an earlier row
 * @new_kinds: (nullable): kinds of names that become records where they are not known
 * @ignore: (nullable): kinds of names that count as nothing where they are not known
 * @similar: (nullable): how alike names have to be to be taken for one another, 0 to 1
 * @decide: (nullable): kind:text=id
 * @set: (nullable): field=text
 * @taxonomy: (nullable): id or name of the taxonomy of sectors
 * @language: (nullable): in which names without Han are kept
 * @clears: whether empty cells take away what is there
 *
 * What was typed about how a table is understood. Owns its strings.
 */
typedef struct
{
  char *preset;
  char *sheet;
  char *encoding;
  char *separator;
  char *header_row;
  char *rows;
  char **map;
  char **read;
  char *decimal;
  char *date_order;
  char *key;
  char *matching;
  char *repeats;
  char *new_kinds;
  char *ignore;
  char *similar;
  char **decide;
  char **set;
  char *taxonomy;
  char *language;
  gboolean clears;
} TideToolImport;

/**
 * TideToolImported:
 * @register_name: the register as it was named
 * @table_name: the table's file as it was named
 * @source: what that file is
 * @choice: how it is read
 * @table: the table
 * @notes: what is to be told of it
 * @preset: (nullable): the preset that was taken
 * @plan: (nullable): how the table is understood; %NULL of one that Tideline has written, whose
 *   rows are told apart by their ids
 * @problem: (nullable): why nothing can come of it
 * @values: (nullable): the names in it
 * @trial: (nullable): what comes of each row
 * @is_written: whether the register has it now
 *
 * An import as far as it has come. Owns what it holds, but for the names.
 */
typedef struct
{
  const char *register_name;
  const char *table_name;
  TideTableSource *source;
  TideTableChoice choice;
  TideTable *table;
  GStrv notes;
  TidePayload *preset;
  TideImportPlan *plan;
  char *problem;
  TideImportValues *values;
  TideImportTrial *trial;
  gboolean is_written;
} TideToolImported;

TideToolStatus tide_tool_import (const TideToolVerb *verb, char **words);

TideToolStatus tide_tool_import_read_table (TideToolImported *self,
                                            const TideToolImport *typed,
                                            const TideToolVerb *verb);
gboolean tide_tool_import_take_own (TideToolImported *self, const TideToolImport *typed);
TideToolStatus tide_tool_import_make_plan (TideToolImported *self,
                                           const TideToolImport *typed,
                                           const TideToolVerb *verb,
                                           TideSnapshot *snapshot);
TideToolStatus tide_tool_import_decide (TideToolImported *self,
                                        const TideToolImport *typed,
                                        const TideToolVerb *verb,
                                        TideSnapshot *snapshot);

guint tide_tool_import_get_line (const TideToolImported *self, guint row);
const char *tide_tool_import_get_header (const TideToolImported *self, guint column);
char *tide_tool_import_dup_doubt (const TideToolImported *self, guint column);
GBytes *tide_tool_import_write_text (const TideToolImported *self);
GBytes *tide_tool_import_write_json (const TideToolImported *self);

G_END_DECLS
