/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-fold.h"
#include "brief/tide-reading-private.h"

static void
fill (GHashTable *buckets, const TideCueWord *words)
{
  for (const TideCueWord *word = words; word->text != NULL; word++)
    {
      gpointer key = GUINT_TO_POINTER (tide_reading_fold (g_utf8_get_char (word->text)));
      GPtrArray *bucket = g_hash_table_lookup (buckets, key);

      if (bucket == NULL)
        {
          bucket = g_ptr_array_new ();
          g_hash_table_insert (buckets, key, bucket);
        }
      g_ptr_array_add (bucket, (gpointer) word);
    }
}

/* The words of the tables, by their first character; made once, then only read. */
static GHashTable *
get_buckets (void)
{
  static gsize buckets;

  if (g_once_init_enter (&buckets))
    {
      GHashTable *made = g_hash_table_new (NULL, NULL);

      fill (made, tide_cue_words);
      fill (made, tide_page_words);
      g_once_init_leave (&buckets, (gsize) made);
    }

  return (GHashTable *) buckets;
}

/* Of each class the longest word. */
static void
add_cues (TideReader *self, guint at, const GPtrArray *bucket, guint *ends)
{
  TideCue longest[TIDE_N_CUE_CLASSES] = { 0 };

  for (guint i = 0; i < bucket->len; i++)
    {
      const TideCueWord *word = g_ptr_array_index (bucket, i);
      const guint end = tide_reader_match (self, at, word->text);

      if (end > longest[word->class].end && end > ends[word->class])
        longest[word->class]
            = (TideCue) { .start = at, .end = end, .class = word->class, .value = word->value };
    }
  for (guint class = 0; class < TIDE_N_CUE_CLASSES; class ++)
    if (longest[class].end > 0)
      {
        ends[class] = longest[class].end;
        g_array_append_val (self->cues, longest[class]);
      }
}

/**
 * tide_reader_find_cues:
 * @self: a reader
 *
 * Finds the words of the tables. Within one class no word lies inside another.
 */
void
tide_reader_find_cues (TideReader *self)
{
  GHashTable *buckets = get_buckets ();
  guint ends[TIDE_N_CUE_CLASSES] = { 0 };

  for (guint i = 0; tide_reader_goes_on (self, i, self->n); i++)
    {
      const GPtrArray *bucket;

      if (i > 0 && self->chars[i] < 0x80 && g_unichar_isalpha (self->chars[i])
          && self->chars[i - 1] < 0x80 && g_unichar_isalpha (self->chars[i - 1]))
        continue;

      bucket = g_hash_table_lookup (buckets, GUINT_TO_POINTER (self->chars[i]));
      if (bucket != NULL)
        add_cues (self, i, bucket, ends);
    }
}

/* Returns: the first cue that begins at @at or later */
guint
tide_reader_first_cue (const TideReader *self, guint at)
{
  guint low = 0;
  guint high = self->cues->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (self->cues, TideCue, middle).start < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
is_hidden (const TideReader *self, const TideCue *cue)
{
  return (self->masks[cue->start] & (TIDE_MASK_NAME | TIDE_MASK_FURNITURE)) != 0;
}

/**
 * tide_reader_cue_in:
 * @self: a reader
 * @class: a class
 * @from: where to begin
 * @to: where to end
 *
 * Returns: (nullable): the first word of the class that lies between, and not within a name
 */
const TideCue *
tide_reader_cue_in (const TideReader *self, TideCueClass class, guint from, guint to)
{
  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= to)
        break;
      if (cue->class == class && cue->end <= to && !is_hidden (self, cue))
        return cue;
    }

  return NULL;
}

const TideCue *
tide_reader_last_cue_in (const TideReader *self, TideCueClass class, guint from, guint to)
{
  for (guint i = tide_reader_first_cue (self, to); i > 0; i--)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i - 1);

      if (cue->start < from)
        break;
      if (cue->class == class && cue->end <= to && !is_hidden (self, cue))
        return cue;
    }

  return NULL;
}
