/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-decimal.h"

G_DEFINE_BOXED_TYPE (TideDecimal, tide_decimal, tide_decimal_copy, tide_decimal_free)

static __int128
power_of_ten (guint exponent)
{
  __int128 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

static gboolean
scale_mantissa (gint64 mantissa, guint digits, gint64 *scaled)
{
  __int128 wide = (__int128) mantissa * power_of_ten (digits);

  if (wide > G_MAXINT64 || wide < -G_MAXINT64)
    return FALSE;

  *scaled = (gint64) wide;
  return TRUE;
}

/**
 * tide_decimal_copy:
 * @decimal: a decimal
 *
 * Returns: (transfer full): a copy
 */
TideDecimal *
tide_decimal_copy (const TideDecimal *decimal)
{
  return g_memdup2 (decimal, sizeof *decimal);
}

/**
 * tide_decimal_free:
 * @decimal: (transfer full): a decimal
 */
void
tide_decimal_free (TideDecimal *decimal)
{
  g_free (decimal);
}

/**
 * tide_decimal_parse:
 * @text: decimal text as files hold it: `-?(0|[1-9][0-9]*)(\.[0-9]+)?`
 * @decimal: (out): where the value goes; unset on failure
 *
 * Reads a decimal. There is no exponent, no grouping and no locale. A minus before zero is lost.
 *
 * Returns: %TIDE_DECIMAL_OUT_OF_RANGE for more than 18 digits behind the point or a mantissa beyond
 *   ±(2^63 - 1)
 */
TideDecimalResult
tide_decimal_parse (const char *text, TideDecimal *decimal)
{
  const char *p = text;
  gboolean is_negative = *p == '-';
  gboolean is_fraction = FALSE;
  gboolean overflows = FALSE;
  gint64 mantissa = 0;
  gsize scale = 0;

  *decimal = (TideDecimal) { 0 };
  if (is_negative)
    p++;
  if (!g_ascii_isdigit (*p) || (*p == '0' && g_ascii_isdigit (p[1])))
    return TIDE_DECIMAL_BAD_SYNTAX;

  for (; g_ascii_isdigit (*p) || (*p == '.' && !is_fraction); p++)
    {
      if (*p == '.')
        {
          is_fraction = TRUE;
          continue;
        }
      scale += is_fraction;
      overflows |= __builtin_mul_overflow (mantissa, 10, &mantissa)
                   || __builtin_add_overflow (mantissa, *p - '0', &mantissa);
    }
  if (*p != '\0' || (is_fraction && scale == 0))
    return TIDE_DECIMAL_BAD_SYNTAX;
  if (overflows || scale > TIDE_DECIMAL_MAX_SCALE)
    return TIDE_DECIMAL_OUT_OF_RANGE;

  decimal->mantissa = is_negative ? -mantissa : mantissa;
  decimal->scale = (guint8) scale;
  decimal->is_set = TRUE;
  return TIDE_DECIMAL_OK;
}

/**
 * tide_decimal_format:
 * @decimal: a decimal
 * @buffer: where the text goes
 * @size: size of @buffer, at least %TIDE_DECIMAL_TEXT_SIZE
 *
 * Writes a decimal as files hold it; nothing for an unset one.
 *
 * Returns: (transfer none): @buffer
 */
const char *
tide_decimal_format (const TideDecimal *decimal, char *buffer, gsize size)
{
  guint64 digits;
  guint n = 0;
  char reversed[TIDE_DECIMAL_TEXT_SIZE];
  gsize length = 0;

  g_return_val_if_fail (size >= TIDE_DECIMAL_TEXT_SIZE, "");

  buffer[0] = '\0';
  if (!decimal->is_set)
    return buffer;

  digits = decimal->mantissa < 0 ? -(guint64) decimal->mantissa : (guint64) decimal->mantissa;
  do
    {
      if (n > 0 && n == decimal->scale)
        reversed[length++] = '.';
      reversed[length++] = (char) ('0' + digits % 10);
      digits /= 10;
      n++;
    }
  while (digits > 0 || n <= decimal->scale);
  if (decimal->mantissa < 0)
    reversed[length++] = '-';

  for (gsize i = 0; i < length; i++)
    buffer[i] = reversed[length - 1 - i];
  buffer[length] = '\0';
  return buffer;
}

/**
 * tide_decimal_dup_text:
 * @decimal: a decimal
 *
 * Returns: (transfer full) (nullable): the text of a file, %NULL for an unset decimal
 */
char *
tide_decimal_dup_text (const TideDecimal *decimal)
{
  char buffer[TIDE_DECIMAL_TEXT_SIZE];

  if (!decimal->is_set)
    return NULL;

  return g_strdup (tide_decimal_format (decimal, buffer, sizeof buffer));
}

/**
 * tide_decimal_compare:
 * @a: a decimal
 * @b: another
 *
 * Compares the values, so that 1.0 and 1 are the same; an unset one comes before all others.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tide_decimal_compare (const TideDecimal *a, const TideDecimal *b)
{
  __int128 left;
  __int128 right;

  if (!a->is_set || !b->is_set)
    return (int) a->is_set - (int) b->is_set;

  left = (__int128) a->mantissa * power_of_ten (b->scale);
  right = (__int128) b->mantissa * power_of_ten (a->scale);
  return (left > right) - (left < right);
}

/**
 * tide_decimal_equal:
 * @a: a decimal
 * @b: another
 *
 * Returns: whether both are written the same: 1.0 is not 1 (see tide_decimal_compare())
 */
gboolean
tide_decimal_equal (const TideDecimal *a, const TideDecimal *b)
{
  if (!a->is_set || !b->is_set)
    return a->is_set == b->is_set;

  return a->mantissa == b->mantissa && a->scale == b->scale;
}

/**
 * tide_decimal_rescale:
 * @decimal: a decimal that is set
 * @scale: digits behind the point
 * @mantissa: (out): the value times 10^@scale
 *
 * Returns: %FALSE if digits other than zeros would be lost, or the result does not fit
 */
gboolean
tide_decimal_rescale (const TideDecimal *decimal, guint scale, gint64 *mantissa)
{
  gint64 power;

  g_return_val_if_fail (decimal->is_set, FALSE);
  g_return_val_if_fail (scale <= TIDE_DECIMAL_MAX_SCALE, FALSE);

  if (scale >= decimal->scale)
    return scale_mantissa (decimal->mantissa, scale - decimal->scale, mantissa);

  power = (gint64) power_of_ten (decimal->scale - scale);
  if (decimal->mantissa % power != 0)
    return FALSE;

  *mantissa = decimal->mantissa / power;
  return TRUE;
}

/**
 * tide_decimal_add:
 * @sum: (inout): the sum so far; unset counts as nothing
 * @addend: what to add; unset adds nothing
 *
 * Adds exactly; the sum has as many digits behind the point as the finer of the two.
 *
 * Returns: %FALSE if the sum does not fit; then @sum is as it was
 */
gboolean
tide_decimal_add (TideDecimal *sum, const TideDecimal *addend)
{
  guint scale = MAX (sum->scale, addend->scale);
  gint64 left;
  gint64 right;
  gint64 total;

  if (!addend->is_set)
    return TRUE;
  if (!sum->is_set)
    {
      *sum = *addend;
      return TRUE;
    }
  if (!tide_decimal_rescale (sum, scale, &left) || !tide_decimal_rescale (addend, scale, &right)
      || __builtin_add_overflow (left, right, &total) || total == G_MININT64)
    return FALSE;

  sum->mantissa = total;
  sum->scale = (guint8) scale;
  return TRUE;
}

/**
 * tide_decimal_to_double:
 * @decimal: a decimal
 *
 * Returns: the nearest binary number, for charts and statistics, never for money; 0 if unset
 */
double
tide_decimal_to_double (const TideDecimal *decimal)
{
  char buffer[TIDE_DECIMAL_TEXT_SIZE];

  return g_ascii_strtod (tide_decimal_format (decimal, buffer, sizeof buffer), NULL);
}
