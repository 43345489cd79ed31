/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-search-private.h"

#include "core/tide-pinyin.h"
#include "core/tide-text.h"

#include <string.h>

/* Best first: what something is called counts more than what is said of it, and what is written
 * more than what it is read like. Of the places within one class, the first stands one rank higher.
 */
static const guint8 ranks[][TIDE_SEARCH_N_PLACES] = {
  [TIDE_SEARCH_NOT] = { TIDE_SEARCH_NO_RANK, TIDE_SEARCH_NO_RANK },
  [TIDE_SEARCH_EXACT] = { 1, 4 },
  [TIDE_SEARCH_START] = { 2, 5 },
  [TIDE_SEARCH_INSIDE] = { 3, 6 },
  [TIDE_SEARCH_PINYIN] = { 7, 8 },
  [TIDE_SEARCH_INITIALS] = { 9, 10 },
  [TIDE_SEARCH_SIMILAR] = { 11, 12 },
};

/* A word of a text, while it is looked whether another one is found in it. */
typedef struct
{
  const TideSearchWord *word;
  TideSearchClass class;
} Match;

static void
clear_word (gpointer data)
{
  TideSearchWord *word = data;

  g_free (word->text);
  g_free (word->units);
  g_free (word->sounds);
}

/**
 * tide_search_new:
 * @typed: (nullable): what a person typed
 *
 * Returns: (transfer full) (nullable): the words of it; %NULL where there are none
 */
TideSearch *
tide_search_new (const char *typed)
{
  g_autofree char *folded = typed != NULL ? tide_text_fold (typed) : g_strdup ("");
  g_autoptr (TideSearch) self = g_new0 (TideSearch, 1);
  const char *at = folded;
  const char *token;
  TideSearchPlace place = TIDE_SEARCH_IN_HEAD;
  gsize length;

  self->words = g_array_new (FALSE, FALSE, sizeof (TideSearchWord));
  g_array_set_clear_func (self->words, clear_word);
  while (tide_search_next_token (&at, &place, &token, &length))
    {
      TideSearchWord word;

      tide_search_word_init (&word, g_strndup (token, length));
      g_array_append_val (self->words, word);
    }

  return self->words->len > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * tide_search_free:
 * @self: (transfer full): a search
 */
void
tide_search_free (TideSearch *self)
{
  g_array_unref (self->words);
  g_free (self);
}

/* Words in a text --------------------------------------------------------------------------- */

static gboolean
is_space (char byte)
{
  return g_ascii_isspace (byte) || byte == TIDE_SEARCH_REST;
}

/*
 * tide_search_next_token:
 * @at: (inout): where in a folded text to go on
 * @place: (inout): what that belongs to; it begins with %TIDE_SEARCH_IN_HEAD
 * @token: (out): the word found
 * @length: (out): its length, in bytes
 *
 * Folding has made the ideographic space an ordinary one.
 *
 * Returns: whether there was one more word
 */
gboolean
tide_search_next_token (const char **at, TideSearchPlace *place, const char **token, gsize *length)
{
  const char *end;

  for (; is_space (**at); (*at)++)
    if (**at == TIDE_SEARCH_REST)
      *place = TIDE_SEARCH_IN_REST;
  for (end = *at; *end != '\0' && !is_space (*end);)
    end++;

  *token = *at;
  *length = (gsize) (end - *at);
  *at = end;

  return *length > 0;
}

static gboolean
is_break (gunichar before, gunichar after)
{
  return !g_unichar_isalnum (before) || !g_unichar_isalnum (after)
         || tide_pinyin_is_han (before) != tide_pinyin_is_han (after);
}

/* Whether words part at @at, which is within the token or at one of its ends. */
static gboolean
is_edge (const char *token, const char *end, const char *at)
{
  return at == token || at == end
         || is_break (g_utf8_get_char (g_utf8_prev_char (at)), g_utf8_get_char (at));
}

/*
 * tide_search_match_literally:
 * @word: a word that was typed
 * @token: a word of a folded text
 * @length: its length, in bytes
 *
 * Returns: how the one is found in the other as it is written
 */
TideSearchClass
tide_search_match_literally (const TideSearchWord *word, const char *token, gsize length)
{
  const char *end = token + length;
  const char *at = token;
  TideSearchClass found = TIDE_SEARCH_NOT;

  while (found != TIDE_SEARCH_EXACT
         && (at = memmem (at, (gsize) (end - at), word->text, word->length)) != NULL)
    {
      if (!is_edge (token, end, at))
        found = found == TIDE_SEARCH_NOT ? TIDE_SEARCH_INSIDE : found;
      else if (is_edge (token, end, at + word->length))
        found = TIDE_SEARCH_EXACT;
      else
        found = TIDE_SEARCH_START;
      at += word->length;
    }

  return found;
}

/*
 * tide_search_get_rank:
 * @class: how a word is found
 * @place: where
 *
 * Returns: how well that is
 */
guint8
tide_search_get_rank (TideSearchClass class, TideSearchPlace place)
{
  return ranks[class][place];
}

static void
match_piece (const guint16 *units, guint n, gpointer data)
{
  Match *match = data;
  const TideSearchClass class = tide_search_match_piece (match->word, units, n,
                                                         tide_search_get_letters (units, n));

  if (class != TIDE_SEARCH_NOT && (match->class == TIDE_SEARCH_NOT || class < match->class))
    match->class = class;
}

static guint8
rank_word (const TideSearchWord *word, const char *search_text)
{
  TideSearchPlace place = TIDE_SEARCH_IN_HEAD;
  const char *token;
  gsize length;
  guint8 best = TIDE_SEARCH_NO_RANK;

  while (tide_search_next_token (&search_text, &place, &token, &length))
    {
      Match match = { word, tide_search_match_literally (word, token, length) };
      guint8 rank;

      if (match.class == TIDE_SEARCH_NOT)
        tide_search_split (token, length, match_piece, &match);
      rank = tide_search_get_rank (match.class, place);
      if (rank != TIDE_SEARCH_NO_RANK && (best == TIDE_SEARCH_NO_RANK || rank < best))
        best = rank;
    }

  return best;
}

/**
 * tide_search_rank:
 * @self: a search
 * @search_text: a text, as tide_text_fold() gives it; what stands behind %TIDE_SEARCH_REST counts
 *   less
 *
 * Returns: how well it is found, by the word that is found worst; %TIDE_SEARCH_NO_RANK unless all
 *   are
 */
guint8
tide_search_rank (const TideSearch *self, const char *search_text)
{
  guint8 worst = TIDE_SEARCH_NO_RANK;

  for (guint i = 0; i < self->words->len; i++)
    {
      const guint8 rank = rank_word (&g_array_index (self->words, TideSearchWord, i), search_text);

      if (rank == TIDE_SEARCH_NO_RANK)
        return rank;
      worst = MAX (worst, rank);
    }

  return worst;
}

/**
 * tide_search_finds:
 * @self: a search
 * @text: (nullable): any text
 *
 * Returns: whether all words are found in it
 */
gboolean
tide_search_finds (const TideSearch *self, const char *text)
{
  g_autofree char *folded = text != NULL ? tide_text_fold (text) : NULL;

  return folded != NULL && tide_search_rank (self, folded) != TIDE_SEARCH_NO_RANK;
}

/**
 * tide_search_rank_is_similar:
 * @rank: how well something is found
 *
 * Returns: whether only with typing errors
 */
gboolean
tide_search_rank_is_similar (guint8 rank)
{
  return rank >= ranks[TIDE_SEARCH_SIMILAR][TIDE_SEARCH_IN_HEAD];
}
