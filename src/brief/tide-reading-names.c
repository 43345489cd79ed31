/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-fold.h"
#include "brief/tide-reading-private.h"

#include <string.h>

#define SHORTEST_NAME 2

/* A name as it is looked for: without quotation marks, spaces only between English words. */
typedef struct
{
  const gunichar *chars; /* once all are there */
  guint place;           /* of its characters among those of all */
  guint n;
  TideTextFindingKind kind;
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

static gboolean
is_apostrophe (const gunichar *chars, guint at, guint n)
{
  return chars[at] == '\'' && at > 0 && at + 1 < n && tide_reader_is_latin (chars[at - 1])
         && tide_reader_is_latin (chars[at + 1]);
}

/* @places may be missing; both have room for one more than @n. Returns: how many are left. */
static guint
squeeze (const gunichar *chars, guint n, gunichar *squeezed, guint *places)
{
  gboolean has_gap = FALSE;
  guint n_left = 0;

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
      if (has_gap && n_left > 0 && tide_reader_is_latin (squeezed[n_left - 1])
          && tide_reader_is_latin (c))
        {
          if (places != NULL)
            places[n_left] = i;
          squeezed[n_left++] = ' ';
        }
      has_gap = FALSE;
      if (places != NULL)
        places[n_left] = i;
      squeezed[n_left++] = c;
    }
  if (places != NULL)
    places[n_left] = n;

  return n_left;
}

static void
squeezed_init (Squeezed *self, const gunichar *chars, guint n)
{
  self->chars = g_new (gunichar, n + 1);
  self->places = g_new (guint, n + 1);
  self->n = squeeze (chars, n, self->chars, self->places);
}

static void
squeezed_clear (Squeezed *self)
{
  g_free (self->chars);
  g_free (self->places);
}

/* Of so many first characters of what stands at each place of the text there is a bit: of a large
 * register few names are left that may occur, and have to be put in order. */
static const guint levels[] = { SHORTEST_NAME, 8, 16 };

#define LEAST_BITS 12
#define MOST_BITS 26
#define BITS_PER_CHARACTER 16

typedef struct
{
  guint8 *bits;
  guint32 mask;
} Beginnings;

typedef struct
{
  GArray *names; /* of Name */
  GArray *chars; /* of all names, of gunichar */
  Beginnings beginnings;
  GArray *written;  /* of gunichar; room for one name */
  GArray *squeezed; /* likewise */
} List;

/* FNV-1a, by whole characters. */
static guint32
hash_more (guint32 hash, const gunichar *chars, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    hash = (hash ^ chars[i]) * 16777619u;

  return hash;
}

static guint32
get_place (const Beginnings *self, guint32 hash)
{
  return (hash ^ hash >> 15) & self->mask;
}

static void
add_beginning (Beginnings *self, const gunichar *chars, guint n)
{
  guint32 hash = 2166136261u;
  guint from = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels) && levels[i] <= n; i++)
    {
      guint32 place;

      hash = hash_more (hash, chars, from, levels[i]);
      from = levels[i];
      place = get_place (self, hash);
      self->bits[place / 8] |= (guint8) (1u << place % 8);
    }
}

static gboolean
may_occur (const Beginnings *self, const gunichar *chars, guint n)
{
  guint32 hash = 2166136261u;
  guint from = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels) && levels[i] <= n; i++)
    {
      guint32 place;

      hash = hash_more (hash, chars, from, levels[i]);
      from = levels[i];
      place = get_place (self, hash);
      if ((self->bits[place / 8] >> place % 8 & 1) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
list_init (List *self, TideReader *reader, const Squeezed *text)
{
  guint n_bits = LEAST_BITS;

  while (n_bits < MOST_BITS && 1u << n_bits < text->n * BITS_PER_CHARACTER)
    n_bits++;
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->beginnings.bits = g_malloc0 (1u << (n_bits - 3));
  self->beginnings.mask = (1u << n_bits) - 1;
  self->written = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->squeezed = g_array_new (FALSE, FALSE, sizeof (gunichar));
  for (guint i = 0; tide_reader_goes_on (reader, i, text->n); i++)
    add_beginning (&self->beginnings, text->chars + i, text->n - i);
}

static void
list_clear (List *self)
{
  g_array_unref (self->names);
  g_array_unref (self->chars);
  g_free (self->beginnings.bits);
  g_array_unref (self->written);
  g_array_unref (self->squeezed);
}

static void
add_form (List *self, const Name *meaning, const char *text, const char *end)
{
  gunichar *written, *squeezed;
  guint n = 0;
  Name name = *meaning;

  g_array_set_size (self->written, (guint) (end - text) + 1);
  g_array_set_size (self->squeezed, (guint) (end - text) + 1);
  written = (gunichar *) (gpointer) self->written->data;
  squeezed = (gunichar *) (gpointer) self->squeezed->data;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    written[n++] = (guchar) *p < 0x80
                       ? (gunichar) g_ascii_tolower (*p == '\t' || *p == '\r' ? ' ' : *p)
                       : g_unichar_tolower (tide_reading_fold (g_utf8_get_char (p)));
  n = squeeze (written, n, squeezed, NULL);
  if (n < SHORTEST_NAME || !may_occur (&self->beginnings, squeezed, n))
    return;

  name.place = self->chars->len;
  name.n = n;
  g_array_append_vals (self->chars, squeezed, n);
  g_array_append_val (self->names, name);
}

/* With and without a remark in brackets at the end. */
static void
add_text (List *self, const Name *meaning, const char *text)
{
  static const char *const brackets[][2] = { { "(", ")" }, { "（", "）" } };
  const char *end = text != NULL ? text + strlen (text) : NULL;

  if (text == NULL || *text == '\0')
    return;

  add_form (self, meaning, text, end);
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *open
          = g_str_has_suffix (text, brackets[i][1]) ? g_strrstr (text, brackets[i][0]) : NULL;

      if (open != NULL && open != text)
        add_form (self, meaning, text, open);
    }
}

static void
add_names (List *self, const TideText *text, const Name *meaning)
{
  add_text (self, meaning, text->en);
  add_text (self, meaning, text->zh);
}

static void
add_records (
    TideReader *self, List *list, TideRecordKind kind, TideTextFindingKind finding, gsize offset)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  for (guint i = 0; tide_reader_goes_on (self, i, tide_entries_get_n (records)); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);
      const Name name = { .kind = finding, .record_kind = kind, .value = record->id };

      if (kind == TIDE_RECORD_PROJECT)
        add_text (list, &name, TIDE_PROJECT_PAYLOAD (record)->code_name);
      if (!tide_reader_hides (self, record))
        add_names (list, G_STRUCT_MEMBER_P (record, offset), &name);
    }
}

