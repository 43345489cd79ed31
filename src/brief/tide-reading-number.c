/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#define MOST_DIGITS 16

static gboolean
is_digit (const TideReader *self, guint at)
{
  return at < self->n && self->chars[at] >= '0' && self->chars[at] <= '9';
}

/* How many digits follow, over at most one line break; @end is behind them. */
static guint
count_digits (const TideReader *self, guint at, guint *end)
{
  guint n = 0;
  gboolean is_broken = FALSE;

  for (; at < self->n; at++)
    if (is_digit (self, at))
      n++;
    else if (self->chars[at] == '\n' && !is_broken && n > 0 && is_digit (self, at + 1))
      is_broken = TRUE;
    else
      break;
  *end = at;

  return n;
}

/* Whether the separator at @at stands before exactly three digits. */
static gboolean
is_separator (const TideReader *self, guint at, guint lead)
{
  guint end;

  if ((self->chars[at] != ',' && self->chars[at] != ' ') || lead > 3 || !is_digit (self, at + 1))
    return FALSE;
  if (count_digits (self, at + 1, &end) != 3)
    return FALSE;

  return self->chars[at] == ',' || !(is_digit (self, end));
}

static gboolean
is_line_break (const TideReader *self, guint at, guint digits)
{
  return self->chars[at] == '\n' && is_digit (self, at + 1) && digits < 4;
}

static gboolean
parse_digits (const TideReader *self, guint at, TideMention *number)
{
  guint i = at;
  guint digits = 0;
  guint lead = 0;
  gboolean has_separator = FALSE;
  gboolean has_point = FALSE;

  for (; digits < MOST_DIGITS; i++)
    {
      if (is_digit (self, i))
        {
          number->mantissa = number->mantissa * 10 + (gint64) (self->chars[i] - '0');
          number->exponent -= has_point;
          digits++;
          lead += !has_separator;
        }
      else if (digits > 0 && self->chars[i] == '.' && !has_point && is_digit (self, i + 1))
        has_point = TRUE;
      else if (digits > 0 && !has_point && is_separator (self, i, lead))
        has_separator = TRUE;
      else if (!(digits > 0 && is_line_break (self, i, digits)))
        break;
    }
  if (digits == 0 || is_digit (self, i))
    return FALSE;

  number->start = at;
  number->end = i;
  number->place = number->exponent;

  return TRUE;
}

static int
get_han_digit (gunichar c)
{
  static const struct
  {
    gunichar c;
    int value;
  } digits[] = {
    { 0x96f6, 0 }, { 0x3007, 0 }, { 0x4e00, 1 }, { 0x4e8c, 2 }, { 0x4e24, 2 }, { 0x4e09, 3 },
    { 0x56db, 4 }, { 0x4e94, 5 }, { 0x516d, 6 }, { 0x4e03, 7 }, { 0x516b, 8 }, { 0x4e5d, 9 },
    { 0x58f9, 1 }, { 0x8d30, 2 }, { 0x53c1, 3 }, { 0x8086, 4 }, { 0x4f0d, 5 }, { 0x9646, 6 },
    { 0x67d2, 7 }, { 0x634c, 8 }, { 0x7396, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i].c == c)
      return digits[i].value;

  return -1;
}

/* Power of ten of 十 百 千 万 亿 and their forms for money. */
static int
get_han_unit (gunichar c)
{
  switch (c)
    {
    case 0x5341:
    case 0x62fe:
      return 1;
    case 0x767e:
    case 0x4f70:
      return 2;
    case 0x5343:
    case 0x4edf:
      return 3;
    case 0x4e07:
      return 4;
    case 0x4ebf:
      return 8;
    default:
      return 0;
    }
}

static gint64
power (int exponent)
{
  gint64 value = 1;

  for (; exponent > 0; exponent--)
    value *= 10;

  return value;
}

