/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-duplicates.h"

#include "core/tide-duplicates-name.h"

#include <string.h>

/* Up to so many projects of one party are compared each with each; of more, only those that share
 * a rare part of their names are, and of each part the last ones that had it. */
#define MAX_SMALL_BLOCK 48
#define MAX_CANDIDATES 32

/* Up to so many changed projects are compared with all others; for more, all is made anew. */
#define MAX_CHANGED 8

/* What of a project is compared. */
typedef struct
{
  TideNameKey *names[2]; /* owned, nullable */
  guint32 number;        /* hashes of what is left without punctuation; 0 for none */
  guint32 code_name;
} Key;

typedef struct
{
  guint row;
  guint other;
} Pair;

struct _TideDuplicates
{
  GPtrArray *projects; /* owned, of TideProjectPayload: the rows */
  Key *keys;           /* owned, one a row */
  GArray *pairs;       /* owned, of Pair: both ways round, in order of rows */
  guint *starts;       /* owned, one a row and one more: where its pairs begin */
};

/* Two projects ------------------------------------------------------------------------------ */

static guint32
hash_plain (const char *text)
{
  g_autofree char *folded = text != NULL ? tide_text_fold (text) : NULL;
  guint32 hash = 0;

  for (const char *p = folded; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      hash = (hash ^ g_utf8_get_char (p)) * 16777619U + 1;

  return hash;
}

static void
key_init (Key *key, const TideProjectPayload *project)
{
  key->names[0] = project->name.en != NULL ? tide_name_key_new (project->name.en) : NULL;
  key->names[1] = project->name.zh != NULL ? tide_name_key_new (project->name.zh) : NULL;
  key->number = hash_plain (project->number);
  key->code_name = hash_plain (project->code_name);
}

static void
key_copy (Key *key, const Key *other)
{
  *key = *other;
  for (guint i = 0; i < G_N_ELEMENTS (key->names); i++)
    tide_name_key_ref (key->names[i]);
}

static void
key_clear (Key *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (key->names); i++)
    g_clear_pointer (&key->names[i], tide_name_key_unref);
}

static gboolean
is_similar (const Key *a, const Key *b)
{
  return tide_name_key_get_likeness (a->names[0], b->names[0]) >= TIDE_NAME_SIMILAR
         || tide_name_key_get_likeness (a->names[1], b->names[1]) >= TIDE_NAME_SIMILAR;
}

static gboolean
shares_party (const TideProjectPayload *a, const TideProjectPayload *b)
{
  for (guint i = 0; i < tide_entries_get_n (a->parties); i++)
    for (guint j = 0; j < tide_entries_get_n (b->parties); j++)
      {
        const TideParticipation *left = g_ptr_array_index (a->parties, i);
        const TideParticipation *right = g_ptr_array_index (b->parties, j);

        if (left->party != NULL && g_strcmp0 (left->party, right->party) == 0)
          return TRUE;
      }

  return FALSE;
}

static gboolean
names_as_distinct (const TideProjectPayload *project, const char *id)
{
  for (guint i = 0; i < tide_entries_get_n (project->distinct_from); i++)
    if (g_strcmp0 (g_ptr_array_index (project->distinct_from, i), id) == 0)
      return TRUE;

  return FALSE;
}

/* Whether it is known that the two are not one: a person has said so, one is a part of the other,
 * or one is terminated and may have been taken up again. */
static gboolean
is_known (const TideProjectPayload *a, const TideProjectPayload *b)
{
  return a->status == TIDE_STATUS_TERMINATED || b->status == TIDE_STATUS_TERMINATED
         || g_strcmp0 (a->parent, b->base.id) == 0 || g_strcmp0 (b->parent, a->base.id) == 0
         || names_as_distinct (a, b->base.id) || names_as_distinct (b, a->base.id);
}

static TideSuspicion
suspect (const TideProjectPayload *a,
         const Key *key_a,
         const TideProjectPayload *b,
         const Key *key_b)
{
  TideSuspicion suspicion = TIDE_SUSPICION_NONE;

  if (key_a->number != 0 && key_a->number == key_b->number)
    suspicion = TIDE_SUSPICION_NUMBER;
  else if (key_a->code_name != 0 && key_a->code_name == key_b->code_name)
    suspicion = TIDE_SUSPICION_CODE_NAME;
  else if (is_similar (key_a, key_b) && shares_party (a, b))
    suspicion = TIDE_SUSPICION_NAME;

  return suspicion != TIDE_SUSPICION_NONE && !is_known (a, b) ? suspicion : TIDE_SUSPICION_NONE;
}

