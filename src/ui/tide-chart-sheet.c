/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-chart-sheet.h"

#include "codec/tide-export-losses.h"
#include "codec/tide-export-survey.h"
#include "codec/tide-markdown-writer.h"
#include "codec/tide-xlsx-writer.h"
#include "ui/tide-chart-value.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Characters that a sheet's name has at most. */
#define MAX_NAME 31

/* What a cell means: a text, unless a number or a date is set. */
typedef struct
{
  const char *text; /* the table's */
  TideDecimal decimal;
  TideDate date;
} Cell;

typedef struct
{
  char *title; /* owned */
  TideTableType type;
  Cell *cells;   /* owned, one for each row */
  guint n_texts; /* of its cells that are no numbers, where the others are */
} Column;

struct _TideChartSheet
{
  TideChartTable *table; /* owned */
  char *name;            /* owned */
  GPtrArray *columns;    /* owned, of Column */
};

static void
column_free (Column *column)
{
  g_free (column->title);
  g_free (column->cells);
  g_free (column);
}

static Column *
column_new (const TideChartTable *table, guint index)
{
  Column *column = g_new0 (Column, 1);

  column->title = g_strdup (g_ptr_array_index (table->columns, index));
  column->type = TIDE_TABLE_TEXT;
  column->cells = g_new0 (Cell, table->rows->len);
  for (guint i = 0; i < table->rows->len; i++)
    column->cells[i].text = ((GStrv) g_ptr_array_index (table->rows, i))[index];

  return column;
}

/* What rows are about ------------------------------------------------------------------------ */

/* Where the chart does not say which dates they are, what is written as programs do is one. */
static gboolean
read_dates (Column *column, const TideChartTable *table)
{
  const guint n_rows = table->rows->len;
  const gboolean is_dated = table->dates->len == n_rows;

  for (guint i = 0; i < n_rows; i++)
    {
      const char *text = is_dated ? g_ptr_array_index (table->dates, i) : column->cells[i].text;

      if (!tide_date_parse (text, TRUE, &column->cells[i].date))
        return FALSE;
    }

  return n_rows > 0;
}

static gboolean
has_years_only (const Column *column, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    if (column->cells[i].date.precision != TIDE_PRECISION_YEAR)
      return FALSE;

  return TRUE;
}

/* No spreadsheet has a date that is a year; as a number it is one to the last digit. */
static void
make_years (Column *column, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      Cell *cell = &column->cells[i];

      cell->decimal = (TideDecimal) { .mantissa = cell->date.year, .is_set = TRUE };
      cell->date = (TideDate) { 0 };
    }
  column->type = TIDE_TABLE_NUMBER;
}

static void
forget_dates (Column *column, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    column->cells[i].date = (TideDate) { 0 };
}

static void
read_first (Column *column, const TideChartTable *table)
{
  const guint n_rows = table->rows->len;

  if (!read_dates (column, table))
    forget_dates (column, n_rows);
  else if (has_years_only (column, n_rows))
    make_years (column, n_rows);
  else
    column->type = TIDE_TABLE_DATE;
}

/* Values ------------------------------------------------------------------------------------- */

static void
take_unit (Column *column, const char *unit)
{
  char *title;

  column->type = strcmp (unit, "%") == 0 ? TIDE_TABLE_PERCENT : TIDE_TABLE_NUMBER;
  if (*unit == '\0' || column->type == TIDE_TABLE_PERCENT)
    return;

  /* Translators: title of a column of a chart's table: what the values are, their unit. */
  title = g_strdup_printf (C_ ("chart", "%s (%s)"), column->title, unit);
  g_free (column->title);
  column->title = title;
}

/* Values of different units are no numbers that could stand below each other. */
static void
forget_numbers (Column *column, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      column->cells[i].decimal = (TideDecimal) { 0 };
      column->n_texts += *column->cells[i].text != '\0' ? 1 : 0;
    }
}

static void
read_values (Column *column, guint n_rows)
{
  g_autofree char *unit = NULL;
  gboolean is_alike = TRUE;

  for (guint i = 0; i < n_rows; i++)
    {
      Cell *cell = &column->cells[i];
      g_autofree char *found = tide_chart_value_read (cell->text, &cell->decimal);

      if (found == NULL)
        {
          cell->decimal = (TideDecimal) { 0 };
          column->n_texts += *cell->text != '\0' ? 1 : 0;
          continue;
        }
      is_alike = is_alike && (unit == NULL || strcmp (unit, found) == 0);
      g_set_str (&unit, found);
    }

  if (unit == NULL)
    return;

  if (is_alike)
    take_unit (column, unit);
  else
    {
      column->n_texts = 0;
      forget_numbers (column, n_rows);
    }
}

/* The sheet ---------------------------------------------------------------------------------- */

/* What a spreadsheet allows as a name. */
static char *
dup_sheet_name (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');
  g_autofree char *stem
      = g_strndup (file_name, dot != NULL ? (gsize) (dot - file_name) : strlen (file_name));
  g_autofree char *name = g_utf8_substring (stem, 0, MIN (g_utf8_strlen (stem, -1), MAX_NAME));

  g_strstrip (g_strdelimit (name, "[]:*?/\\'", ' '));

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (C_ ("file name", "Chart"));
}

