/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-decoder.h"

#include "codec/tide-encoding-private.h"
#include "core/tide-problem.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

/* How much of the text a piece is made of: UTF-8 is only looked at, the others are converted. */
#define UTF8_PIECE (256 * 1024)
#define PIECE (32 * 1024)

#define LONGEST_CHARACTER 4
#define NO_OFFSET G_MAXSIZE

struct _TideDecoder
{
  GBytes *bytes;      /* owned */
  const guint8 *data; /* of bytes */
  gsize size;
  TideEncoding encoding;
  gsize offset; /* up to where the text has been given out */
  gsize bad;    /* where the first byte without a meaning is, or NO_OFFSET */
  /* of encodings other than UTF-8 */
  UConverter *converter; /* owned (nullable) */
  UChar *units;          /* owned; room for PIECE of them and one that is kept */
  gint32 *places;        /* owned; where in the source each of the units begins */
  gint32 n_kept;         /* units that wait for the second half of their character: 0 or 1 */
  GString *piece;        /* owned */
  gboolean is_finished;
};

static void
open_converter (TideDecoder *self)
{
  UErrorCode status = U_ZERO_ERROR;

  self->converter = ucnv_open (tide_encoding_get_converter (self->encoding), &status);
  if (self->converter == NULL)
    g_error ("ICU has no %s", tide_encoding_get_id (self->encoding));
  ucnv_setToUCallBack (self->converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  self->units = g_new (UChar, PIECE + 1);
  self->places = g_new (gint32, PIECE + 1);
  self->piece = g_string_new (NULL);
}

/**
 * tide_decoder_new:
 * @bytes: a text; a byte order mark in front of it is left out, whatever it claims
 * @encoding: the encoding to read it in
 *
 * Returns: (transfer full): a decoder at the beginning of the text
 */
TideDecoder *
tide_decoder_new (GBytes *bytes, TideEncoding encoding)
{
  TideDecoder *self = g_new0 (TideDecoder, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  if (self->size == 0)
    self->data = (const guint8 *) "";
  self->encoding = encoding;
  self->offset = tide_encoding_get_mark (self->data, self->size, NULL);
  self->bad = NO_OFFSET;
  if (encoding != TIDE_ENCODING_UTF8)
    open_converter (self);

  return self;
}

/**
 * tide_decoder_free:
 * @self: (transfer full): a decoder
 */
void
tide_decoder_free (TideDecoder *self)
{
  g_return_if_fail (self != NULL);

  if (self->converter != NULL)
    {
      ucnv_close (self->converter);
      g_string_free (self->piece, TRUE);
    }
  g_free (self->units);
  g_free (self->places);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/**
 * tide_decoder_get_offset:
 * @self: a decoder
 *
 * Returns: how many bytes of the text have been read
 */
gsize
tide_decoder_get_offset (const TideDecoder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->offset;
}

static const char *
pull_utf8 (TideDecoder *self, gsize *length)
{
  const char *begin = (const char *) self->data + self->offset;
  gsize size = MIN (UTF8_PIECE, self->size - self->offset);
  const char *end;

  if (size == 0)
    return NULL;

  if (!g_utf8_validate_len (begin, size, &end)
      && (self->offset + size == self->size || end + LONGEST_CHARACTER <= begin + size))
    self->bad = self->offset + (gsize) (end - begin);
  *length = (gsize) (end - begin);
  self->offset += *length;

  return *length > 0 ? begin : NULL;
}

/* Whether a unit is no part of any text. Converters give control characters for bytes that
 * encodings of single bytes leave free; of these only NEL is a line break. */
static gboolean
is_stray (const TideDecoder *self, UChar unit)
{
  return unit == 0
         || (unit >= 0x80 && unit < 0xa0 && unit != 0x85
             && tide_encoding_is_single_byte (self->encoding));
}

static void
find_stray (TideDecoder *self, gsize begin, gint32 *n_units)
{
  for (gint32 i = self->n_kept; i < *n_units; i++)
    if (is_stray (self, self->units[i]))
      {
        self->bad = begin + (gsize) MAX (self->places[i], 0);
        *n_units = i;
      }
}

static gsize
get_invalid_length (TideDecoder *self)
{
  char invalid[32];
  int8_t length = sizeof invalid;
  UErrorCode status = U_ZERO_ERROR;

  ucnv_getInvalidChars (self->converter, invalid, &length, &status);

  return U_SUCCESS (status) ? (gsize) length : 0;
}

/* Converts the next bytes to units; returns how many there are, the kept one among them. */
static gint32
convert (TideDecoder *self)
{
  const gsize begin = self->offset;
  const char *source = (const char *) self->data + begin;
  const char *end = source + MIN (PIECE, self->size - begin);
  const gboolean is_last = end == (const char *) self->data + self->size;
  UChar *target = self->units + self->n_kept;
  UErrorCode status = U_ZERO_ERROR;
  gint32 n_units;

  ucnv_toUnicode (self->converter, &target, self->units + PIECE + 1, &source, end,
                  self->places + self->n_kept, is_last, &status);
  self->offset = (gsize) (source - (const char *) self->data);
  self->is_finished = is_last && status != U_BUFFER_OVERFLOW_ERROR;
  if (U_FAILURE (status) && status != U_BUFFER_OVERFLOW_ERROR)
    self->bad = self->offset - MIN (get_invalid_length (self), self->offset);

  n_units = (gint32) (target - self->units);
  find_stray (self, begin, &n_units);

  return n_units;
}

static void
fill_piece (TideDecoder *self, gint32 n_units)
{
  const gint32 n_kept = n_units > 0 && U16_IS_LEAD (self->units[n_units - 1]) ? 1 : 0;
  UErrorCode status = U_ZERO_ERROR;
  gint32 length = 0;

  g_string_set_size (self->piece, 3 * (gsize) n_units);
  u_strToUTF8 (self->piece->str, (gint32) self->piece->len, &length, self->units, n_units - n_kept,
               &status);
  g_string_truncate (self->piece, U_SUCCESS (status) ? (gsize) length : 0);
  if (n_kept > 0)
    self->units[0] = self->units[n_units - 1];
  self->n_kept = n_kept;
}

static const char *
pull_converted (TideDecoder *self, gsize *length)
{
  do
    {
      if (self->is_finished || self->bad != NO_OFFSET)
        return NULL;
      fill_piece (self, convert (self));
    }
  while (self->piece->len == 0);
  *length = self->piece->len;

  return self->piece->str;
}

/* The next piece, or NULL at the end or at the bad byte. */
static const char *
pull (TideDecoder *self, gsize *length)
{
  if (self->bad != NO_OFFSET)
    return NULL;

  return self->converter == NULL ? pull_utf8 (self, length) : pull_converted (self, length);
}

static guint
count_lines_before (const TideDecoder *self, gsize offset)
{
  g_autoptr (GBytes) before = g_bytes_new_from_bytes (self->bytes, 0, offset);
  g_autoptr (TideDecoder) decoder = tide_decoder_new (before, self->encoding);
  guint n_lines = 1;
  char last = '\0';
  const char *piece;
  gsize length;

  while ((piece = pull (decoder, &length)) != NULL)
    for (gsize i = 0; i < length; i++)
      {
        n_lines += piece[i] == '\r' || (piece[i] == '\n' && last != '\r');
        last = piece[i];
      }

  return n_lines;
}

static void
refuse (const TideDecoder *self, GError **error)
{
  g_autofree char *byte = g_strdup_printf ("%02X", self->data[MIN (self->bad, self->size - 1)]);
  g_autofree char *line = g_strdup_printf ("%u", count_lines_before (self, self->bad));
  g_autofree char *offset = g_strdup_printf ("%" G_GSIZE_FORMAT, self->bad);
  g_autoptr (TideProblem) problem = tide_problem_new (
      TIDE_PROBLEM_BAD_BYTE, tide_encoding_get_label (self->encoding), byte, line, offset, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));
}

/**
 * tide_decoder_next:
 * @self: a decoder
 * @length: (out): bytes of the piece
 * @error: which byte is refused, with its line, offset and encoding; NUL characters are, too
 *
 * Goes on by one piece. All that stands before a refused byte comes before the refusal.
 *
 * Returns: (transfer none) (nullable): the next piece of the text, valid UTF-8 of whole characters,
 *   not ended by a NUL, until the next call; %NULL at the end, or with @error set
 */
const char *
tide_decoder_next (TideDecoder *self, gsize *length, GError **error)
{
  const char *piece;

  g_return_val_if_fail (self != NULL && length != NULL, NULL);

  piece = pull (self, length);
  if (piece == NULL && self->bad != NO_OFFSET)
    refuse (self, error);

  return piece;
}
