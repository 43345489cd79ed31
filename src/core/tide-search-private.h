/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-search.h"

G_BEGIN_DECLS

/* Longer words are found as they are written only. */
#define TIDE_SEARCH_MAX_UNITS 64

/**
 * TideSearchClass:
 * @TIDE_SEARCH_NOT: not found
 * @TIDE_SEARCH_EXACT: as a whole word
 * @TIDE_SEARCH_START: at the beginning of a word
 * @TIDE_SEARCH_INSIDE: within a word
 * @TIDE_SEARCH_PINYIN: by its pinyin
 * @TIDE_SEARCH_INITIALS: by the first letters of its pinyin
 * @TIDE_SEARCH_SIMILAR: with a typing error
 *
 * How a word is found, best first.
 */
typedef enum
{
  TIDE_SEARCH_NOT,
  TIDE_SEARCH_EXACT,
  TIDE_SEARCH_START,
  TIDE_SEARCH_INSIDE,
  TIDE_SEARCH_PINYIN,
  TIDE_SEARCH_INITIALS,
  TIDE_SEARCH_SIMILAR,
} TideSearchClass;

/**
 * TideSearchPlace:
 * @TIDE_SEARCH_IN_HEAD: among the texts by which something is called
 * @TIDE_SEARCH_IN_REST: among the others
 */
typedef enum
{
  TIDE_SEARCH_IN_HEAD,
  TIDE_SEARCH_IN_REST,
  TIDE_SEARCH_N_PLACES,
} TideSearchPlace;

/**
 * TideSearchWord:
 * @text: (owned): a folded word
 * @length: of @text, in bytes
 * @units: (owned) (nullable): its characters, ended by 0, where all are letters or Han
 * @n_units: how many
 * @letters: which letters are in it, tide_search_get_letters()
 * @has_han: whether there are Han characters in it
 * @is_pinyin: whether its other characters, of which there are some, may be pinyin
 * @n_edits: with how many typing errors it is found, 0 for none
 * @sounds: (owned) (nullable): of what may be pinyin, tide_search_find_sounds()
 */
typedef struct
{
  char *text;
  gsize length;
  guint16 *units;
  guint n_units;
  guint32 letters;
  gboolean has_han;
  gboolean is_pinyin;
  guint n_edits;
  guint8 *sounds;
} TideSearchWord;

struct _TideSearch
{
  GArray *words; /* owned, of TideSearchWord */
};

/* Words in a text. */
gboolean
tide_search_next_token (const char **at, TideSearchPlace *place, const char **token, gsize *length);
TideSearchClass
tide_search_match_literally (const TideSearchWord *word, const char *token, gsize length);
guint8 tide_search_get_rank (TideSearchClass class, TideSearchPlace place);

/* Pieces of words: letters, or Han characters. */
typedef void (*TideSearchPieceFunc) (const guint16 *units, guint n, gpointer data);

void tide_search_split (const char *token, gsize length, TideSearchPieceFunc func, gpointer data);
guint32 tide_search_get_letters (const guint16 *units, guint n);
void tide_search_word_init (TideSearchWord *word, char *text);
TideSearchClass tide_search_match_piece (const TideSearchWord *word,
                                         const guint16 *units,
                                         guint n,
                                         guint32 letters);

/* Chinese text. */
guint8 *tide_search_find_sounds (const TideSearchWord *word);
TideSearchClass tide_search_match_han (const TideSearchWord *word, const guint16 *units, guint n);

/* Typing errors. */
guint tide_search_find_near (
    const guint16 *word, guint n_word, const guint16 *text, guint n_text, guint n_edits);

/* Distinct strings of units of one or two bytes. */
typedef struct _TideSearchStrings TideSearchStrings;

TideSearchStrings *tide_search_strings_new (guint unit);
void tide_search_strings_free (TideSearchStrings *self);
guint32 tide_search_strings_add (TideSearchStrings *self, gconstpointer text, gsize length);
void tide_search_strings_seal (TideSearchStrings *self);
guint32 tide_search_strings_get_n (const TideSearchStrings *self);
gconstpointer tide_search_strings_get (const TideSearchStrings *self, guint32 id, gsize *length);

G_END_DECLS
