/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-table.h"

TideTable *
tide_test_table_new (const char *words)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_auto (GStrv) rows = g_strsplit (words, "\n", -1);

  for (guint i = 0; rows[i] != NULL && (*rows[i] != '\0' || rows[i + 1] != NULL); i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);

      tide_table_builder_begin_row (builder, i + 1);
      for (guint j = 0; cells[j] != NULL; j++)
        g_assert_true (tide_table_builder_add (
            builder, *cells[j] != '\0' ? TIDE_CELL_TEXT : TIDE_CELL_EMPTY, cells[j], -1, NULL));
      g_assert_true (tide_table_builder_end_row (builder, NULL));
    }

  return tide_table_builder_end (builder);
}

TideImportTrial *
tide_test_import_try (TideRegister *reg, const TideTable *table, const TideImportPlan *plan)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (GError) error = NULL;
  TideImportTrial *trial
      = tide_import_trial_new (plan, table, snapshot, clock, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return trial;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

/* "agreement CNY 2700000000; arrived USD 5": all amounts, by kind and currency. */
char *
tide_test_import_dup_sums (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) keys = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      const GPtrArray *amounts = TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->amounts;

      for (guint j = 0; j < tide_entries_get_n (amounts); j++)
        {
          const TideAmount *amount = g_ptr_array_index (amounts, j);
          char *key = g_strdup_printf ("%s %s", amount->kind, amount->currency);
          TideDecimal *sum = g_hash_table_lookup (sums, key);

          if (sum == NULL)
            {
              sum = g_new0 (TideDecimal, 1);
              sum->is_set = TRUE;
              g_hash_table_insert (sums, g_strdup (key), sum);
            }
          g_assert_true (tide_decimal_add (sum, &amount->value));
          g_free (key);
        }
    }

  keys = g_hash_table_get_keys_as_ptr_array (sums);
  g_ptr_array_sort_values (keys, compare);
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *sum
          = tide_decimal_dup_text (g_hash_table_lookup (sums, g_ptr_array_index (keys, i)));

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "",
                              (const char *) g_ptr_array_index (keys, i), sum);
    }

  return g_string_free_and_steal (text);
}
