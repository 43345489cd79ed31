/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes have a guess; in each encoding they are refused, or are valid UTF-8. */

#include "tide-fuzz.h"

#include "codec/tide-decoder.h"
#include "core/tide-problem.h"

static void
decode (GBytes *bytes, TideEncoding encoding)
{
  g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, encoding);
  g_autoptr (GError) error = NULL;
  const char *piece;
  gsize length;

  while ((piece = tide_decoder_next (decoder, &length, &error)) != NULL)
    {
      g_assert_cmpuint (length, >, 0);
      g_assert_true (g_utf8_validate_len (piece, length, NULL));
    }
  if (error != NULL)
    g_assert_error (error, TIDE_PROBLEM_ERROR, TIDE_PROBLEM_BAD_BYTE);
  else
    g_assert_cmpuint (tide_decoder_get_offset (decoder), ==, g_bytes_get_size (bytes));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GArray) guesses = tide_encoding_guess (bytes);

  g_assert_cmpuint (guesses->len, >, 0);
  for (guint i = 0; i < guesses->len; i++)
    g_assert_cmpuint (g_array_index (guesses, TideEncodingGuess, i).confidence, <=, 100);
  for (guint i = 0; i < TIDE_N_ENCODINGS; i++)
    decode (bytes, i);

  return 0;
}
