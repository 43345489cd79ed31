/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-source.h"

#include "codec/tide-html-table.h"
#include "store/tide-file-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into a file its kind is looked for. */
#define HEAD 512

struct _TideImportSource
{
  gatomicrefcount ref_count;
  GBytes *bytes;
  TideSpreadsheet *spreadsheet; /* nullable */
  GPtrArray *tables;            /* nullable: of HTML */
  GArray *encodings;            /* nullable: of TideEncodingGuess, of delimited text */
  TideImportChoice guess;
};

static gboolean
is_html (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", (gssize) MIN (size, HEAD));

  g_strstrip (head);

  return g_str_has_prefix (head, "<") && (strstr (head, "<html") || strstr (head, "<table"));
}

static void
guess_text (TideImportSource *self)
{
  self->encodings = tide_encoding_guess (self->bytes);
  tide_delimited_guess (self->bytes, &self->guess.options);
}

/**
 * tide_import_source_new:
 * @bytes: what a file has
 * @cancellable: (nullable): stops it
 * @error: where a refusal is put
 *
 * Finds out what the file is. Blocks: call it in a thread.
 *
 * Returns: (transfer full) (nullable): the file as it was opened
 */
TideImportSource *
tide_import_source_new (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideImportSource) self = g_new0 (TideImportSource, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  if (tide_spreadsheet_is_likely (bytes))
    self->spreadsheet = tide_spreadsheet_open (bytes, cancellable, error);
  else if (is_html (bytes))
    self->tables = tide_html_tables_read (bytes, cancellable, error);
  else
    guess_text (self);

  if (self->spreadsheet == NULL && self->tables == NULL && self->encodings == NULL)
    return NULL;
  if (tide_import_source_get_n_sheets (self) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("There is no table in this file."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tide_import_source_open:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: where a refusal is put
 *
 * Reads a file of at most 256 MB, and finds out what it is. Blocks: call it in a thread.
 *
 * Returns: (transfer full) (nullable): the file as it was opened
 */
TideImportSource *
tide_import_source_open (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = tide_file_reader_read (file, cancellable, error);

  return bytes != NULL ? tide_import_source_new (bytes, cancellable, error) : NULL;
}

/**
 * tide_import_source_ref:
 * @self: a source
 *
 * Returns: (transfer full): @self
 */
TideImportSource *
tide_import_source_ref (TideImportSource *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_import_source_unref:
 * @self: (transfer full): a source
 */
void
tide_import_source_unref (TideImportSource *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->spreadsheet, tide_spreadsheet_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->encodings, g_array_unref);
  g_free (self);
}

/**
 * tide_import_source_get_guess:
 * @self: a source
 *
 * Returns: (transfer none): how it is probably to be read
 */
const TideImportChoice *
tide_import_source_get_guess (const TideImportSource *self)
{
  return &self->guess;
}

/**
 * tide_import_source_is_delimited:
 * @self: a source
 *
 * Returns: whether it is text, which has an encoding and a separator
 */
gboolean
tide_import_source_is_delimited (const TideImportSource *self)
{
  return self->encodings != NULL;
}

/**
 * tide_import_source_get_confidence:
 * @self: a source
 * @encoding: an encoding
 *
 * Returns: how sure it is that the text is in @encoding, 0 to 100
 */
guint
tide_import_source_get_confidence (const TideImportSource *self, TideEncoding encoding)
{
  for (guint i = 0; self->encodings != NULL && i < self->encodings->len; i++)
    {
      const TideEncodingGuess *guess = &g_array_index (self->encodings, TideEncodingGuess, i);

      if (guess->encoding == encoding)
        return guess->confidence;
    }

  return 0;
}

/**
 * tide_import_source_get_n_sheets:
 * @self: a source
 *
 * Returns: how many tables it may be read as
 */
guint
tide_import_source_get_n_sheets (const TideImportSource *self)
{
  if (self->spreadsheet != NULL)
    return tide_spreadsheet_get_n_sheets (self->spreadsheet);

  return self->tables != NULL ? self->tables->len : 1;
}

/**
 * tide_import_source_dup_sheet_name:
 * @self: a source
 * @sheet: which table, from 0
 *
 * Returns: (transfer full): what a person calls it
 */
char *
tide_import_source_dup_sheet_name (const TideImportSource *self, guint sheet)
{
  if (self->spreadsheet != NULL)
    return g_strdup (tide_spreadsheet_get_sheet_name (self->spreadsheet, sheet));

  /* Translators: a table of a web page, by its number */
  return g_strdup_printf (_ ("Table %u"), sheet + 1);
}

/**
 * tide_import_source_read:
 * @self: a source
 * @choice: how it is to be read
 * @progress: (nullable) (scope call): told how far it has come
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: where a refusal is put
 *
 * Blocks: call it in a thread.
 *
 * Returns: (transfer full) (nullable): the table
 */
TideTable *
tide_import_source_read (const TideImportSource *self,
                         const TideImportChoice *choice,
                         TideProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (TideTable) table = NULL;

  if (self->spreadsheet != NULL)
    table = tide_spreadsheet_read_sheet (self->spreadsheet, choice->sheet, progress, user_data,
                                         cancellable, NULL, error);
  else if (self->tables != NULL)
    table = tide_table_ref (g_ptr_array_index (self->tables, choice->sheet));
  else
    table = tide_delimited_read (self->bytes, &choice->options, progress, user_data, cancellable,
                                 error);

  if (table == NULL)
    return NULL;
  if (tide_table_get_n_rows (table) == 0 || tide_table_get_n_columns (table) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("There is nothing in this table."));
      return NULL;
    }

  return g_steal_pointer (&table);
}
