/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-convert.h"

#include "core/tide-filter.h"

#include <string.h>

static void
add_amount (TideProjectSum *self, TideRates *rates, const TideAmount *amount)
{
  const TideRatePayload *rate;
  TideMoney converted;

  self->n_entries++;
  self->n_foreign += amount->money.currency[0] != '\0'
                     && strcmp (amount->money.currency, tide_rates_get_currency (rates)) != 0;

  if (tide_rates_convert (rates, &amount->money, &amount->date, &converted, &rate))
    self->is_overflow |= !tide_money_add (&self->base, &converted);
  else if (rate != NULL)
    self->is_overflow = TRUE;
  else
    self->n_unpriced++;
}

/**
 * tide_events_have:
 * @events: (nullable) (element-type utf8 TideEventState): what tide_filter_tell_events() gave
 * @event: (nullable): id of the event of a project
 *
 * Returns: whether it is one whose amounts are meant
 */
gboolean
tide_events_have (GHashTable *events, const char *event)
{
  guint state;

  if (events == NULL)
    return TRUE;

  state = GPOINTER_TO_UINT (g_hash_table_lookup (events, event != NULL ? event : TIDE_FILTER_NONE));

  return state == TIDE_EVENT_WANTED || state == TIDE_EVENT_STRAY;
}

/**
 * tide_amount_is_of_event:
 * @amount: an amount
 * @project: the project it is of
 * @events: (nullable) (element-type utf8 TideEventState): what tide_filter_tell_events() gave
 *
 * An amount belongs to the event of its project, unless it names another one of the register.
 *
 * Returns: whether it is one of @events
 */
gboolean
tide_amount_is_of_event (const TideAmount *amount,
                         const TideProjectPayload *project,
                         GHashTable *events)
{
  guint state = TIDE_EVENT_UNKNOWN;

  if (events != NULL && amount->event != NULL)
    state = GPOINTER_TO_UINT (g_hash_table_lookup (events, amount->event));
  if (state == TIDE_EVENT_WANTED || state == TIDE_EVENT_OTHER)
    return state == TIDE_EVENT_WANTED;

  return tide_events_have (events, project->event);
}

/**
 * tide_project_sum:
 * @project: a project
 * @valuation: which of its amounts are meant; its currency and rate set are those of @rates
 * @rates: how they are converted
 * @events: (nullable) (element-type utf8 TideEventState): what tide_filter_tell_events() gave;
 * %NULL for amounts of all events
 * @sum: (out): the sum
 *
 * Adds up the amounts of one kind. Entries are increments; those that are marked as not counting,
 * and those without a value, are left out altogether. Each is converted and rounded on its own, as
 * each has its own date.
 */
void
tide_project_sum (const TideProjectPayload *project,
                  const TideValuation *valuation,
                  TideRates *rates,
                  GHashTable *events,
                  TideProjectSum *sum)
{
  *sum = (TideProjectSum) { 0 };
  g_strlcpy (sum->base.currency, tide_rates_get_currency (rates), sizeof sum->base.currency);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (!tide_valuation_is_of_kind (valuation, amount)
          || !tide_amount_is_of_event (amount, project, events))
        continue;

      switch (tide_date_get_timing (&amount->date, &valuation->period))
        {
        case TIDE_TIMING_INSIDE:
        default:
          add_amount (sum, rates, amount);
          break;
        case TIDE_TIMING_VAGUE:
          sum->n_vague++;
          break;
        case TIDE_TIMING_OUTSIDE:
          sum->n_outside++;
          break;
        }
    }
}

/**
 * tide_project_sum_amounts:
 * @project: a project
 * @snapshot: the register it is in
 * @kind: kind of the amounts
 * @base: (out): the sum in the register's currency, zero if nothing is priced; no money if the
 *   register has none
 * @n_entries: (out) (optional): how many amounts there are
 * @n_unpriced: (out) (optional): how many of them have no rate, or a currency that is not known,
 * and are not in @base
 *
 * Adds up the amounts of one kind, whenever they are dated, as the register itself tells them: in
 * its currency and with its rates.
 *
 * Returns: %FALSE if the sum cannot be held; @base is then not to be shown
 */
gboolean
tide_project_sum_amounts (const TideProjectPayload *project,
                          TideSnapshot *snapshot,
                          TideAmountKind kind,
                          TideMoney *base,
                          guint *n_entries,
                          guint *n_unpriced)
{
  const TideValuation valuation = { .kind = kind };
  TideProjectSum sum;

  tide_project_sum (project, &valuation, tide_snapshot_get_rates (snapshot), NULL, &sum);

  *base = sum.base;
  if (n_entries != NULL)
    *n_entries = sum.n_entries;
  if (n_unpriced != NULL)
    *n_unpriced = sum.n_unpriced;
  return !sum.is_overflow;
}

/* FALSE where there is nothing, or not all of it is in one currency. */
static gboolean
sum_in_own_currency (const TideProjectPayload *project, TideAmountKind kind, TideMoney *sum)
{
  const TideValuation valuation = { .kind = kind };

  *sum = (TideMoney) { 0 };
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (tide_valuation_is_of_kind (&valuation, amount)
          && (amount->money.currency[0] == '\0' || !tide_money_add (sum, &amount->money)))
        return FALSE;
    }

  return sum->currency[0] != '\0';
}

/* FALSE where there is nothing, or not all of it has a rate. */
static gboolean
sum_priced (const TideProjectPayload *project,
            TideSnapshot *snapshot,
            TideAmountKind kind,
            TideMoney *sum)
{
  guint n, n_unpriced;

  return tide_project_sum_amounts (project, snapshot, kind, sum, &n, &n_unpriced) && n > 0
         && n_unpriced == 0;
}

/**
 * tide_project_sum_arrived:
 * @project: a project
 * @snapshot: the register it is in
 * @arrived: (out): what has arrived
 * @agreed: (out): what was agreed
 *
 * Adds up what can be compared: in the one currency that all of both are in, as rates change from
 * the agreement to the arrival; else in the register's.
 *
 * Returns: %FALSE where one of the two is not there, or not all of both has a rate; they are not to
 *   be compared then
 */
gboolean
tide_project_sum_arrived (const TideProjectPayload *project,
                          TideSnapshot *snapshot,
                          TideMoney *arrived,
                          TideMoney *agreed)
{
  if (sum_in_own_currency (project, TIDE_AMOUNT_KIND_ARRIVED, arrived)
      && sum_in_own_currency (project, TIDE_AMOUNT_KIND_AGREEMENT, agreed)
      && strcmp (arrived->currency, agreed->currency) == 0)
    return TRUE;

  return sum_priced (project, snapshot, TIDE_AMOUNT_KIND_ARRIVED, arrived)
         && sum_priced (project, snapshot, TIDE_AMOUNT_KIND_AGREEMENT, agreed);
}