/* Of a class its English name in lower case, whatever taxonomy it is from. */
static void
add_sectors (TideReader *self, List *list)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_SECTOR);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (records, i);
      const char *text = sector->name.en != NULL ? sector->name.en : sector->name.zh;
      Name name = { .kind = TIDE_TEXT_FINDING_FIELD, .record_kind = TIDE_RECORD_SECTOR };

      if (text == NULL)
        continue;
      g_ptr_array_add (self->owned, g_utf8_strdown (text, -1));
      name.value = g_ptr_array_index (self->owned, self->owned->len - 1);
      add_names (list, &sector->name, &name);
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

/* Puts nothing in order any more once it was cancelled. */
static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const Name *first = a;
  const Name *second = b;
  const int order = g_cancellable_is_cancelled (data)
                        ? 0
                        : compare_chars (first->chars, first->n, second->chars, second->n);

  return order != 0 ? order : (int) second->record_kind - (int) first->record_kind;
}

/* Narrows names[low, high) that agree in their first @depth characters to those with @c next. */
static void
narrow (const GArray *names, guint depth, gunichar c, guint *low, guint *high)
{
  for (guint side = 0; side < 2; side++)
    {
      guint from = *low;
      guint to = *high;

      while (from < to)
        {
          const guint middle = (from + to) / 2;
          const Name *name = &g_array_index (names, Name, middle);
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
find_longest (const GArray *names, const Squeezed *text, guint at)
{
  const Name *longest = NULL;
  guint low = 0;
  guint high = names->len;

  for (guint depth = 0; at + depth < text->n && low < high; depth++)
    {
      narrow (names, depth, text->chars[at + depth], &low, &high);
      if (low < high)
        {
          const Name *name = &g_array_index (names, Name, low);

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

  if (name->kind == TIDE_TEXT_FINDING_EVENT && start > 0 && self->chars[start - 1] == '"')
    start--;
  for (guint i = start; i < end; i++)
    self->masks[i] |= TIDE_MASK_NAME;
  mention = tide_reader_add_mention (self, TIDE_MENTION_NAME, start, end);
  mention->kind = name->kind;
  mention->name = name->value;
  mention->record_kind = name->record_kind;
  mention->record = name->kind == TIDE_TEXT_FINDING_FIELD ? NULL : name->value;
}

static gboolean
is_name_allowed (const TideReader *self, const Squeezed *text, guint at, const Name *name)
{
  const guint end = text->places[at + name->n - 1] + 1;

  /* 数字产业化, 机器人学 are other words; a class is not the end of a longer English word */
  return (self->masks[text->places[at]] & TIDE_MASK_FURNITURE) == 0
         && !(name->kind == TIDE_TEXT_FINDING_FIELD && self->chars[end] == 0x5316);
}

static void
list_names (List *self, TideReader *reader)
{
  add_records (reader, self, TIDE_RECORD_PROJECT, TIDE_TEXT_FINDING_PROJECT,
               G_STRUCT_OFFSET (TideProjectPayload, name));
  add_records (reader, self, TIDE_RECORD_PARTY, TIDE_TEXT_FINDING_PARTY,
               G_STRUCT_OFFSET (TidePartyPayload, name));
  add_records (reader, self, TIDE_RECORD_PLATFORM, TIDE_TEXT_FINDING_PLATFORM,
               G_STRUCT_OFFSET (TidePlatformPayload, name));
  add_records (reader, self, TIDE_RECORD_EVENT, TIDE_TEXT_FINDING_EVENT,
               G_STRUCT_OFFSET (TideEventPayload, name));
  add_sectors (reader, self);
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = &g_array_index (self->names, Name, i);

      name->chars = &g_array_index (self->chars, gunichar, name->place);
    }
  g_array_sort_with_data (self->names, compare_names, reader->cancellable);
}

/**
 * tide_reader_find_names:
 * @self: a reader with furniture
 *
 * Finds what the register knows by name. The longest name counts, and nothing is looked for within.
 */
void
tide_reader_find_names (TideReader *self)
{
  Squeezed text;
  List list;

  squeezed_init (&text, self->chars, self->n);
  list_init (&list, self, &text);
  list_names (&list, self);
  for (guint i = 0; tide_reader_goes_on (self, i, text.n);)
    {
      const Name *name = find_longest (list.names, &text, i);

      if (name != NULL && is_name_allowed (self, &text, i, name))
        {
          add_found (self, &text, i, name);
          i += name->n;
        }
      else
        i++;
    }
  list_clear (&list);
  squeezed_clear (&text);
}
