/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-search-private.h"

#include <string.h>

/* A list with more than one row in so many is kept as bits. */
#define FREQUENT 32

#define N_BITS 64

/* Lists of numbers one behind the other. */
typedef struct
{
  guint32 *starts; /* owned: by list, where in @values; one more at the end */
  guint32 *values; /* owned */
} Lists;

/* What is gathered until everything is known. */
typedef struct
{
  GArray *lists;        /* owned, of guint32: of each row those that it is in */
  GArray *row_ends;     /* owned, of guint32: by row, where in @lists its own end */
  GArray *last_rows;    /* owned, of guint32: by list, one more than the last row in it */
  GArray *pieces;       /* owned, of guint32: of each token those that it consists of */
  GArray *token_ends;   /* owned, of guint32: by token, where in @pieces its own end */
  GArray *list_lengths; /* owned, of guint32: by list */
} Draft;

/* Each token, which is a word of a text, has one list of rows for each place it may stand in. */
struct _TideSearchIndex
{
  Draft *draft; /* owned (nullable): until it is whole */
  guint n_rows;
  TideSearchStrings *tokens; /* owned */
  TideSearchStrings *pieces; /* owned */
  guint32 *letters;          /* owned: by piece */
  Lists tokens_of;           /* by piece */
  Lists rows_of;             /* by list, but of those in @frequent */
  GHashTable *frequent;      /* owned, of owned bits by list */
};

static gsize
get_n_words (const TideSearchIndex *self)
{
  return (self->n_rows + N_BITS - 1) / N_BITS;
}

/* Making it --------------------------------------------------------------------------------- */

static GArray *
numbers_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (guint32));
}

static Draft *
draft_new (void)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->lists = numbers_new ();
  draft->row_ends = numbers_new ();
  draft->last_rows = numbers_new ();
  draft->pieces = numbers_new ();
  draft->token_ends = numbers_new ();
  draft->list_lengths = numbers_new ();

  return draft;
}

static void
draft_free (Draft *draft)
{
  g_array_unref (draft->lists);
  g_array_unref (draft->row_ends);
  g_array_unref (draft->last_rows);
  g_array_unref (draft->pieces);
  g_array_unref (draft->token_ends);
  g_array_unref (draft->list_lengths);
  g_free (draft);
}

/**
 * tide_search_index_new:
 *
 * Returns: (transfer full): an index without rows
 */
TideSearchIndex *
tide_search_index_new (void)
{
  TideSearchIndex *self = g_new0 (TideSearchIndex, 1);

  self->draft = draft_new ();
  self->tokens = tide_search_strings_new (sizeof (char));
  self->pieces = tide_search_strings_new (sizeof (guint16));
  self->frequent = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return self;
}

/**
 * tide_search_index_free:
 * @self: (transfer full): an index
 */
void
tide_search_index_free (TideSearchIndex *self)
{
  g_clear_pointer (&self->draft, draft_free);
  tide_search_strings_free (self->tokens);
  tide_search_strings_free (self->pieces);
  g_hash_table_unref (self->frequent);
  g_free (self->letters);
  g_free (self->tokens_of.starts);
  g_free (self->tokens_of.values);
  g_free (self->rows_of.starts);
  g_free (self->rows_of.values);
  g_free (self);
}

static void
add_piece (const guint16 *units, guint n, gpointer data)
{
  TideSearchIndex *self = data;
  const guint32 piece = tide_search_strings_add (self->pieces, units, n * sizeof *units);

  g_array_append_val (self->draft->pieces, piece);
}

static void
add_token (TideSearchIndex *self, TideSearchPlace place, const char *text, gsize length)
{
  Draft *draft = self->draft;
  const guint32 token = tide_search_strings_add (self->tokens, text, length);
  const guint32 list = token * TIDE_SEARCH_N_PLACES + (guint32) place;

  if (token == draft->token_ends->len)
    {
      tide_search_split (text, length, add_piece, self);
      g_array_append_val (draft->token_ends, draft->pieces->len);
      g_array_set_size (draft->last_rows, (token + 1) * TIDE_SEARCH_N_PLACES);
      g_array_set_size (draft->list_lengths, (token + 1) * TIDE_SEARCH_N_PLACES);
    }
  if (g_array_index (draft->last_rows, guint32, list) == self->n_rows + 1)
    return;

  g_array_index (draft->last_rows, guint32, list) = self->n_rows + 1;
  g_array_index (draft->list_lengths, guint32, list)++;
  g_array_append_val (draft->lists, list);
}

/**
 * tide_search_index_add:
 * @self: an index that is not whole yet
 * @search_text: a text as for tide_search_rank()
 *
 * Adds one more row.
 */
