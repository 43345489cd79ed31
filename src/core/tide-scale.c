/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-scale.h"

static void
drop_zeros (TideDecimal *value)
{
  while (value->scale > 0 && value->mantissa % 10 == 0)
    {
      value->mantissa /= 10;
      value->scale--;
    }
}

/* A unit without a scale counts ones. */
static gboolean
get_factor (const TideScale *self, gint64 *factor)
{
  *factor = 1;

  return !self->scale.is_set || (tide_decimal_rescale (&self->scale, 0, factor) && *factor > 0);
}

/**
 * tide_scale_get_money:
 * @self: (nullable): a unit of values
 * @value: a value in it
 * @money: (out): what that is in money
 *
 * Returns: %FALSE where the unit is not one of money, or the value is too large or too exact
 */
gboolean
tide_scale_get_money (const TideScale *self, const TideDecimal *value, TideMoney *money)
{
  TideDecimal whole = *value;
  gint64 factor;

  if (self == NULL || self->currency == NULL || !value->is_set || !get_factor (self, &factor)
      || __builtin_mul_overflow (whole.mantissa, factor, &whole.mantissa))
    return FALSE;

  drop_zeros (&whole);

  return tide_money_init (money, &whole, self->currency);
}

/**
 * tide_scale_divide:
 * @self: a unit of values
 * @whole: a number of ones
 * @value: (out): the same in the unit
 *
 * Returns: %FALSE where that is not an exact decimal number
 */
gboolean
tide_scale_divide (const TideScale *self, const TideDecimal *whole, TideDecimal *value)
{
  gint64 factor;

  *value = *whole;
  if (!get_factor (self, &factor))
    return FALSE;

  drop_zeros (value);
  while (factor % 10 == 0 && value->mantissa % 10 == 0 && value->mantissa != 0)
    {
      factor /= 10;
      value->mantissa /= 10;
    }
  while (factor % 10 == 0 && value->scale < TIDE_DECIMAL_MAX_SCALE)
    {
      factor /= 10;
      value->scale++;
    }
  if (value->mantissa % factor != 0)
    return FALSE;

  value->mantissa /= factor;

  return TRUE;
}
