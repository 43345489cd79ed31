/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-plan.h"

#include "codec/tide-column-names.h"

/* No table has its header further down, below titles and remarks. */
#define MAX_PREAMBLE_ROWS 20

/* Headers that are known by less than this may be anything. */
#define LEAST_SCORE 50

static TideColumnName *
guess_names (const TideTable *table, guint row, TideImportSubject *subject)
{
  const guint n = tide_table_get_n_columns (table);
  g_autofree const char **headers = g_new0 (const char *, n + 1);
  TideColumnName *names = g_new0 (TideColumnName, n + 1);

  for (guint i = 0; i < n; i++)
    headers[i] = tide_table_get_text (table, row, i);
  *subject = tide_column_names_guess (headers, n, TIDE_IMPORT_ANYTHING, names);

  return names;
}

static guint
rate_row (const TideTable *table, guint row)
{
  TideImportSubject subject;
  g_autofree TideColumnName *names = guess_names (table, row, &subject);
  guint sum = 0;

  for (guint i = 0; i < tide_table_get_n_columns (table); i++)
    if (names[i].field != TIDE_IMPORT_NOTHING)
      sum += names[i].score;

  return sum;
}

/* The row in which most names of fields stand. */
static guint
find_header (const TideTable *table)
{
  const guint n = MIN (tide_table_get_n_rows (table), MAX_PREAMBLE_ROWS);
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint score = rate_row (table, i);

      if (score > most)
        {
          most = score;
          best = i;
        }
    }

  return best;
}

/**
 * tide_import_column_take_guess:
 * @self: a column, whose field is chosen
 * @guess: what its header and cells tell, which is asked of anew as what the field wants
 *
 * Has the cells read as the field wants them; values of indicators are money or numbers, as they
 * are written.
 */
void
tide_import_column_take_guess (TideImportColumn *self, TideColumnGuess *guess)
{
  TideColumnKind kind = tide_import_field_get_column_kind (self->field);

  if (kind == TIDE_COLUMN_NUMBER && guess->format.kind == TIDE_COLUMN_AMOUNT)
    kind = TIDE_COLUMN_AMOUNT;
  tide_column_guess_set_kind (guess, kind);
  self->format = guess->format;
}

static void
guess_column (TideImportPlan *self, const TideTable *table, guint index, const TideColumnName *name)
{
  TideImportColumn *column = tide_import_plan_get_column (self, index);
  const char *header = tide_table_get_text (table, self->header_row, index);
  TideColumnGuess guess;

  column->field = name->score >= LEAST_SCORE ? name->field : TIDE_IMPORT_NOTHING;
  tide_column_guess (&guess, table, index, header, self->first_row);
  tide_import_column_take_guess (column, &guess);
}

/* The taxonomy that most classes of projects are of, else the first that is not retired. */
static const char *
find_taxonomy (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  const GPtrArray *taxonomies = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const GPtrArray *sectors = TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->sectors;

      for (guint j = 0; j < tide_entries_get_n (sectors); j++)
        {
          const TideClassification *entry = g_ptr_array_index (sectors, j);
          const TidePayload *sector
              = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);
          char *taxonomy = sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL;

          if (taxonomy != NULL)
            g_hash_table_insert (
                counts, taxonomy,
                GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, taxonomy)) + 1));
        }
    }

  for (guint i = 0; i < tide_entries_get_n (taxonomies); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (taxonomies, i);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, taxonomy->id));

      if (!TIDE_TAXONOMY_PAYLOAD (taxonomy)->retired && (best == NULL || n > most))
        {
          best = taxonomy->id;
          most = n;
        }
    }

  return best;
}

/**
 * tide_import_plan_new_guess_at:
 * @table: a table
 * @snapshot: the register that it is for
 * @header_row: the row with the names of the columns, from 0; %TIDE_IMPORT_NO_ROW for none
 *
 * Looks what each column is probably to be taken as and how its cells are to be read: call it in a
 * thread.
 *
 * Returns: (transfer full): a plan for a person to look through
 */
TideImportPlan *
tide_import_plan_new_guess_at (const TideTable *table, TideSnapshot *snapshot, guint header_row)
{
  const guint n = tide_table_get_n_columns (table);
  TideImportPlan *self = tide_import_plan_new (n);
  g_autofree TideColumnName *names = NULL;

  self->header_row = header_row;
  self->first_row = header_row != TIDE_IMPORT_NO_ROW ? header_row + 1 : 0;
  names = guess_names (table, self->header_row, &self->subject);
  for (guint i = 0; i < n; i++)
    guess_column (self, table, i, &names[i]);
  self->taxonomy = g_strdup (find_taxonomy (snapshot));
  tide_import_plan_choose_key (self);

  return self;
}

/**
 * tide_import_plan_new_guess:
 * @table: a table
 * @snapshot: the register that it is for
 *
 * Looks where the header is, and what tide_import_plan_new_guess_at() looks for: call it in a
 * thread.
 *
 * Returns: (transfer full): a plan for a person to look through
 */
TideImportPlan *
tide_import_plan_new_guess (const TideTable *table, TideSnapshot *snapshot)
{
  return tide_import_plan_new_guess_at (table, snapshot, find_header (table));
}
