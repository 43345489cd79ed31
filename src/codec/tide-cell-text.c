/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-cell-text.h"

#include <string.h>

/* The longest text that can be a month or a quarter, in characters: "2023年12月". */
#define LONGEST_PERIOD 8

/* The most letters beside the digits of an amount: "27.5 million". */
#define MOST_LETTERS 8

/* Characters that are written in one way only, and join nothing before them: those that tables are
 * full of. All others are left to GLib. From the Unicode Character Database, NFC_Quick_Check=Yes
 * and Canonical_Combining_Class=0. */
static const struct
{
  gunichar first;
  gunichar last;
} normal_ranges[] = {
  { 0x0000, 0x02ff },                       /* Latin */
  { 0x0388, 0x03ff },                       /* Greek */
  { 0x0400, 0x0482 },                       /* Cyrillic */
  { 0x048a, 0x052f },   { 0x2010, 0x2027 }, /* dashes and quotation marks */
  { 0x20a0, 0x20bf },                       /* signs of currencies */
  { 0x3000, 0x3029 },                       /* punctuation of Chinese */
  { 0x3041, 0x3096 },                       /* kana */
  { 0x309d, 0x30ff },   { 0x3400, 0x9fff }, /* Han */
  { 0xac00, 0xd7a3 },                       /* Hangul */
  { 0xff00, 0xffef },                       /* full width */
  { 0x20000, 0x2a6df },
};

static gboolean
is_normal (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (normal_ranges) && character >= normal_ranges[i].first; i++)
    if (character <= normal_ranges[i].last)
      return TRUE;

  return FALSE;
}

/**
 * tide_cell_text_is_normal:
 * @text: valid UTF-8
 * @length: bytes of @text
 *
 * Returns: whether the text is in Unicode's Normalization Form C beyond doubt; most are
 */
gboolean
tide_cell_text_is_normal (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    if ((guint8) *text < 0x80)
      text++;
    else if (is_normal (g_utf8_get_char (text)))
      text = g_utf8_next_char (text);
    else
      return FALSE;

  return TRUE;
}

/**
 * tide_cell_text_is_guarded:
 * @text: what a cell says
 * @length: bytes of @text
 *
 * Returns: whether the apostrophe in front is that of #TideCsvWriter, which keeps a text from being
 *   taken for a formula
 */
gboolean
tide_cell_text_is_guarded (const char *text, gsize length)
{
  gsize i = 0;

  while (i < length && text[i] == '\'')
    i++;

  return i > 0 && i < length && strchr ("=+-@\t\r\n", text[i]) != NULL;
}

/**
 * tide_cell_text_add:
 * @builder: a builder of a table
 * @text: what a cell of somebody else's text says, valid UTF-8 without NUL
 * @length: bytes of @text
 * @error: which limit it is beyond
 *
 * Adds a cell of text to the row, without the guard and in Normalization Form C.
 *
 * Returns: %FALSE with @error set
 */
gboolean
tide_cell_text_add (TideTableBuilder *builder, const char *text, gsize length, GError **error)
{
  g_autofree char *normal = NULL;

  if (length > 0 && *text == '\'' && tide_cell_text_is_guarded (text, length))
    {
      text++;
      length--;
    }
  if (length > TIDE_TABLE_MAX_CELL || tide_cell_text_is_normal (text, length))
    return tide_table_builder_add (builder, TIDE_CELL_TEXT, text, (gssize) length, error);

  normal = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_DEFAULT_COMPOSE);

  return tide_table_builder_add (builder, TIDE_CELL_TEXT, normal, -1, error);
}

/**
 * tide_cell_text_looks_like_period:
 * @text: what a cell says
 *
 * Returns: whether it begins with a year of our time and is hardly longer: "2023", "2023年",
 *   "2023Q1", "2023-08"
 */
gboolean
tide_cell_text_looks_like_period (const char *text)
{
  if (strncmp (text, "19", 2) != 0 && strncmp (text, "20", 2) != 0)
    return FALSE;
  if (!g_ascii_isdigit (text[2]) || !g_ascii_isdigit (text[3]) || g_ascii_isdigit (text[4])
      || text[4] == '.' || text[4] == ',')
    return FALSE;

  return g_utf8_strlen (text, -1) <= LONGEST_PERIOD;
}

/**
 * tide_cell_text_looks_counted:
 * @text: what a cell says
 *
 * Returns: whether it begins like a number, an amount or a date, with no more than a unit beside
 * its digits: "27.5亿元", "-$1,740", "12 %"
 */
gboolean
tide_cell_text_looks_counted (const char *text)
{
  guint n_digits = 0, n_letters = 0, n_before = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      if (g_unichar_isdigit (character))
        n_digits++;
      else if (g_unichar_isalpha (character))
        n_letters++;
      if (n_digits == 0)
        n_before = n_letters;
      if (n_letters > MOST_LETTERS)
        return FALSE;
    }

  return n_digits > 0 && n_before <= 3 && (n_before == 0 || n_digits > n_letters);
}
