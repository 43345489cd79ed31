/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-search-private.h"

#include <string.h>

#define MAX_EDITS 2
#define N_BAND (2 * MAX_EDITS + 1)

/* More edits than matter. */
#define FAR (MAX_EDITS + 1)

typedef struct
{
  const guint16 *word;
  const guint16 *text;
  guint n_text;
  int n_edits;
} Pair;

static guint8
least (guint8 a, guint8 b)
{
  return a < b ? a : b;
}

/* How many edits make the first @i letters of the word of the first @j of the text, up to FAR. */
static guint8
count_edits (const Pair *pair,
             int i,
             int j,
             const guint8 *two_before,
             const guint8 *before,
             guint8 inserted,
             int place)
{
  guint8 edits = inserted + 1;

  if (place < 2 * pair->n_edits)
    edits = least (edits, before[place + 1] + 1);
  if (j > 0)
    edits = least (edits, before[place] + (pair->word[i - 1] != pair->text[j - 1]));
  if (i > 1 && j > 1 && pair->word[i - 1] == pair->text[j - 2]
      && pair->word[i - 2] == pair->text[j - 1])
    edits = least (edits, two_before[place] + 1);

  return least (edits, FAR);
}

/* Fills the row of the first @i letters. Returns the least of it. */
static guint8
fill_row (const Pair *pair, int i, const guint8 *two_before, const guint8 *before, guint8 *row)
{
  guint8 best = FAR;

  for (int place = 0; place <= 2 * pair->n_edits; place++)
    {
      const int j = i + place - pair->n_edits;

      row[place] = FAR;
      if (j < 0 || j > (int) pair->n_text)
        continue;
      row[place]
          = count_edits (pair, i, j, two_before, before, place > 0 ? row[place - 1] : FAR, place);
      best = least (best, row[place]);
    }

  return best;
}

/*
 * tide_search_find_near:
 * @word: (array length=n_word): letters
 * @n_word: how many
 * @text: (array length=n_text): other letters
 * @n_text: how many
 * @n_edits: 1 or 2
 *
 * Finds the beginnings of @text that at most @n_edits single edits make @word: a letter inserted,
 * deleted, replaced, or two neighbours swapped. This is the optimal string alignment distance
 * (Damerau 1964; Wagner and Fischer 1974), worked out only near the diagonal (Ukkonen 1985).
 *
 * Returns: bit i is set where the first (@n_word - @n_edits + i) letters are such a beginning
 */
guint
tide_search_find_near (
    const guint16 *word, guint n_word, const guint16 *text, guint n_text, guint n_edits)
{
  const Pair pair = { word, text, n_text, (int) n_edits };
  guint8 rows[3][N_BAND];
  guint found = 0;

  memset (rows, FAR, sizeof rows);
  for (guint j = 0; j <= MIN (n_edits, n_text); j++)
    rows[0][n_edits + j] = (guint8) j;

  for (guint i = 1; i <= n_word; i++)
    if (fill_row (&pair, (int) i, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]) > n_edits)
      return 0;

  for (guint place = 0; place <= 2 * n_edits; place++)
    if (rows[n_word % 3][place] <= n_edits)
      found |= 1u << place;

  return found;
}
