/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-file-reader.h"

#include "core/tide-problem.h"
#include "store/tide-file-place.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

/* So much is read at once; in between it may be cancelled. */
#define PIECE (1024 * 1024)

static TideStoreError
code_of_io_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TIDE_STORE_ERROR_NOT_FOUND;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return TIDE_STORE_ERROR_IS_FOLDER;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return TIDE_STORE_ERROR_PERMISSION;

  return TIDE_STORE_ERROR_FAILED;
}

/* What GIO says of a file repeats its path, which in a sandbox is nobody else's. */
static char *
dup_cause (const GError *cause, GFile *file, const char *place)
{
  g_autoptr (GString) message = g_string_new (cause->message);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  if (shown != NULL)
    g_string_replace (message, shown, place, 0);

  return g_string_free_and_steal (g_steal_pointer (&message));
}

static char *
dup_sentence (TideStoreError code, GFile *file, const GError *cause)
{
  g_autofree char *name = tide_file_place_dup (file);
  g_autofree char *reason = dup_cause (cause, file, name);

  switch (code)
    {
    case TIDE_STORE_ERROR_NOT_FOUND:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("There is no file “%s”."), name);
    case TIDE_STORE_ERROR_IS_FOLDER:
      /* Translators: %s is the place of a folder */
      return g_strdup_printf (_ ("“%s” is a folder, not a register."), name);
    case TIDE_STORE_ERROR_PERMISSION:
      /* Translators: %s is the place of a file */
      return g_strdup_printf (_ ("You do not have permission to read “%s”."), name);
    case TIDE_STORE_ERROR_NO_SPACE:
    case TIDE_STORE_ERROR_READ_ONLY:
    case TIDE_STORE_ERROR_NOT_LOCAL:
    case TIDE_STORE_ERROR_CHANGED:
    case TIDE_STORE_ERROR_GONE:
    case TIDE_STORE_ERROR_FAILED:
    default:
      /* Translators: the place of a file, then why, in a sentence of the system */
      return g_strdup_printf (_ ("“%s” could not be read: %s"), name, reason);
    }
}

static void
set_read_error (GError **error, GFile *file, GError *cause)
{
  g_autoptr (GError) owned = cause;
  g_autofree char *sentence = NULL;
  TideStoreError code;

  if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }

  code = code_of_io_error (owned);
  sentence = dup_sentence (code, file, owned);
  g_set_error_literal (error, TIDE_STORE_ERROR, code, sentence);
}

static void
set_too_large (GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", NULL);

  g_propagate_error (error, tide_problem_to_error (problem));
}

/* Returns the size that the file system gives, or -1 and a refusal. */
static goffset
get_size (GFile *file, GFileInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, cancellable,
      &cause);

  if (info == NULL)
    {
      set_read_error (error, file, g_steal_pointer (&cause));
      return -1;
    }

  if (g_file_info_get_size (info) > TIDE_FILE_READER_LIMIT)
    {
      set_too_large (error);
      return -1;
    }

  return g_file_info_get_size (info);
}

/**
 * tide_file_reader_read:
 * @file: what to read
 * @cancellable: (nullable): stops the reading
 * @error: where a refusal is put: %TIDE_STORE_ERROR, or %TIDE_PROBLEM_ERROR for a file over 256 MB
 *
 * Reads a whole file of at most %TIDE_FILE_READER_LIMIT bytes, without trusting the size that the
 * file system gives. Blocks: for threads, and for programs without a main loop.
 *
 * Returns: (transfer full) (nullable): its text
 */
GBytes *
tide_file_reader_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) text = NULL;
  goffset size;
  gsize n = 0;
  gssize n_read;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      set_read_error (error, file, g_steal_pointer (&cause));
      return NULL;
    }
  size = get_size (file, stream, cancellable, error);
  if (size < 0)
    return NULL;

  text = g_byte_array_sized_new ((guint) size + PIECE);
  do
    {
      g_byte_array_set_size (text, (guint) n + PIECE);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), text->data + n, PIECE, cancellable,
                                    &cause);
      n += (gsize) MAX (n_read, 0);
      if (n > TIDE_FILE_READER_LIMIT)
        {
          set_too_large (error);
          return NULL;
        }
    }
  while (n_read > 0);
  g_byte_array_set_size (text, (guint) n);
  if (n_read < 0)
    {
      set_read_error (error, file, g_steal_pointer (&cause));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/**
 * tide_file_reader_read_head:
 * @file: what to read
 * @length: how many bytes of it, at most
 * @cancellable: (nullable): stops the reading
 * @error: where a refusal is put, of %TIDE_STORE_ERROR
 *
 * Reads the beginning of a file. Blocks: for threads.
 *
 * Returns: (transfer full) (nullable): the first bytes, fewer than @length where the file ends
 */
GBytes *
tide_file_reader_read_head (GFile *file, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *head = NULL;
  gsize n = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  head = g_malloc (length);
  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, length, &n, cancellable, &cause))
    {
      set_read_error (error, file, g_steal_pointer (&cause));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&head), n);
}
