/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter-private.h"

#include <string.h>

/*
 * tide_amount_criteria_init:
 * @self: (out caller-allocates): the criteria
 * @filter: a filter, which outlives them
 * @snapshot: the register
 * @currencies: (transfer full) (nullable) (element-type GHashTable): sets of which each must be met
 */
void
tide_amount_criteria_init (TideAmountCriteria *self,
                           const TideFilter *filter,
                           TideSnapshot *snapshot,
                           GPtrArray *currencies)
{
  self->filter = filter;
  tide_valuation_init_from_filter (&self->valuation, filter);
  self->rates = tide_rates_new (snapshot, filter->currency, filter->rate_set);
  self->events = tide_filter_tell_events (filter, snapshot);
  self->currencies = currencies;
  self->words = filter->amount != NULL ? g_strsplit (filter->amount, " ", -1) : NULL;
  self->is_asked = currencies != NULL || self->words != NULL || filter->amount_from.is_set
                   || filter->amount_to.is_set;
}

/*
 * tide_amount_criteria_clear:
 * @self: criteria
 */
void
tide_amount_criteria_clear (TideAmountCriteria *self)
{
  tide_rates_unref (self->rates);
  g_clear_pointer (&self->events, g_hash_table_unref);
  g_clear_pointer (&self->currencies, g_ptr_array_unref);
  g_strfreev (self->words);
}

static gboolean
is_meant (const TideAmountCriteria *self,
          const TideProjectPayload *project,
          const TideAmount *amount)
{
  return tide_valuation_is_of_kind (&self->valuation, amount)
         && tide_amount_is_of_event (amount, project, self->events)
         && tide_date_get_timing (&amount->date, &self->valuation.period) == TIDE_TIMING_INSIDE;
}

static gboolean
has_currency (const TideAmountCriteria *self, const TideProjectPayload *project, GHashTable *set)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->currency != NULL && g_hash_table_contains (set, amount->currency)
          && is_meant (self, project, amount))
        return TRUE;
    }

  return FALSE;
}

/* Whether there is an amount of which nobody can tell in which year, or quarter, it lies. */
static gboolean
has_undated (const TideAmountCriteria *self,
             const TideProjectPayload *project,
             gboolean to_the_quarter)
{
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (!tide_date_is_set (&amount->date)
          || (to_the_quarter && amount->date.precision == TIDE_PRECISION_YEAR))
        if (is_meant (self, project, amount))
          return TRUE;
    }

  return FALSE;
}

static gboolean
matches_word (const TideAmountCriteria *self,
              const TideProjectPayload *project,
              const TideProjectSum *sum,
              const char *word)
{
  if (strcmp (word, "any") == 0)
    return sum->n_entries > 0;
  if (strcmp (word, TIDE_FILTER_NONE) == 0)
    return sum->n_entries == 0;
  if (strcmp (word, "unpriced") == 0)
    return sum->n_unpriced > 0;
  if (strcmp (word, "no-sum") == 0)
    return sum->n_entries == sum->n_unpriced;
  if (strcmp (word, "foreign") == 0)
    return sum->n_foreign > 0;
  if (strcmp (word, "vague") == 0)
    return sum->n_vague > 0;
  if (strcmp (word, "undated-year") == 0)
    return has_undated (self, project, FALSE);

  return strcmp (word, "undated-quarter") == 0 && has_undated (self, project, TRUE);
}

static gboolean
is_in_range (const TideFilter *filter, const TideProjectSum *sum)
{
  TideDecimal value;

  if (sum->is_overflow || sum->n_entries == sum->n_unpriced || sum->base.currency[0] == '\0')
    return FALSE;

  tide_money_to_decimal (&sum->base, &value);

  return (!filter->amount_from.is_set || tide_decimal_compare (&value, &filter->amount_from) >= 0)
         && (!filter->amount_to.is_set || tide_decimal_compare (&value, &filter->amount_to) <= 0);
}

/* Kinds are never added up: of several, one has to be in the range. */
static gboolean
matches_range (const TideAmountCriteria *self,
               const TideProjectPayload *project,
               const TideProjectSum *sum)
{
  TideValuation valuation = self->valuation;

  if (!self->filter->amount_from.is_set && !self->filter->amount_to.is_set)
    return TRUE;
  if (valuation.kind != TIDE_AMOUNT_KIND_ANY)
    return is_in_range (self->filter, sum);

  for (guint kind = 0; kind < TIDE_N_AMOUNT_KINDS; kind++)
    {
      TideProjectSum one;

      valuation.kind = (TideAmountKind) kind;
      tide_project_sum (project, &valuation, self->rates, self->events, &one);
      if (is_in_range (self->filter, &one))
        return TRUE;
    }

  return FALSE;
}

/*
 * tide_amount_criteria_match:
 * @self: criteria
 * @project: a project
 *
 * Returns: whether the amounts of @project meet all of them
 */
gboolean
tide_amount_criteria_match (const TideAmountCriteria *self, const TideProjectPayload *project)
{
  TideProjectSum sum;

  if (!self->is_asked)
    return TRUE;
  for (guint i = 0; i < tide_entries_get_n (self->currencies); i++)
    if (!has_currency (self, project, g_ptr_array_index (self->currencies, i)))
      return FALSE;

  tide_project_sum (project, &self->valuation, self->rates, self->events, &sum);
  for (gsize i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (!matches_word (self, project, &sum, self->words[i]))
      return FALSE;

  return matches_range (self, project, &sum);
}