/**
 * tide_project_suspect:
 * @project: a sealed project
 * @other: another project of the same register
 *
 * Two projects may be one where they share a party and have similar names in one language
 * (tide_name_key_get_likeness() of at least %TIDE_NAME_SIMILAR), or have the same number or code
 * name apart from case, width and punctuation. An umbrella and its own parts are not suspects of
 * one another, nor is what is terminated, nor a pair of which a person has said that it is none
 * (`distinct-from` of either).
 *
 * Returns: why they may be one
 */
TideSuspicion
tide_project_suspect (const TideProjectPayload *project, const TideProjectPayload *other)
{
  Key key, key_of_other;
  TideSuspicion suspicion;

  key_init (&key, project);
  key_init (&key_of_other, other);
  suspicion = suspect (project, &key, other, &key_of_other);
  key_clear (&key);
  key_clear (&key_of_other);

  return suspicion;
}

/* All projects ------------------------------------------------------------------------------ */

/* What is needed only while suspects are looked for. */
typedef struct
{
  TideDuplicates *result;
  guint *n_suspects; /* one a row */
  guint *seen_by;    /* one a row: the last one it was compared with in a crowd, from 1 */
} Search;

static const TideProjectPayload *
get_project (const TideDuplicates *self, guint row)
{
  return g_ptr_array_index (self->projects, row);
}

/* Those who have suspects enough are compared only for the sake of those who have none. */
static void
compare (Search *search, guint row, guint other)
{
  TideDuplicates *self = search->result;
  guint *n = search->n_suspects;
  const Pair there = { row, other };
  const Pair back = { other, row };

  if (row == other || (MAX (n[row], n[other]) >= TIDE_MAX_SUSPECTS && MIN (n[row], n[other]) > 0)
      || suspect (get_project (self, row), &self->keys[row], get_project (self, other),
                  &self->keys[other])
             == TIDE_SUSPICION_NONE)
    return;

  g_array_append_val (self->pairs, there);
  g_array_append_val (self->pairs, back);
  n[row]++;
  n[other]++;
}

static void
compare_each_with_each (Search *search, const GArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    for (guint j = 0; j < i; j++)
      compare (search, g_array_index (rows, guint, i), g_array_index (rows, guint, j));
}

/* What has the same number or code name; a word that very many have is none. */
static void
compare_equals (Search *search, const GArray *rows)
{
  if (rows->len <= MAX_SMALL_BLOCK)
    compare_each_with_each (search, rows);
  else
    for (guint i = 1; i < rows->len; i++)
      compare (search, g_array_index (rows, guint, i), g_array_index (rows, guint, 0));
}

static GHashTable *
rows_by_new (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, NULL, (GDestroyNotify) g_array_unref);
}

static GArray *
rows_by_ensure (GHashTable *rows_by, gconstpointer key)
{
  GArray *rows = g_hash_table_lookup (rows_by, key);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (rows_by, (gpointer) key, rows);
    }

  return rows;
}

static void
rows_by_add (GHashTable *rows_by, gconstpointer key, guint row)
{
  g_array_append_val (rows_by_ensure (rows_by, key), row);
}

/* A part of a name that only names with the same numbers have. */
static gpointer
get_part (const TideNameKey *name, guint i)
{
  return GUINT_TO_POINTER (name->grams[i] ^ (name->numbers * 0x85ebca6bU));
}

static void
count_parts (const TideDuplicates *self, const GArray *rows, guint language, GHashTable *counts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const TideNameKey *name = self->keys[g_array_index (rows, guint, i)].names[language];

      for (guint j = 0; name != NULL && j < name->n_grams; j++)
        {
          const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, get_part (name, j)));

          g_hash_table_insert (counts, get_part (name, j), GUINT_TO_POINTER (n + 1));
        }
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer counts)
{
  const gpointer left = *(const gpointer *) a;
  const gpointer right = *(const gpointer *) b;
  const guint n_left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, left));
  const guint n_right = GPOINTER_TO_UINT (g_hash_table_lookup (counts, right));

  return n_left != n_right ? (n_left > n_right) - (n_left < n_right)
                           : (left > right) - (left < right);
}

/* The rarest parts of a name, so many that every name that is similar has one of them among its own
 * rarest: with a likeness of t, names of n parts share at least n t / (2 - t) of them. */
