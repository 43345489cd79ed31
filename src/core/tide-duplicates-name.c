/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-duplicates-name.h"

#include "core/tide-text.h"

#include <string.h>

/* Words that say nothing about which project is meant, folded. Chinese ones are taken out wherever
 * they stand, a longer one before its own parts; English ones only as whole words. */
static const char *const generic_parts[] = {
  "股份有限公司", "有限责任公司", "有限公司", "集团", "公司", "产业化项目", "建设项目", "项目",
  "产业园",       "生产基地",     "基地",     "工程", "建设", "年产",       "总部",     "期",
};

static const char *const generic_words[] = {
  "project",     "projects", "phase", "base", "company", "co", "ltd", "limited", "inc", "corp",
  "corporation", "group",    "the",   "of",   "and",     "a",  "an",  "for",     "in",  "with",
};

static const struct
{
  const char *word;
  char digit;
} numerals[] = {
  { "一期", '1' }, { "二期", '2' }, { "三期", '3' },  { "四期", '4' },
  { "五期", '5' }, { "ii", '2' },   { "iii", '3' },   { "iv", '4' },
  { "one", '1' },  { "two", '2' },  { "three", '3' }, { "four", '4' },
};

static gboolean
is_generic_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (generic_words); i++)
    if (strcmp (generic_words[i], word) == 0)
      return TRUE;

  return FALSE;
}

/* Takes one run of letters: as a number, as nothing, or as it is. */
static void
append_word (GString *plain, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (strcmp (numerals[i].word, word) == 0)
      {
        g_string_append_c (plain, numerals[i].digit);
        return;
      }

  if (!is_generic_word (word))
    g_string_append (plain, word);
}

static void
flush_word (GString *plain, GString *word)
{
  if (word->len > 0)
    append_word (plain, word->str);
  g_string_truncate (word, 0);
}

/* Han stands without spaces, so that generic parts are looked for at every character. */
static const char *
skip_generic_part (const char *text, GString *plain)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (!g_ascii_isalpha (numerals[i].word[0]) && g_str_has_prefix (text, numerals[i].word))
      {
        g_string_append_c (plain, numerals[i].digit);
        return text + strlen (numerals[i].word);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (generic_parts); i++)
    if (g_str_has_prefix (text, generic_parts[i]))
      return text + strlen (generic_parts[i]);

  return NULL;
}

/**
 * tide_name_dup_plain:
 * @name: a name, in any script
 *
 * Leaves of a name what tells it from others: folded (tide_text_fold()), without punctuation, space
 * and generic words such as project or 有限公司; phases written as words become digits.
 *
 * Returns: (transfer full): the letters and digits that are left
 */
char *
tide_name_dup_plain (const char *name)
{
  g_autofree char *folded = tide_text_fold (name);
  g_autoptr (GString) word = g_string_new (NULL);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0';)
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean is_ideograph = c >= 0x2e80;
      const char *behind = NULL;

      if (is_ideograph || !g_unichar_isalpha (c))
        flush_word (plain, word);
      if (is_ideograph)
        behind = skip_generic_part (p, plain);
      if (behind != NULL)
        {
          p = behind;
          continue;
        }

      if (!is_ideograph && g_unichar_isalpha (c))
        g_string_append_unichar (word, c);
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      p = g_utf8_next_char (p);
    }
  flush_word (plain, word);

  return g_string_free_and_steal (plain);
}

static guint32
mix (guint32 hash, gunichar c)
{
  hash = (hash ^ c) * 0x9e3779b1U;

  return hash ^ (hash >> 15);
}

static int
compare_grams (const void *a, const void *b)
{
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static guint
keep_once (guint32 *grams, guint n)
{
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    if (i == 0 || grams[i] != grams[i - 1])
      grams[n_kept++] = grams[i];

  return n_kept;
}

/**
 * tide_name_key_new:
 * @name: a name
 *
 * Returns: (transfer full) (nullable): its key; %NULL where nothing but generic words is in it
 */
TideNameKey *
tide_name_key_new (const char *name)
{
  g_autofree char *plain = tide_name_dup_plain (name);
  const guint n_bytes = (guint) strlen (plain);
  TideNameKey *self;
  gunichar last = 0;
  gboolean was_digit = FALSE;

  if (n_bytes == 0)
    return NULL;

  self = g_atomic_rc_box_alloc0 (sizeof (TideNameKey) + sizeof (guint32) * n_bytes);
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean is_digit = g_unichar_isdigit (c);

      if (is_digit)
        self->numbers = mix (was_digit ? self->numbers : mix (self->numbers + 1, ' '), c);
      else if (last != 0)
        self->grams[self->n_grams++] = mix (mix (1, last), c);
      if (!is_digit)
        last = c;
      was_digit = is_digit;
    }
  if (self->n_grams == 0)
    self->grams[self->n_grams++] = mix (2, last);

  qsort (self->grams, self->n_grams, sizeof (guint32), compare_grams);
  self->n_grams = keep_once (self->grams, self->n_grams);

  return self;
}

/**
 * tide_name_key_ref:
 * @self: (nullable): a key
 *
 * Returns: (transfer full) (nullable): @self, of which the caller holds a reference
 */
TideNameKey *
tide_name_key_ref (TideNameKey *self)
{
  return self != NULL ? g_atomic_rc_box_acquire (self) : NULL;
}

/**
 * tide_name_key_unref:
 * @self: (transfer full): a key
 */
void
tide_name_key_unref (TideNameKey *self)
{
  g_atomic_rc_box_release (self);
}

/**
 * tide_name_key_get_likeness:
 * @a: (nullable): a key
 * @b: (nullable): another one
 *
 * How alike two names are: twice the pairs of neighbouring characters that both have, over the
 * pairs of both (L. R. Dice, Measures of the Amount of Ecologic Association Between Species,
 * Ecology 26, 1945). Numbers are not compared by likeness: names whose numbers differ, as those of
 * two phases do, are not alike at all.
 *
 * Returns: 0 to 1
 */
double
tide_name_key_get_likeness (const TideNameKey *a, const TideNameKey *b)
{
  guint i = 0, j = 0, n_shared = 0;

  if (a == NULL || b == NULL || a->numbers != b->numbers)
    return 0;

  while (i < a->n_grams && j < b->n_grams)
    {
      const guint32 left = a->grams[i];
      const guint32 right = b->grams[j];

      n_shared += left == right;
      i += left <= right;
      j += right <= left;
    }

  return 2.0 * n_shared / (a->n_grams + b->n_grams);
}
