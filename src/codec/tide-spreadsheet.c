/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-spreadsheet.h"

#include "codec/tide-compound.h"
#include "codec/tide-xlsx-sheet.h"
#include "codec/tide-xlsx-workbook.h"
#include "core/tide-problem.h"

#include <string.h>

/* How files begin that are archives. */
#define ZIP_MARK "PK\3\4"

struct _TideSpreadsheet
{
  gatomicrefcount ref_count;
  GBytes *file;               /* owned */
  TideXlsxWorkbook *workbook; /* owned */
};

static gboolean
is_archive (GBytes *file)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);

  return length >= strlen (ZIP_MARK) && memcmp (data, ZIP_MARK, strlen (ZIP_MARK)) == 0;
}

/**
 * tide_spreadsheet_is_likely:
 * @file: a file
 *
 * Returns: whether it begins as the files of spreadsheet programs do, so that
 *   tide_spreadsheet_open() has a better word on it than a reader of text
 */
gboolean
tide_spreadsheet_is_likely (GBytes *file)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return is_archive (file) || tide_compound_is_likely (file);
}

static gboolean
refuse (TideProblemCode code, const char *argument, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, argument, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
refuse_compound (GBytes *file, GError **error)
{
  if (tide_compound_has_stream (file, "EncryptedPackage"))
    return refuse (TIDE_PROBLEM_PASSWORD, NULL, error);
  if (tide_compound_has_stream (file, "Workbook") || tide_compound_has_stream (file, "Book"))
    return refuse (TIDE_PROBLEM_OTHER_SPREADSHEET, ".xls", error);

  return refuse (TIDE_PROBLEM_NOT_A_SPREADSHEET, NULL, error);
}

static gboolean
check_mark (GBytes *file, GError **error)
{
  if (g_bytes_get_size (file) == 0)
    return refuse (TIDE_PROBLEM_EMPTY_FILE, NULL, error);
  if (g_bytes_get_size (file) > TIDE_ARCHIVE_MAX_SIZE)
    return refuse (TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", error);
  if (tide_compound_is_likely (file))
    return refuse_compound (file, error);
  if (!is_archive (file))
    return refuse (TIDE_PROBLEM_NOT_A_SPREADSHEET, NULL, error);

  return TRUE;
}

static TideSpreadsheet *
spreadsheet_new (GBytes *file, TideXlsxWorkbook *workbook)
{
  TideSpreadsheet *self = g_new0 (TideSpreadsheet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_bytes_ref (file);
  self->workbook = workbook;

  return self;
}

/**
 * tide_spreadsheet_open:
 * @file: the contents of an XLSX file
 * @cancellable: (nullable): stops it
 * @error: what is wrong with it
 *
 * Finds the sheets of a spreadsheet, without reading their cells.
 *
 * Returns: (transfer full) (nullable): the spreadsheet; %NULL with @error of %TIDE_PROBLEM_ERROR
 * set where the file is none, is protected with a password, is damaged, or is beyond the limits
 */
TideSpreadsheet *
tide_spreadsheet_open (GBytes *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideArchive) archive = NULL;
  TideXlsxWorkbook *workbook;

  g_return_val_if_fail (file != NULL, NULL);

  if (!check_mark (file, error))
    return NULL;
  archive = tide_archive_open (file, error);
  if (archive == NULL)
    return NULL;
  workbook = tide_xlsx_workbook_read (archive, cancellable, error);

  return workbook == NULL ? NULL : spreadsheet_new (file, workbook);
}

/**
 * tide_spreadsheet_ref:
 * @self: a spreadsheet
 *
 * Returns: (transfer full): @self
 */
TideSpreadsheet *
tide_spreadsheet_ref (TideSpreadsheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_spreadsheet_unref:
 * @self: (transfer full): a spreadsheet
 */
void
tide_spreadsheet_unref (TideSpreadsheet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->file);
  tide_xlsx_workbook_free (self->workbook);
  g_free (self);
}

/**
 * tide_spreadsheet_get_n_sheets:
 * @self: a spreadsheet
 *
 * Returns: how many sheets have cells, hidden ones among them; at least 1
 */
guint
tide_spreadsheet_get_n_sheets (const TideSpreadsheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->workbook->sheets->len;
}

static const TideXlsxSheet *
get_sheet (const TideSpreadsheet *self, guint sheet)
{
  return g_ptr_array_index (self->workbook->sheets, sheet);
}

/**
 * tide_spreadsheet_get_sheet_name:
 * @self: a spreadsheet
 * @sheet: a sheet, from 0
 *
 * Returns: (transfer none): what it is called
 */
const char *
tide_spreadsheet_get_sheet_name (const TideSpreadsheet *self, guint sheet)
{
  g_return_val_if_fail (sheet < tide_spreadsheet_get_n_sheets (self), "");

  return get_sheet (self, sheet)->name;
}

/**
 * tide_spreadsheet_get_sheet_hidden:
 * @self: a spreadsheet
 * @sheet: a sheet, from 0
 *
 * Returns: whether spreadsheet programs hide it
 */
gboolean
tide_spreadsheet_get_sheet_hidden (const TideSpreadsheet *self, guint sheet)
{
  g_return_val_if_fail (sheet < tide_spreadsheet_get_n_sheets (self), FALSE);

  return get_sheet (self, sheet)->is_hidden;
}

static guint64
get_part_size (const TideArchive *archive, const char *part)
{
  return part == NULL ? 0 : tide_archive_get_part_size (archive, part);
}

static TideTable *
read_sheet (TideArchive *archive,
            const TideXlsxWorkbook *workbook,
            const char *part,
            TideSpreadsheetNotes *notes,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (TideXlsxStyles) styles
      = tide_xlsx_styles_read (archive, workbook->styles, cancellable, error);
  g_autoptr (TideXlsxStrings) strings
      = styles == NULL ? NULL
                       : tide_xlsx_strings_read (archive, workbook->strings, cancellable, error);
  TideXlsxBook book = { strings, styles, workbook->is_1904 };

  return strings == NULL ? NULL
                         : tide_xlsx_sheet_read (archive, part, &book, notes, cancellable, error);
}

/**
 * tide_spreadsheet_read_sheet:
 * @self: a spreadsheet
 * @sheet: a sheet, from 0
 * @progress: (nullable) (scope call): told how far it has come
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @notes: (out) (optional): what a person should be told of the sheet
 * @error: why it stopped
 *
 * Reads the cells of a sheet. It takes seconds for a large one; any thread may do it.
 *
 * Returns: (transfer full) (nullable): the cells; %NULL with @error set where the file is damaged
 * or beyond the limits
 */
TideTable *
tide_spreadsheet_read_sheet (const TideSpreadsheet *self,
                             guint sheet,
                             TideProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             TideSpreadsheetNotes *notes,
                             GError **error)
{
  g_autoptr (TideArchive) archive = NULL;
  TideSpreadsheetNotes ignored;
  const TideXlsxWorkbook *workbook;
  const char *part;

  g_return_val_if_fail (sheet < tide_spreadsheet_get_n_sheets (self), NULL);

  workbook = self->workbook;
  part = get_sheet (self, sheet)->part;
  archive = tide_archive_open (self->file, error);
  if (archive == NULL)
    return NULL;
  tide_archive_watch (archive,
                      get_part_size (archive, workbook->styles)
                          + get_part_size (archive, workbook->strings)
                          + get_part_size (archive, part),
                      progress, user_data);

  return read_sheet (archive, workbook, part, notes == NULL ? &ignored : notes, cancellable, error);
}
