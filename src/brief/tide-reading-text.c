/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-fold.h"
#include "brief/tide-reading-private.h"
#include "core/tide-hidden-parties.h"
#include "core/tide-rates.h"

#include <string.h>

/* Nothing is looked for further away, so that time stays proportional to the text. */
#define LONGEST_SENTENCE 1500
#define MOST_SENTENCES 60

/* Words that end in a full stop and end no sentence. */
static const char *const abbreviations[] = { "no",  "mr", "ms", "mrs", "dr",     "vol", "i.e",
                                             "e.g", "p",  "st", "u.s", "approx", "cf",  NULL };

/**
 * tide_reading_fold:
 * @c: a character
 *
 * Returns: it as texts are compared: half width, one shape of each space, quotation mark and dash
 */
gunichar
tide_reading_fold (gunichar c)
{
  if (c < 0x80)
    return c == '\t' || c == '\r' ? ' ' : c;
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;

  switch (c)
    {
    case 0x3000:
    case 0x00a0:
    case 0x202f:
    case 0x2009:
    case 0x2007:
      return ' ';
    case 0xffe5:
      return 0x00a5;
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x300c:
    case 0x300d:
    case 0x300e:
    case 0x300f:
      return '"';
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2012:
    case 0x2011:
    case 0x2212:
    case 0x301c:
      return '-';
    default:
      return c;
    }
}

gboolean
tide_reader_is_latin (gunichar c)
{
  return c < 0x250 && g_unichar_isalnum (c);
}

gboolean
tide_reader_is_han (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || c == 0x3007;
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\n';
}

static gboolean
ends_abbreviation (const TideReader *self, guint at)
{
  if (at >= 1 && g_unichar_isalpha (self->chars[at - 1])
      && (at < 2 || !tide_reader_is_latin (self->chars[at - 2])))
    return g_unichar_isupper (self->cased[at - 1]) || self->chars[at - 1] == 'p';
  for (guint i = 0; abbreviations[i] != NULL; i++)
    if (tide_reader_ends_with (self, at, abbreviations[i]))
      return TRUE;

  return FALSE;
}

/* A full stop, followed by white space and by what may begin a sentence. */
static gboolean
ends_latin_sentence (const TideReader *self, guint at)
{
  guint next = at + 1;

  while (next < self->n && (self->chars[next] == '"' || self->chars[next] == ')'))
    next++;
  if (next >= self->n)
    return TRUE;
  if (self->chars[next] == '[')
    return TRUE;
  if (!is_space (self->chars[next]) || ends_abbreviation (self, at))
    return FALSE;

  next = tide_reader_skip_space (self, next);

  return next >= self->n || !g_unichar_islower (self->cased[next]);
}

static gboolean
ends_sentence (const TideReader *self, guint at)
{
  const gunichar c = self->chars[at];

  return c == 0x3002 || c == '!' || c == '?' || (c == '.' && ends_latin_sentence (self, at));
}

static gboolean
is_blank_line (const TideReader *self, guint at)
{
  if (self->chars[at] != '\n')
    return FALSE;
  for (guint i = at + 1; i < self->n && is_space (self->chars[i]); i++)
    if (self->chars[i] == '\n')
      return TRUE;

  return FALSE;
}

/* What has no full stops, as a table, is cut where there is a gap. */
static gboolean
is_overlong (const TideReader *self, guint at, guint start)
{
  return at - start >= LONGEST_SENTENCE
         && (is_space (self->chars[at]) || self->chars[at] == ',' || self->chars[at] == 0x3001
             || at - start >= 2 * LONGEST_SENTENCE);
}

static void
begin_sentence (TideReader *self, guint at)
{
  g_array_append_val (self->sentence_starts, at);
}

static void
begin_paragraph (TideReader *self, guint at)
{
  g_array_append_val (self->paragraph_starts, at);
}

/**
 * tide_reader_find_bounds:
 * @self: a reader
 *
 * Finds sentences and paragraphs.
 */
void
tide_reader_find_bounds (TideReader *self)
{
  guint start = 0;
  guint n_sentences = 0;

  begin_sentence (self, 0);
  begin_paragraph (self, 0);
  for (guint i = 0; tide_reader_goes_on (self, i, self->n); i++)
    {
      const gboolean is_blank = is_blank_line (self, i);

      self->sentences[i] = self->sentence_starts->len - 1;
      self->paragraphs[i] = self->paragraph_starts->len - 1;
      if (!is_blank && !ends_sentence (self, i) && !is_overlong (self, i, start))
        continue;

      start = i + 1;
      begin_sentence (self, start);
      n_sentences = is_blank ? 0 : n_sentences + 1;
      if (is_blank || n_sentences > MOST_SENTENCES)
        {
          begin_paragraph (self, start);
          n_sentences = 0;
        }
    }
  self->sentences[self->n] = self->sentence_starts->len - 1;
  self->paragraphs[self->n] = self->paragraph_starts->len - 1;
}

/**
 * tide_reader_init:
 * @self: (out caller-allocates): the reader
 * @text: a text, which has to outlive it
 * @snapshot: the register it is checked against
 * @options: how it is read
 *
 * Normalises the text, with a way back to the original.
 */
