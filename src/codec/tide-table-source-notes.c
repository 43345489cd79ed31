/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table-source-private.h"

#include <glib/gi18n-lib.h>

/* A sentence in the plural, of which only the number and the place of the first are written in. */
static void
add (GStrvBuilder *notes, const char *sentence, guint n, const char *first)
{
  g_autoptr (GString) text = g_string_new (sentence);
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (text, "{n}", number, 1);
  g_string_replace (text, "{first}", first, 1);
  g_strv_builder_add (notes, text->str);
}

static void
add_cells (GStrvBuilder *notes, const TideSpreadsheetNotes *of_sheet)
{
  if (of_sheet->n_uncalculated > 0)
    add (notes,
         ngettext ("A formula was saved without its value and is left out: {first}. Open the file "
                   "in a spreadsheet program and save it again.",
                   "{n} formulas were saved without their values and are left out, the first in "
                   "{first}. Open the file in a spreadsheet program and save it again.",
                   of_sheet->n_uncalculated),
         of_sheet->n_uncalculated, of_sheet->first_uncalculated);
  if (of_sheet->n_unreadable > 0)
    add (notes,
         ngettext ("A cell should be a number or a date and is none: {first}. It is read as text.",
                   "{n} cells should be numbers or dates and are none, the first {first}. They are "
                   "read as text.",
                   of_sheet->n_unreadable),
         of_sheet->n_unreadable, of_sheet->first_unreadable);
  if (of_sheet->n_unrepeated > 0)
    add (notes,
         ngettext ("A number stands in cells merged over several rows: {first}. It is read in the "
                   "topmost alone, so that it counts once.",
                   "{n} numbers stand in cells merged over several rows, the first in {first}. "
                   "They are read in the topmost alone, so that they count once.",
                   of_sheet->n_unrepeated),
         of_sheet->n_unrepeated, of_sheet->first_unrepeated);
}

static void
add_rows (GStrvBuilder *notes, const TideSpreadsheetNotes *of_sheet)
{
  g_autofree char *first = g_strdup_printf ("%u", of_sheet->first_hidden);

  if (of_sheet->n_hidden > 0)
    add (notes,
         ngettext ("A row is hidden in the spreadsheet, number {first}. It is read as the others "
                   "are.",
                   "{n} rows are hidden in the spreadsheet, the first is number {first}. They are "
                   "read as the others are.",
                   of_sheet->n_hidden),
         of_sheet->n_hidden, first);
}

/* Cells that show an error, those without a saved value not among them. */
static void
add_errors (GStrvBuilder *notes, const TideTable *table, guint n_uncalculated)
{
  guint n = 0;

  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
      n += tide_table_get_kind (table, row, column) == TIDE_CELL_ERROR;

  if (n > n_uncalculated)
    add (notes,
         ngettext ("A cell shows an error, such as #N/A, instead of a value.",
                   "{n} cells show an error, such as #N/A, instead of a value.",
                   n - n_uncalculated),
         n - n_uncalculated, "");
}

/*
 * tide_table_source_dup_notes:
 * @table: a table of a spreadsheet
 * @notes: what its reader noticed
 *
 * Returns: (transfer full): what a person should be told of the table, in sentences; maybe none
 */
GStrv
tide_table_source_dup_notes (const TideTable *table, const TideSpreadsheetNotes *notes)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  add_cells (sentences, notes);
  add_errors (sentences, table, notes->n_uncalculated);
  add_rows (sentences, notes);

  return g_strv_builder_end (sentences);
}
