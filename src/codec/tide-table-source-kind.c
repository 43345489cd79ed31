/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-table-source-private.h"

#include "codec/tide-archive.h"
#include "codec/tide-compound.h"
#include "core/tide-problem.h"

#include <string.h>

/* How far into a file a PDF may begin, as its readers have it. */
#define PDF_HEAD 1024

/* Longer than any type of an open document. */
#define TYPE_SIZE 100
#define OPEN_DOCUMENT "application/vnd.oasis.opendocument."

#define BYTES(text) text, sizeof text - 1

/* Bytes that a file begins with, and more behind them where letters could begin a text so. */
static const struct
{
  const char *begin;
  gsize begin_length;
  const char *what;
  gsize offset;
  const char *mark; /* nullable */
  gsize mark_length;
} marks[] = {
  { BYTES ("\x89PNG\r\n"), "picture", 0, NULL, 0 },
  { BYTES ("\xff\xd8\xff"), "picture", 0, NULL, 0 },
  { BYTES ("GIF87a"), "picture", 0, NULL, 0 },
  { BYTES ("GIF89a"), "picture", 0, NULL, 0 },
  { BYTES ("II*\0"), "picture", 0, NULL, 0 },
  { BYTES ("MM\0*"), "picture", 0, NULL, 0 },
  { BYTES ("BM"), "picture", 6, BYTES ("\0\0\0\0") },
  { BYTES ("RIFF"), "picture", 8, BYTES ("WEBP") },
  { BYTES ("\0\0\0"), "picture", 4, BYTES ("ftyphei") },
  { BYTES ("\0\0\0"), "picture", 4, BYTES ("ftypavif") },
  { BYTES ("\0\0\0"), "media", 4, BYTES ("ftyp") },
  { BYTES ("RIFF"), "media", 8, BYTES ("WAVE") },
  { BYTES ("RIFF"), "media", 8, BYTES ("AVI ") },
  { BYTES ("OggS\0"), "media", 0, NULL, 0 },
  { BYTES ("ID3\3"), "media", 0, NULL, 0 },
  { BYTES ("ID3\4"), "media", 0, NULL, 0 },
  { BYTES ("fLaC\0"), "media", 0, NULL, 0 },
  { BYTES ("\x1a\x45\xdf\xa3"), "media", 0, NULL, 0 },
  { BYTES ("\x1f\x8b\x08"), "archive", 0, NULL, 0 },
  { BYTES ("BZh"), "archive", 4, BYTES ("1AY&SY") },
  { BYTES ("\xfd\x37zXZ\0"), "archive", 0, NULL, 0 },
  { BYTES ("7z\xbc\xaf\x27\x1c"), "archive", 0, NULL, 0 },
  { BYTES ("Rar!\x1a\x07"), "archive", 0, NULL, 0 },
  { BYTES ("\x28\xb5\x2f\xfd"), "archive", 0, NULL, 0 },
  { BYTES ("PK\5\6"), "archive", 0, NULL, 0 },
  { BYTES ("PK\7\x08"), "archive", 0, NULL, 0 },
  { BYTES (""), "archive", 257, BYTES ("ustar\0") },
  { BYTES (""), "archive", 257, BYTES ("ustar  \0") },
  { BYTES ("SQLite format 3\0"), "database", 0, NULL, 0 },
  { BYTES ("\0\1\0\0"), "database", 4, BYTES ("Standard Jet DB\0") },
  { BYTES ("\0\1\0\0"), "database", 4, BYTES ("Standard ACE DB\0") },
  { BYTES ("{\\rtf"), "document", 0, NULL, 0 },
  { BYTES ("%!PS-Adobe"), "document", 0, NULL, 0 },
};

/* Parts of archives that are files of office programs. */
static const struct
{
  const char *part;
  const char *what;
} parts[] = {
  { "word/document.xml", "document" },
  { "ppt/presentation.xml", "presentation" },
  { "META-INF/container.xml", "document" },
};

static const struct
{
  const char *type;
  const char *what; /* NULL for spreadsheets */
} open_documents[] = {
  { OPEN_DOCUMENT "spreadsheet", NULL },
  { OPEN_DOCUMENT "text", "document" },
  { OPEN_DOCUMENT "presentation", "presentation" },
  { OPEN_DOCUMENT "graphics", "picture" },
};

