/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-column-format.h"

G_BEGIN_DECLS

/* Bytes of the longest cell that can be anything but text, the final NUL among them. */
#define TIDE_FOLDED_CELL_SIZE 96

/* More digits than any decimal holds. */
#define TIDE_COLUMN_NUMBER_DIGITS 40

/* What the signs between the digits of a number prove. */
typedef enum
{
  TIDE_NUMBER_FORM_NONE, /* it is no number */
  TIDE_NUMBER_FORM_PLAIN,
  TIDE_NUMBER_FORM_POINT,
  TIDE_NUMBER_FORM_COMMA,
  TIDE_NUMBER_FORM_EITHER,
} TideNumberForm;

/* The first number within a folded cell. */
typedef struct
{
  TideNumberForm form;
  const char *start; /* in the cell */
  const char *end;
  char separator;    /* the last sign between digits, or 0 */
  char grouping;     /* the sign that surely groups, or 0 */
  guint n_behind;    /* digits behind the last separator */
  gboolean is_split; /* whether those are decimals: the form says so, or it was settled */
  int exponent;      /* of E notation */
  guint n_digits;
  char digits[TIDE_COLUMN_NUMBER_DIGITS + 1];
} TideColumnNumber;

/* What the digits of a date prove. */
typedef enum
{
  TIDE_DATE_FORM_NONE,     /* it is no date in digits */
  TIDE_DATE_FORM_CALENDAR, /* 2023, 20230815: a date, or a number */
  TIDE_DATE_FORM_PLAIN,
  TIDE_DATE_FORM_DAY_FIRST,
  TIDE_DATE_FORM_DOTTED, /* 01.02.2024: written with dots where days come first */
  TIDE_DATE_FORM_MONTH_FIRST,
  TIDE_DATE_FORM_EITHER,
} TideDateForm;

typedef struct
{
  TideDateForm form;
  guint parts[3]; /* year, month, day; where the year stands last, the two before it as written */
  guint n_parts;
} TideColumnDate;

gboolean tide_column_cell_fold (const char *text, char folded[TIDE_FOLDED_CELL_SIZE]);
gboolean tide_column_cell_is_unknown (const char *folded);

gboolean tide_column_number_scan (TideColumnNumber *number, const char *folded);
gboolean tide_column_number_settle (TideColumnNumber *number, char decimal);
void tide_column_number_drop_noise (TideColumnNumber *number);
char *tide_column_number_dup_text (const TideColumnNumber *number, int exponent);

TideCellReason tide_column_format_read_number (const TideColumnFormat *self,
                                               TideCellKind kind,
                                               const char *folded,
                                               TideCellReading *reading);

gboolean tide_column_date_scan (TideColumnDate *date, const char *folded);
TideCellReason tide_column_format_read_date (const TideColumnFormat *self,
                                             TideCellKind kind,
                                             const char *folded,
                                             TideDate *date);
gboolean tide_column_date_recognise (const char *folded, TideDate *date);

G_END_DECLS
