/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-plain-text.h"

#include "codec/tide-decoder.h"
#include "codec/tide-spreadsheet.h"
#include "codec/tide-table-source-private.h"
#include "core/tide-problem.h"

#include <string.h>

/* Of so many characters one may be none that texts have. */
#define CHARACTERS_PER_SLIP 100

/* Confidence, in per cent, in an encoding with zeros that are of its characters. */
#define CLEAR 95

static void
refuse (TideProblemCode code, const char *argument, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, argument, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));
}

/* Files of other programs have marks, or zeros and other characters that no text has. */
static gboolean
is_text (const GString *text)
{
  gsize n_odd = 0;

  if (strlen (text->str) != text->len)
    return FALSE;
  for (const char *c = text->str; *c != '\0'; c++)
    n_odd += g_ascii_iscntrl (*c) && strchr ("\t\n\v\f\r", *c) == NULL;

  return n_odd * CHARACTERS_PER_SLIP <= text->len;
}

/* Zeros are of wide characters, all on one side of them, or of no text; a mark says which. */
static gboolean
are_zeros_clear (GBytes *bytes, const TideEncodingGuess *guess)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  TideEncoding mark;

  return guess->confidence >= CLEAR || memchr (data, 0, size) == NULL
         || tide_encoding_get_mark (data, size, &mark) > 0;
}

/* The whole text, or nothing where the encoding is another one. */
static GString *
decode (GBytes *bytes, TideEncoding encoding, GCancellable *cancellable)
{
  g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, encoding);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *piece;
  gsize length;

  while ((piece = tide_decoder_next (decoder, &length, &error)) != NULL)
    {
      g_string_append_len (text, piece, (gssize) length);
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
    }

  return error == NULL ? g_steal_pointer (&text) : NULL;
}

/**
 * tide_plain_text_read:
 * @bytes: what a file has
 * @cancellable: (nullable): stops it
 * @error: where a refusal is put: %TIDE_PROBLEM_EMPTY_FILE, %TIDE_PROBLEM_FILE_TOO_LARGE beyond
 *   %TIDE_PLAIN_TEXT_MAX_SIZE, %TIDE_PROBLEM_NOT_A_TEXT; %G_IO_ERROR_CANCELLED
 *
 * Makes a text of a file in whatever encoding it probably is. From any thread.
 *
 * Returns: (transfer full) (nullable): the text, in UTF-8
 */
char *
tide_plain_text_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) guesses = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) == 0)
    {
      refuse (TIDE_PROBLEM_EMPTY_FILE, NULL, error);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > TIDE_PLAIN_TEXT_MAX_SIZE)
    {
      refuse (TIDE_PROBLEM_FILE_TOO_LARGE, TIDE_PLAIN_TEXT_MAX_SIZE_TEXT, error);
      return NULL;
    }
  if (tide_spreadsheet_is_likely (bytes) || !tide_table_source_check_bytes (bytes, NULL))
    {
      refuse (TIDE_PROBLEM_NOT_A_TEXT, NULL, error);
      return NULL;
    }

  guesses = tide_encoding_guess (bytes);
  for (guint i = 0; i < guesses->len; i++)
    {
      const TideEncodingGuess *guess = &g_array_index (guesses, TideEncodingGuess, i);
      g_autoptr (GString) text = decode (bytes, guess->encoding, cancellable);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (text != NULL && is_text (text) && are_zeros_clear (bytes, guess))
        return g_string_free_and_steal (g_steal_pointer (&text));
      /* What is no text in the most likely encoding may well look like one in another. */
      if (text != NULL)
        break;
    }
  refuse (TIDE_PROBLEM_NOT_A_TEXT, NULL, error);

  return NULL;
}

/* Where a line that is too long is best broken: behind a sentence, a space, or any character. */
static const char *
find_break (const char *line, const char *limit)
{
  const char *space = NULL;

  for (const char *c = limit; c > line; c = g_utf8_prev_char (c))
    {
      const char *before = g_utf8_prev_char (c);
      const gunichar last = g_utf8_get_char (before);

      if (last == 0x3002 || last == 0xff1b
          || (*before == ' ' && before > line && before[-1] == '.'))
        return c;
      if (space == NULL && *before == ' ')
        space = c;
    }

  return space != NULL ? space : limit;
}

/**
 * tide_plain_text_dup_broken:
 * @text: (array length=length) (element-type utf8): a text
 * @length: how many bytes it has
 * @max: how many bytes a line may have, at least 4
 *
 * Breaks lines that are too long, at the ends of sentences where there are any.
 *
 * Returns: (transfer full) (nullable): the text with more lines; %NULL where none is too long
 */
char *
tide_plain_text_dup_broken (const char *text, gsize length, gsize max)
{
  const char *end = text + length;
  const char *begin = text;
  g_autoptr (GString) broken = NULL;

  g_return_val_if_fail (max >= 4, NULL);

  while (begin < end)
    {
      const char *stop = memchr (begin, '\n', (gsize) (end - begin));
      const char *line_end = stop != NULL ? stop + 1 : end;

      if ((gsize) (line_end - begin) > max)
        {
          const char *limit = begin + max;

          if (broken == NULL)
            broken = g_string_new_len (text, begin - text);
          while (((guchar) *limit & 0xc0) == 0x80)
            limit--;
          line_end = find_break (begin, limit);
          g_string_append_len (broken, begin, line_end - begin);
          g_string_append_c (broken, '\n');
        }
      else if (broken != NULL)
        g_string_append_len (broken, begin, line_end - begin);
      begin = line_end;
    }

  return broken != NULL ? g_string_free_and_steal (g_steal_pointer (&broken)) : NULL;
}
