/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-reading-file.h"

#include "brief/tide-reading-render.h"
#include "codec/tide-csv-writer.h"
#include "ui/tide-text-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
write_csv (TideReading *reading, GError **error)
{
  const TideCsvStyle style = { ',', '.', TRUE };
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&style);
  g_autoptr (GPtrArray) rows = tide_reading_list_rows (reading);
  TideTableColumn columns[TIDE_N_READING_COLUMNS];

  for (guint i = 0; i < TIDE_N_READING_COLUMNS; i++)
    {
      columns[i].title = tide_reading_column_get_code ((TideReadingColumn) i);
      columns[i].type = tide_reading_column_is_number ((TideReadingColumn) i) ? TIDE_TABLE_NUMBER
                                                                              : TIDE_TABLE_TEXT;
    }
  tide_table_writer_begin_sheet (writer, "findings", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->len; i++)
    tide_table_writer_add_row (writer, g_ptr_array_index (rows, i));

  return tide_table_writer_end (writer, error);
}

static GBytes *
write_reading (gpointer reading, TideTextFormat format, GError **error)
{
  char *text;

  if (format == TIDE_TEXT_CSV)
    return write_csv (reading, error);

  text = format == TIDE_TEXT_HTML ? tide_reading_dup_html (reading)
                                  : tide_reading_dup_markdown (reading);

  return g_bytes_new_take (text, strlen (text));
}

static TidePrintout *
lay_out (gpointer reading,
         const char *name,
         const TidePrintoutStyle *style,
         GCancellable *cancellable,
         GError **error)
{
  return tide_printout_new_reading (reading, name, style, cancellable, error);
}

static gpointer
ref (gpointer reading)
{
  return tide_reading_ref (reading);
}

static void
unref (gpointer reading)
{
  tide_reading_unref (reading);
}

static const TideTextFormat formats[]
    = { TIDE_TEXT_HTML, TIDE_TEXT_MARKDOWN, TIDE_TEXT_CSV, TIDE_TEXT_PDF };

static const TideTextSource readings = {
  .formats = formats,
  .n_formats = G_N_ELEMENTS (formats),
  .save_title = N_ ("Save Checked Text"),
  .not_saved = N_ ("Checked Text Not Saved"),
  .not_printed = N_ ("Checked Text Not Printed"),
  .write = write_reading,
  .lay_out = lay_out,
  .ref = ref,
  .unref = unref,
};

/**
 * tide_reading_file_save:
 * @parent: a widget of the window, below the overlay where toasts are shown
 * @reading: a text that was checked
 * @name: the name that is proposed for the file, without an ending
 *
 * Asks for a file, whose ending says whether it is HTML or Markdown, with each finding marked in
 * the text, a CSV table of the findings, or PDF, and writes it in a thread. A toast or a dialog
 * tells how that went.
 */
void
tide_reading_file_save (GtkWidget *parent, TideReading *reading, const char *name)
{
  tide_text_file_save (parent, &readings, reading, name);
}

/**
 * tide_reading_file_write:
 * @parent: a widget of the window, below the overlay where toasts are shown
 * @reading: a text that was checked
 * @name: what it is called
 * @file: where to; its ending says in which format
 *
 * Writes it in a thread. A toast or a dialog tells how that went.
 */
void
tide_reading_file_write (GtkWidget *parent, TideReading *reading, const char *name, GFile *file)
{
  tide_text_file_write (parent, &readings, reading, name, file);
}

/**
 * tide_reading_print:
 * @parent: a widget of the window
 * @reading: a text that was checked
 * @name: what it is called, on the pages and among what waits for the printer
 *
 * Asks for a printer, and prints the text with its findings marked and listed.
 */
void
tide_reading_print (GtkWidget *parent, TideReading *reading, const char *name)
{
  tide_text_file_print (parent, &readings, reading, name);
}
