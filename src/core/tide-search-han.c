/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-pinyin.h"
#include "core/tide-search-private.h"

#include <string.h>

/* Initials of fewer characters are looked for at the beginning of what is Chinese only. */
#define MIN_INITIALS_INSIDE 3
#define MIN_INITIALS 2

/* With a typing error, pinyin of fewer syllables would be near to everything. */
#define MIN_NEAR_SYLLABLES 2

/* With typing errors, so many letters or characters must be right at the beginning or at the end:
 * where one error is allowed, and where two are. */
#define N_RIGHT 2
#define N_RIGHT_OF_LONG 3

#define MAX_READING 8

/* How the characters of one key sound beside a word: each of these is asked for every character of
 * all texts before anything is compared. */
typedef enum
{
  SOUND_FULL = 1 << 0,    /* the word begins with one of their readings */
  SOUND_BEGUN = 1 << 1,   /* one of their readings begins with the word */
  SOUND_INITIAL = 1 << 2, /* one of their readings has the first letter of the word */
  SOUND_START = 1 << 3,   /* the first reading is right at the beginning of the word */
  SOUND_END = 1 << 4,     /* or at its end */
} Sound;

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

/* Sounds ------------------------------------------------------------------------------------ */

static guint
get_n_right (const TideSearchWord *word)
{
  return word->n_edits > 1 ? N_RIGHT_OF_LONG : N_RIGHT;
}

static Sound
compare_reading (const TideSearchWord *word, const char *reading)
{
  const guint same = count_same (word->units, reading);

  return (Sound) ((reading[same] == '\0' ? SOUND_FULL : 0)
                  | (same > 0 && word->units[same] == 0 ? SOUND_BEGUN : 0)
                  | (same > 0 ? SOUND_INITIAL : 0));
}

static Sound
compare_ends (const TideSearchWord *word, const char *reading)
{
  const guint length = (guint) strlen (reading);
  const guint n = MIN (length, get_n_right (word));
  gboolean is_start = TRUE, is_end = TRUE;

  for (guint i = 0; i < n; i++)
    {
      is_start &= word->units[i] == (guint16) reading[i];
      is_end &= word->units[word->n_units - 1 - i] == (guint16) reading[length - 1 - i];
    }

  return (Sound) ((is_start ? SOUND_START : 0) | (is_end ? SOUND_END : 0));
}

/*
 * tide_search_find_sounds:
 * @word: a word that may be pinyin
 *
 * Returns: (transfer full): by tide_pinyin_get_key(), how its characters sound beside @word
 */
guint8 *
tide_search_find_sounds (const TideSearchWord *word)
{
  guint8 *sounds = g_new0 (guint8, tide_pinyin_get_n_keys ());

  for (guint key = tide_pinyin_get_next_key (0); key != 0; key = tide_pinyin_get_next_key (key))
    {
      const char *first = tide_pinyin_get_readings_of_key (key);

      for (const char *reading = first; *reading != '\0'; reading += strlen (reading) + 1)
        sounds[key] |= (guint8) compare_reading (word, reading);
      if (word->n_edits > 0)
        sounds[key] |= (guint8) compare_ends (word, first);
    }

  return sounds;
}

static Sound
get_sound (const TideSearchWord *word, guint16 unit)
{
  return (Sound) word->sounds[tide_pinyin_get_key (unit)];
}

/* Pinyin ------------------------------------------------------------------------------------ */

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
  TideSearchClass found = TIDE_SEARCH_NOT;

  for (guint i = 0; i < n; i++)
    {
      const Sound sound = get_sound (word, units[i]);
      const gboolean is_same = word->has_han && units[i] == word->units[0];

      if ((is_same || (sound & (i == 0 ? SOUND_FULL | SOUND_BEGUN : SOUND_FULL)) != 0)
          && begins_with (word->units, units + i, n - i, i == 0))
        return TIDE_SEARCH_PINYIN;
      if (i < n_starts && found == TIDE_SEARCH_NOT && (is_same || (sound & SOUND_INITIAL) != 0)
          && has_initials (word, units + i, n - i))
        found = TIDE_SEARCH_INITIALS;
    }

  return found;
}

/* Typing errors ----------------------------------------------------------------------------- */

