/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"

G_BEGIN_DECLS

/**
 * TIDE_TABLE_NO_ROW:
 *
 * What stands for a row where there is none.
 */
#define TIDE_TABLE_NO_ROW G_MAXUINT

/**
 * TideTableHeader:
 * @row: the row with the names of the columns, from 0; %TIDE_TABLE_NO_ROW where there is none
 * @first_row: the first row of data, from 0; the number of rows where there is none
 *
 * Where the data of a table begin. What stands above @row is a preamble: a title, a date, a note.
 */
typedef struct
{
  guint row;
  guint first_row;
} TideTableHeader;

TideTableHeader tide_table_header_guess (const TideTable *table);

G_END_DECLS
