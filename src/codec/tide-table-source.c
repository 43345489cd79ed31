/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table-source-private.h"

#include "codec/tide-html-table.h"
#include "codec/tide-table-header.h"
#include "core/tide-problem.h"

#include <glib/gi18n-lib.h>

struct _TideTableSource
{
  gatomicrefcount ref_count;
  TideTableSourceKind kind;
  GBytes *bytes;                /* owned */
  TideSpreadsheet *spreadsheet; /* owned; nullable */
  GPtrArray *tables;            /* owned; nullable: of TideTable, of a page */
  GArray *encodings;            /* owned; nullable: of TideEncodingGuess, of text */
  TideTableChoice guess;
};

static gboolean
refuse_empty (const char *sheet, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_NO_TABLES, sheet, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/* The first sheet that a person sees. */
static void
guess_sheet (TideTableSource *self)
{
  const guint n = tide_spreadsheet_get_n_sheets (self->spreadsheet);
  guint sheet = 0;

  while (sheet < n && tide_spreadsheet_get_sheet_hidden (self->spreadsheet, sheet))
    sheet++;
  self->guess.sheet = sheet < n ? sheet : 0;
}

static gboolean
open_spreadsheet (TideTableSource *self, GCancellable *cancellable, GError **error)
{
  self->kind = TIDE_TABLE_SOURCE_SPREADSHEET;
  self->spreadsheet = tide_table_source_open_spreadsheet (self->bytes, cancellable, error);
  if (self->spreadsheet == NULL)
    return FALSE;

  guess_sheet (self);

  return TRUE;
}

static gboolean
open_page (TideTableSource *self, GCancellable *cancellable, GError **error)
{
  self->tables = tide_html_tables_read (self->bytes, cancellable, error);

  return self->tables != NULL && (self->tables->len > 0 || refuse_empty (NULL, error));
}

static gboolean
open_text (TideTableSource *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) encodings = tide_encoding_guess (self->bytes);
  const TideEncoding encoding = g_array_index (encodings, TideEncodingGuess, 0).encoding;

  if (!tide_table_source_judge_text (self->bytes, encoding, &self->kind, error))
    return FALSE;
  if (self->kind == TIDE_TABLE_SOURCE_PAGE)
    return open_page (self, cancellable, error);

  self->encodings = g_steal_pointer (&encodings);
  self->guess.options.encoding = encoding;
  tide_delimited_guess_separator (self->bytes, &self->guess.options);

  return TRUE;
}

/**
 * tide_table_source_is_likely:
 * @head: the beginning of a file, at best 64 kB
 *
 * Tells a table from a register of Tideline, whatever a file is called. Of an archive no more is
 * known by its beginning than that tide_table_source_new() has a better word on it.
 *
 * Returns: whether the file begins as a spreadsheet, a page or a text of several columns does
 */
gboolean
tide_table_source_is_likely (GBytes *head)
{
  g_autoptr (GArray) encodings = NULL;
  TideDelimitedOptions options = { 0 };
  TideTableSourceKind kind;

  g_return_val_if_fail (head != NULL, FALSE);

  if (tide_spreadsheet_is_likely (head))
    return TRUE;
  if (!tide_table_source_check_bytes (head, NULL))
    return FALSE;

  encodings = tide_encoding_guess (head);
  options.encoding = g_array_index (encodings, TideEncodingGuess, 0).encoding;
  if (!tide_table_source_judge_text (head, options.encoding, &kind, NULL))
    return FALSE;
  tide_delimited_guess_separator (head, &options);

  return kind == TIDE_TABLE_SOURCE_PAGE || tide_table_source_has_columns (head, &options);
}

/**
 * tide_table_source_new:
 * @bytes: what a file has, or the clipboard
 * @cancellable: (nullable): stops it
 * @error: where a refusal is put: %TIDE_PROBLEM_NOT_A_TABLE, which says what the bytes are instead,
 *   %TIDE_PROBLEM_NO_TABLES, or a refusal of the reader of such files
 *
 * Finds out what the bytes are, whatever the name of their file says, and which tables they have.
 * Takes up to a second for a large file; any thread may do it.
 *
 * Returns: (transfer full) (nullable): the source, which has at least one table; %NULL with @error
 *   set
 */
TideTableSource *
tide_table_source_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideTableSource) self = NULL;
  gboolean is_open;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!tide_table_source_check_bytes (bytes, error))
    return NULL;

  self = g_new0 (TideTableSource, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->guess.header_row = TIDE_TABLE_NO_ROW;
  is_open = tide_spreadsheet_is_likely (bytes) ? open_spreadsheet (self, cancellable, error)
                                               : open_text (self, cancellable, error);

  return is_open ? g_steal_pointer (&self) : NULL;
}

/**
 * tide_table_source_ref:
 * @self: a source
 *
 * Returns: (transfer full): @self
 */