void
tide_reader_init (TideReader *self,
                  const char *text,
                  TideSnapshot *snapshot,
                  const TideReadingOptions *options)
{
  guint i = 0;

  memset (self, 0, sizeof *self);
  self->text = text;
  self->length = strlen (text);
  self->n = (guint) g_utf8_strlen (text, -1);
  self->chars = g_new (gunichar, self->n + 1);
  self->cased = g_new (gunichar, self->n + 1);
  self->offsets = g_new (guint, self->n + 1);
  self->sentences = g_new0 (guint, self->n + 1);
  self->paragraphs = g_new0 (guint, self->n + 1);
  self->masks = g_new0 (guint8, self->n + 1);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->includes_names = options->includes_names;
  self->hidden_parties = tide_snapshot_list_hidden_parties (snapshot);
  self->sentence_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->paragraph_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cues = g_array_new (FALSE, FALSE, sizeof (TideCue));
  self->mentions = g_array_new (FALSE, TRUE, sizeof (TideMention));
  self->facts = g_array_new (FALSE, TRUE, sizeof (TideFact));
  self->facts_by_value = g_array_new (FALSE, FALSE, sizeof (TideFactValue));
  self->rates
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tide_rates_unref);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      self->cased[i] = tide_reading_fold (g_utf8_get_char (p));
      self->chars[i] = g_unichar_tolower (self->cased[i]);
      self->offsets[i] = (guint) (p - text);
    }
  self->chars[self->n] = 0;
  self->cased[self->n] = 0;
  self->offsets[self->n] = (guint) self->length;
}

void
tide_reader_clear (TideReader *self)
{
  g_free (self->chars);
  g_free (self->cased);
  g_free (self->offsets);
  g_free (self->sentences);
  g_free (self->paragraphs);
  g_free (self->masks);
  g_array_unref (self->sentence_starts);
  g_array_unref (self->paragraph_starts);
  g_array_unref (self->cues);
  g_array_unref (self->mentions);
  g_array_unref (self->facts);
  g_array_unref (self->facts_by_value);
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->first_facts[kind], g_hash_table_unref);
  g_hash_table_unref (self->rates);
  g_ptr_array_unref (self->owned);
  g_hash_table_unref (self->hidden_parties);
  tide_snapshot_unref (self->snapshot);
}

static gboolean
is_bounded (const TideReader *self, guint start, guint end)
{
  if (g_unichar_isalpha (self->chars[start]) && tide_reader_is_latin (self->chars[start])
      && start > 0 && g_unichar_isalpha (self->chars[start - 1])
      && tide_reader_is_latin (self->chars[start - 1]))
    return FALSE;

  return !(end > 0 && g_unichar_isalpha (self->chars[end - 1])
           && tide_reader_is_latin (self->chars[end - 1]) && end < self->n
           && g_unichar_isalpha (self->chars[end]) && tide_reader_is_latin (self->chars[end]));
}

/**
 * tide_reader_match:
 * @self: a reader
 * @at: a character
 * @pattern: a word, as the tables have them
 *
 * Returns: where the word ends that stands there, or 0. White space stands for any white space and
 *   hyphens; English words may have a plural “s”; a line may break between Chinese characters
 */
guint
tide_reader_match (const TideReader *self, guint at, const char *pattern)
{
  guint i = at;

  /* most words end here */
  if ((guchar) *pattern < 0x80 && *pattern != ' ' && self->chars[at] != (gunichar) *pattern)
    return 0;
  for (const char *p = pattern; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = tide_reading_fold (g_utf8_get_char (p));

      if (c == ' ')
        {
          const guint start = i;

          while (i < self->n && (is_space (self->chars[i]) || self->chars[i] == '-'))
            i++;
          if (i == start)
            return 0;
          continue;
        }
      if (p != pattern && c >= 0x80 && self->chars[i] == '\n' && !is_blank_line (self, i))
        i++;
      if (i >= self->n || self->chars[i] != c)
        return 0;
      i++;
    }
  if (!is_bounded (self, at, i))
    {
      if (self->chars[i] != 's' || !is_bounded (self, at, i + 1))
        return 0;
      i++;
    }

  return i;
}

guint
tide_reader_match_any (const TideReader *self, guint at, const char *const *patterns)
{
  guint longest = 0;

  for (guint i = 0; patterns[i] != NULL; i++)
    longest = MAX (longest, tide_reader_match (self, at, patterns[i]));

  return longest;
}

/* Whether the word stands right before @at. */
gboolean
tide_reader_ends_with (const TideReader *self, guint at, const char *pattern)
{
  const guint length = (guint) g_utf8_strlen (pattern, -1);

  return at >= length && tide_reader_match (self, at - length, pattern) == at;
}

gboolean
tide_reader_ends_with_any (const TideReader *self, guint at, const char *const *patterns)
{
  for (guint i = 0; patterns[i] != NULL; i++)
    if (tide_reader_ends_with (self, at, patterns[i]))
      return TRUE;

  return FALSE;
}

guint
tide_reader_skip_space (const TideReader *self, guint at)
{
  while (at < self->n && is_space (self->chars[at]) && !is_blank_line (self, at))
    at++;

  return at;
}

guint
tide_reader_skip_space_back (const TideReader *self, guint at)
{
  while (at > 0 && is_space (self->chars[at - 1]))
    at--;

  return at;
}

guint
tide_reader_sentence_start (const TideReader *self, guint at)
{
  return g_array_index (self->sentence_starts, guint, self->sentences[at]);
}

guint
tide_reader_sentence_end (const TideReader *self, guint at)
{
  const guint next = self->sentences[at] + 1;

  return next < self->sentence_starts->len ? g_array_index (self->sentence_starts, guint, next)
                                           : self->n;
}

guint
tide_reader_paragraph_start (const TideReader *self, guint at)
{
  return g_array_index (self->paragraph_starts, guint, self->paragraphs[at]);
}

/* Whether a comma, a semicolon or a bracket stands between. */
gboolean
tide_reader_has_break (const TideReader *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (self->chars[i] == 0x3001
        || (self->chars[i] < 0x7f && strchr (",;()|", (int) self->chars[i]) != NULL))
      return TRUE;

  return FALSE;
}
