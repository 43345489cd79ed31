/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-convert.h"

#include <string.h>

/**
 * tide_snapshot_find_rate:
 * @self: a snapshot
 * @from: ISO 4217 code
 * @to: ISO 4217 code
 * @date: a date; unset asks for the newest rate of all
 *
 * Finds the rate in force: of the register's rate set, the newest one that begins on or before the
 * last day of @date. A rate dated to a year begins with that year. Rates are used in the direction
 * in which they are recorded, never turned round.
 *
 * Returns: (transfer none) (nullable): the rate, %NULL if there is none
 */
const TideRatePayload *
tide_snapshot_find_rate (TideSnapshot *self, const char *from, const char *to, const TideDate *date)
{
  const GPtrArray *rates = tide_snapshot_get_records (self, TIDE_RECORD_RATE);
  const char *set = tide_snapshot_get_settings (self)->rate_set;
  guint32 last_day = tide_date_is_set (date) ? tide_date_get_last_day (date) : G_MAXUINT32;
  const TideRatePayload *found = NULL;

  for (guint i = 0; i < tide_entries_get_n (rates); i++)
    {
      const TideRatePayload *rate = g_ptr_array_index (rates, i);

      if (g_strcmp0 (rate->from, from) == 0 && g_strcmp0 (rate->to, to) == 0
          && g_strcmp0 (rate->set, set) == 0 && rate->value.is_set && rate->value.mantissa > 0
          && tide_date_get_first_day (&rate->date) <= last_day
          && (found == NULL || tide_date_compare (&rate->date, &found->date) > 0))
        found = rate;
    }

  return found;
}

/**
 * tide_snapshot_convert:
 * @self: a snapshot
 * @money: an amount
 * @date: its date, or unset
 * @converted: (out): the amount in the register's currency; no money on failure
 * @rate: (out) (optional) (transfer none) (nullable): the rate that was used, %NULL if none was
 *   needed or found
 *
 * Converts an amount at the rate in force on its date.
 *
 * Returns: %FALSE if there is no rate (@rate is %NULL) or the result does not fit
 */
gboolean
tide_snapshot_convert (TideSnapshot *self,
                       const TideMoney *money,
                       const TideDate *date,
                       TideMoney *converted,
                       const TideRatePayload **rate)
{
  const char *currency = tide_snapshot_get_settings (self)->currency;
  const TideRatePayload *found;

  *converted = (TideMoney) { 0 };
  if (rate != NULL)
    *rate = NULL;
  if (currency == NULL || money->currency[0] == '\0')
    return FALSE;
  if (strcmp (money->currency, currency) == 0)
    {
      *converted = *money;
      return TRUE;
    }

  found = tide_snapshot_find_rate (self, money->currency, currency, date);
  if (rate != NULL)
    *rate = found;

  return found != NULL && tide_money_convert (money, &found->value, currency, converted);
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
 * Adds up the amounts of one kind. Entries are increments; those that are marked as not counting,
 * and those without a value, are left out altogether. Each is converted and rounded on its own, as
 * each has its own date.
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
  const char *currency = tide_snapshot_get_settings (snapshot)->currency;
  guint n = 0;
  guint n_without_rate = 0;
  gboolean fits = TRUE;

  *base = (TideMoney) { 0 };
  g_strlcpy (base->currency, currency != NULL ? currency : "", sizeof base->currency);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      const TideRatePayload *rate;
      TideMoney converted;

      if (amount->rank != kind || !amount->counted || !amount->value.is_set)
        continue;

      n++;
      if (tide_snapshot_convert (snapshot, &amount->money, &amount->date, &converted, &rate))
        fits = tide_money_add (base, &converted) && fits;
      else if (rate != NULL)
        fits = FALSE;
      else
        n_without_rate++;
    }

  if (n_entries != NULL)
    *n_entries = n;
  if (n_unpriced != NULL)
    *n_unpriced = n_without_rate;
  return fits;
}
