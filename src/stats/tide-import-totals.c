/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-import-totals.h"

#include "core/tide-counting.h"

#include <string.h>

/* The two registers, one after the other. */
typedef struct
{
  GArray *totals; /* borrowed */
  gboolean is_after;
} Round;

static TideImportTotal *
ensure_total (GArray *totals, TideAmountKind kind, const char *currency)
{
  TideImportTotal total = { .kind = kind };

  for (guint i = 0; i < totals->len; i++)
    {
      TideImportTotal *known = &g_array_index (totals, TideImportTotal, i);

      if (known->kind == kind && strcmp (known->currency, currency) == 0)
        return known;
    }

  g_strlcpy (total.currency, currency, sizeof total.currency);
  g_strlcpy (total.before.currency, currency, sizeof total.before.currency);
  g_strlcpy (total.after.currency, currency, sizeof total.after.currency);
  g_array_append_val (totals, total);

  return &g_array_index (totals, TideImportTotal, totals->len - 1);
}

/* Whether an amount further to the front has counted the project. */
static gboolean
is_counted_already (const GPtrArray *amounts, guint index)
{
  const TideAmount *amount = g_ptr_array_index (amounts, index);

  for (guint i = 0; i < index; i++)
    {
      const TideAmount *earlier = g_ptr_array_index (amounts, i);

      if (earlier->counted && earlier->rank == amount->rank
          && strcmp (earlier->money.currency, amount->money.currency) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_amount (const Round *round, const GPtrArray *amounts, guint index)
{
  const TideAmount *amount = g_ptr_array_index (amounts, index);
  TideImportTotal *total;
  TideMoney *sum;

  if (!amount->counted || amount->rank < 0 || amount->money.currency[0] == '\0')
    return;

  total = ensure_total (round->totals, amount->rank, amount->money.currency);
  sum = round->is_after ? &total->after : &total->before;
  if (!tide_money_add (sum, &amount->money))
    total->is_overflow = TRUE;
  if (!is_counted_already (amounts, index))
    *(round->is_after ? &total->n_after : &total->n_before) += 1;
}

static void
add_register (const Round *round, TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GHashTable) umbrellas = tide_snapshot_find_umbrellas (snapshot);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (tide_project_get_exclusion (project, umbrellas) == TIDE_EXCLUSION_NONE)
        for (guint j = 0; j < tide_entries_get_n (project->amounts); j++)
          add_amount (round, project->amounts, j);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const TideImportTotal *left = a;
  const TideImportTotal *right = b;

  return left->kind != right->kind ? (int) left->kind - (int) right->kind
                                   : strcmp (left->currency, right->currency);
}

/**
 * tide_import_totals_new:
 * @before: a register
 * @after: the same with what an import does to it
 *
 * Adds up the amounts of the projects that count in totals, by kind and currency, as they are
 * recorded and without any conversion. What is counted is decided as everywhere
 * (tide_project_get_exclusion()).
 *
 * Returns: (transfer full) (element-type TideImportTotal): the totals of both, by kind and currency
 */
GArray *
tide_import_totals_new (TideSnapshot *before, TideSnapshot *after)
{
  GArray *totals = g_array_new (FALSE, TRUE, sizeof (TideImportTotal));
  const Round rounds[] = { { totals, FALSE }, { totals, TRUE } };

  add_register (&rounds[0], before);
  add_register (&rounds[1], after);
  g_array_sort (totals, compare);

  return totals;
}
