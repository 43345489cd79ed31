/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-cell-text.h"
#include "codec/tide-decoder.h"
#include "codec/tide-delimited-private.h"

#include <string.h>

/* How much of a text the separator is guessed from, in bytes of UTF-8, and how many rows of it are
 * looked at for names of columns. */
#define SAMPLE (64 * 1024)
#define ROWS_OF_HEADER 20

#define HEADER_COUNTS 0.5
#define COLUMN_COUNTS 0.001

/* Of two that fit as well, the first is it: commas and bars stand in texts and numbers, too. */
static const char separators[] = { '\t', ';', ',', '|' };

static GString *
read_sample (GBytes *bytes, TideEncoding encoding)
{
  g_autoptr (TideDecoder) decoder = tide_decoder_new (bytes, encoding);
  GString *sample = g_string_new (NULL);
  const char *piece;
  gsize length;

  while (sample->len < SAMPLE && (piece = tide_decoder_next (decoder, &length, NULL)) != NULL)
    g_string_append_len (sample, piece, (gssize) MIN (length, SAMPLE - sample->len));
  /* A text shorter than the sample ends its last line, whatever its file does. */
  if (sample->len < SAMPLE)
    g_string_append_c (sample, '\n');

  return sample;
}

/* How many cells the most rows have, of those that have several; 1 where none has. */
static guint
find_usual_length (const TideTable *table, guint *n_usual)
{
  g_autofree guint *counts = g_new0 (guint, tide_table_get_n_columns (table) + 2);
  guint usual = 1;

  for (guint row = 0; row < tide_table_get_n_rows (table); row++)
    counts[tide_table_get_row_length (table, row)]++;
  counts[1] = 0;
  for (guint length = 2; length <= tide_table_get_n_columns (table); length++)
    if (counts[length] > counts[usual])
      usual = length;
  *n_usual = counts[usual];

  return usual;
}

static gboolean
has_names_only (const TideTable *table, guint row)
{
  for (guint column = 0; column < tide_table_get_row_length (table, row); column++)
    {
      const char *text = tide_table_get_text (table, row, column);

      if (tide_cell_text_looks_counted (text) && !tide_cell_text_looks_like_period (text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_header (const TideTable *table, guint length)
{
  const guint end = MIN (tide_table_get_n_rows (table), ROWS_OF_HEADER);

  for (guint row = 0; row < end; row++)
    if (tide_table_get_row_length (table, row) == length)
      return has_names_only (table, row);

  return FALSE;
}

/* How well a separator fits: best where all rows are of one length, the names of the columns too.
 * 0 where it separates nothing. */
static double
rate (const GString *sample, const TideDelimitedOptions *options)
{
  g_autoptr (TideTable) table = tide_delimited_read_beginning (sample, options);
  const guint n_rows = tide_table_get_n_rows (table);
  guint length, n_usual;

  if (n_rows == 0)
    return 0;

  length = find_usual_length (table, &n_usual);
  if (length < 2)
    return 0;

  return (double) n_usual / n_rows + (has_header (table, length) ? HEADER_COUNTS : 0)
         + MIN (length, 100) * COLUMN_COUNTS;
}

/**
 * tide_delimited_guess_separator:
 * @bytes: a text
 * @options: (inout): how it is to be read, with its encoding; the rest is filled in
 *
 * Guesses what stands between the cells: what the first line says ("sep=;"), or else what gives the
 * most rows of one length. A comma where nothing does.
 */
void
tide_delimited_guess_separator (GBytes *bytes, TideDelimitedOptions *options)
{
  g_autoptr (GString) sample = NULL;
  double best = 0;

  g_return_if_fail (bytes != NULL && options != NULL);

  sample = read_sample (bytes, options->encoding);
  options->separator = ',';
  options->quote = '"';
  if (tide_delimited_get_separator_line (sample->str, sample->len, &options->separator) > 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      TideDelimitedOptions tried = *options;
      double fit;

      tried.separator = separators[i];
      fit = rate (sample, &tried);
      if (fit > best)
        options->separator = separators[i];
      best = MAX (best, fit);
    }
}

/**
 * tide_delimited_guess:
 * @bytes: a text
 * @options: (out): how it is most likely to be read
 *
 * Guesses everything from the text itself.
 */
void
tide_delimited_guess (GBytes *bytes, TideDelimitedOptions *options)
{
  g_autoptr (GArray) guesses = NULL;

  g_return_if_fail (bytes != NULL && options != NULL);

  guesses = tide_encoding_guess (bytes);
  options->encoding = g_array_index (guesses, TideEncodingGuess, 0).encoding;
  tide_delimited_guess_separator (bytes, options);
}