static gboolean
refuse_with (TideProblemCode code, const char *argument, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, argument, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/*
 * tide_table_source_refuse:
 * @what: what a file is, as %TIDE_PROBLEM_NOT_A_TABLE names it
 * @error: where the refusal is put
 *
 * Returns: %FALSE
 */
gboolean
tide_table_source_refuse (const char *what, GError **error)
{
  return refuse_with (TIDE_PROBLEM_NOT_A_TABLE, what, error);
}

static gboolean
has_bytes (const char *data, gsize size, gsize offset, const char *bytes, gsize length)
{
  return size >= offset + length && memcmp (data + offset, bytes, length) == 0;
}

static gboolean
has_mark (const char *data, gsize size, gsize i)
{
  return has_bytes (data, size, 0, marks[i].begin, marks[i].begin_length)
         && (marks[i].mark == NULL
             || has_bytes (data, size, marks[i].offset, marks[i].mark, marks[i].mark_length));
}

/*
 * tide_table_source_check_bytes:
 * @bytes: what a file has
 * @error: where a refusal is put
 *
 * Returns: whether it may have tables: %FALSE for an empty file, one beyond the limit of tables and
 *   one that begins with the mark of something else
 */
gboolean
tide_table_source_check_bytes (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (data == NULL || size == 0)
    return refuse_with (TIDE_PROBLEM_EMPTY_FILE, NULL, error);
  if (size > TIDE_TABLE_MAX_SIZE)
    return refuse_with (TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", error);
  if (memmem (data, MIN (size, PDF_HEAD), "%PDF-1.", 7) != NULL
      || memmem (data, MIN (size, PDF_HEAD), "%PDF-2.", 7) != NULL)
    return tide_table_source_refuse ("pdf", error);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (has_mark (data, size, i))
      return tide_table_source_refuse (marks[i].what, error);

  return TRUE;
}

/* Stops at the size of the longest type, as nothing longer is one. */
static gboolean
add_to_type (const char *bytes, gsize length, gpointer data, GError **error)
{
  GString *type = data;

  g_string_append_len (type, bytes, (gssize) MIN (length, TYPE_SIZE - type->len));

  return type->len < TYPE_SIZE || tide_table_source_refuse ("archive", error);
}

static gboolean
check_open_document (TideArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) type = g_string_new (NULL);

  if (!tide_archive_has_part (archive, "mimetype"))
    return TRUE;
  if (!tide_archive_read_part (archive, "mimetype", add_to_type, type, cancellable, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (open_documents); i++)
    if (g_str_has_prefix (type->str, open_documents[i].type))
      return open_documents[i].what != NULL
                 ? tide_table_source_refuse (open_documents[i].what, error)
                 : refuse_with (TIDE_PROBLEM_OTHER_SPREADSHEET, ".ods", error);

  return TRUE;
}

/* What is no spreadsheet may be named better than as that. */
static gboolean
check_archive (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (TideArchive) archive = tide_archive_open (bytes, error);

  if (archive == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (tide_archive_has_part (archive, parts[i].part))
      return tide_table_source_refuse (parts[i].what, error);

  return check_open_document (archive, cancellable, error);
}

static gboolean
check_compound (GBytes *bytes, GError **error)
{
  if (tide_compound_has_stream (bytes, "WordDocument"))
    return tide_table_source_refuse ("document", error);
  if (tide_compound_has_stream (bytes, "PowerPoint Document"))
    return tide_table_source_refuse ("presentation", error);

  return TRUE;
}

/*
 * tide_table_source_open_spreadsheet:
 * @bytes: a file that is likely to be a spreadsheet
 * @cancellable: (nullable): stops it
 * @error: where a refusal is put, which says what it is instead
 *
 * Returns: (transfer full) (nullable): the spreadsheet
 */
TideSpreadsheet *
tide_table_source_open_spreadsheet (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const gboolean is_compound = tide_compound_is_likely (bytes);
  g_autoptr (TideSpreadsheet) spreadsheet = NULL;
  g_autoptr (GError) refusal = NULL;

  if (is_compound ? !check_compound (bytes, error) : !check_archive (bytes, cancellable, error))
    return NULL;

  spreadsheet = tide_spreadsheet_open (bytes, cancellable, &refusal);
  if (g_error_matches (refusal, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_NOT_A_SPREADSHEET))
    tide_table_source_refuse (is_compound ? "binary" : "archive", error);
  else if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));

  return g_steal_pointer (&spreadsheet);
}
