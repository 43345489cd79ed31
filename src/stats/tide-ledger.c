/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-ledger.h"

#include <string.h>

static void
group_free (TideLedgerGroup *group)
{
  g_array_unref (group->lines);
  g_array_unref (group->totals);
  g_free (group);
}

static TideLedgerGroup *
group_new (const char *kind)
{
  TideLedgerGroup *group = g_new0 (TideLedgerGroup, 1);

  group->kind = kind;
  group->lines = g_array_new (FALSE, FALSE, sizeof (TideLedgerLine));
  group->totals = g_array_new (FALSE, FALSE, sizeof (TideMoney));

  return group;
}

static TideLedgerGroup *
ensure_group (GPtrArray *groups, const char *kind)
{
  TideLedgerGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (g_strcmp0 (group->kind, kind) == 0)
        return group;
    }

  group = group_new (kind);
  g_ptr_array_add (groups, group);

  return group;
}

static TideMoney *
ensure_total (TideLedgerGroup *group, const char *currency)
{
  TideMoney none = { 0 };

  for (guint i = 0; i < group->totals->len; i++)
    {
      TideMoney *total = &g_array_index (group->totals, TideMoney, i);

      if (strcmp (total->currency, currency) == 0)
        return total;
    }

  g_strlcpy (none.currency, currency, sizeof none.currency);
  g_array_append_val (group->totals, none);

  return &g_array_index (group->totals, TideMoney, group->totals->len - 1);
}

static void
add_amount (TideLedgerGroup *group, const TideAmount *amount)
{
  TideLedgerLine line = { .amount = amount };

  if (!amount->counted)
    group->n_not_counted++;
  else if (amount->money.currency[0] == '\0')
    group->n_unknown++;
  else
    {
      TideMoney *total = ensure_total (group, amount->money.currency);

      line.is_summed = TRUE;
      if (!group->is_too_large && tide_money_add (total, &amount->money))
        line.running = *total;
      else
        group->is_too_large = TRUE;
    }

  g_array_append_val (group->lines, line);
}

/* A sum that has left out an entry is none. */
static void
drop_wrong_totals (TideLedgerGroup *group)
{
  if (group->is_too_large)
    g_array_set_size (group->totals, 0);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const TideLedgerGroup *first = a;
  const TideLedgerGroup *second = b;
  const guint rank = (guint) tide_codes_find (TIDE_CODES_AMOUNT_KIND, first->kind);
  const guint other = (guint) tide_codes_find (TIDE_CODES_AMOUNT_KIND, second->kind);

  if (rank != other)
    return rank < other ? -1 : 1;

  return g_strcmp0 (first->kind, second->kind);
}

/**
 * tide_ledger_new:
 * @project: a sealed project, which must outlive the ledger
 *
 * Groups the amounts of a project by their kind, in the order of the kinds with those of a later
 * program at the end, and adds them up by currency in the order of their dates. Entries are
 * increments; reductions are negative.
 *
 * Returns: (transfer full) (element-type TideLedgerGroup): a group for each kind that it has
 */
GPtrArray *
tide_ledger_new (const TideProjectPayload *project)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      add_amount (ensure_group (groups, amount->kind), amount);
    }

  g_ptr_array_foreach (groups, (GFunc) drop_wrong_totals, NULL);
  g_ptr_array_sort_values (groups, compare_groups);

  return groups;
}