TideTableSource *
tide_table_source_ref (TideTableSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_table_source_unref:
 * @self: (transfer full): a source
 */
void
tide_table_source_unref (TideTableSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->spreadsheet, tide_spreadsheet_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->encodings, g_array_unref);
  g_free (self);
}

/**
 * tide_table_source_get_kind:
 * @self: a source
 *
 * Returns: what it is
 */
TideTableSourceKind
tide_table_source_get_kind (const TideTableSource *self)
{
  g_return_val_if_fail (self != NULL, TIDE_TABLE_SOURCE_TEXT);

  return self->kind;
}

/**
 * tide_table_source_get_guess:
 * @self: a source
 *
 * Returns: (transfer none): how it is probably to be read: the first sheet that is not hidden, the
 *   surest encoding, the separator that fits best
 */
const TideTableChoice *
tide_table_source_get_guess (const TideTableSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->guess;
}

/**
 * tide_table_source_get_confidence:
 * @self: a source
 * @encoding: an encoding
 *
 * Returns: how sure it is that the text is in @encoding, 0 to 100; 0 for what is no text
 */
guint
tide_table_source_get_confidence (const TideTableSource *self, TideEncoding encoding)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; self->encodings != NULL && i < self->encodings->len; i++)
    {
      const TideEncodingGuess *guess = &g_array_index (self->encodings, TideEncodingGuess, i);

      if (guess->encoding == encoding)
        return guess->confidence;
    }

  return 0;
}

/**
 * tide_table_source_get_n_sheets:
 * @self: a source
 *
 * Returns: how many tables it may be read as, at least 1
 */
guint
tide_table_source_get_n_sheets (const TideTableSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->spreadsheet != NULL)
    return tide_spreadsheet_get_n_sheets (self->spreadsheet);

  return self->tables != NULL ? self->tables->len : 1;
}

/**
 * tide_table_source_dup_sheet_name:
 * @self: a source
 * @sheet: which table, from 0
 *
 * Returns: (transfer full): what a person calls it
 */
char *
tide_table_source_dup_sheet_name (const TideTableSource *self, guint sheet)
{
  g_return_val_if_fail (sheet < tide_table_source_get_n_sheets (self), NULL);

  if (self->spreadsheet != NULL)
    return g_strdup (tide_spreadsheet_get_sheet_name (self->spreadsheet, sheet));

  /* Translators: a table of a web page, by its number */
  return g_strdup_printf (_ ("Table %u"), sheet + 1);
}

/**
 * tide_table_source_is_sheet_hidden:
 * @self: a source
 * @sheet: which table, from 0
 *
 * Returns: whether spreadsheet programs hide it
 */
gboolean
tide_table_source_is_sheet_hidden (const TideTableSource *self, guint sheet)
{
  g_return_val_if_fail (sheet < tide_table_source_get_n_sheets (self), FALSE);

  return self->spreadsheet != NULL && tide_spreadsheet_get_sheet_hidden (self->spreadsheet, sheet);
}

static TideTable *
read_spreadsheet (const TideTableSource *self,
                  guint sheet,
                  TideProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GStrv *notes,
                  GError **error)
{
  TideSpreadsheetNotes of_sheet = { 0 };
  g_autoptr (TideTable) table = tide_spreadsheet_read_sheet (
      self->spreadsheet, sheet, progress, user_data, cancellable, &of_sheet, error);

  if (table == NULL)
    return NULL;
  if (tide_table_get_n_rows (table) == 0)
    {
      refuse_empty (tide_spreadsheet_get_sheet_name (self->spreadsheet, sheet), error);
      return NULL;
    }
  if (notes != NULL)
    *notes = tide_table_source_dup_notes (table, &of_sheet);

  return g_steal_pointer (&table);
}

/**
 * tide_table_source_read:
 * @self: a source
 * @choice: how it is to be read
 * @progress: (nullable) (scope call): told how far it has come
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @notes: (out) (optional) (transfer full): what a person should be told of the table, in
 *   sentences; maybe none. Not set where the table is refused
 * @error: where a refusal is put
 *
 * Reads one of the tables. Takes seconds for a large one; any thread may do it.
 *
 * Returns: (transfer full) (nullable): the table, which has at least one row; %NULL with @error set
 */
TideTable *
tide_table_source_read (const TideTableSource *self,
                        const TideTableChoice *choice,
                        TideProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GStrv *notes,
                        GError **error)
{
  TideTable *table;

  g_return_val_if_fail (choice != NULL, NULL);
  g_return_val_if_fail (choice->sheet < tide_table_source_get_n_sheets (self), NULL);

  if (self->spreadsheet != NULL)
    return read_spreadsheet (self, choice->sheet, progress, user_data, cancellable, notes, error);

  table = self->tables != NULL ? tide_table_ref (g_ptr_array_index (self->tables, choice->sheet))
                               : tide_delimited_read (self->bytes, &choice->options, progress,
                                                      user_data, cancellable, error);
  if (table != NULL && notes != NULL)
    *notes = g_new0 (char *, 1);

  return table;
}
