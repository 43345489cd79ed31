/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-tags.h"

#include <string.h>

typedef struct
{
  const char *tag;
  guint n;
} Tally;

static int
compare (const Tally *a, const Tally *b)
{
  if (a->n != b->n)
    return a->n > b->n ? -1 : 1;

  return strcmp (a->tag, b->tag);
}

static void
count_tags (GHashTable *counts, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->tags); i++)
    {
      gpointer tag = g_ptr_array_index (project->tags, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, tag));

      g_hash_table_insert (counts, tag, GUINT_TO_POINTER (n + 1));
    }
}

static GArray *
rank (GHashTable *counts)
{
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (Tally));
  GHashTableIter iter;
  gpointer tag, n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, &n))
    {
      const Tally tally = { tag, GPOINTER_TO_UINT (n) };

      g_array_append_val (tallies, tally);
    }
  g_array_sort (tallies, (GCompareFunc) compare);

  return tallies;
}

/**
 * tide_tags_find:
 * @snapshot: a register
 * @max: how many to find at most
 *
 * Takes as long as there are projects, so it is for a thread.
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags that projects have, those of most
 *   projects first
 */
char **
tide_tags_find (TideSnapshot *snapshot, guint max)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GArray) tallies = NULL;

  for (guint i = 0; i < projects->len; i++)
    count_tags (counts, TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i)));

  tallies = rank (counts);
  for (guint i = 0; i < MIN (max, tallies->len); i++)
    g_strv_builder_add (tags, g_array_index (tallies, Tally, i).tag);

  return g_strv_builder_end (tags);
}
