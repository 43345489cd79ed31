/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-conversion-text.h"

#include "core/tide-convert.h"
#include "core/tide-rate-sets.h"
#include "core/tide-rates.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* More amounts than these are counted only. */
#define MAX_LINES 12

static char *
dup_money (TideSnapshot *snapshot, const TideMoney *money, TideConversionDigits digits)
{
  const TideUnit unit = tide_unit_get_shown (tide_snapshot_get_settings (snapshot)->unit);
  const TideLanguage language = tide_language_get_default ();

  return digits == TIDE_CONVERSION_EXACT ? tide_money_dup_exact (money, language)
                                         : tide_money_dup_text (money, unit, language);
}

static char *
dup_set (TideSnapshot *snapshot, const TideRatePayload *rate)
{
  const char *set = rate->set != NULL ? rate->set : "";

  return tide_text_dup_isolated (tide_snapshot_get_rate_set_label (snapshot, set));
}

static char *
dup_priced (TideSnapshot *snapshot,
            const char *amount,
            const TideMoney *converted,
            const TideRatePayload *rate,
            TideConversionDigits digits)
{
  g_autofree char *price = dup_money (snapshot, converted, digits);
  g_autofree char *value = tide_decimal_dup_text (&rate->value);
  g_autofree char *set = dup_set (snapshot, rate);
  g_autofree char *date = tide_date_dup_text (&rate->date);

  /* Translators: an amount, the same in another currency, the exchange rate, the name of the set of
   * rates, and the date of the rate: US$1 million = 7 million yuan at 7 (Mid rates, 2023-10-31) */
  return g_strdup_printf (_ ("%s = %s at %s (%s, %s)"), amount, price, value, set, date);
}

static char *
dup_unpriced (const char *amount, const char *currency, const TideDate *date)
{
  g_autofree char *text = NULL;

  if (!tide_date_is_set (date))
    /* Translators: an amount, and its currency, such as KRW */
    return g_strdup_printf (_ ("%s: no rate for %s, counted, not priced"), amount, currency);

  text = tide_date_dup_text (date);
  /* Translators: an amount, its currency, such as KRW, and a date */
  return g_strdup_printf (_ ("%s: no rate for %s on %s, counted, not priced"), amount, currency,
                          text);
}

static gboolean
is_foreign (TideSnapshot *snapshot, const TideMoney *money)
{
  return money->currency[0] != '\0'
         && g_strcmp0 (money->currency, tide_snapshot_get_settings (snapshot)->currency) != 0;
}

/**
 * tide_conversion_dup_text:
 * @snapshot: a register
 * @money: an amount
 * @date: its date, or unset; it does not matter where the rates have a fixed one
 * @digits: how amounts are written
 *
 * Says what an amount is in the register's currency, at which rate of which set and date; or that
 * it is counted, and not priced, as there is no rate.
 *
 * Returns: (transfer full) (nullable): the sentence; %NULL where there is nothing to convert
 */
char *
tide_conversion_dup_text (TideSnapshot *snapshot,
                          const TideMoney *money,
                          const TideDate *date,
                          TideConversionDigits digits)
{
  TideRates *rates = tide_snapshot_get_rates (snapshot);
  const TideDate *fixed = tide_rates_get_fixed_date (rates);
  const TideRatePayload *rate;
  g_autofree char *amount = NULL;
  TideMoney converted;

  if (!is_foreign (snapshot, money) || tide_snapshot_get_settings (snapshot)->currency == NULL)
    return NULL;

  amount = dup_money (snapshot, money, digits);
  if (tide_rates_convert (rates, money, date, &converted, &rate))
    return dup_priced (snapshot, amount, &converted, rate, digits);
  if (rate != NULL)
    /* Translators: %s is an amount */
    return g_strdup_printf (_ ("%s: too large to convert"), amount);

  return dup_unpriced (amount, money->currency, tide_date_is_set (fixed) ? fixed : date);
}

static gboolean
is_meant (const TideAmount *amount, TideAmountKind kind)
{
  return amount->rank == kind && amount->counted && amount->value.is_set;
}

/* A line for each amount that is converted, or cannot be. */
static void
append_conversions (GString *text,
                    TideSnapshot *snapshot,
                    const TideProjectPayload *project,
                    TideAmountKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);
      g_autofree char *line = NULL;

      if (!is_meant (amount, kind) || !is_foreign (snapshot, &amount->money) || n++ >= MAX_LINES)
        continue;

      line = tide_conversion_dup_text (snapshot, &amount->money, &amount->date,
                                       TIDE_CONVERSION_EXACT);
      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  if (n > MAX_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          /* Translators: how many amounts are not listed, below a list of amounts */
          ngettext ("%u more amount", "%u more amounts", n - MAX_LINES), n - MAX_LINES);
    }
}

/**
 * tide_conversion_dup_sum:
 * @snapshot: the register it is in
 * @project: a project
 * @kind: a kind of amounts
 *
 * Returns: (transfer full) (nullable): the sum of the priced amounts of @kind to the last digit,
 *   and below it each amount in another currency with its rate; %NULL where there is no amount
 */
char *
tide_conversion_dup_sum (TideSnapshot *snapshot,
                         const TideProjectPayload *project,
                         TideAmountKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TideMoney base;
  guint n, n_unpriced;

  if (!tide_project_sum_amounts (project, snapshot, kind, &base, &n, &n_unpriced))
    g_string_append (text, _ ("Too Large to Add Up"));
  else if (n > n_unpriced)
    {
      g_autofree char *sum = dup_money (snapshot, &base, TIDE_CONVERSION_EXACT);

      g_string_append (text, sum);
    }
  if (n > 0)
    append_conversions (text, snapshot, project, kind);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
