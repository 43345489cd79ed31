/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"

#include "core/tide-amount-text.h"
#include "core/tide-date.h"

G_BEGIN_DECLS

/**
 * TideColumnKind:
 * @TIDE_COLUMN_TEXT: words
 * @TIDE_COLUMN_NUMBER: numbers that are no money
 * @TIDE_COLUMN_AMOUNT: amounts of money
 * @TIDE_COLUMN_PERCENT: numbers per cent, with or without the sign
 * @TIDE_COLUMN_DATE: dates of any precision, quarters among them
 *
 * What the cells of a column are read as.
 */
typedef enum
{
  TIDE_COLUMN_TEXT,
  TIDE_COLUMN_NUMBER,
  TIDE_COLUMN_AMOUNT,
  TIDE_COLUMN_PERCENT,
  TIDE_COLUMN_DATE,
  TIDE_N_COLUMN_KINDS,
} TideColumnKind;

/**
 * TideDateOrder:
 * @TIDE_DATE_ORDER_EACH: each date by itself, and one that may mean two days is refused
 * @TIDE_DATE_ORDER_DAY_FIRST: 01/02/2024 is the first of February
 * @TIDE_DATE_ORDER_MONTH_FIRST: 01/02/2024 is the second of January
 *
 * How a date in digits is read that ends with the year. One that begins with the year is always
 * year, month, day.
 */
typedef enum
{
  TIDE_DATE_ORDER_EACH,
  TIDE_DATE_ORDER_DAY_FIRST,
  TIDE_DATE_ORDER_MONTH_FIRST,
} TideDateOrder;

/**
 * TideColumnFormat:
 * @kind: what the cells are
 * @decimal: the decimal sign, '.' or ','; 0 to read each number by itself, where one that may mean
 *   two things (1.234) is refused
 * @grouping: the sign that was seen to group digits: ',', '.', ' ' or '\''; 0 for none. Reading
 *   takes any of them that is not the decimal sign.
 * @exponent: the unit of numbers and amounts that name none themselves, as a power of ten: 4 for 万
 * @currency: code of the currency of amounts that name none themselves; empty for none. Where
 *   another column names it, set it anew for each row.
 * @date_order: how dates that end with the year are read
 *
 * How the cells of one column are to be read. A plain value: set it to zeros and change what is
 * wanted; copy it as it is.
 */
typedef struct
{
  TideColumnKind kind;
  TideDateOrder date_order;
  char decimal;
  char grouping;
  guint8 exponent;
  char currency[4];
} TideColumnFormat;

gboolean tide_column_format_equal (const TideColumnFormat *a, const TideColumnFormat *b);
char *tide_column_format_to_text (const TideColumnFormat *self);
gboolean tide_column_format_from_text (TideColumnFormat *self, const char *text);
char *tide_column_format_take_unit (TideColumnFormat *self, const char *header);
gboolean tide_column_format_read_unit (TideColumnFormat *self, const char *text);

/* Cells --------------------------------------------------------------------------------------- */

/**
 * TideCellState:
 * @TIDE_CELL_IS_EMPTY: there is nothing
 * @TIDE_CELL_IS_READ: there is a value
 * @TIDE_CELL_IS_UNKNOWN: it says that the value is not known: `未透露`, `n/a`, `—`
 * @TIDE_CELL_IS_UNREADABLE: it says something else, see the reason
 *
 * What came of reading a cell.
 */
typedef enum
{
  TIDE_CELL_IS_EMPTY,
  TIDE_CELL_IS_READ,
  TIDE_CELL_IS_UNKNOWN,
  TIDE_CELL_IS_UNREADABLE,
  TIDE_N_CELL_STATES,
} TideCellState;

/**
 * TideCellReason:
 * @TIDE_CELL_REASON_SEPARATORS: the signs between its digits do not fit the column's decimal sign
 * @TIDE_CELL_REASON_EITHER_NUMBER: it may mean two numbers, as nobody told the decimal sign
 * @TIDE_CELL_REASON_EITHER_DATE: it may mean two days, as nobody told the order
 * @TIDE_CELL_REASON_SHORT_YEAR: the year has two digits
 * @TIDE_CELL_REASON_HALF_YEAR: it is half a year, which is no date here
 * @TIDE_CELL_REASON_LOST_ZERO: a spreadsheet's number such as 2023.1, January or October
 * @TIDE_CELL_REASON_SERIAL_DAY: a number that may be a spreadsheet's count of days
 * @TIDE_CELL_REASON_ERROR: an error of the spreadsheet, such as #DIV/0!
 *
 * Why a cell could not be read.
 */
typedef enum
{
  TIDE_CELL_REASON_NONE,
  TIDE_CELL_REASON_NO_NUMBER,
  TIDE_CELL_REASON_NO_AMOUNT,
  TIDE_CELL_REASON_NO_PERCENTAGE,
  TIDE_CELL_REASON_NO_DATE,
  TIDE_CELL_REASON_SEPARATORS,
  TIDE_CELL_REASON_EITHER_NUMBER,
  TIDE_CELL_REASON_OUT_OF_RANGE,
  TIDE_CELL_REASON_TOO_PRECISE,
  TIDE_CELL_REASON_EITHER_DATE,
  TIDE_CELL_REASON_UNREAL_DATE,
  TIDE_CELL_REASON_SHORT_YEAR,
  TIDE_CELL_REASON_HALF_YEAR,
  TIDE_CELL_REASON_LOST_ZERO,
  TIDE_CELL_REASON_SERIAL_DAY,
  TIDE_CELL_REASON_ERROR,
  TIDE_N_CELL_REASONS,
} TideCellReason;

