/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-fold.h"
#include "brief/tide-reading-private.h"

#include <string.h>

#define SHORTEST_NAME 2

/* A name as it is looked for: without quotation marks, spaces only between English words. */
typedef struct
{
  gunichar *chars;
  guint n;
  TideFindingKind kind;
  TideRecordKind record_kind;
  const char *value;
} Name;

/* The text in the same form, with the way back. */
typedef struct
{
  gunichar *chars;
  guint *places;
  guint n;
} Squeezed;

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->chars);
  g_free (name);
}

static gboolean
is_apostrophe (const gunichar *chars, guint at, guint n)
{
  return chars[at] == '\'' && at > 0 && at + 1 < n && tide_reader_is_latin (chars[at - 1])
         && tide_reader_is_latin (chars[at + 1]);
}

static void
squeeze (Squeezed *self, const gunichar *chars, guint n)
{
  gboolean has_gap = FALSE;

  self->chars = g_new (gunichar, n + 1);
  self->places = g_new (guint, n + 1);
  self->n = 0;
  for (guint i = 0; i < n; i++)
    {
      const gunichar c = chars[i];

      if (c == '"' || (c == '\'' && !is_apostrophe (chars, i, n)))
        continue;
      if (c == ' ' || c == '-' || (c == '\n' && i + 1 < n && chars[i + 1] != '\n'))
        {
          has_gap = TRUE;
          continue;
        }
      if (has_gap && self->n > 0 && tide_reader_is_latin (self->chars[self->n - 1])
          && tide_reader_is_latin (c))
        {
          self->places[self->n] = i;
          self->chars[self->n++] = ' ';
        }
      has_gap = FALSE;
      self->places[self->n] = i;
      self->chars[self->n++] = c;
    }
  self->places[self->n] = n;
}

static void
squeezed_clear (Squeezed *self)
{
  g_free (self->chars);
  g_free (self->places);
}

static void
add_form (GPtrArray *names, const Name *meaning, const char *text)
{
  g_autofree gunichar *chars = NULL;
  glong n = 0;
  Squeezed squeezed;
  Name *name;

  chars = g_utf8_to_ucs4_fast (text, -1, &n);
  for (glong i = 0; i < n; i++)
    chars[i] = g_unichar_tolower (tide_reading_fold (chars[i]));
  squeeze (&squeezed, chars, (guint) n);
  if (squeezed.n < SHORTEST_NAME)
    {
      squeezed_clear (&squeezed);
      return;
    }

  name = g_new (Name, 1);
  *name = *meaning;
  name->chars = g_steal_pointer (&squeezed.chars);
  name->n = squeezed.n;
  g_ptr_array_add (names, name);
  squeezed_clear (&squeezed);
}

/* With and without a remark in brackets at the end. */
static void
add_text (GPtrArray *names, const Name *meaning, const char *text)
{
  static const char *const brackets[] = { "(", "（" };

  if (text == NULL || *text == '\0')
    return;

  add_form (names, meaning, text);
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *open
          = strrchr (text, *brackets[i]) != NULL ? g_strrstr (text, brackets[i]) : NULL;

      if (open != NULL && open != text
          && (g_str_has_suffix (text, ")") || g_str_has_suffix (text, "）")))
        {
          g_autofree char *part = g_strndup (text, (gsize) (open - text));

          add_form (names, meaning, part);
        }
    }
}

static void
add_names (GPtrArray *names, const TideText *text, const Name *meaning)
{
  add_text (names, meaning, text->en);
  add_text (names, meaning, text->zh);
}

static void
add_records (
    TideReader *self, GPtrArray *names, TideRecordKind kind, TideFindingKind finding, gsize offset)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);
      const Name name = { .kind = finding, .record_kind = kind, .value = record->id };

      if (kind == TIDE_RECORD_PROJECT)
        add_text (names, &name, TIDE_PROJECT_PAYLOAD (record)->code_name);
      if (!tide_reader_hides (self, record))
        add_names (names, G_STRUCT_MEMBER_P (record, offset), &name);
    }
}

/* Of a class its English name in lower case, whatever taxonomy it is from. */
static void
add_sectors (TideReader *self, GPtrArray *names)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_SECTOR);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (records, i);
      const char *text = sector->name.en != NULL ? sector->name.en : sector->name.zh;
      Name name = { .kind = TIDE_FINDING_FIELD, .record_kind = TIDE_RECORD_SECTOR };

      if (text == NULL)
        continue;
      g_ptr_array_add (self->owned, g_utf8_strdown (text, -1));
      name.value = g_ptr_array_index (self->owned, self->owned->len - 1);
      add_names (names, &sector->name, &name);
    }
}

