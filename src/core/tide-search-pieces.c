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

/* Initials of fewer characters are looked for at the beginning of what is Chinese only. */
#define MIN_INITIALS_INSIDE 3
#define MIN_INITIALS 2

/* With a typing error, pinyin of fewer syllables would be near to everything. */
#define MIN_NEAR_SYLLABLES 2

#define MAX_PINYIN_LENGTH 8

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

/* Pinyin ------------------------------------------------------------------------------------ */

/* Where ü has no key of its own, it is v or u. */
static gboolean
is_letter (guint16 typed, char letter)
{
  return typed == (guint16) letter || (letter == 'v' && typed == 'u');
}

/* How many letters of @reading are at the beginning of @typed. */
static guint
count_same (const guint16 *typed, const char *reading)
{
  guint n = 0;

  while (reading[n] != '\0' && is_letter (typed[n], reading[n]))
    n++;

  return n;
}

/* Whether all that is @typed, which ends with 0, is how the first of the characters are written or
 * read; the last syllable may be just begun. */
static gboolean
begins_with (const guint16 *typed, const guint16 *units, guint n, gboolean may_end)
{
  if (*typed == 0)
    return TRUE;
  if (n == 0)
    return FALSE;
  if (*typed == *units)
    return begins_with (typed + 1, units + 1, n - 1, TRUE);

  for (const char *reading = tide_pinyin_get_readings (*units); *reading != '\0';
       reading += strlen (reading) + 1)
    {
      const guint same = count_same (typed, reading);

      if (same > 0 && typed[same] == 0 && may_end)
        return TRUE;
      if (reading[same] == '\0' && begins_with (typed + same, units + 1, n - 1, TRUE))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_initial (guint16 typed, guint16 unit)
{
  if (typed == unit)
    return TRUE;

  for (const char *reading = tide_pinyin_get_readings (unit); *reading != '\0';
       reading += strlen (reading) + 1)
    if (typed == (guint16) *reading)
      return TRUE;

  return FALSE;
}

static gboolean
has_initials (const TideSearchWord *word, const guint16 *units, guint n)
{
  if (word->n_units > n)
    return FALSE;

  for (guint i = 0; i < word->n_units; i++)
    if (!has_initial (word->units[i], units[i]))
      return FALSE;

  return TRUE;
}

/* A syllable that is just begun is found at the beginning only: it is in nearly everything. */
static TideSearchClass
match_pinyin (const TideSearchWord *word, const guint16 *units, guint n)
{
  const guint n_starts = word->n_units >= MIN_INITIALS_INSIDE || word->has_han ? n : 1;

  for (guint i = 0; i < n; i++)
    if (begins_with (word->units, units + i, n - i, i == 0))
      return TIDE_SEARCH_PINYIN;
  for (guint i = 0; i < MIN (n_starts, n); i++)
    if (has_initials (word, units + i, n - i))
      return TIDE_SEARCH_INITIALS;

  return TIDE_SEARCH_NOT;
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

/* The pinyin of characters, each by its first reading, and where they begin in it. */
typedef struct
{
  guint16 letters[TIDE_SEARCH_MAX_UNITS * MAX_PINYIN_LENGTH];
  guint16 starts[TIDE_SEARCH_MAX_UNITS + 1];
} Pinyin;

static void
spell (Pinyin *pinyin, const guint16 *units, guint n)
{
  guint n_letters = 0;

  for (guint i = 0; i < n; i++)
    {
      pinyin->starts[i] = (guint16) n_letters;
      for (const char *letter = tide_pinyin_get_readings (units[i]); *letter != '\0'; letter++)
        pinyin->letters[n_letters++] = (guint16) *letter;
    }
  pinyin->starts[n] = (guint16) n_letters;
}

/* Whether one of the beginnings @found after the syllable @first ends with a whole syllable. */
static gboolean
ends_with_syllable (
    const TideSearchWord *word, const Pinyin *pinyin, guint first, guint n, guint found)
{
  for (guint i = first + MIN_NEAR_SYLLABLES; i <= n; i++)
    {
      const guint length = pinyin->starts[i] - pinyin->starts[first];

      if (length > word->n_units + word->n_edits)
        break;
      if (length + word->n_edits >= word->n_units
          && (found & (1u << (length + word->n_edits - word->n_units))) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_near_pinyin (const TideSearchWord *word, const guint16 *units, guint n)
{
  Pinyin pinyin;

  if (n < MIN_NEAR_SYLLABLES)
    return FALSE;

  spell (&pinyin, units, n);
  for (guint i = 0; i + MIN_NEAR_SYLLABLES <= n; i++)
    {
      const guint start = pinyin.starts[i];
      const guint found = tide_search_find_near (word->units, word->n_units, pinyin.letters + start,
                                                 pinyin.starts[n] - start, word->n_edits);

      if (found != 0 && ends_with_syllable (word, &pinyin, i, n, found))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_near_han (const TideSearchWord *word, const guint16 *units, guint n)
{
  for (guint i = 0; i + word->n_units <= n + word->n_edits; i++)
    if (tide_search_find_near (word->units, word->n_units, units + i, n - i, word->n_edits) != 0)
      return TRUE;

  return FALSE;
}

/* Words and pieces -------------------------------------------------------------------------- */

static TideSearchClass
match_han (const TideSearchWord *word, const guint16 *units, guint n)
{
  TideSearchClass found = TIDE_SEARCH_NOT;
  gboolean is_near;

  if (word->is_pinyin && word->n_units >= MIN_INITIALS)
    found = match_pinyin (word, units, n);
  if (found != TIDE_SEARCH_NOT || word->n_edits == 0 || (word->has_han && word->is_pinyin))
    return found;

  is_near = word->has_han ? is_near_han (word, units, n)
                          : word->is_pinyin && is_near_pinyin (word, units, n);

  return is_near ? TIDE_SEARCH_SIMILAR : TIDE_SEARCH_NOT;
}

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
    return match_han (word, units, n);

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
}