/**
 * TideCellReading:
 * @state: what came of it; the members below are unset but for %TIDE_CELL_IS_READ
 * @reason: why not; %TIDE_CELL_REASON_NONE but for %TIDE_CELL_IS_UNREADABLE
 * @number: of a number, in ones; of a percentage, per cent; and its last certain unit
 * @amount: of an amount, in units of its currency, which is empty where none is known
 * @date: of a date
 * @text: (owned) (nullable): of a text, as registers keep it
 *
 * What a cell means, by the kind of its column. Let it go with tide_cell_reading_clear().
 */
typedef struct
{
  TideCellState state;
  TideCellReason reason;
  TideDecimal number;
  TideDecimal precision;
  TideAmountReading amount;
  TideDate date;
  char *text;
} TideCellReading;

TideCellState tide_column_format_read (const TideColumnFormat *self,
                                       const TideTable *table,
                                       guint row,
                                       guint column,
                                       TideCellReading *reading);
TideCellState tide_column_format_read_text (const TideColumnFormat *self,
                                            TideCellKind kind,
                                            const char *text,
                                            TideCellReading *reading);
void tide_cell_reading_clear (TideCellReading *reading);
char *tide_cell_reason_dup_sentence (TideCellReason reason, const char *text);

/* Guesses ------------------------------------------------------------------------------------- */

/**
 * TideColumnCount:
 * @n_cells: how many cells
 * @first_row: the row of the first of them, from 0; meaningless for none
 */
typedef struct
{
  guint n_cells;
  guint first_row;
} TideColumnCount;

/**
 * TideColumnDoubt:
 * @TIDE_COLUMN_DOUBT_DECIMAL: some numbers may mean two things, and none tells which: ask
 * @TIDE_COLUMN_DOUBT_DATE_ORDER: some dates may mean two days, and none tells which: ask
 * @TIDE_COLUMN_DOUBT_MIXED_DECIMAL: some numbers have a decimal point, others a decimal comma
 * @TIDE_COLUMN_DOUBT_MIXED_DATE_ORDER: some dates begin with the day, others with the month
 *
 * What the cells of a column leave open. While it is, cells that may mean two things are refused.
 */
typedef enum
{
  TIDE_COLUMN_DOUBT_NONE = 0,
  TIDE_COLUMN_DOUBT_DECIMAL = 1 << 0,
  TIDE_COLUMN_DOUBT_DATE_ORDER = 1 << 1,
  TIDE_COLUMN_DOUBT_MIXED_DECIMAL = 1 << 2,
  TIDE_COLUMN_DOUBT_MIXED_DATE_ORDER = 1 << 3,
} TideColumnDoubt;

/**
 * TideColumnGuess:
 * @format: how the column is probably to be read
 * @doubts: what is open about it
 * @point: cells that can only have a decimal point
 * @comma: cells that can only have a decimal comma
 * @either_number: cells such as 1.234 or 1,234, which may mean two numbers
 * @either_sign: the sign in the first of them, or 0
 * @day_first: cells that can only begin with the day
 * @month_first: cells that can only begin with the month
 * @either_date: cells such as 01/02/2024, which may mean two days
 *
 * What the header and all cells of a column tell of how it is to be read.
 */
typedef struct
{
  TideColumnFormat format;
  TideColumnDoubt doubts;
  TideColumnCount point;
  TideColumnCount comma;
  TideColumnCount either_number;
  char either_sign;
  TideColumnCount day_first;
  TideColumnCount month_first;
  TideColumnCount either_date;
} TideColumnGuess;

void tide_column_guess (TideColumnGuess *guess,
                        const TideTable *table,
                        guint column,
                        const char *header,
                        guint first_row);
void tide_column_guess_set_kind (TideColumnGuess *guess, TideColumnKind kind);
guint
tide_column_guess_get_alternatives (const TideColumnGuess *guess, TideColumnFormat alternatives[2]);
char *
tide_column_guess_dup_doubt (const TideColumnGuess *guess, const TideTable *table, guint column);

/* Summaries ----------------------------------------------------------------------------------- */

#define TIDE_COLUMN_SUMMARY_ROWS 10

/**
 * TideColumnSummary:
 * @states: how many cells came to each state
 * @unreadable: (array length=n_unreadable): the first rows whose cell could not be read, from 0
 *
 * What comes of reading a whole column.
 */
typedef struct
{
  TideColumnCount states[TIDE_N_CELL_STATES];
  guint unreadable[TIDE_COLUMN_SUMMARY_ROWS];
  guint n_unreadable;
} TideColumnSummary;

void tide_column_summarise (TideColumnSummary *summary,
                            const TideColumnFormat *format,
                            const TideTable *table,
                            guint column,
                            guint first_row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideCellReading, tide_cell_reading_clear)

G_END_DECLS
