/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

/* Words before a number that make it something else. */
static const char *const never_after[] = { "第",    "no. ", "no.",      "room ", "page ", "line ",
                                           "pier ", "p. ",  "version ", "第 ",   "#",     NULL };
/* 几十, 数百, 上千 and 成百 are no numbers. */
static const char *const vague_words[] = { "几", "数", "上", "好几", NULL };
static const char *const rate_words[]
    = { "to the dollar", "to the us dollar", "per dollar", "per us dollar", "兑",
        "to one dollar", "to the euro",      NULL };
static const char *const percent_words[] = { "%", "percent", "per cent", NULL };
static const char *const point_words[]
    = { "percentage points", "percentage point", "个百分点", "百分点", NULL };
static const char *const tenth_words[] = { "成立", "成为", "成果", "成交", "成员", "成品", NULL };
static const char *const level_words[] = { "级", " level", NULL };

TideMention *
tide_reader_add_mention (TideReader *self, TideMentionShape shape, guint start, guint end)
{
  TideMention mention = { .shape = shape, .start = start, .end = end, .number_end = end };

  g_array_append_val (self->mentions, mention);

  return tide_reader_get_mention (self, self->mentions->len - 1);
}

/* Returns: the place of the first mention that begins at @at or later, once they are in order */
guint
tide_reader_first_mention (const TideReader *self, guint at)
{
  guint low = 0;
  guint high = self->mentions->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (tide_reader_get_mention (self, middle)->start < at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: the value of the longest of the words that stands at @at, or 0 */
int
tide_reader_match_word (const TideReader *self, guint at, const TideWord *words, guint *end)
{
  int value = 0;

  *end = 0;
  for (; words->text != NULL; words++)
    {
      const guint matched = tide_reader_match (self, at, words->text);

      if (matched > *end)
        {
          *end = matched;
          value = words->value;
        }
    }

  return value;
}

/* The word that ends right before @at, over white space; @start is where it begins. */
int
tide_reader_match_word_back (const TideReader *self, guint at, const TideWord *words, guint *start)
{
  const guint end = tide_reader_skip_space_back (self, at);
  int value = 0;

  *start = at;
  for (; words->text != NULL; words++)
    if (tide_reader_ends_with (self, end, words->text))
      {
        const guint begins = end - (guint) g_utf8_strlen (words->text, -1);

        if (begins < *start || value == 0)
          {
            *start = begins;
            value = words->value;
          }
      }

  return value;
}

static gboolean
is_quoted (const TideReader *self, guint at)
{
  while (at < self->n && g_unichar_isdigit (self->chars[at]))
    at++;

  return self->chars[at] == '"';
}

static gboolean
is_allowed (const TideReader *self, guint at)
{
  const gunichar before = at > 0 ? self->chars[at - 1] : ' ';
  guint start;

  if (tide_reader_ends_with_any (self, at, never_after))
    return FALSE;
  /* “361” is the name of a system */
  if (before == '"' && is_quoted (self, at))
    return FALSE;
  if (before == '_' || before == '.'
      || (before == '-' && at > 1 && g_unichar_isdigit (self->chars[at - 2])))
    return FALSE;
  if (tide_reader_ends_with (self, at, "pi"))
    return TRUE;
  if (before < 0x80 && g_unichar_isalpha (before))
    return tide_reader_match_word_back (self, at, tide_currency_prefixes, &start) != 0;

  return !(before < 0x80 && g_unichar_isdigit (before));
}

/* 多 and 余 behind a number. */
static guint
skip_more (const TideReader *self, guint at, TideMention *mention)
{
  const gunichar c = self->chars[at];

  if (c != 0x591a && c != 0x4f59)
    return at;
  mention->qualifier = TIDE_TEXT_FINDING_MORE_THAN;

  return at + 1;
}

static void
read_scale (const TideReader *self, TideMention *mention)
{
  guint end = skip_more (self, mention->end, mention);
  guint scale_end;
  const int scale = tide_reader_parse_scale (self, end, &scale_end);

  if (scale > 0)
    {
      mention->scale = scale;
      mention->exponent += scale;
      mention->place += scale;
      end = skip_more (self, scale_end, mention);
    }
  mention->end = end;
}

static void
read_suffix (const TideReader *self, TideMention *mention)
{
  guint end;
  guint at = tide_reader_skip_space (self, mention->end);
  int currency;

  if (self->chars[at] == '-')
    at++;
  currency = tide_reader_match_word (self, at, tide_currency_suffixes, &end);
  if (currency == 0)
    return;
  if (mention->currency != TIDE_SIGN_NONE && (int) mention->currency != currency)
    mention->currency = TIDE_SIGN_MIXED;
  else
    mention->currency = (TideCurrencySign) currency;
  mention->end = end;
}

static void
read_prefix (const TideReader *self, TideMention *mention)
{
  guint start;
  int currency = tide_reader_match_word_back (self, mention->start, tide_currency_prefixes, &start);

  if (currency == 0)
    return;

  mention->currency = (TideCurrencySign) currency;
  mention->start = start;
  currency = tide_reader_match_word_back (self, start, tide_currency_prefixes, &start);
  if (currency != 0)
    {
      if (currency != (int) mention->currency)
        mention->currency = TIDE_SIGN_MIXED;
      mention->start = start;
    }
}

static gboolean
read_percent (const TideReader *self, TideMention *mention)
{
  const guint at = tide_reader_skip_space (self, mention->end);
  guint end = tide_reader_match_any (self, at, point_words);

  if (end != 0)
    mention->is_points = TRUE;
  else
    end = tide_reader_match_any (self, at, percent_words);
  if (end == 0 && self->chars[mention->end] == 0x6210
      && tide_reader_match_any (self, mention->end, tenth_words) == 0)
    {
      end = mention->end + 1;
      mention->exponent++;
      mention->place++;
    }
  if (end == 0 && tide_reader_ends_with (self, mention->start, "百分之"))
    {
      end = mention->end;
      mention->start -= 3;
    }
  if (end == 0)
    return FALSE;

  mention->end = end;
  mention->shape = TIDE_MENTION_PERCENT;
  if (mention->start > 0 && self->chars[mention->start - 1] == '-'
      && !(mention->start > 1 && g_unichar_isalnum (self->chars[mention->start - 2])))
    mention->mantissa = -mention->mantissa;

  return TRUE;
}

/* Units, and what they make of the number. */
static void
read_unit (const TideReader *self, TideMention *mention)
{
  mention->number_end = mention->end;
  if (read_percent (self, mention))
    return;

  read_prefix (self, mention);
  read_scale (self, mention);
  read_suffix (self, mention);
  if (mention->currency != TIDE_SIGN_NONE)
    mention->shape = TIDE_MENTION_MONEY;
  else
    mention->shape = TIDE_MENTION_BARE;
}

static guint
match_range (const TideReader *self, const TideMention *first)
{
  guint at = tide_reader_skip_space (self, first->end);
  guint end = 0;

  if (first->is_points)
    return 0;
  if (self->chars[at] == '-' || self->chars[at] == '~' || self->chars[at] == 0x81f3
      || self->chars[at] == 0x5230)
    end = at + 1;
  else if (tide_reader_ends_with (self, first->start, "between "))
    end = tide_reader_match (self, at, "and ");
  else if (!tide_reader_ends_with (self, first->start, "from ")
           && !tide_reader_ends_with (self, first->start, "为 ")
           && first->shape == TIDE_MENTION_BARE && first->scale == 0)
    end = tide_reader_match (self, at, "to ");
  if (end == 0 || tide_reader_ends_with (self, first->start, "由")
      || tide_reader_ends_with (self, first->start, "从"))
    return 0;

  return tide_reader_skip_space (self, end);
}

/* 5–6 billion yuan, 150亿—170亿元, between 5 and 5.5 billion yuan */
static void
read_range (TideReader *self, TideMention *first)
{
  const guint at = match_range (self, first);
  TideMention second;

  if (at == 0 || !tide_reader_parse_number (self, at, &second))
    return;
  read_unit (self, &second);
  if (second.shape != TIDE_MENTION_MONEY && second.shape != TIDE_MENTION_PERCENT
      && second.scale == 0)
    return;

  if (first->scale == 0)
    {
      first->exponent += second.scale;
      first->place += second.scale;
      first->scale = second.scale;
    }
  first->is_range = TRUE;
  first->high = second.mantissa;
  first->high_exponent = second.exponent;
  if (first->shape == TIDE_MENTION_BARE)
    first->shape = second.shape;
  first->is_points = second.is_points;
  if (first->currency == TIDE_SIGN_NONE)
    first->currency = second.currency;
  first->end = second.end;
  if (tide_reader_ends_with (self, first->start, "between "))
    first->start -= 8;
}

/* 万亿级, trillion-level: a scale with or without a number before it. */
static gboolean
read_tier (TideReader *self, guint at, guint *end)
{
  TideMention number = { .mantissa = 1, .start = at, .end = at };
  guint scale_end;
  guint level;

  if (tide_reader_parse_number (self, at, &number) && number.is_word
      && (level = tide_reader_match_any (self, number.end, level_words)) != 0)
    scale_end = number.end;
  else
    {
      if (!(self->chars[at] < 0x80 && g_unichar_isdigit (self->chars[at])))
        number = (TideMention) { .mantissa = 1, .start = at, .end = at };
      if (tide_reader_match (self, at, "hundred ") != 0
          || tide_reader_match (self, at, "ten ") != 0)
        {
          number.exponent = self->chars[at] == 'h' ? 2 : 1;
          number.end = tide_reader_match (self, at, self->chars[at] == 'h' ? "hundred " : "ten ");
        }
      number.scale = tide_reader_parse_scale (self, number.end, &scale_end);
      if (number.scale < 4)
        return FALSE;
      if (tide_reader_match (self, scale_end, " yuan") != 0)
        scale_end = tide_reader_match (self, scale_end, " yuan");
      else if (tide_reader_match (self, scale_end, "元") != 0)
        scale_end = tide_reader_match (self, scale_end, "元");
      level = tide_reader_match_any (self, scale_end, level_words);
    }
  if (level == 0)
    return FALSE;

  number.shape = TIDE_MENTION_TIER;
  number.kind = TIDE_TEXT_FINDING_AMOUNT;
  number.of = TIDE_TEXT_FINDING_OF_TIER;
  number.has_own_of = TRUE;
  number.currency = TIDE_SIGN_CNY;
  number.exponent += number.scale;
  number.end = level;
  number.number_end = level;
  g_array_append_val (self->mentions, number);
  *end = level;

  return TRUE;
}

/* “1 US dollar to 7.1 yuan” is no amount. */
static gboolean
is_exchange_rate (const TideReader *self, const TideMention *mention)
{
  static const char *const before[] = { "兑", "兑换", "= ", "=", NULL };
  const guint at = tide_reader_skip_space (self, mention->end);

  return tide_reader_match_any (self, at, rate_words) != 0
         || tide_reader_ends_with_any (self, mention->start, before);
}

static gboolean
is_vague (const TideReader *self, guint at)
{
  static const char *const tens[] = { "十", "百", "千", "万", NULL };

  return tide_reader_match_any (self, at, tens) != 0
         && (tide_reader_ends_with_any (self, at, vague_words)
             || (self->chars[at] != 0x5341 && tide_reader_ends_with (self, at, "成")));
}

static guint
read_quantity (TideReader *self, guint at)
{
  TideMention mention;
  guint end;

  if (read_tier (self, at, &end))
    return end;
  if (!tide_reader_parse_number (self, at, &mention))
    return at + 1;
  end = mention.end;
  /* a version, an address on a network */
  if (!mention.is_word && self->chars[end] == '.' && g_unichar_isdigit (self->chars[end + 1]))
    {
      while (end < self->n && (g_unichar_isdigit (self->chars[end]) || self->chars[end] == '.'))
        end++;
      return end;
    }
  if (!is_allowed (self, at) || is_vague (self, at) || self->chars[end] == 0x51e0
      || (!mention.is_word && self->chars[at] == '0' && end - at > 1 && mention.exponent == 0))
    return end;

  read_unit (self, &mention);
  read_range (self, &mention);
  if (mention.shape == TIDE_MENTION_MONEY && is_exchange_rate (self, &mention))
    return MAX (end, mention.end);
  if (mention.is_word && mention.mantissa < 2 && mention.shape == TIDE_MENTION_BARE)
    return MAX (end, mention.end);
  if (mention.shape == TIDE_MENTION_MONEY || mention.scale >= 4)
    tide_reader_read_threshold (self, &mention);
  tide_reader_read_qualifier (self, &mention);
  g_array_append_val (self->mentions, mention);

  return MAX (end, mention.end);
}

/* No number begins in the middle of an English word. */
static gboolean
is_within_word (const TideReader *self, guint at)
{
  return at > 0 && self->chars[at] >= 'a' && self->chars[at] <= 'z' && self->chars[at - 1] >= 'a'
         && self->chars[at - 1] <= 'z';
}

/**
 * tide_reader_find_quantities:
 * @self: a reader with names and furniture
 *
 * Finds the numbers of the text, with units, currencies and years, but not yet what they are of.
 */
void
tide_reader_find_quantities (TideReader *self)
{
  for (guint i = 0; tide_reader_goes_on (self, i, self->n);)
    {
      guint end;

      if ((self->masks[i] & (TIDE_MASK_FURNITURE | TIDE_MASK_NAME)) != 0
          || g_unichar_isspace (self->chars[i]) || self->chars[i] > 0xa000
          || is_within_word (self, i))
        {
          i++;
          continue;
        }
      end = tide_reader_parse_year (self, i);
      if (end == 0)
        end = tide_reader_parse_multiple (self, i);
      i = end != 0 ? end : read_quantity (self, i);
    }
}
