/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2100

static gboolean
is_digit (const TideReader *self, guint at)
{
  return at < self->n && self->chars[at] >= '0' && self->chars[at] <= '9';
}

/* Four digits that are no part of a longer number. */
static guint
read_digits (const TideReader *self, guint at, guint *year)
{
  TideMention number;

  if (is_digit (self, at))
    {
      guint end = at;

      for (*year = 0; is_digit (self, end) && end - at < 5; end++)
        *year = *year * 10 + (self->chars[end] - '0');
      if (end - at != 4 || *year < FIRST_YEAR || *year > LAST_YEAR)
        return 0;
      if (self->chars[end] == '.' && is_digit (self, end + 1))
        return 0;
      if (at > 0
          && (is_digit (self, at - 1) || self->chars[at - 1] == '.' || self->chars[at - 1] == '_'
              || self->chars[at - 1] == '$'))
        return 0;
      return end;
    }
  if (!tide_reader_is_han (self->chars[at]) || !tide_reader_parse_number (self, at, &number)
      || number.end - number.start != 4 || number.place != 0)
    return 0;
  if (number.mantissa < FIRST_YEAR || number.mantissa > LAST_YEAR
      || self->chars[number.end] != 0x5e74)
    return 0;
  *year = (guint) number.mantissa;

  return number.end;
}

/* What stands in the text behind the digits makes it a date, a number of an issue or a count. */
static gboolean
is_date (const TideReader *self, guint at, guint end)
{
  static const char *const issues[] = { "第", "版", NULL };
  guint before = tide_reader_skip_space_back (self, at);
  guint next = tide_reader_skip_space (self, end);

  if (self->chars[end] == '-' && is_digit (self, end + 1) && is_digit (self, end + 2)
      && !is_digit (self, end + 3))
    return TRUE;
  if ((self->chars[end] == '/' || self->chars[end] == '.') && is_digit (self, end + 1))
    return TRUE;
  if (at > 0
      && (self->chars[at - 1] == '/' || self->chars[at - 1] == '[' || self->chars[at - 1] == 0x3014
          || self->chars[at - 1] == '#'))
    return TRUE;
  if (before > 0 && self->chars[before - 1] == ',')
    before--;
  if (tide_reader_ends_with_any (self, before, tide_months))
    return TRUE;
  if (self->chars[next] == 0x5e74)
    {
      guint digits = tide_reader_skip_space (self, next + 1);
      TideMention number;

      if (tide_reader_match_any (self, digits, issues) != 0)
        return TRUE;
      if (tide_reader_parse_number (self, digits, &number)
          && (self->chars[tide_reader_skip_space (self, number.end)] == 0x6708))
        return TRUE;
    }

  return FALSE;
}

/* “No. 17 of 2022” is a document. */
static gboolean
is_document (const TideReader *self, guint at)
{
  guint i = at;

  if (!tide_reader_ends_with (self, at, "of "))
    return FALSE;
  i = tide_reader_skip_space_back (self, at - 3);
  if (i == 0 || !is_digit (self, i - 1))
    return FALSE;
  while (i > 0 && is_digit (self, i - 1))
    i--;

  return tide_reader_ends_with (self, i, "no. ");
}

static gboolean
has_sign_before (const TideReader *self, guint at)
{
  static const char *const signs[]
      = { "usd ", "rmb ", "cny ", "rmb", "usd", "no. ", "room ", NULL };

  return tide_reader_ends_with_any (self, at, signs);
}

/* A year without 年 needs a word before it, a bracket, a dash to another one, or a new item. */
static gboolean
is_led (const TideReader *self, guint at, guint end)
{
  const guint before = tide_reader_skip_space_back (self, at);
  const gunichar c = before > 0 ? self->chars[before - 1] : ';';
  static const char *const joints[] = { "-", "~", "至", "to ", "until ", "through ", NULL };
  guint next = tide_reader_skip_space (self, end);
  guint year;

  if (has_sign_before (self, at) || is_document (self, at))
    return FALSE;
  if (tide_reader_match_any (self, next, joints) != 0
      && read_digits (
             self, tide_reader_skip_space (self, tide_reader_match_any (self, next, joints)), &year)
             != 0)
    return TRUE;
  if ((c == '-' || c == '~' || c == 0x81f3) && before >= 5)
    return read_digits (self, tide_reader_skip_space_back (self, before - 1) - 4, &year) != 0
           || tide_reader_ends_with (self, before - 1, "年");
  if (tide_reader_parse_scale (self, end, &next) != 0)
    return FALSE;
  if (c == ',' && before >= 6 && read_digits (self, before - 5, &year) == before - 1)
    return TRUE;
  if (c == '(' || c == ':' || c == ';')
    return !g_unichar_isalpha (self->chars[end]);

  return tide_reader_ends_with_any (self, before, tide_year_leads);
}