void
tide_search_index_add (TideSearchIndex *self, const char *search_text)
{
  TideSearchPlace place = TIDE_SEARCH_IN_HEAD;
  const char *token;
  gsize length;

  while (tide_search_next_token (&search_text, &place, &token, &length))
    add_token (self, place, token, length);
  g_array_append_val (self->draft->row_ends, self->draft->lists->len);
  self->n_rows++;
}

/* Turns round what list each of some things is in: @ends says by thing where its own end in
 * @members, @lengths by list how many of them it gets. */
static void
lists_init (Lists *lists, const GArray *members, const GArray *ends, const GArray *lengths)
{
  guint32 *starts = g_new0 (guint32, lengths->len + 1);
  g_autofree guint32 *next = g_new (guint32, lengths->len + 1);
  guint32 member = 0;

  for (guint i = 0; i < lengths->len; i++)
    starts[i + 1] = starts[i] + g_array_index (lengths, guint32, i);
  memcpy (next, starts, (lengths->len + 1) * sizeof *next);
  lists->starts = starts;
  lists->values = g_new (guint32, starts[lengths->len] + 1);
  for (guint32 thing = 0; thing < ends->len; thing++)
    for (; member < g_array_index (ends, guint32, thing); member++)
      {
        const guint32 list = g_array_index (members, guint32, member);

        if (starts[list + 1] > starts[list])
          lists->values[next[list]++] = thing;
      }
}

static void
set_bit (guint64 *bits, guint32 row)
{
  bits[row / N_BITS] |= (guint64) 1 << (row % N_BITS);
}

/* Moves the lists with many rows out of the others. */
static void
gather_frequent (TideSearchIndex *self)
{
  Draft *draft = self->draft;
  guint32 member = 0;

  for (guint32 list = 0; list < draft->list_lengths->len; list++)
    if (g_array_index (draft->list_lengths, guint32, list) > 1 + self->n_rows / FREQUENT)
      {
        g_hash_table_insert (self->frequent, GUINT_TO_POINTER (list),
                             g_new0 (guint64, get_n_words (self)));
        g_array_index (draft->list_lengths, guint32, list) = 0;
      }

  for (guint32 row = 0; row < self->n_rows; row++)
    for (; member < g_array_index (draft->row_ends, guint32, row); member++)
      {
        const guint32 list = g_array_index (draft->lists, guint32, member);

        if (g_array_index (draft->list_lengths, guint32, list) == 0)
          set_bit (g_hash_table_lookup (self->frequent, GUINT_TO_POINTER (list)), row);
      }
}

static void
gather_pieces (TideSearchIndex *self)
{
  const Draft *draft = self->draft;
  const guint32 n = tide_search_strings_get_n (self->pieces);
  g_autoptr (GArray) lengths = numbers_new ();

  g_array_set_size (lengths, n);
  for (guint i = 0; i < draft->pieces->len; i++)
    g_array_index (lengths, guint32, g_array_index (draft->pieces, guint32, i))++;
  lists_init (&self->tokens_of, draft->pieces, draft->token_ends, lengths);

  self->letters = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      gsize length;
      const guint16 *units = tide_search_strings_get (self->pieces, i, &length);

      self->letters[i] = tide_search_get_letters (units, (guint) (length / sizeof *units));
    }
}

/**
 * tide_search_index_seal:
 * @self: an index to which all rows were added
 *
 * Makes it whole.
 */
void
tide_search_index_seal (TideSearchIndex *self)
{
  tide_search_strings_seal (self->tokens);
  tide_search_strings_seal (self->pieces);
  gather_pieces (self);
  gather_frequent (self);
  lists_init (&self->rows_of, self->draft->lists, self->draft->row_ends, self->draft->list_lengths);
  g_clear_pointer (&self->draft, draft_free);
}

/* Finding ----------------------------------------------------------------------------------- */

/* Where one word is found. */
typedef struct
{
  const TideSearchIndex *index;
  const TideSearchWord *word;
  guint8 *classes;                      /* owned: by token */
  GArray *found;                        /* owned, of guint32: tokens with a class */
  guint64 *levels[TIDE_SEARCH_N_RANKS]; /* owned (nullable): bits of the rows, by rank */
} Finding;

static void
take_token (Finding *self, guint32 token, TideSearchClass class)
{
  if (self->classes[token] == TIDE_SEARCH_NOT)
    g_array_append_val (self->found, token);
  else if (self->classes[token] <= class)
    return;
  self->classes[token] = (guint8) class;
}