/* The pinyin of the first characters, each by its first reading, as far as it may be @word. */
typedef struct
{
  guint16 letters[TIDE_SEARCH_MAX_UNITS + MAX_READING + 2];
  guint n;
  guint ends[TIDE_SEARCH_MAX_UNITS]; /* of each syllable */
  guint n_syllables;
} Pinyin;

static void
spell (Pinyin *pinyin, const TideSearchWord *word, const guint16 *units, guint n)
{
  pinyin->n = 0;
  pinyin->n_syllables = 0;
  while (pinyin->n_syllables < n && pinyin->n < word->n_units + word->n_edits)
    {
      const char *letter = tide_pinyin_get_readings (units[pinyin->n_syllables]);

      for (; *letter != '\0'; letter++)
        pinyin->letters[pinyin->n++] = (guint16) *letter;
      pinyin->ends[pinyin->n_syllables++] = pinyin->n;
    }
}

static gboolean
has_right_start (const TideSearchWord *word, const Pinyin *pinyin)
{
  const guint n = get_n_right (word);

  return memcmp (pinyin->letters, word->units, n * sizeof *word->units) == 0;
}

static gboolean
has_right_end (const TideSearchWord *word, const Pinyin *pinyin, guint end)
{
  const guint n = get_n_right (word);

  return memcmp (pinyin->letters + end - n, word->units + word->n_units - n,
                 n * sizeof *word->units)
         == 0;
}

static gboolean
is_spelled_nearly (const TideSearchWord *word, const guint16 *units, guint n, gboolean needs_start)
{
  Pinyin pinyin;
  guint found;

  spell (&pinyin, word, units, n);
  if (pinyin.n + word->n_edits < word->n_units || (needs_start && !has_right_start (word, &pinyin)))
    return FALSE;

  found
      = tide_search_find_near (word->units, word->n_units, pinyin.letters, pinyin.n, word->n_edits);
  for (guint i = MIN_NEAR_SYLLABLES - 1; found != 0 && i < pinyin.n_syllables; i++)
    {
      const guint end = pinyin.ends[i];

      if (end + word->n_edits >= word->n_units && end <= word->n_units + word->n_edits
          && (found & (1u << (end + word->n_edits - word->n_units))) != 0
          && (needs_start || has_right_end (word, &pinyin, end)))
        return TRUE;
    }

  return FALSE;
}

/* Whether the word is spelled nearly as the characters that end before @end. */
static gboolean
ends_nearly (const TideSearchWord *word, const guint16 *units, guint end)
{
  guint length = 0;

  for (guint i = end; i > 0 && length <= word->n_units + word->n_edits; i--)
    {
      length += (guint) strlen (tide_pinyin_get_readings (units[i - 1]));
      if (length + word->n_edits >= word->n_units && length <= word->n_units + word->n_edits
          && is_spelled_nearly (word, units + i - 1, end - (i - 1), FALSE))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_near_pinyin (const TideSearchWord *word, const guint16 *units, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const Sound sound = get_sound (word, units[i]);

      if ((sound & SOUND_START) != 0 && is_spelled_nearly (word, units + i, n - i, TRUE))
        return TRUE;
      if ((sound & SOUND_END) != 0 && ends_nearly (word, units, i + 1))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_written_nearly (const TideSearchWord *word, const guint16 *units, guint n)
{
  return tide_search_find_near (word->units, word->n_units, units, n, word->n_edits) != 0;
}

static gboolean
is_near_han (const TideSearchWord *word, const guint16 *units, guint n)
{
  const guint16 *last = word->units + word->n_units - N_RIGHT;

  for (guint i = 0; i + N_RIGHT <= n; i++)
    {
      if (units[i] == word->units[0] && units[i + 1] == word->units[1]
          && is_written_nearly (word, units + i, n - i))
        return TRUE;
      if (units[i] != last[0] || units[i + 1] != last[1])
        continue;
      for (guint length = word->n_units - 1; length <= word->n_units + 1; length++)
        if (length <= i + N_RIGHT && is_written_nearly (word, units + i + N_RIGHT - length, length))
          return TRUE;
    }

  return FALSE;
}

/*
 * tide_search_match_han:
 * @word: a word that was typed, with units
 * @units: (array length=n): Han characters of a text
 * @n: how many
 *
 * Returns: how the word is found in them, apart from how it is written
 */
TideSearchClass
tide_search_match_han (const TideSearchWord *word, const guint16 *units, guint n)
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
