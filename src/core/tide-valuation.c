/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-valuation.h"

/**
 * tide_valuation_init_from_filter:
 * @self: (out): how the filter tells amounts; borrows from @filter
 * @filter: a filter
 */
void
tide_valuation_init_from_filter (TideValuation *self, const TideFilter *filter)
{
  const char *kind = filter->amount_kind;
  const int rank = kind != NULL ? tide_codes_find (TIDE_CODES_AMOUNT_KIND, kind) : -1;

  self->kind = kind == NULL ? TIDE_AMOUNT_KIND_ANY
               : rank < 0   ? TIDE_AMOUNT_KIND_UNKNOWN
                            : (TideAmountKind) rank;
  self->currency = filter->currency;
  self->rate_set = filter->rate_set;
  self->period = filter->period;
}

/**
 * tide_filter_set_valuation:
 * @filter: a filter that is not shared
 * @valuation: how its criteria tell amounts from now on
 */
void
tide_filter_set_valuation (TideFilter *filter, const TideValuation *valuation)
{
  const char *kind = valuation->kind >= 0
                         ? tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) valuation->kind)
                         : NULL;

  tide_payload_set_interned (&filter->amount_kind, kind);
  tide_payload_set_string (&filter->currency, valuation->currency);
  tide_payload_set_string (&filter->rate_set, valuation->rate_set);
  filter->period = valuation->period;
}

/**
 * tide_valuation_get_currency:
 * @self: a valuation
 * @snapshot: the register
 *
 * Returns: (transfer none): the currency in which amounts are told; empty where there is none
 */
const char *
tide_valuation_get_currency (const TideValuation *self, TideSnapshot *snapshot)
{
  const char *currency
      = self->currency != NULL ? self->currency : tide_snapshot_get_settings (snapshot)->currency;

  return currency != NULL ? currency : "";
}

/**
 * tide_valuation_is_of_kind:
 * @self: a valuation
 * @amount: an amount
 *
 * Returns: whether @amount counts, has a value and is of the kind meant, whenever it is dated. The
 *   kinds of a later program are never meant by name.
 */
gboolean
tide_valuation_is_of_kind (const TideValuation *self, const TideAmount *amount)
{
  return amount->counted && amount->value.is_set
         && (self->kind == TIDE_AMOUNT_KIND_ANY || (self->kind >= 0 && amount->rank == self->kind));
}

/**
 * tide_date_get_timing:
 * @date: a date, perhaps unset
 * @period: a period; every date is inside an unset one
 *
 * Returns: how @date lies to @period
 */
TideTiming
tide_date_get_timing (const TideDate *date, const TideDate *period)
{
  guint32 first;
  guint32 last;

  if (!tide_date_is_set (period))
    return TIDE_TIMING_INSIDE;
  if (!tide_date_is_set (date))
    return TIDE_TIMING_VAGUE;

  first = tide_date_get_first_day (period);
  last = tide_date_get_last_day (period);
  if (tide_date_get_first_day (date) > last || tide_date_get_last_day (date) < first)
    return TIDE_TIMING_OUTSIDE;

  return tide_date_get_first_day (date) >= first && tide_date_get_last_day (date) <= last
             ? TIDE_TIMING_INSIDE
             : TIDE_TIMING_VAGUE;
}