/**
 * tide_chart_sheet_new:
 * @table: the numbers of a chart
 * @name: the name of the file that is proposed, such as #TideChartFrame::data-requested gives
 *
 * Returns: (transfer full): the numbers as a sheet
 */
TideChartSheet *
tide_chart_sheet_new (const TideChartTable *table, const char *name)
{
  TideChartSheet *self = g_new0 (TideChartSheet, 1);
  const guint n_rows = table->rows->len;

  self->table = tide_chart_table_copy (table);
  self->name = dup_sheet_name (name);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  for (guint i = 0; i < table->columns->len; i++)
    {
      Column *column = column_new (self->table, i);

      if (i == 0)
        read_first (column, self->table);
      else
        read_values (column, n_rows);
      g_ptr_array_add (self->columns, column);
    }

  return self;
}

/**
 * tide_chart_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees it.
 */
void
tide_chart_sheet_free (TideChartSheet *self)
{
  tide_chart_table_free (self->table);
  g_ptr_array_unref (self->columns);
  g_free (self->name);
  g_free (self);
}

/**
 * tide_chart_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows it has below its header
 */
guint
tide_chart_sheet_get_n_rows (const TideChartSheet *self)
{
  return self->table->rows->len;
}

static void
write_cell (TideTableWriter *writer, const Cell *cell)
{
  if (cell->decimal.is_set)
    tide_table_writer_add_decimal (writer, &cell->decimal);
  else if (tide_date_is_set (&cell->date))
    tide_table_writer_add_date (writer, &cell->date);
  else
    tide_table_writer_add_text (writer, cell->text);
}

/**
 * tide_chart_sheet_write_to:
 * @self: a sheet
 * @writer: a writer
 *
 * Writes the sheet.
 */
void
tide_chart_sheet_write_to (const TideChartSheet *self, TideTableWriter *writer)
{
  const guint n_columns = self->columns->len;
  g_autofree TideTableColumn *columns = g_new (TideTableColumn, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);

      columns[i] = (TideTableColumn) { column->title, column->type };
    }

  tide_table_writer_begin_sheet (writer, self->name, columns, n_columns);
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      for (guint j = 0; j < n_columns; j++)
        write_cell (writer, &((const Column *) g_ptr_array_index (self->columns, j))->cells[i]);
      tide_table_writer_end_row (writer);
    }
}

static TideTableWriter *
create_writer (TideExportFormat format)
{
  switch (format)
    {
    case TIDE_EXPORT_XLSX:
      return tide_xlsx_writer_new ();
    case TIDE_EXPORT_MARKDOWN:
      return tide_markdown_writer_new ();
    case TIDE_EXPORT_TSV:
      return tide_csv_writer_new (&TIDE_CSV_STYLE_TAB);
    case TIDE_EXPORT_CSV:
    case TIDE_N_EXPORT_FORMATS:
    default:
      /* Spreadsheets need the mark to show Chinese text. */
      return tide_csv_writer_new (&(TideCsvStyle) { ',', '.', TRUE });
    }
}

/**
 * tide_chart_sheet_write:
 * @self: a sheet
 * @format: in which format
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a whole file
 */
GBytes *
tide_chart_sheet_write (const TideChartSheet *self, TideExportFormat format, GError **error)
{
  g_autoptr (TideTableWriter) writer = create_writer (format);

  tide_chart_sheet_write_to (self, writer);

  return tide_table_writer_end (writer, error);
}

/* What a file does not hold ------------------------------------------------------------------ */

static void
add_breaks (const TideChartSheet *self, GStrvBuilder *losses)
{
  const guint n = self->table->n_breaks;

  if (n > 0)
    g_strv_builder_take (losses, g_strdup_printf (
                                     /* Translators: %u is how many */
                                     ngettext ("%u break in a series is not written.",
                                               "%u breaks in series are not written.", n),
                                     n));
}

static void
add_texts (const TideChartSheet *self, GStrvBuilder *losses)
{
  for (guint i = 1; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);
      const guint n = column->n_texts;

      if (n > 0)
        g_strv_builder_take (
            losses,
            g_strdup_printf (
                /* Translators: %u is how many, %s the title of a column */
                ngettext ("%u value of “%s” is not a number of one unit and is written as text.",
                          "%u values of “%s” are not numbers of one unit and are written as text.",
                          n),
                n, column->title));
    }
}

/**
 * tide_chart_sheet_list_losses:
 * @self: a sheet
 * @format: in which format it is to be written
 *
 * Finds out what a file will not hold as the chart does.
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences, in the language of the program;
 *   none where the file holds everything
 */
char **
tide_chart_sheet_list_losses (const TideChartSheet *self, TideExportFormat format)
{
  g_autoptr (GStrvBuilder) losses = g_strv_builder_new ();

  add_breaks (self, losses);
  if (format == TIDE_EXPORT_XLSX)
    {
      g_autoptr (TideExportSurvey) survey = tide_export_survey_new ();
      TideExportFindings findings;

      add_texts (self, losses);
      tide_chart_sheet_write_to (self, TIDE_TABLE_WRITER (survey));
      findings = *tide_export_survey_get_findings (survey);
      /* A chart rounds all numbers of a column alike: its zeros are nobody's statement. */
      findings.n_round_numbers = 0;
      tide_export_losses_add (losses, &findings);
    }

  return g_strv_builder_end (losses);
}
