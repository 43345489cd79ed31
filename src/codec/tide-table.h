/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TIDE_TABLE_MAX_CELL:
 *
 * How many bytes of UTF-8 a cell may have.
 */
#define TIDE_TABLE_MAX_CELL (1024 * 1024)
#define TIDE_TABLE_MAX_COLUMNS 10000
#define TIDE_TABLE_MAX_ROWS 1000000

/**
 * TIDE_TABLE_MAX_CELLS:
 *
 * How many cells a table may have in all, so that a file of nothing but separators stays small in
 * memory.
 */
#define TIDE_TABLE_MAX_CELLS 50000000

/**
 * TIDE_TABLE_MAX_SIZE:
 *
 * How many bytes the file of a table may have, and its cells together.
 */
#define TIDE_TABLE_MAX_SIZE (256 * 1024 * 1024)

/**
 * TideCellKind:
 * @TIDE_CELL_EMPTY: nothing
 * @TIDE_CELL_TEXT: text as it was written; each cell of delimited text that is not empty
 * @TIDE_CELL_NUMBER: a number of a spreadsheet, with a decimal point, maybe with an exponent
 * @TIDE_CELL_PERCENT: a number that a spreadsheet shows as a percentage: "16.3" for 16.3 %
 * @TIDE_CELL_DATE: a day, or a day and time, of a spreadsheet: "2023-08-15", "2023-08-15T08:30:00"
 * @TIDE_CELL_BOOLEAN: "true" or "false"
 * @TIDE_CELL_ERROR: what a spreadsheet shows instead of a value: "#N/A"
 *
 * What the file itself says that a cell is.
 */
typedef enum
{
  TIDE_CELL_EMPTY,
  TIDE_CELL_TEXT,
  TIDE_CELL_NUMBER,
  TIDE_CELL_PERCENT,
  TIDE_CELL_DATE,
  TIDE_CELL_BOOLEAN,
  TIDE_CELL_ERROR,
} TideCellKind;

/**
 * TideTable:
 *
 * The cells of somebody else's table, as they were read: rows of texts, not all of one length.
 * Immutable and atomically counted, so that any thread may look into it.
 */
typedef struct _TideTable TideTable;

/**
 * TideTableBuilder:
 *
 * Makes a #TideTable, cell by cell and row by row, within the limits of tables.
 */
typedef struct _TideTableBuilder TideTableBuilder;

TideTable *tide_table_ref (TideTable *self);
void tide_table_unref (TideTable *self);
guint tide_table_get_n_rows (const TideTable *self);
guint tide_table_get_n_columns (const TideTable *self);
guint tide_table_get_row_length (const TideTable *self, guint row);
guint tide_table_get_line (const TideTable *self, guint row);
const char *tide_table_get_text (const TideTable *self, guint row, guint column);
TideCellKind tide_table_get_kind (const TideTable *self, guint row, guint column);

TideTableBuilder *tide_table_builder_new (void);
void tide_table_builder_free (TideTableBuilder *self);
void tide_table_builder_begin_row (TideTableBuilder *self, guint line);
gboolean tide_table_builder_add (
    TideTableBuilder *self, TideCellKind kind, const char *text, gssize length, GError **error);
gboolean tide_table_builder_add_empty (TideTableBuilder *self, guint n, GError **error);
gboolean tide_table_builder_end_row (TideTableBuilder *self, GError **error);
guint tide_table_builder_get_n_rows (const TideTableBuilder *self);
guint tide_table_builder_get_row_length (const TideTableBuilder *self);
TideTable *tide_table_builder_end (TideTableBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTable, tide_table_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideTableBuilder, tide_table_builder_free)

G_END_DECLS