static GPtrArray *
dup_rare_parts (const TideNameKey *name, GHashTable *counts)
{
  GPtrArray *parts = g_ptr_array_new ();
  const double least = name->n_grams * TIDE_NAME_SIMILAR / (2 - TIDE_NAME_SIMILAR);

  for (guint i = 0; i < name->n_grams; i++)
    g_ptr_array_add (parts, get_part (name, i));
  g_ptr_array_sort_with_data (parts, compare_counts, counts);
  g_ptr_array_set_size (parts, (int) (name->n_grams - (guint) (least + 0.999)) + 1);

  return parts;
}

static void
compare_with_last (Search *search, guint row, const GArray *others)
{
  const guint first = others->len > MAX_CANDIDATES ? others->len - MAX_CANDIDATES : 0;

  for (guint i = first; i < others->len; i++)
    {
      const guint other = g_array_index (others, guint, i);

      if (search->seen_by[other] == row + 1)
        continue;
      search->seen_by[other] = row + 1;
      compare (search, row, other);
    }
}

static void
compare_crowd (Search *search, const GArray *rows, guint language)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) rows_by_part = rows_by_new (NULL, NULL);

  count_parts (search->result, rows, language, counts);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);
      const TideNameKey *name = search->result->keys[row].names[language];
      g_autoptr (GPtrArray) parts = name != NULL ? dup_rare_parts (name, counts) : NULL;

      for (guint j = 0; parts != NULL && j < parts->len; j++)
        {
          GArray *others = rows_by_ensure (rows_by_part, g_ptr_array_index (parts, j));

          compare_with_last (search, row, others);
          g_array_append_val (others, row);
        }
    }
}

static void
compare_partners (Search *search, const GArray *rows)
{
  if (rows->len <= MAX_SMALL_BLOCK)
    {
      compare_each_with_each (search, rows);
      return;
    }

  for (guint language = 0; language < 2; language++)
    compare_crowd (search, rows, language);
}

static void
compare_by_hash (Search *search, gsize offset)
{
  TideDuplicates *self = search->result;
  g_autoptr (GHashTable) rows_by_hash = rows_by_new (NULL, NULL);
  GHashTableIter iter;
  gpointer rows;

  for (guint row = 0; row < self->projects->len; row++)
    {
      const guint32 hash = G_STRUCT_MEMBER (guint32, &self->keys[row], offset);

      if (hash != 0)
        rows_by_add (rows_by_hash, GUINT_TO_POINTER (hash), row);
    }

  g_hash_table_iter_init (&iter, rows_by_hash);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    if (((GArray *) rows)->len > 1)
      compare_equals (search, rows);
}

static void
compare_by_party (Search *search)
{
  TideDuplicates *self = search->result;
  g_autoptr (GHashTable) rows_by_party = rows_by_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer rows;

  for (guint row = 0; row < self->projects->len; row++)
    {
      const GPtrArray *parties = get_project (self, row)->parties;

      for (guint i = 0; i < tide_entries_get_n (parties); i++)
        {
          const TideParticipation *entry = g_ptr_array_index (parties, i);

          if (entry->party != NULL)
            rows_by_add (rows_by_party, entry->party, row);
        }
    }

  g_hash_table_iter_init (&iter, rows_by_party);
  while (g_hash_table_iter_next (&iter, NULL, &rows))
    compare_partners (search, rows);
}

/* What is unchanged ------------------------------------------------------------------------- */

/* Which rows of the one are which of the other, both from 1; 0 for none. */
typedef struct
{
  guint *now;      /* one a row of the previous */
  GArray *changed; /* rows that had not been there, or not like this */
} Mapping;

static void
mapping_clear (Mapping *mapping)
{
  g_free (mapping->now);
  g_array_unref (mapping->changed);
}

/* Both are in the order of ids. */
static void
make_keys (TideDuplicates *self, const TideDuplicates *previous, Mapping *mapping)
{
  const guint n_old = previous != NULL ? previous->projects->len : 0;
  guint old = 0;

  for (guint row = 0; row < self->projects->len; row++)
    {
      const TideProjectPayload *project = get_project (self, row);

      while (old < n_old && g_strcmp0 (get_project (previous, old)->base.id, project->base.id) < 0)
        old++;
      if (old < n_old && get_project (previous, old) == project)
        {
          key_copy (&self->keys[row], &previous->keys[old]);
          mapping->now[old] = row + 1;
          continue;
        }

      key_init (&self->keys[row], project);
      g_array_append_val (mapping->changed, row);
    }
}

