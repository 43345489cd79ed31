/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-word.h"

/**
 * tide_word_find:
 * @words: (array length=n): a table of words
 * @n: how many there are
 * @word: (nullable): a word
 *
 * Returns: the index of @word, -1 where it is not among them
 */
int
tide_word_find (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (int) i;

  return -1;
}