static int
compare_chars (const gunichar *a, guint n_a, const gunichar *b, guint n_b)
{
  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;

  return n_a < n_b ? -1 : n_a > n_b;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *first = *(Name *const *) a;
  const Name *second = *(Name *const *) b;
  const int order = compare_chars (first->chars, first->n, second->chars, second->n);

  return order != 0 ? order : (int) second->record_kind - (int) first->record_kind;
}

/* Narrows names[low, high) that agree in their first @depth characters to those with @c next. */
static void
narrow (const GPtrArray *names, guint depth, gunichar c, guint *low, guint *high)
{
  for (guint side = 0; side < 2; side++)
    {
      guint from = *low;
      guint to = *high;

      while (from < to)
        {
          const guint middle = (from + to) / 2;
          const Name *name = g_ptr_array_index (names, middle);
          const gunichar other = name->n > depth ? name->chars[depth] : 0;

          if (other < c || (side == 1 && other == c))
            from = middle + 1;
          else
            to = middle;
        }
      if (side == 0)
        *low = from;
      else
        *high = from;
    }
}

static gboolean
is_word_edge (const Squeezed *text, guint start, guint end)
{
  if (start > 0 && tide_reader_is_latin (text->chars[start])
      && tide_reader_is_latin (text->chars[start - 1]))
    return FALSE;

  return end >= text->n || !tide_reader_is_latin (text->chars[end - 1])
         || !tide_reader_is_latin (text->chars[end]);
}

/* The longest name that begins at @at. */
static const Name *
find_longest (const GPtrArray *names, const Squeezed *text, guint at)
{
  const Name *longest = NULL;
  guint low = 0;
  guint high = names->len;

  for (guint depth = 0; at + depth < text->n && low < high; depth++)
    {
      narrow (names, depth, text->chars[at + depth], &low, &high);
      if (low < high)
        {
          const Name *name = g_ptr_array_index (names, low);

          if (name->n == depth + 1 && is_word_edge (text, at, at + depth + 1))
            longest = name;
        }
    }

  return longest;
}

static void
add_found (TideReader *self, const Squeezed *text, guint at, const Name *name)
{
  guint start = text->places[at];
  const guint end = text->places[at + name->n - 1] + 1;
  TideMention *mention;

  if (name->kind == TIDE_FINDING_EVENT && start > 0 && self->chars[start - 1] == '"')
    start--;
  for (guint i = start; i < end; i++)
    self->masks[i] |= TIDE_MASK_NAME;
  mention = tide_reader_add_mention (self, TIDE_MENTION_NAME, start, end);
  mention->kind = name->kind;
  mention->name = name->value;
  mention->record_kind = name->record_kind;
  mention->record = name->kind == TIDE_FINDING_FIELD ? NULL : name->value;
}

static gboolean
is_name_allowed (const TideReader *self, const Squeezed *text, guint at, const Name *name)
{
  const guint end = text->places[at + name->n - 1] + 1;

  /* 数字产业化, 机器人学 are other words; a class is not the end of a longer English word */
  return (self->masks[text->places[at]] & TIDE_MASK_FURNITURE) == 0
         && !(name->kind == TIDE_FINDING_FIELD && self->chars[end] == 0x5316);
}

static GPtrArray *
list_names (TideReader *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);

  add_records (self, names, TIDE_RECORD_PROJECT, TIDE_FINDING_PROJECT,
               G_STRUCT_OFFSET (TideProjectPayload, name));
  add_records (self, names, TIDE_RECORD_PARTY, TIDE_FINDING_PARTY,
               G_STRUCT_OFFSET (TidePartyPayload, name));
  add_records (self, names, TIDE_RECORD_PLATFORM, TIDE_FINDING_PLATFORM,
               G_STRUCT_OFFSET (TidePlatformPayload, name));
  add_records (self, names, TIDE_RECORD_EVENT, TIDE_FINDING_EVENT,
               G_STRUCT_OFFSET (TideEventPayload, name));
  add_sectors (self, names);
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * tide_reader_find_names:
 * @self: a reader with furniture
 * @error: return location for a #GError
 *
 * Finds what the register knows by name. The longest name counts, and nothing is looked for within.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
tide_reader_find_names (TideReader *self, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (self);
  Squeezed text;
  gboolean is_whole = TRUE;

  squeeze (&text, self->chars, self->n);
  for (guint i = 0; i < text.n;)
    {
      const Name *name = find_longest (names, &text, i);

      if ((i & 0xffff) == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        {
          is_whole = FALSE;
          break;
        }
      if (name != NULL && is_name_allowed (self, &text, i, name))
        {
          add_found (self, &text, i, name);
          i += name->n;
        }
      else
        i++;
    }
  squeezed_clear (&text);

  return is_whole;
}
