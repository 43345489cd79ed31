/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-pinyin.h"

#include "tide-pinyin-table.h"

/**
 * tide_pinyin_is_han:
 * @character: a character
 *
 * Returns: whether it is one of those Chinese characters whose readings may be known
 */
gboolean
tide_pinyin_is_han (gunichar character)
{
  return character >= FIRST && character <= LAST && places[character - FIRST] != 0;
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
  return tide_pinyin_is_han (character) ? readings + places[character - FIRST] : "";
}
