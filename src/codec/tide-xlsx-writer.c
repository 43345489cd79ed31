/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* In characters. */
#define MIN_WIDTH 10
#define MAX_WIDTH 40

/* By which a percentage is moved, as the format holds the share itself. */
#define PERCENT_DIGITS 2

/* The date of every workbook: one that told the time would differ from one export to the next. */
#define CREATED 946684800

struct _TideXlsxWriter
{
  TideTableWriter parent_instance;

  locale_t locale;          /* owned; the library writes numbers as the thread's locale has them */
  lxw_workbook *workbook;   /* owned, nullable where it could not be made or has ended */
  lxw_worksheet *worksheet; /* the workbook's, nullable where it could not be made */
  lxw_format *header;
  lxw_format *formats[TIDE_TABLE_BOOLEAN + 1]; /* nullable */
  guint n_columns;
  lxw_row_t row;
  lxw_error failure;
  const char *output; /* the library's, until it is given away */
  size_t output_size;
};

G_DEFINE_FINAL_TYPE (TideXlsxWriter, tide_xlsx_writer, TIDE_TYPE_TABLE_WRITER)

static const char *const number_formats[TIDE_TABLE_BOOLEAN + 1] = {
  [TIDE_TABLE_AMOUNT] = "#,##0.00",
  [TIDE_TABLE_PERCENT] = "0.00%",
  [TIDE_TABLE_DATE] = "yyyy-mm-dd",
};

/* A number of the format is binary: this many digits survive the way there and back. */
static guint
count_digits (gint64 mantissa)
{
  guint n = 0;

  for (; mantissa != 0; mantissa /= 10)
    n++;

  return n;
}

/**
 * tide_xlsx_holds_decimal:
 * @decimal: a number
 *
 * Returns: whether a cell holds it as a number, to the last digit
 */
gboolean
tide_xlsx_holds_decimal (const TideDecimal *decimal)
{
  return count_digits (decimal->mantissa) <= TIDE_XLSX_MAX_DIGITS;
}

/**
 * tide_xlsx_holds_date:
 * @date: a date
 *
 * Returns: whether a cell holds it as a date: a day that exists, after February 1900, where the
 *   calendars of spreadsheets differ
 */
gboolean
tide_xlsx_holds_date (const TideDate *date)
{
  return date->precision == TIDE_PRECISION_DAY && tide_date_is_real (date)
         && (date->year > 1900 || (date->year == 1900 && date->month > 2));
}

static void
note_failure (TideXlsxWriter *self, lxw_error failure)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
}

static gboolean
is_escape (const char *text)
{
  return text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3])
         && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) && text[6] == '_';
}

/* What reads "_x0041_" takes it for the character of that number; the library, which writes control
 * characters so, does not mind. */
static char *
dup_escaped (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && is_escape (p))
        g_string_append (escaped, "_x005F");
      g_string_append_c (escaped, *p);
    }

  return g_string_free_and_steal (escaped);
}

static void
write_text (TideXlsxWriter *self, lxw_col_t column, const char *text)
{
  g_autofree char *escaped = strstr (text, "_x") != NULL ? dup_escaped (text) : NULL;
  g_autofree char *cut = NULL;

  if (escaped != NULL)
    text = escaped;
  if (strlen (text) > TIDE_XLSX_MAX_TEXT && g_utf8_strlen (text, -1) > TIDE_XLSX_MAX_TEXT)
    cut = g_utf8_substring (text, 0, TIDE_XLSX_MAX_TEXT);
  note_failure (self, worksheet_write_string (self->worksheet, self->row, column,
                                              cut != NULL ? cut : text, NULL));
}

static void
write_value_text (TideXlsxWriter *self,
                  lxw_col_t column,
                  TideTableType type,
                  const TideTableValue *value)
{
  g_autofree char *text = tide_table_value_dup_text (value, type);

  write_text (self, column, text);
}

static void
write_decimal (TideXlsxWriter *self,
               lxw_col_t column,
               TideTableType type,
               const TideDecimal *decimal)
{
  TideDecimal number = *decimal;

  if (type == TIDE_TABLE_PERCENT)
    number.scale += PERCENT_DIGITS;
  note_failure (self,
                worksheet_write_number (self->worksheet, self->row, column,
                                        tide_decimal_to_double (&number), self->formats[type]));
}

static void
write_date (TideXlsxWriter *self, lxw_col_t column, const TideDate *date)
{
  lxw_datetime day = { .year = date->year, .month = date->month, .day = date->day };

  note_failure (self, worksheet_write_datetime (self->worksheet, self->row, column, &day,
                                                self->formats[TIDE_TABLE_DATE]));
}

static gboolean
is_number (TideTableType type, const TideTableValue *value)
{
  return value->kind == TIDE_TABLE_VALUE_DECIMAL && tide_xlsx_holds_decimal (value->as.decimal)
         && (type != TIDE_TABLE_PERCENT
             || value->as.decimal->scale + PERCENT_DIGITS <= TIDE_DECIMAL_MAX_SCALE);
}

static void
write_value (TideXlsxWriter *self,
             lxw_col_t column,
             TideTableType type,
             const TideTableValue *value)
{
  if (value->kind == TIDE_TABLE_VALUE_TEXT)
    write_text (self, column, value->as.text);
  else if (value->kind == TIDE_TABLE_VALUE_BOOLEAN)
    note_failure (self, worksheet_write_boolean (self->worksheet, self->row, column,
                                                 value->as.boolean, NULL));
  else if (value->kind == TIDE_TABLE_VALUE_DATE && tide_xlsx_holds_date (value->as.date))
    write_date (self, column, value->as.date);
  else if (is_number (type, value))
    write_decimal (self, column, type, value->as.decimal);
  else if (value->kind != TIDE_TABLE_VALUE_EMPTY)
    write_value_text (self, column, type, value);
}

