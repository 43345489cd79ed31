/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many digits spreadsheet programs show of a double, and how many give it again. */
#define SHOWN_DIGITS 15
#define EXACT_DIGITS 17

/* A number that has no more digits than this, to 15 of them, was not meant to have more. */
#define MEANT_DIGITS 12

/* Numbers are written without an exponent where they have no more places than this. */
#define MAX_PLACES 24

/* A decimal number: 0.DIGITS times ten to the power of exponent. */
typedef struct
{
  gboolean is_negative;
  char digits[EXACT_DIGITS + 1];
  int n_digits;
  int exponent;
} Decimal;

/**
 * tide_xlsx_number_parse:
 * @text: what stands in a cell
 * @number: (out): the number
 *
 * Returns: %FALSE where it is no decimal number, or one too large for a double
 */
gboolean
tide_xlsx_number_parse (const char *text, double *number)
{
  char *end;

  if (text[0] == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0' && isfinite (*number);
}

/* Rounds to so many digits; returns whether they give the number again. */
static gboolean
round_to (double number, int n_digits, Decimal *decimal)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *exponent;

  g_snprintf (format, sizeof format, "%%.%de", n_digits - 1);
  g_ascii_formatd (text, sizeof text, format, number);
  exponent = strchr (text, 'e');
  *decimal = (Decimal) { .is_negative = text[0] == '-', .exponent = atoi (exponent + 1) + 1 };
  for (const char *p = text; p < exponent; p++)
    if (g_ascii_isdigit (*p))
      decimal->digits[decimal->n_digits++] = *p;
  while (decimal->n_digits > 1 && decimal->digits[decimal->n_digits - 1] == '0')
    decimal->n_digits--;

  return !(g_ascii_strtod (text, NULL) < number || g_ascii_strtod (text, NULL) > number);
}

static void
choose_digits (double number, Decimal *decimal)
{
  if (round_to (number, SHOWN_DIGITS, decimal) || decimal->n_digits <= MEANT_DIGITS
      || round_to (number, SHOWN_DIGITS + 1, decimal))
    return;

  round_to (number, EXACT_DIGITS, decimal);
}

static void
append_zeros (GString *text, int n_zeros)
{
  for (int i = 0; i < n_zeros; i++)
    g_string_append_c (text, '0');
}

static void
append_plain (GString *text, const Decimal *decimal)
{
  int n_whole = CLAMP (decimal->exponent, 0, decimal->n_digits);

  g_string_append_len (text, decimal->digits, n_whole);
  append_zeros (text, decimal->exponent - n_whole);
  if (n_whole == 0)
    g_string_append_c (text, '0');
  if (n_whole == decimal->n_digits)
    return;

  g_string_append_c (text, '.');
  append_zeros (text, -decimal->exponent);
  g_string_append_len (text, decimal->digits + n_whole, decimal->n_digits - n_whole);
}

static void
append_scientific (GString *text, const Decimal *decimal)
{
  g_string_append_c (text, decimal->digits[0]);
  if (decimal->n_digits > 1)
    {
      g_string_append_c (text, '.');
      g_string_append_len (text, decimal->digits + 1, decimal->n_digits - 1);
    }
  g_string_append_printf (text, "E%d", decimal->exponent - 1);
}

/**
 * tide_xlsx_number_format:
 * @number: a finite number
 * @shift: how many places the decimal point is moved to the right: 2 for a percentage
 * @buffer: (out caller-allocates): the number as text, with a point, and an exponent where it is
 *   very large or small
 * @size: bytes of @buffer, at least %TIDE_XLSX_NUMBER_SIZE
 *
 * Writes a number with as few digits as give it again, or to the 15 digits that spreadsheet
 * programs show where these are 12 at most without zeros at the end: 0.1 + 0.2 is 0.3.
 */
void
tide_xlsx_number_format (double number, int shift, char *buffer, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Decimal decimal;

  choose_digits (number, &decimal);
  if (decimal.digits[0] == '0')
    {
      g_strlcpy (buffer, "0", size);
      return;
    }

  decimal.exponent += shift;
  if (decimal.is_negative)
    g_string_append_c (text, '-');
  if (decimal.exponent > -MAX_PLACES && decimal.exponent <= MAX_PLACES)
    append_plain (text, &decimal);
  else
    append_scientific (text, &decimal);
  g_strlcpy (buffer, text->str, size);
}