/* 一百六十亿; 二〇二二 is read digit by digit; 十六点三 has decimals. */
static gboolean
parse_han (const TideReader *self, guint at, TideMention *number)
{
  gint64 total = 0;
  gint64 section = 0;
  gint64 digit = -1;
  int place = 0;
  guint i = at;
  gboolean has_unit = FALSE;

  for (; i < self->n && i - at < 24; i++)
    {
      const int value = get_han_digit (self->chars[i]);
      const int unit = get_han_unit (self->chars[i]);

      if (value >= 0)
        {
          digit = digit > 0 && !has_unit ? digit * 10 + value : value;
          if (digit > 100000)
            return FALSE;
          place = 0;
        }
      else if (unit >= 4)
        {
          if (total + section + MAX (digit, 0) > 10000000 || (i == at && unit == 8))
            return FALSE;
          total = (i == at ? 1 : total + section + MAX (digit, 0)) * power (unit);
          section = 0;
          digit = -1;
          place += unit;
          has_unit = TRUE;
        }
      else if (unit > 0)
        {
          section += (digit > 0 ? digit : 1) * power (unit);
          digit = -1;
          place = unit;
          has_unit = TRUE;
        }
      else
        break;
    }
  if (i == at)
    return FALSE;

  number->mantissa = total + section + MAX (digit, 0);
  number->start = at;
  number->place = place;
  if (self->chars[i] == 0x70b9 && get_han_digit (self->chars[i + 1]) >= 0)
    for (i++; number->exponent > -6 && get_han_digit (self->chars[i]) >= 0; i++)
      {
        number->mantissa = number->mantissa * 10 + get_han_digit (self->chars[i]);
        number->place = --number->exponent;
      }
  number->end = i;
  number->is_word = TRUE;

  return TRUE;
}

static int
match_number_word (const TideReader *self, guint at, guint *end)
{
  for (const TideWord *word = tide_number_words; word->text != NULL; word++)
    {
      *end = tide_reader_match (self, at, word->text);
      if (*end != 0)
        return word->value;
    }

  return 0;
}

static gboolean
is_joint (const TideReader *self, guint *at)
{
  guint next = *at;
  guint end;

  while (next < self->n && (self->chars[next] == ' ' || self->chars[next] == '-'))
    next++;
  if (next == *at)
    return FALSE;
  if (tide_reader_match (self, next, "and") != 0)
    next = tide_reader_skip_space (self, next + 3);
  if (match_number_word (self, next, &end) == 0)
    return FALSE;
  *at = next;

  return TRUE;
}

/* “one hundred and seven”, “twenty-three”; nothing where two numbers only stand side by side. */
static gboolean
parse_words (const TideReader *self, guint at, TideMention *number)
{
  gint64 value = 0;
  gint64 last = 0;
  guint i = at;
  guint end;

  while ((last = match_number_word (self, i, &end)) != 0)
    {
      guint next = end;

      if (last == 100)
        {
          if (value == 0 || value > 9)
            return FALSE;
          value *= 100;
        }
      else if (value == 0 || (value % 100 == 0 && last < 100) || (value % 100 >= 20 && last < 10))
        value += last;
      else
        break;
      i = end;
      if (!is_joint (self, &next))
        break;
      if (tide_reader_ends_with (self, next, "and ") && value < 100)
        break;
      i = next;
    }
  i = tide_reader_skip_space_back (self, i);
  if (value == 0)
    return FALSE;

  number->mantissa = value;
  number->start = at;
  number->end = i;
  number->is_word = TRUE;

  return TRUE;
}

/**
 * tide_reader_parse_number:
 * @self: a reader
 * @at: a character
 * @number: (out caller-allocates): what is written there
 *
 * Returns: whether a number begins there: digits, Chinese numerals or English words
 */
gboolean
tide_reader_parse_number (const TideReader *self, guint at, TideMention *number)
{
  *number = (TideMention) { 0 };
  if (is_digit (self, at))
    return parse_digits (self, at, number);
  if (tide_reader_is_han (self->chars[at]))
    return parse_han (self, at, number);
  if (at > 0 && g_unichar_isalpha (self->chars[at - 1]) && self->chars[at - 1] < 0x80)
    return FALSE;

  return g_unichar_isalpha (self->chars[at]) && parse_words (self, at, number);
}

static int
match_scale (const TideReader *self, guint at, guint *end)
{
  for (const TideWord *word = tide_scale_words; word->text != NULL; word++)
    {
      *end = tide_reader_match (self, at, word->text);
      if (*end != 0)
        return word->value;
    }

  return 0;
}

/**
 * tide_reader_parse_scale:
 * @self: a reader
 * @at: a character
 * @end: (out): where the scale ends
 *
 * Returns: the power of ten that stands there, or 0; of two words, as “thousand million”, of both
 */
int
tide_reader_parse_scale (const TideReader *self, guint at, guint *end)
{
  guint start = tide_reader_skip_space (self, at);
  int scale;
  int second = 0;
  guint more;

  if (self->chars[start] == '-' && start == at)
    start++;
  scale = match_scale (self, start, end);
  if (scale > 0 && scale < 9 && self->chars[*end] == ' ')
    second = match_scale (self, tide_reader_skip_space (self, *end), &more);
  if (second > 0)
    *end = more;

  return scale + second;
}
