/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-hidden-parties.h"

/* Adds the parties of projects, of the confidential ones or of the others. */
static void
collect (TideSnapshot *self, gboolean is_confidential, GHashTable *parties)
{
  const GPtrArray *projects = tide_snapshot_get_records (self, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if ((project->confidential != FALSE) != is_confidential)
        continue;
      for (guint j = 0; j < tide_entries_get_n (project->parties); j++)
        {
          const TideParticipation *entry = g_ptr_array_index (project->parties, j);

          g_hash_table_add (parties, entry->party);
        }
    }
}

/**
 * tide_snapshot_list_hidden_parties:
 * @self: a register, which has to outlive the table
 *
 * Finds the parties that are known from confidential projects alone, and are not told either.
 *
 * Returns: (transfer full) (element-type utf8 utf8): their ids
 */
GHashTable *
tide_snapshot_list_hidden_parties (TideSnapshot *self)
{
  GHashTable *hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) told = NULL;
  GHashTableIter iter;
  gpointer party;

  collect (self, TRUE, hidden);
  if (g_hash_table_size (hidden) == 0)
    return hidden;

  told = g_hash_table_new (g_str_hash, g_str_equal);
  collect (self, FALSE, told);
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &party, NULL))
    g_hash_table_remove (hidden, party);

  return hidden;
}
