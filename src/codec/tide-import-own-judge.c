/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-own-judge.h"

#include "codec/tide-json-reader.h"
#include "codec/tide-json-writer.h"

/*
 * tide_import_own_judge:
 * @snapshot: a register as it would be
 * @cancellable: (nullable): to give up
 * @error: return location for what would keep the register from being opened
 *
 * Asks who else reads registers: what it would doubt is not taken in the first place.
 *
 * Returns: (transfer full) (nullable): sentences by the ids of the records that they are about;
 *   some of them, if they are very many
 */
GHashTable *
tide_import_own_judge (TideSnapshot *snapshot, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = tide_json_write (snapshot, NULL, NULL, cancellable, error);
  g_autoptr (TideSnapshot) read = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  GHashTable *sentences;

  if (bytes == NULL)
    return NULL;

  read = tide_json_read (bytes, NULL, NULL, NULL, cancellable, &problems, error);
  if (read == NULL)
    return NULL;

  sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const TideProblem *problem = g_ptr_array_index (problems, i);

      if (problem->record != NULL)
        g_hash_table_insert (sentences, g_strdup (problem->record),
                             tide_problem_dup_sentence (problem));
    }

  return sentences;
}
