/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include "core/tide-duplicates.h"

/* What a person has said ------------------------------------------------------------------------
 */

static void
settlement_free (gpointer data)
{
  TideImportSettlement *settlement = data;

  g_free (settlement->id);
  g_free (settlement);
}

/*
 * tide_import_settlements_new:
 *
 * Returns: (transfer full): no settlements, by row
 */
GHashTable *
tide_import_settlements_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, settlement_free);
}

/*
 * tide_import_settlements_copy:
 * @self: settlements of a plan
 * @plan: its copy
 *
 * Settles the same in the copy.
 */
void
tide_import_settlements_copy (GHashTable *self, TideImportPlan *plan)
{
  GHashTableIter iter;
  gpointer row;
  gpointer value;

  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, &row, &value))
    {
      const TideImportSettlement *settlement = value;

      tide_import_plan_settle (plan, GPOINTER_TO_UINT (row), settlement->policy, settlement->id,
                               settlement->row);
    }
}

/**
 * tide_import_plan_settle:
 * @self: a plan
 * @row: a row of the table, from 0, that may be the same as a project
 * @policy: what becomes of it; %TIDE_IMPORT_ASK to take it back
 * @id: (nullable): id of the project of the register that it may be
 * @other: without @id, the earlier row of the table that has the project
 *
 * Says what becomes of a row that is like a project and has not its key. Settlements belong to one
 * table and are not kept in presets.
 */
void
tide_import_plan_settle (
    TideImportPlan *self, guint row, TideImportPolicy policy, const char *id, guint other)
{
  TideImportSettlement *settlement;

  if (policy == TIDE_IMPORT_ASK)
    {
      g_hash_table_remove (self->settlements, GUINT_TO_POINTER (row));
      return;
    }

  settlement = g_new (TideImportSettlement, 1);
  *settlement = (TideImportSettlement) { policy, g_strdup (id), other };
  g_hash_table_insert (self->settlements, GUINT_TO_POINTER (row), settlement);
}

/**
 * tide_import_plan_get_settlement:
 * @self: a plan
 * @row: a row of the table, from 0
 *
 * Returns: (transfer none) (nullable): what was said of it
 */
const TideImportSettlement *
tide_import_plan_get_settlement (const TideImportPlan *self, guint row)
{
  return g_hash_table_lookup (self->settlements, GUINT_TO_POINTER (row));
}

/* What is alike ---------------------------------------------------------------------------------
 */

static GHashTable *
create_rows_by_id (GArray *rows)
{
  GHashTable *rows_by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      TideImportRow *row = &g_array_index (rows, TideImportRow, i);

      if (row->verdict == TIDE_IMPORT_CREATED && row->kind == TIDE_RECORD_PROJECT)
        g_hash_table_insert (rows_by_id, row->after->id, row);
    }

  return rows_by_id;
}

/* A project of the register goes before one of an earlier row. */
static void
take_like (TideImportRow *row, const TidePayload *other, const TideImportRow *other_row)
{
  if (other_row == NULL && (row->like == NULL || row->other != TIDE_IMPORT_NO_ROW))
    {
      row->like = other;
      row->other = TIDE_IMPORT_NO_ROW;
    }
  else if (other_row != NULL && row->like == NULL && other_row->row < row->row)
    {
      row->like = other;
      row->other = other_row->row;
    }
}

/*
 * tide_import_rows_find_likes:
 * @rows: (element-type TideImportRow): the rows of a trial
 * @plan: what a person has settled
 * @after: the register as it would be
 *
 * Marks the rows that become projects and may be the same as one that is there, or as one of an
 * earlier row, by the rules of tide_project_suspect(), but for those of which a person has said
 * what they are. May be called in any thread.
 *
 * Returns: how many they are
 */
guint
tide_import_rows_find_likes (GArray *rows, const TideImportPlan *plan, TideSnapshot *after)
{
  g_autoptr (GHashTable) rows_by_id = create_rows_by_id (rows);
  const GPtrArray *projects = tide_snapshot_get_records (after, TIDE_RECORD_PROJECT);
  g_autoptr (TideDuplicates) duplicates = NULL;
  guint n_likes = 0;

  if (g_hash_table_size (rows_by_id) == 0)
    return 0;

  duplicates = tide_duplicates_new (after, NULL);
  for (guint i = 0; i < projects->len; i++)
    {
      const TidePayload *project = g_ptr_array_index (projects, i);
      TideImportRow *row = g_hash_table_lookup (rows_by_id, project->id);
      guint others[TIDE_MAX_SUSPECTS];
      guint n;

      if (row == NULL || tide_import_plan_get_settlement (plan, row->row) != NULL)
        continue;

      n = tide_duplicates_get_suspects (duplicates, i, others);
      for (guint j = 0; j < n; j++)
        {
          const TidePayload *other = g_ptr_array_index (projects, others[j]);

          take_like (row, other, g_hash_table_lookup (rows_by_id, other->id));
        }
      n_likes += row->like != NULL;
    }

  return n_likes;
}
