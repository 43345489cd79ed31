/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-observation-text.h"

#include "core/tide-amount-text.h"

#include <string.h>

/* Of a number without a currency, read as an amount: the one with most digits behind the point. */
#define FINEST_CURRENCY "KWD"

/* Whether there is nothing but a number, which is one in the indicator's unit. */
static gboolean
is_plain (const char *text)
{
  return strspn (text, "+-0123456789.,' ") == strlen (text);
}

/* What the unit is called may stand behind the number: `35 %`, `120 companies`. */
static void
strip_unit (char *text, const TideScale *unit)
{
  g_autofree char *name = NULL;

  if (unit == NULL || unit->name == NULL)
    return;

  name = g_utf8_normalize (unit->name, -1, G_NORMALIZE_NFKC);
  if (name != NULL && *name != '\0' && g_str_has_suffix (text, name))
    text[strlen (text) - strlen (name)] = '\0';
  g_strstrip (text);
}

/* How many zeros a power of ten has, -1 for another number. */
static int
count_zeros (const TideDecimal *power)
{
  gint64 rest;
  int zeros = 0;

  if (!power->is_set || !tide_decimal_rescale (power, 0, &rest) || rest <= 0)
    return -1;

  for (; rest % 10 == 0; rest /= 10)
    zeros++;

  return rest == 1 ? zeros : -1;
}

/* @amount / 10^@zeros, with the decimals that are certain. */
static gboolean
divide (const TideAmountReading *amount, int zeros, TideDecimal *value)
{
  const int certain = count_zeros (&amount->precision);
  const int decimals = certain >= 0 ? MAX (zeros - certain, 0) : zeros + amount->precision.scale;
  TideDecimal exact = amount->value;

  while (exact.scale > 0 && exact.mantissa % 10 == 0)
    {
      exact.mantissa /= 10;
      exact.scale--;
    }
  while (exact.scale + zeros > decimals && exact.mantissa % 10 == 0 && zeros > 0)
    {
      exact.mantissa /= 10;
      zeros--;
    }
  if (exact.scale + zeros > TIDE_DECIMAL_MAX_SCALE)
    return FALSE;

  *value
      = (TideDecimal) { .mantissa = exact.mantissa, .scale = exact.scale + zeros, .is_set = TRUE };
  if (value->scale < decimals && decimals <= TIDE_DECIMAL_MAX_SCALE
      && tide_decimal_rescale (value, decimals, &value->mantissa))
    value->scale = decimals;

  return TRUE;
}

static TideProblem *
problem_new (TideAmountResult result, const char *text)
{
  if (result == TIDE_AMOUNT_OUT_OF_RANGE)
    return tide_problem_new (TIDE_PROBLEM_AMOUNT_TOO_LARGE, text, NULL);
  if (result == TIDE_AMOUNT_TOO_PRECISE)
    return tide_problem_new (TIDE_PROBLEM_TOO_PRECISE, text, NULL);

  return tide_problem_new (TIDE_PROBLEM_UNREADABLE_AMOUNT, text, NULL);
}

/* An amount with a word for its scale or its currency. */
static TideProblem *
read_amount (const char *text, const char *folded, const TideScale *unit, TideDecimal *value)
{
  const char *currency = unit != NULL ? unit->currency : NULL;
  const TideDecimal one = { .mantissa = 1, .is_set = TRUE };
  const TideDecimal *scale = unit != NULL && unit->scale.is_set ? &unit->scale : &one;
  TideAmountReading reading = { 0 };
  TideAmountResult result = tide_amount_text_read (
      folded,
      currency != NULL && tide_currency_get_digits (currency) >= 0 ? currency : FINEST_CURRENCY,
      &reading);
  int zeros;

  if (result != TIDE_AMOUNT_OK)
    return problem_new (result, text);
  if (reading.has_currency && g_strcmp0 (reading.currency, currency) != 0)
    return tide_problem_new (TIDE_PROBLEM_NOT_IN_UNIT, text, NULL);
  if (is_plain (folded))
    {
      *value = reading.value;
      return NULL;
    }

  zeros = count_zeros (scale);
  if (zeros < 0 || !divide (&reading, zeros, value))
    return tide_problem_new (TIDE_PROBLEM_NOT_IN_UNIT, text, NULL);

  return NULL;
}

/**
 * tide_observation_text_read:
 * @text: what a person typed or pasted as the value of an observation
 * @unit: (nullable): in what the indicator is told
 * @value: (out): the value in that unit, with the decimals that are certain
 *
 * A number alone is one in the unit: of hundreds of millions of yuan `2224` means `2224亿元`. With
 * a word for its scale or its currency it is understood as an amount is, and told in the unit:
 * `222.4 billion yuan` is 2224. Another currency than the unit's is refused, as nothing is
 * converted here.
 *
 * Returns: (transfer full) (nullable): why it cannot be taken; %NULL where it was
 */
TideProblem *
tide_observation_text_read (const char *text, const TideScale *unit, TideDecimal *value)
{
  g_autofree char *folded = NULL;
  TideDecimalResult result;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  *value = (TideDecimal) { 0 };
  folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (folded == NULL)
    return tide_problem_new (TIDE_PROBLEM_UNREADABLE_AMOUNT, text, NULL);

  strip_unit (g_strstrip (folded), unit);
  result = tide_decimal_parse (folded, value);
  if (result == TIDE_DECIMAL_OK && !tide_amount_is_too_large (value))
    return NULL;

  *value = (TideDecimal) { 0 };
  if (result != TIDE_DECIMAL_BAD_SYNTAX)
    return tide_problem_new (TIDE_PROBLEM_AMOUNT_TOO_LARGE, text, NULL);

  return read_amount (text, folded, unit, value);
}