/**
 * tide_reader_parse_year:
 * @self: a reader
 * @at: a character
 *
 * Finds a year that stands there. Those of dates with a month are passed over.
 *
 * Returns: where it ends, or 0
 */
guint
tide_reader_parse_year (TideReader *self, guint at)
{
  guint year = 0;
  guint end = read_digits (self, at, &year);
  guint next;
  TideMention *mention;

  if (end == 0)
    return 0;
  if (is_date (self, at, end))
    return end;

  next = tide_reader_skip_space (self, end);
  if (self->chars[next] == 0x5e74)
    end = next + 1;
  else if (!is_led (self, at, end))
    return 0;

  mention = tide_reader_add_mention (self, TIDE_MENTION_YEAR, at, end);
  mention->kind = TIDE_TEXT_FINDING_YEAR;
  mention->from = year;
  mention->to = year;

  return end;
}

static gboolean
is_joined (const TideReader *self, const TideMention *first, const TideMention *second)
{
  static const char *const words[]
      = { "-", "~", "至", "到", "to ", "until ", "till ", "through ", NULL };
  const guint at = tide_reader_skip_space (self, first->end);
  guint end = tide_reader_match_any (self, at, words);

  if (end == 0 && tide_reader_ends_with (self, first->start, "between "))
    end = tide_reader_match (self, at, "and ");

  return end != 0 && tide_reader_skip_space (self, end) == second->start;
}

/* from 222.4 billion yuan in 2015 to 641.1 billion yuan in 2022; 由2015年的2224亿元增长到2022年 */
static gboolean
is_course (const TideReader *self, const TideMention *first, const TideMention *second)
{
  static const char *const starts[] = { "由", "从", NULL };
  static const char *const ends[] = { "至", "到", "为", NULL };
  const guint sentence = tide_reader_sentence_start (self, first->start);
  const guint at = tide_reader_skip_space (self, first->end);

  if (first->from >= second->from)
    return FALSE;
  if (tide_reader_is_han (self->chars[second->end - 1]))
    {
      if (!tide_reader_ends_with_any (self, second->start, ends))
        return FALSE;
      for (guint i = first->start; i > sentence; i--)
        if (tide_reader_ends_with_any (self, i, starts))
          return TRUE;
      return FALSE;
    }
  if (tide_reader_match (self, at, "to ") == 0
      || !tide_reader_ends_with (self, second->start, "in "))
    return FALSE;
  for (guint i = first->start; i > sentence; i--)
    if (tide_reader_ends_with (self, i, "from "))
      return TRUE;

  return FALSE;
}

static gboolean
is_same_sentence (const TideReader *self, const TideMention *a, const TideMention *b)
{
  return self->sentences[a->start] == self->sentences[b->start];
}

/**
 * tide_reader_join_spans:
 * @self: a reader with its quantities
 *
 * Makes one span of two years that are its ends. They stay for levels that stand beside them.
 */
void
tide_reader_join_spans (TideReader *self)
{
  int last = -1;
  const guint n = self->mentions->len;

  for (guint i = 0; i < n; i++)
    {
      TideMention *second = tide_reader_get_mention (self, i);

      if (second->shape != TIDE_MENTION_YEAR)
        continue;
      if (last >= 0)
        {
          TideMention *first = tide_reader_get_mention (self, (guint) last);

          if (is_same_sentence (self, first, second)
              && (is_joined (self, first, second) || is_course (self, first, second)))
            {
              const guint start = first->start;
              const guint end = second->end;
              const guint from = first->from;
              const guint to = second->from;
              TideMention *span;

              first->is_hidden = TRUE;
              second->is_hidden = TRUE;
              span = tide_reader_add_mention (self, TIDE_MENTION_YEAR, start, end);
              span->kind = TIDE_TEXT_FINDING_SPAN;
              span->from = from;
              span->to = to;
              last = -1;
              continue;
            }
        }
      last = (int) i;
    }
}
