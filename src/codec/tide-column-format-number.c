/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format-private.h"

#include <string.h>

/* A cell with its number taken out of it. */
typedef struct
{
  TideColumnNumber number;
  char *prefix; /* owned */
  char *suffix; /* owned */
  gboolean is_negative;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->prefix);
  g_free (parts->suffix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
take_end (char *text, char end)
{
  const gsize length = strlen (text);

  if (length == 0 || text[length - 1] != end)
    return FALSE;

  text[length - 1] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* Brackets or a minus behind the number, as accountants write them; signs before it where nothing
 * else stands there. */
static void
take_sign (Parts *parts)
{
  if (strcmp (parts->suffix, "-") == 0)
    {
      parts->suffix[0] = '\0';
      parts->is_negative = TRUE;
    }
  else if (parts->prefix[0] == '(' && take_end (parts->suffix, ')'))
    {
      parts->prefix[0] = ' ';
      g_strchug (parts->prefix);
      parts->is_negative = TRUE;
    }
  else if (strcmp (parts->prefix, "-") == 0 || strcmp (parts->prefix, "+") == 0)
    {
      parts->is_negative = parts->prefix[0] == '-';
      parts->prefix[0] = '\0';
    }
}

static void
take_parts (Parts *parts, const char *folded)
{
  const TideColumnNumber *number = &parts->number;

  parts->prefix = g_strchomp (g_strndup (folded, (gsize) (number->start - folded)));
  parts->suffix = g_strchug (g_strdup (number->end));
  take_sign (parts);
}

static gboolean
is_other_kind (TideColumnKind column, TideCellKind cell)
{
  return cell == TIDE_CELL_BOOLEAN || cell == TIDE_CELL_DATE
         || (cell == TIDE_CELL_PERCENT && column != TIDE_COLUMN_PERCENT);
}

static TideCellReason
settle (TideColumnNumber *number, TideCellKind kind, char decimal)
{
  const gboolean is_of_spreadsheet = kind == TIDE_CELL_NUMBER || kind == TIDE_CELL_PERCENT;
  const gboolean is_doubtful = number->form == TIDE_NUMBER_FORM_EITHER;

  if (!tide_column_number_settle (number, is_of_spreadsheet ? '.' : decimal))
    return is_doubtful ? TIDE_CELL_REASON_EITHER_NUMBER : TIDE_CELL_REASON_SEPARATORS;
  if (is_of_spreadsheet)
    tide_column_number_drop_noise (number);

  return TIDE_CELL_REASON_NONE;
}

/* Why a cell has no number: for the signs between its digits, or for everything else. */
static TideCellReason
blame (const char *folded, TideCellReason otherwise)
{
  const gboolean is_digits = strspn (folded, "0123456789.,' +-()") == strlen (folded);

  return is_digits && strpbrk (folded, "0123456789") != NULL ? TIDE_CELL_REASON_SEPARATORS
                                                             : otherwise;
}

/* 10^@exponent; unset where no decimal holds it. */
static void
set_power_of_ten (TideDecimal *decimal, int exponent)
{
  *decimal = (TideDecimal) { 0 };
  if (ABS (exponent) > TIDE_DECIMAL_MAX_SCALE)
    return;

  decimal->is_set = TRUE;
  decimal->mantissa = 1;
  decimal->scale = exponent < 0 ? (guint8) -exponent : 0;
  for (int i = 0; i < exponent; i++)
    decimal->mantissa *= 10;
}

/* The power of ten of the last digit that was written. */
static int
get_last_place (const TideColumnNumber *number, int exponent)
{
  return number->exponent + exponent - (number->is_split ? (int) number->n_behind : 0);
}

static char *
dup_digits (const Parts *parts, int exponent)
{
  g_autofree char *digits = tide_column_number_dup_text (&parts->number, exponent);

  return digits == NULL ? NULL : g_strconcat (parts->is_negative ? "-" : "", digits, NULL);
}

static TideCellReason
set_number (const Parts *parts, int exponent, TideCellReading *reading)
{
  g_autofree char *digits = dup_digits (parts, exponent);

  if (digits == NULL || tide_decimal_parse (digits, &reading->number) != TIDE_DECIMAL_OK)
    return TIDE_CELL_REASON_OUT_OF_RANGE;

  set_power_of_ten (&reading->precision, get_last_place (&parts->number, exponent));
  return TIDE_CELL_REASON_NONE;
}

static TideCellReason
reason_of_result (TideAmountResult result)
{
  if (result == TIDE_AMOUNT_OUT_OF_RANGE)
    return TIDE_CELL_REASON_OUT_OF_RANGE;
  if (result == TIDE_AMOUNT_TOO_PRECISE)
    return TIDE_CELL_REASON_TOO_PRECISE;

  return result == TIDE_AMOUNT_OK ? TIDE_CELL_REASON_NONE : TIDE_CELL_REASON_NO_AMOUNT;
}

/* Whether what stands behind the number is a unit, or begins with one. */
static gboolean
has_own_unit (const Parts *parts)
{
  const TideDecimal one = { .mantissa = 1, .is_set = TRUE };
  g_autofree char *text = NULL;
  TideAmountReading reading;

  if (parts->suffix[0] == '\0')
    return FALSE;

  text = g_strconcat ("1 ", parts->suffix, NULL);
  return tide_amount_text_read (text, NULL, &reading) == TIDE_AMOUNT_OK
         && tide_decimal_compare (&reading.value, &one) != 0;
}

/* The digits with the words around them, as amounts are read that a person types. */
static TideCellReason
read_words (const Parts *parts, int exponent, const char *currency, TideAmountReading *amount)
{
  const gboolean is_shifted = exponent != 0 || parts->number.exponent != 0;
  const gboolean has_unit = is_shifted && has_own_unit (parts);
  const int unit = has_unit ? 0 : exponent;
  g_autofree char *digits = tide_column_number_dup_text (&parts->number, unit);
  g_autofree char *text = NULL;
  TideAmountResult result;
  int place = get_last_place (&parts->number, unit);

  /* Two numbers must not become one. */
  if (g_ascii_isdigit (parts->suffix[0]))
    return TIDE_CELL_REASON_NO_AMOUNT;
  if (digits == NULL)
    return TIDE_CELL_REASON_OUT_OF_RANGE;

  text = g_strconcat (parts->is_negative ? "-" : "", parts->prefix, " ", digits, parts->suffix,
                      NULL);
  result = tide_amount_text_read (text, currency[0] != '\0' ? currency : NULL, amount);
  if (result == TIDE_AMOUNT_OK && is_shifted && !has_unit)
    {
      place = MAX (place, -tide_currency_get_digits (amount->currency));
      set_power_of_ten (&amount->precision, place);
    }

  return reason_of_result (result);
}

static TideCellReason
read_amount (const TideColumnFormat *self, const Parts *parts, TideCellReading *reading)
{
  return read_words (parts, self->exponent, self->currency, &reading->amount);
}

/* A number that is no money, though a unit may stand behind it: 12.5万 */
static TideCellReason
read_plain (const TideColumnFormat *self, const Parts *parts, TideCellReading *reading)
{
  TideAmountReading amount;
  TideCellReason reason;

  if (parts->prefix[0] == '\0' && parts->suffix[0] == '\0')
    return set_number (parts, self->exponent, reading);

  reason = read_words (parts, self->exponent, "", &amount);
  if (reason == TIDE_CELL_REASON_NO_AMOUNT || amount.has_currency)
    return TIDE_CELL_REASON_NO_NUMBER;

  reading->number = amount.value;
  reading->precision = amount.precision;
  return reason;
}

/* Words that a rate may come with; the sign of those before it. */
static const struct
{
  const char *word;
  gboolean is_negative;
} percent_prefixes[] = {
  { "", FALSE },        { "百分之", FALSE },   { "增长", FALSE },
  { "上升", FALSE },    { "同比增长", FALSE }, { "下降", TRUE },
  { "同比下降", TRUE }, { "负增长", TRUE },    { "百分之负", TRUE },
};

static const char *const percent_suffixes[]
    = { "", "%", "pct", "percent", "per cent", "percent p.a.", "% p.a.", NULL };

static gboolean
is_percent_suffix (const char *suffix)
{
  for (guint i = 0; percent_suffixes[i] != NULL; i++)
    if (g_ascii_strcasecmp (percent_suffixes[i], suffix) == 0)
      return TRUE;

  return FALSE;
}

static TideCellReason
read_percent (Parts *parts, TideCellReading *reading)
{
  /* (3.2%), -3.2% and 3.2%-; 百分之16.3 */
  if (take_end (parts->suffix, '-'))
    parts->is_negative = TRUE;
  if (!is_percent_suffix (parts->suffix))
    return TIDE_CELL_REASON_NO_PERCENTAGE;

  for (gsize i = 0; i < G_N_ELEMENTS (percent_prefixes); i++)
    if (strcmp (parts->prefix, percent_prefixes[i].word) == 0)
      {
        parts->is_negative ^= percent_prefixes[i].is_negative;
        return set_number (parts, 0, reading);
      }

  return TIDE_CELL_REASON_NO_PERCENTAGE;
}

static TideCellReason
get_plain_reason (TideColumnKind kind)
{
  if (kind == TIDE_COLUMN_AMOUNT)
    return TIDE_CELL_REASON_NO_AMOUNT;

  return kind == TIDE_COLUMN_PERCENT ? TIDE_CELL_REASON_NO_PERCENTAGE : TIDE_CELL_REASON_NO_NUMBER;
}

/*
 * tide_column_format_read_number:
 * @self: the format of a column of numbers, amounts or percentages
 * @kind: what the file says that the cell is
 * @folded: the cell, folded
 * @reading: where the value goes
 *
 * Returns: why it cannot be read
 */
TideCellReason
tide_column_format_read_number (const TideColumnFormat *self,
                                TideCellKind kind,
                                const char *folded,
                                TideCellReading *reading)
{
  g_auto (Parts) parts = { 0 };
  TideCellReason reason = get_plain_reason (self->kind);

  if (is_other_kind (self->kind, kind))
    return reason;
  if (!tide_column_number_scan (&parts.number, folded))
    return blame (folded, reason);

  reason = settle (&parts.number, kind, self->decimal);
  if (reason != TIDE_CELL_REASON_NONE)
    return reason;

  take_parts (&parts, folded);
  if (self->kind == TIDE_COLUMN_AMOUNT)
    return read_amount (self, &parts, reading);

  return self->kind == TIDE_COLUMN_PERCENT ? read_percent (&parts, reading)
                                           : read_plain (self, &parts, reading);
}