/* Passes over all tokens at once: what has no hit costs no look at each. */
static void
find_literally (Finding *self)
{
  const TideSearchStrings *tokens = self->index->tokens;
  const guint32 n = tide_search_strings_get_n (tokens);
  const char *at = tide_search_strings_get (tokens, 0, NULL);
  const char *end = tide_search_strings_get (tokens, n, NULL);
  guint32 token = 0;

  while (at < end
         && (at = memmem (at, (gsize) (end - at), self->word->text, self->word->length)) != NULL)
    {
      const char *next;
      const char *text;
      gsize length;

      while ((next = tide_search_strings_get (tokens, token + 1, NULL)) <= at)
        token++;
      text = tide_search_strings_get (tokens, token, &length);
      take_token (self, token, tide_search_match_literally (self->word, text, length));
      at = next;
    }
}

static void
find_pieces (Finding *self)
{
  const TideSearchIndex *index = self->index;
  const guint32 n = tide_search_strings_get_n (index->pieces);

  for (guint32 piece = 0; piece < n && self->word->units != NULL; piece++)
    {
      gsize length;
      const guint16 *units = tide_search_strings_get (index->pieces, piece, &length);
      const TideSearchClass class = tide_search_match_piece (
          self->word, units, (guint) (length / sizeof *units), index->letters[piece]);

      if (class == TIDE_SEARCH_NOT)
        continue;
      for (guint32 i = index->tokens_of.starts[piece]; i < index->tokens_of.starts[piece + 1]; i++)
        take_token (self, index->tokens_of.values[i], class);
    }
}

static void
take_list (Finding *self, guint32 list, guint8 rank)
{
  const TideSearchIndex *index = self->index;
  const guint32 start = index->rows_of.starts[list];
  const guint32 end = index->rows_of.starts[list + 1];
  const guint64 *bits
      = start == end ? g_hash_table_lookup (index->frequent, GUINT_TO_POINTER (list)) : NULL;
  guint64 *level = self->levels[rank];

  if (start == end && bits == NULL)
    return;

  if (level == NULL)
    level = self->levels[rank] = g_new0 (guint64, get_n_words (index));
  for (guint32 i = start; i < end; i++)
    set_bit (level, index->rows_of.values[i]);
  for (gsize i = 0; bits != NULL && i < get_n_words (index); i++)
    level[i] |= bits[i];
}

/* Of each row the best rank, of those of @ranks so far the worst. */
static void
join_word (Finding *self, gsize n_word, gboolean is_first, guint8 *ranks)
{
  const guint32 first = (guint32) (n_word * N_BITS);
  guint8 best[N_BITS] = { 0 };
  guint64 seen = 0;

  for (guint rank = 1; rank < TIDE_SEARCH_N_RANKS; rank++)
    {
      guint64 bits = self->levels[rank] != NULL ? self->levels[rank][n_word] & ~seen : 0;

      seen |= bits;
      for (; bits != 0; bits &= bits - 1)
        best[__builtin_ctzll (bits)] = (guint8) rank;
    }

  for (guint32 i = 0; i < MIN (N_BITS, self->index->n_rows - first); i++)
    {
      guint8 *rank = &ranks[first + i];

      *rank = best[i] != 0 && (is_first || *rank != 0) ? MAX (best[i], is_first ? 0 : *rank) : 0;
    }
}

static void
find_word (const TideSearchIndex *index,
           const TideSearchWord *word,
           gboolean is_first,
           guint8 *ranks)
{
  Finding self = { .index = index, .word = word };

  self.classes = g_new0 (guint8, tide_search_strings_get_n (index->tokens) + 1);
  self.found = numbers_new ();
  find_literally (&self);
  find_pieces (&self);
  for (guint i = 0; i < self.found->len; i++)
    {
      const guint32 token = g_array_index (self.found, guint32, i);

      for (guint place = 0; place < TIDE_SEARCH_N_PLACES; place++)
        take_list (
            &self, token * TIDE_SEARCH_N_PLACES + place,
            tide_search_get_rank ((TideSearchClass) self.classes[token], (TideSearchPlace) place));
    }
  for (gsize i = 0; i < get_n_words (index); i++)
    join_word (&self, i, is_first, ranks);

  for (guint i = 0; i < TIDE_SEARCH_N_RANKS; i++)
    g_free (self.levels[i]);
  g_array_unref (self.found);
  g_free (self.classes);
}

/**
 * tide_search_index_find:
 * @self: an index that is whole
 * @search: what is looked for
 * @ranks: (array): by row, what tide_search_rank() gives for its text
 */
void
tide_search_index_find (const TideSearchIndex *self, const TideSearch *search, guint8 *ranks)
{
  for (guint i = 0; i < search->words->len; i++)
    find_word (self, &g_array_index (search->words, TideSearchWord, i), i == 0, ranks);
}
