/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-pinyin.h"

#include "tide-pinyin-table.h"

#include <string.h>

/**
 * tide_pinyin_get_n_keys:
 *
 * Returns: above all that tide_pinyin_get_key() gives
 */
guint
tide_pinyin_get_n_keys (void)
{
  return sizeof readings;
}

/**
 * tide_pinyin_get_key:
 * @character: a character
 *
 * Returns: a number that it shares with all that are read alike; 0 where that is not known
 */
guint
tide_pinyin_get_key (gunichar character)
{
  return character >= FIRST && character <= LAST ? places[character - FIRST] : 0;
}

/**
 * tide_pinyin_is_han:
 * @character: a character
 *
 * Returns: whether it is one of those Chinese characters whose readings may be known
 */
gboolean
tide_pinyin_is_han (gunichar character)
{
  return tide_pinyin_get_key (character) != 0;
}

/**
 * tide_pinyin_get_readings_of_key:
 * @key: a key of characters
 *
 * Returns: (transfer none): what tide_pinyin_get_readings() gives for them
 */
const char *
tide_pinyin_get_readings_of_key (guint key)
{
  return readings + key;
}

/**
 * tide_pinyin_get_next_key:
 * @key: a key, or 0
 *
 * Returns: the next one; 0 behind the last
 */
guint
tide_pinyin_get_next_key (guint key)
{
  const char *at = readings + key;

  if (key == 0)
    return 2;

  while (*at != '\0')
    at += strlen (at) + 1;
  key = (guint) (at + 1 - readings);

  return key + 1 < sizeof readings ? key : 0;
}

/**
 * tide_pinyin_get_readings:
 * @character: a character
 *
 * Tells how a Chinese character is read, in Hanyu pinyin (ISO 7098) without tones and with `v` for
 * ü, after the transliteration `Han-Latin` of Unicode's CLDR; of characters that are read in more
 * than one way in names, all of them.
 *
 * Returns: (transfer none): its readings one behind the other, each ended by a NUL, and an empty
 * one at the end
 */
const char *
tide_pinyin_get_readings (gunichar character)
{
  return readings + tide_pinyin_get_key (character);
}