static void
keep_pairs (Search *search, const TideDuplicates *previous, const Mapping *mapping)
{
  for (guint i = 0; i < previous->pairs->len; i++)
    {
      const Pair *old = &g_array_index (previous->pairs, Pair, i);
      const Pair pair = { mapping->now[old->row] - 1, mapping->now[old->other] - 1 };

      if (mapping->now[old->row] == 0 || mapping->now[old->other] == 0)
        continue;
      g_array_append_val (search->result->pairs, pair);
      search->n_suspects[pair.row]++;
    }
}

static void
compare_changed (Search *search, const GArray *changed)
{
  for (guint i = 0; i < changed->len; i++)
    for (guint other = 0; other < search->result->projects->len; other++)
      compare (search, g_array_index (changed, guint, i), other);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *left = a;
  const Pair *right = b;

  return left->row != right->row ? (left->row > right->row) - (left->row < right->row)
                                 : (left->other > right->other) - (left->other < right->other);
}

/* Puts the pairs in order, each once, and finds where those of each row begin. */
static void
index_pairs (TideDuplicates *self)
{
  guint n = 0;
  guint row = 0;

  g_array_sort (self->pairs, compare_pairs);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair pair = g_array_index (self->pairs, Pair, i);

      if (n > 0 && compare_pairs (&pair, &g_array_index (self->pairs, Pair, n - 1)) == 0)
        continue;
      while (row <= pair.row)
        self->starts[row++] = n;
      g_array_index (self->pairs, Pair, n++) = pair;
    }
  g_array_set_size (self->pairs, n);
  while (row <= self->projects->len)
    self->starts[row++] = n;
}

static void
find_suspects (TideDuplicates *self, const TideDuplicates *previous, const Mapping *mapping)
{
  g_autofree guint *n_suspects = g_new0 (guint, self->projects->len);
  g_autofree guint *seen_by = g_new0 (guint, self->projects->len);
  Search search = { self, n_suspects, seen_by };

  if (previous != NULL && mapping->changed->len <= MAX_CHANGED)
    {
      keep_pairs (&search, previous, mapping);
      compare_changed (&search, mapping->changed);
    }
  else
    {
      compare_by_hash (&search, G_STRUCT_OFFSET (Key, number));
      compare_by_hash (&search, G_STRUCT_OFFSET (Key, code_name));
      compare_by_party (&search);
    }
  index_pairs (self);
}

/**
 * tide_duplicates_new:
 * @snapshot: a register
 * @previous: (nullable): what was found in it before some changes, of which only what changed is
 *   looked at again
 *
 * Finds the projects that tide_project_suspect() suspects of one another. Where a party has very
 * many projects whose names have much in common, only the nearest ones are compared, and no project
 * is told of more than %TIDE_MAX_SUSPECTS others; whoever has any is told of one.
 *
 * Returns: (transfer full): the suspects
 */
TideDuplicates *
tide_duplicates_new (TideSnapshot *snapshot, const TideDuplicates *previous)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  TideDuplicates *self = g_new0 (TideDuplicates, 1);
  Mapping mapping = { .now = g_new0 (guint, previous != NULL ? previous->projects->len : 0),
                      .changed = g_array_new (FALSE, FALSE, sizeof (guint)) };

  self->projects = g_ptr_array_ref ((GPtrArray *) projects);
  self->keys = g_new0 (Key, projects->len);
  self->starts = g_new0 (guint, projects->len + 1);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  make_keys (self, previous, &mapping);
  find_suspects (self, previous, &mapping);
  mapping_clear (&mapping);

  return self;
}

/**
 * tide_duplicates_free:
 * @self: (transfer full): suspects
 */
void
tide_duplicates_free (TideDuplicates *self)
{
  for (guint row = 0; row < self->projects->len; row++)
    key_clear (&self->keys[row]);
  g_free (self->keys);
  g_free (self->starts);
  g_array_unref (self->pairs);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

/**
 * tide_duplicates_get_suspects:
 * @self: suspects
 * @row: position of a project among those of the snapshot
 * @others: (out caller-allocates) (nullable): room for %TIDE_MAX_SUSPECTS positions
 *
 * Returns: how many projects may be the same as the one at @row
 */
guint
tide_duplicates_get_suspects (const TideDuplicates *self, guint row, guint *others)
{
  guint n;

  g_return_val_if_fail (row < self->projects->len, 0);

  n = MIN (self->starts[row + 1] - self->starts[row], TIDE_MAX_SUSPECTS);
  for (guint i = 0; others != NULL && i < n; i++)
    others[i] = g_array_index (self->pairs, Pair, self->starts[row] + i).other;

  return n;
}
