/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-rates.h"

#include <string.h>

struct _TideRates
{
  gatomicrefcount ref_count;
  char *currency;      /* owned; empty for none */
  TideDate date;       /* of the rates that convert everything; unset for those of the value-date */
  GHashTable *by_from; /* owned, from borrowed code to owned GPtrArray of owned TideRatePayload */
};

/* Of two rates that begin on one day the finer date is the one meant for it, and of the same date
 * the mid rate: what comes later here is in force. */
static int
compare_rates (const TideRatePayload *a, const TideRatePayload *b)
{
  const int order = tide_date_compare (&a->date, &b->date);

  if (order != 0)
    return order;

  return g_strcmp0 (a->kind, "mid") == 0 ? g_strcmp0 (b->kind, "mid") != 0
                                         : -(g_strcmp0 (b->kind, "mid") == 0);
}

static gboolean
is_usable (const TideRatePayload *rate)
{
  return rate->from != NULL && rate->value.is_set && rate->value.mantissa > 0
         && tide_date_is_set (&rate->date);
}

static void
add_rate (TideRates *self, const TideRatePayload *rate)
{
  GPtrArray *rates = g_hash_table_lookup (self->by_from, rate->from);

  if (rates == NULL)
    {
      rates = tide_entries_new ();
      g_hash_table_insert (self->by_from, rate->from, rates);
    }
  g_ptr_array_add (rates, tide_payload_ref (&rate->base));
}

static void
put_in_order (TideRates *self)
{
  GHashTableIter iter;
  gpointer rates;

  g_hash_table_iter_init (&iter, self->by_from);
  while (g_hash_table_iter_next (&iter, NULL, &rates))
    g_ptr_array_sort_values (rates, (GCompareFunc) compare_rates);
}

/**
 * tide_rates_new:
 * @snapshot: the register
 * @currency: (nullable): ISO 4217 code to convert into; %NULL for the register's
 * @rate_set: (nullable): id of a set of rates; %NULL for the register's
 *
 * Makes the rates of one set ready. Rates are used in the direction in which they are recorded,
 * never turned round; those that are not above zero, or not dated, are never used.
 *
 * Returns: (transfer full): the rates
 */
TideRates *
tide_rates_new (TideSnapshot *snapshot, const char *currency, const char *rate_set)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_RATE);
  const char *set = rate_set != NULL ? rate_set : settings->rate_set;
  const TidePayload *record = tide_snapshot_lookup (snapshot, TIDE_RECORD_RATE_SET, set);
  TideRates *self = g_new0 (TideRates, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->currency = g_strdup (currency != NULL ? currency : settings->currency);
  if (self->currency == NULL)
    self->currency = g_strdup ("");
  if (record != NULL)
    self->date = TIDE_RATE_SET_PAYLOAD (record)->date;
  self->by_from
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TideRatePayload *rate = g_ptr_array_index (records, i);

      if (is_usable (rate) && g_strcmp0 (rate->set, set) == 0
          && g_strcmp0 (rate->to, self->currency) == 0)
        add_rate (self, rate);
    }
  put_in_order (self);

  return self;
}

/**
 * tide_rates_ref:
 * @self: rates
 *
 * Returns: (transfer full): @self
 */
TideRates *
tide_rates_ref (TideRates *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_rates_unref:
 * @self: (transfer full): rates
 */
void
tide_rates_unref (TideRates *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->by_from);
  g_free (self->currency);
  g_free (self);
}

/**
 * tide_rates_get_currency:
 * @self: rates
 *
 * Returns: (transfer none): the currency they lead to; empty for none
 */
const char *
tide_rates_get_currency (TideRates *self)
{
  return self->currency;
}

/**
 * tide_rates_get_fixed_date:
 * @self: rates
 *
 * Returns: (transfer none): the date whose rates convert every amount; unset where each is
 *   converted at the rate of its own date
 */
const TideDate *
tide_rates_get_fixed_date (TideRates *self)
{
  return &self->date;
}

/**
 * tide_rates_find:
 * @self: rates
 * @from: ISO 4217 code
 * @date: date of an amount; unset asks for the newest rate of all
 *
 * Finds the rate in force: the newest that begins on or before the last day of @date, or of the
 * set's fixed date where it has one. A rate dated to a year begins with that year; of those that
 * begin on the same day the one with the finer date is in force, then a mid rate before others.
 *
 * Returns: (transfer none) (nullable): the rate, %NULL if there is none
 */
const TideRatePayload *
tide_rates_find (TideRates *self, const char *from, const TideDate *date)
{
  const GPtrArray *rates = g_hash_table_lookup (self->by_from, from);
  const TideDate *asked = tide_date_is_set (&self->date) ? &self->date : date;
  const guint32 day = tide_date_is_set (asked) ? tide_date_get_last_day (asked) : G_MAXUINT32;
  guint low = 0;
  guint high = tide_entries_get_n (rates);

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const TideRatePayload *rate = g_ptr_array_index (rates, middle);

      if (tide_date_get_first_day (&rate->date) <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? g_ptr_array_index (rates, low - 1) : NULL;
}

/**
 * tide_rates_convert:
 * @self: rates
 * @money: an amount
 * @date: its date, or unset
 * @converted: (out): the amount in the currency of @self; no money on failure
 * @rate: (out) (optional) (transfer none) (nullable): the rate that was used, %NULL if none was
 *   needed or found
 *
 * Converts an amount exactly, and rounds once, to the minor unit.
 *
 * Returns: %FALSE if there is no rate (@rate is %NULL) or the result does not fit
 */
gboolean
tide_rates_convert (TideRates *self,
                    const TideMoney *money,
                    const TideDate *date,
                    TideMoney *converted,
                    const TideRatePayload **rate)
{
  const TideRatePayload *found;

  *converted = (TideMoney) { 0 };
  if (rate != NULL)
    *rate = NULL;
  if (self->currency[0] == '\0' || money->currency[0] == '\0')
    return FALSE;
  if (strcmp (money->currency, self->currency) == 0)
    {
      *converted = *money;
      return TRUE;
    }

  found = tide_rates_find (self, money->currency, date);
  if (rate != NULL)
    *rate = found;

  return found != NULL && tide_money_convert (money, &found->value, self->currency, converted);
}
