/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-date.h"
#include "core/tide-decimal.h"

G_BEGIN_DECLS

/**
 * TideTableType:
 * @TIDE_TABLE_TEXT: text, which is never taken for anything else
 * @TIDE_TABLE_NUMBER: decimal numbers
 * @TIDE_TABLE_AMOUNT: amounts of money, in the currency that the header names
 * @TIDE_TABLE_PERCENT: percentages; the number is "16.3" for 16.3 %
 * @TIDE_TABLE_DATE: dates of any precision
 * @TIDE_TABLE_BOOLEAN: true or false
 *
 * What the cells of a column are.
 */
typedef enum
{
  TIDE_TABLE_TEXT,
  TIDE_TABLE_NUMBER,
  TIDE_TABLE_AMOUNT,
  TIDE_TABLE_PERCENT,
  TIDE_TABLE_DATE,
  TIDE_TABLE_BOOLEAN,
} TideTableType;

/**
 * TideTableColumn:
 * @title: what stands in the header
 * @type: what its cells are
 */
typedef struct
{
  const char *title;
  TideTableType type;
} TideTableColumn;

/**
 * TideTableValueKind:
 *
 * What a cell that is written holds.
 */
typedef enum
{
  TIDE_TABLE_VALUE_EMPTY,
  TIDE_TABLE_VALUE_TEXT,
  TIDE_TABLE_VALUE_DECIMAL,
  TIDE_TABLE_VALUE_DATE,
  TIDE_TABLE_VALUE_BOOLEAN,
} TideTableValueKind;

/**
 * TideTableValue:
 *
 * What a cell that is written holds; borrowed from whoever writes it.
 */
typedef struct
{
  TideTableValueKind kind;
  union
  {
    const char *text; /* never empty */
    const TideDecimal *decimal;
    const TideDate *date;
    gboolean boolean;
  } as;
} TideTableValue;

/**
 * TideTableWriter:
 *
 * Writes sheets of typed columns, cell by cell and row by row, in one format of tables. What it
 * writes depends on what it is told alone: on no locale, clock or machine.
 */
#define TIDE_TYPE_TABLE_WRITER (tide_table_writer_get_type ())
G_DECLARE_DERIVABLE_TYPE (TideTableWriter, tide_table_writer, TIDE, TABLE_WRITER, GObject)

/**
 * TideTableWriterClass:
 * @begin_sheet: begins a sheet with its header; the one before has ended
 * @add: writes the next cell of the row; @index counts from 0
 * @end_row: ends the row
 * @end_sheet: ends a sheet
 * @end: gives what was written
 */
struct _TideTableWriterClass
{
  GObjectClass parent_class;

  void (*begin_sheet) (TideTableWriter *self,
                       const char *name,
                       const TideTableColumn *columns,
                       guint n_columns);
  void (*add) (TideTableWriter *self, guint index, TideTableType type, const TideTableValue *value);
  void (*end_row) (TideTableWriter *self);
  void (*end_sheet) (TideTableWriter *self);
  GBytes *(*end) (TideTableWriter *self, GError **error);
};

void tide_table_writer_begin_sheet (TideTableWriter *self,
                                    const char *name,
                                    const TideTableColumn *columns,
                                    guint n_columns);
void tide_table_writer_add_text (TideTableWriter *self, const char *text);
void tide_table_writer_add_decimal (TideTableWriter *self, const TideDecimal *decimal);
void tide_table_writer_add_date (TideTableWriter *self, const TideDate *date);
void tide_table_writer_add_boolean (TideTableWriter *self, gboolean boolean);
void tide_table_writer_add_empty (TideTableWriter *self);
void tide_table_writer_end_row (TideTableWriter *self);
void tide_table_writer_add_row (TideTableWriter *self, const char *const *cells);
GBytes *tide_table_writer_end (TideTableWriter *self, GError **error);

char *tide_table_value_dup_text (const TideTableValue *value, TideTableType type);

G_END_DECLS
