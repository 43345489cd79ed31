/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-observation.h"

#include <stdlib.h>
#include <string.h>

/* The power of ten that a scale is; FALSE for a scale that is none. */
static gboolean
get_exponent (const TideScale *unit, int *exponent)
{
  gint64 mantissa = unit->scale.mantissa;

  *exponent = 0;
  if (!unit->scale.is_set)
    return TRUE;
  if (mantissa <= 0)
    return FALSE;

  *exponent = -(int) unit->scale.scale;
  for (; mantissa % 10 == 0; mantissa /= 10)
    ++*exponent;

  return mantissa == 1;
}

/* Moves the point to the left; FALSE where that cannot be kept exactly. */
static gboolean
divide_by_power (const TideDecimal *decimal, int exponent, TideDecimal *quotient)
{
  int scale = (int) decimal->scale + exponent;

  *quotient = *decimal;
  for (; scale < 0; scale++)
    if (__builtin_mul_overflow (quotient->mantissa, 10, &quotient->mantissa))
      return FALSE;
  for (; scale > 0 && quotient->mantissa % 10 == 0; scale--)
    quotient->mantissa /= 10;

  quotient->scale = (guint8) MIN (scale, TIDE_DECIMAL_MAX_SCALE);

  return scale <= TIDE_DECIMAL_MAX_SCALE;
}

/**
 * tide_observation_read_written:
 * @observation: an observation
 * @unit: (nullable): the unit of its indicator
 * @reading: (out): what its “as written” means, in units of a currency
 * @value: (out): the same in @unit; unset where another currency is written
 *
 * Reads “222.4 billion yuan” of an indicator in hundred millions of yuan as 2224.
 *
 * Returns: %FALSE where the unit is not money, or what is written is no amount with a currency
 */
gboolean
tide_observation_read_written (const TideObservation *observation,
                               const TideScale *unit,
                               TideAmountReading *reading,
                               TideDecimal *value)
{
  int exponent;

  *reading = (TideAmountReading) { 0 };
  *value = (TideDecimal) { 0 };
  if (unit == NULL || unit->currency == NULL || observation->written == NULL
      || !get_exponent (unit, &exponent)
      || tide_amount_text_read (observation->written, unit->currency, reading) != TIDE_AMOUNT_OK
      || !reading->has_currency)
    return FALSE;

  return strcmp (reading->currency, unit->currency) != 0
         || divide_by_power (&reading->value, exponent, value);
}

/**
 * tide_observation_get_precision:
 * @observation: an observation with a value
 * @unit: (nullable): the unit of its indicator
 * @precision: (out): the last certain unit of the value, in @unit, above zero
 *
 * The last digit of the value, and of a value that was written coarser (“2 trillion”) the last unit
 * of what was written. The value itself is never less than that, but zero.
 */
void
tide_observation_get_precision (const TideObservation *observation,
                                const TideScale *unit,
                                TideDecimal *precision)
{
  TideAmountReading reading;
  TideDecimal written;
  TideDecimal coarse;
  int exponent;

  *precision = (TideDecimal) { 1, observation->value.scale, TRUE };
  if (!tide_observation_read_written (observation, unit, &reading, &written)
      || tide_decimal_compare (&written, &observation->value) != 0)
    return;

  if (get_exponent (unit, &exponent) && divide_by_power (&reading.precision, exponent, &coarse)
      && tide_decimal_compare (&coarse, precision) > 0)
    *precision = coarse;
}

/**
 * tide_revision_compare:
 * @a: (nullable): the name of a revision; %NULL for the value first published
 * @b: (nullable): another
 *
 * Orders the revisions of one value: the first published one, then by name, where numbers in the
 * names are compared as numbers: 2 before 10.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tide_revision_compare (const char *a, const char *b)
{
  return a == NULL || b == NULL ? (a != NULL) - (b != NULL) : strverscmp (a, b);
}

/**
 * tide_indicator_find_observation:
 * @indicator: an indicator
 * @period: a period
 * @n_earlier: (out) (optional): how many earlier revisions there are
 *
 * Returns: (transfer none) (nullable): the value of exactly that period, the latest revision that
 *   has a value; %NULL where there is none
 */
const TideObservation *
tide_indicator_find_observation (const TideIndicatorPayload *indicator,
                                 const TideDate *period,
                                 guint *n_earlier)
{
  const TideObservation *latest = NULL;
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      const TideObservation *observation = g_ptr_array_index (indicator->observations, i);

      if (!observation->value.is_set || !tide_date_equal (&observation->period, period))
        continue;

      n++;
      if (latest == NULL || tide_revision_compare (latest->revision, observation->revision) <= 0)
        latest = observation;
    }

  if (n_earlier != NULL)
    *n_earlier = n > 0 ? n - 1 : 0;

  return latest;
}

/**
 * tide_indicator_find_break:
 * @indicator: an indicator
 * @from: a period
 * @to: a later one
 *
 * A break lies between two periods if its first period begins after the first day of @from and not
 * after the last day of @to.
 *
 * Returns: (transfer none) (nullable): the first break that makes the two periods incomparable
 */
const TideBreak *
tide_indicator_find_break (const TideIndicatorPayload *indicator,
                           const TideDate *from,
                           const TideDate *to)
{
  const guint32 first = tide_date_get_first_day (from);
  const guint32 last = tide_date_get_last_day (to);
  const TideBreak *found = NULL;

  for (guint i = 0; i < tide_entries_get_n (indicator->breaks); i++)
    {
      const TideBreak *candidate = g_ptr_array_index (indicator->breaks, i);
      const guint32 day = tide_date_get_first_day (&candidate->before);

      if (day > first && day <= last
          && (found == NULL || tide_date_compare (&candidate->before, &found->before) < 0))
        found = candidate;
    }

  return found;
}