static void
tide_xlsx_writer_add (TideTableWriter *writer,
                      guint index,
                      TideTableType type,
                      const TideTableValue *value)
{
  TideXlsxWriter *self = TIDE_XLSX_WRITER (writer);
  locale_t before;

  if (self->worksheet == NULL || self->failure != LXW_NO_ERROR)
    return;

  before = uselocale (self->locale);
  write_value (self, (lxw_col_t) index, type, value);
  uselocale (before);
}

static void
tide_xlsx_writer_end_row (TideTableWriter *writer)
{
  TIDE_XLSX_WRITER (writer)->row++;
}

static void
write_header (TideXlsxWriter *self, lxw_col_t column, const TideTableColumn *title)
{
  const glong length = g_utf8_strlen (title->title, -1) + 4;
  const double width = (double) CLAMP (length, MIN_WIDTH, MAX_WIDTH);

  note_failure (self, worksheet_set_column (self->worksheet, column, column, width, NULL));
  note_failure (self,
                worksheet_write_string (self->worksheet, 0, column, title->title, self->header));
}

static void
tide_xlsx_writer_begin_sheet (TideTableWriter *writer,
                              const char *name,
                              const TideTableColumn *columns,
                              guint n_columns)
{
  TideXlsxWriter *self = TIDE_XLSX_WRITER (writer);
  const locale_t before = uselocale (self->locale);

  self->worksheet = self->workbook != NULL ? workbook_add_worksheet (self->workbook, name) : NULL;
  if (self->worksheet != NULL)
    {
      worksheet_freeze_panes (self->worksheet, 1, 0);
      for (guint i = 0; i < n_columns; i++)
        write_header (self, (lxw_col_t) i, &columns[i]);
    }
  else
    note_failure (self, LXW_ERROR_CREATING_TMPFILE);
  uselocale (before);

  self->n_columns = n_columns;
  self->row = 1;
}

static void
tide_xlsx_writer_end_sheet (TideTableWriter *writer)
{
  TideXlsxWriter *self = TIDE_XLSX_WRITER (writer);

  if (self->worksheet != NULL && self->failure == LXW_NO_ERROR)
    worksheet_autofilter (self->worksheet, 0, 0, self->row - 1, (lxw_col_t) (self->n_columns - 1));
}

static void
close_workbook (TideXlsxWriter *self)
{
  const locale_t before = uselocale (self->locale);

  if (self->workbook != NULL)
    note_failure (self, workbook_close (g_steal_pointer (&self->workbook)));
  uselocale (before);
}

static GBytes *
tide_xlsx_writer_end (TideTableWriter *writer, GError **error)
{
  TideXlsxWriter *self = TIDE_XLSX_WRITER (writer);
  char *output;

  close_workbook (self);
  if (self->failure == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("A sheet of this format holds at most 1,048,576 rows."));
  else if (self->failure != LXW_NO_ERROR || self->output == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, lxw_strerror (self->failure));
  else
    {
      output = (char *) g_steal_pointer (&self->output);
      return g_bytes_new_with_free_func (output, self->output_size, free, output);
    }

  return NULL;
}

static void
tide_xlsx_writer_finalize (GObject *object)
{
  TideXlsxWriter *self = TIDE_XLSX_WRITER (object);

  close_workbook (self);
  free ((char *) self->output);
  freelocale (self->locale);

  G_OBJECT_CLASS (tide_xlsx_writer_parent_class)->finalize (object);
}

static void
tide_xlsx_writer_class_init (TideXlsxWriterClass *klass)
{
  TideTableWriterClass *writer_class = TIDE_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tide_xlsx_writer_finalize;
  writer_class->begin_sheet = tide_xlsx_writer_begin_sheet;
  writer_class->add = tide_xlsx_writer_add;
  writer_class->end_row = tide_xlsx_writer_end_row;
  writer_class->end_sheet = tide_xlsx_writer_end_sheet;
  writer_class->end = tide_xlsx_writer_end;
}

static void
make_formats (TideXlsxWriter *self)
{
  self->header = workbook_add_format (self->workbook);
  format_set_bold (self->header);
  for (guint i = 0; i < G_N_ELEMENTS (number_formats); i++)
    if (number_formats[i] != NULL)
      {
        self->formats[i] = workbook_add_format (self->workbook);
        format_set_num_format (self->formats[i], number_formats[i]);
      }
}

static void
tide_xlsx_writer_init (TideXlsxWriter *self)
{
  /* Rows go to a file of the library's, so that memory does not grow with them. */
  lxw_workbook_options options = { .constant_memory = LXW_TRUE,
                                   .output_buffer = &self->output,
                                   .output_buffer_size = &self->output_size };
  lxw_doc_properties properties = { .created = CREATED };

  self->locale = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  self->workbook = workbook_new_opt (NULL, &options);
  if (self->workbook == NULL)
    return;

  workbook_set_properties (self->workbook, &properties);
  make_formats (self);
}

/**
 * tide_xlsx_writer_new:
 *
 * Returns: (transfer full): a writer
 */
TideTableWriter *
tide_xlsx_writer_new (void)
{
  return g_object_new (TIDE_TYPE_XLSX_WRITER, NULL);
}
