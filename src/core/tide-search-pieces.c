/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-pinyin.h"
#include "core/tide-search-private.h"

#include <string.h>

/* Alphabets end here; what follows are signs and the scripts of East Asia. */
#define END_OF_ALPHABETS 0x2000

/* Words of so many letters may have one typing error, and of so many two. */
#define MIN_ONE_EDIT 4
#define MIN_TWO_EDITS 8

/* Words of so many letters may be the beginning of the one that was meant. */
#define MIN_BEGINNING 6

/* Splitting --------------------------------------------------------------------------------- */

typedef enum
{
  KIND_NONE,
  KIND_LETTERS,
  KIND_HAN,
} Kind;

static Kind
get_kind (gunichar character)
{
  if (tide_pinyin_is_han (character))
    return KIND_HAN;

  return character < END_OF_ALPHABETS && g_unichar_isalpha (character) ? KIND_LETTERS : KIND_NONE;
}

/*
 * tide_search_split:
 * @token: a word of a folded text
 * @length: its length, in bytes
 * @func: called with each piece of it
 * @data: for @func
 *
 * Splits a word into runs of letters and runs of Han characters.
 */
void
tide_search_split (const char *token, gsize length, TideSearchPieceFunc func, gpointer data)
{
  const char *end = token + length;
  guint16 units[TIDE_SEARCH_MAX_UNITS];
  Kind kind = KIND_NONE;
  guint n = 0;

  for (const char *at = token; at < end; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      const Kind next = get_kind (character);

      if (n > 0 && (next != kind || n == G_N_ELEMENTS (units)))
        {
          func (units, n, data);
          n = 0;
        }
      kind = next;
      if (kind != KIND_NONE)
        units[n++] = (guint16) character;
    }
  if (n > 0)
    func (units, n, data);
}

/*
 * tide_search_get_letters:
 * @units: (array length=n): characters
 * @n: how many
 *
 * Returns: a bit for each letter that is among them; several letters share one
 */
guint32
tide_search_get_letters (const guint16 *units, guint n)
{
  guint32 letters = 0;

  for (guint i = 0; i < n; i++)
    letters |= 1u << (units[i] & 31);

  return letters;
}

/* Typing errors ----------------------------------------------------------------------------- */

/* Of the beginnings @found, leaves those that end as the word does, and the whole: a last letter
 * that is another one makes another word. */
static guint
leave_whole (const TideSearchWord *word, const guint16 *units, guint n, guint found)
{
  guint left = 0;

  for (guint place = 0; place <= 2 * word->n_edits; place++)
    {
      const guint bit = found & (1u << place);
      const guint length = word->n_units + place - word->n_edits;

      if (bit != 0 && (length == n || units[length - 1] == word->units[word->n_units - 1]))
        left |= bit;
    }

  return left;
}

static gboolean
is_near_letters (const TideSearchWord *word, const guint16 *units, guint n, guint32 letters)
{
  const gboolean is_beginning = word->n_units >= MIN_BEGINNING;
  guint found;

  if (n + word->n_edits < word->n_units || (!is_beginning && n > word->n_units + word->n_edits))
    return FALSE;
  if ((guint) __builtin_popcount (word->letters & ~letters) > word->n_edits)
    return FALSE;

  found = tide_search_find_near (word->units, word->n_units, units, n, word->n_edits);
  if (is_beginning)
    found = leave_whole (word, units, n, found);
  else if (found != 0)
    found &= 1u << (n + word->n_edits - word->n_units);

  return found != 0;
}

/* Words and pieces -------------------------------------------------------------------------- */

/*
 * tide_search_match_piece:
 * @word: a word that was typed
 * @units: (array length=n): a piece of a text
 * @n: its length
 * @letters: tide_search_get_letters() of it
 *
 * Returns: how the word is found in it, apart from how it is written
 */
TideSearchClass
tide_search_match_piece (const TideSearchWord *word, const guint16 *units, guint n, guint32 letters)
{
  if (word->units == NULL)
    return TIDE_SEARCH_NOT;
  if (get_kind (units[0]) == KIND_HAN)
    return tide_search_match_han (word, units, n);

  return !word->has_han && word->n_edits > 0 && is_near_letters (word, units, n, letters)
             ? TIDE_SEARCH_SIMILAR
             : TIDE_SEARCH_NOT;
}

static guint
get_n_edits (const TideSearchWord *word)
{
  if (word->n_units < MIN_ONE_EDIT)
    return 0;

  return word->n_units >= MIN_TWO_EDITS && !word->has_han ? 2 : 1;
}

/*
 * tide_search_word_init:
 * @word: (out): a word
 * @text: (transfer full): folded text without space
 */
void
tide_search_word_init (TideSearchWord *word, char *text)
{
  guint16 units[TIDE_SEARCH_MAX_UNITS + 1];
  gboolean is_ascii = TRUE, has_letters = FALSE;

  *word = (TideSearchWord) { .text = text, .length = strlen (text) };
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);
      const Kind kind = get_kind (character);

      /* It parts syllables. */
      if (character == '\'')
        continue;
      if (kind == KIND_NONE || word->n_units == TIDE_SEARCH_MAX_UNITS)
        return;
      word->has_han |= kind == KIND_HAN;
      has_letters |= kind == KIND_LETTERS;
      is_ascii &= kind == KIND_HAN || character < 0x80;
      units[word->n_units++] = (guint16) character;
    }

  units[word->n_units] = 0;
  word->units = g_memdup2 (units, (word->n_units + 1) * sizeof *units);
  word->letters = tide_search_get_letters (units, word->n_units);
  word->is_pinyin = has_letters && is_ascii;
  word->n_edits = get_n_edits (word);
  if (word->is_pinyin)
    word->sounds = tide_search_find_sounds (word);
}
