/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-progress.h"
#include "codec/tide-table.h"

G_BEGIN_DECLS

/**
 * TIDE_SPREADSHEET_PLACE_SIZE:
 *
 * Room for the place of a cell, such as XFD1048576, and its NUL.
 */
#define TIDE_SPREADSHEET_PLACE_SIZE 12

/**
 * TideSpreadsheet:
 *
 * The spreadsheet of an XLSX file: which sheets it has, and what they say. Immutable and atomically
 * counted, so that several threads may read from it at once.
 *
 * A sheet becomes a #TideTable as follows.
 *
 * - A row without any value of its own is left out; tide_table_get_line() gives the row of the
 *   sheet. Cells that are missing between others are empty ones, and hidden rows and columns are
 *   read as the others are.
 * - A number is written without the noise of binary fractions: as the shortest text that gives the
 *   same double, or to 15 digits, as spreadsheet programs show it, where what lies beyond them is
 *   plainly the rest of a calculation. A number shown as a percentage is one of #TIDE_CELL_PERCENT.
 *   Where its format shows it with a currency or a unit of money, it is a text of both: "€1200.5",
 *   "27.5万元".
 * - A date has no more precision than its format shows: 1 August 2023 shown as a month is
 *   "2023-08". What is only a time of day, or a length of time, is a text: "08:30:00".
 * - The value of merged cells stands in each of them across, and, unless it is a number, which
 * would be counted again, in each of them down.
 * - A formula has the value that was saved with it. One without is a cell of #TIDE_CELL_ERROR that
 *   says the formula, and is counted.
 */
typedef struct _TideSpreadsheet TideSpreadsheet;

/**
 * TideSpreadsheetNotes:
 * @n_uncalculated: formulas without a saved value
 * @first_uncalculated: where the first of them is, such as C12
 * @n_unreadable: cells that say they are a number or a date, and are none; they are texts
 * @first_unreadable: where the first of them is
 * @n_unrepeated: numbers in cells merged downwards, which stand in the topmost alone
 * @first_unrepeated: where the first of them is
 * @n_hidden: rows with values that spreadsheet programs hide, as filters do
 * @first_hidden: the number of the first of them
 *
 * What a person should be told of a sheet that was read.
 */
typedef struct
{
  guint n_uncalculated;
  char first_uncalculated[TIDE_SPREADSHEET_PLACE_SIZE];
  guint n_unreadable;
  char first_unreadable[TIDE_SPREADSHEET_PLACE_SIZE];
  guint n_unrepeated;
  char first_unrepeated[TIDE_SPREADSHEET_PLACE_SIZE];
  guint n_hidden;
  guint first_hidden;
} TideSpreadsheetNotes;

gboolean tide_spreadsheet_is_likely (GBytes *file);
TideSpreadsheet *tide_spreadsheet_open (GBytes *file, GCancellable *cancellable, GError **error);
TideSpreadsheet *tide_spreadsheet_ref (TideSpreadsheet *self);
void tide_spreadsheet_unref (TideSpreadsheet *self);
guint tide_spreadsheet_get_n_sheets (const TideSpreadsheet *self);
const char *tide_spreadsheet_get_sheet_name (const TideSpreadsheet *self, guint sheet);
gboolean tide_spreadsheet_get_sheet_hidden (const TideSpreadsheet *self, guint sheet);
TideTable *tide_spreadsheet_read_sheet (const TideSpreadsheet *self,
                                        guint sheet,
                                        TideProgressFunc progress,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        TideSpreadsheetNotes *notes,
                                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSpreadsheet, tide_spreadsheet_unref)

G_END_DECLS
