/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

/* What stands between the items of a list. */
static const char *const separators[]
    = { ",", "、", "and ", "和", "及", "与", "以及", ";", "but ", "而是", NULL };

/* Things that 亿 and 万 count and that are no money. */
static const char *const other_units[]
    = { "吨", "立方", "千瓦", "平方", "度", "次",   "人", "件", "台", "辆", "条",
        "米", "公里", "斤",   "户",   "亩", "标箱", "倍", "级", "岁", NULL };

static gboolean
is_figure (const TideMention *mention)
{
  return mention->shape != TIDE_MENTION_NAME && mention->shape != TIDE_MENTION_YEAR
         && mention->shape != TIDE_MENTION_TIER && mention->shape != TIDE_MENTION_MULTIPLE;
}

/* Whether nothing but separators stands between the two. */
static gboolean
is_list (const TideReader *self, guint from, guint to)
{
  guint at = tide_reader_skip_space (self, from);
  guint n = 0;

  while (at < to)
    {
      const guint end = tide_reader_match_any (self, at, separators);

      if (end == 0 || end > to)
        return FALSE;
      n++;
      at = tide_reader_skip_space (self, end);
    }

  return n > 0 && n <= 2 && at == to;
}

/* “an output value of 641.1 and an added value of 137.4 billion yuan” */
static gboolean
is_parallel (const TideReader *self, const TideMention *first, const TideMention *second)
{
  static const char *const ties[] = { "of ", "为", "达", "值", NULL };
  const guint at = tide_reader_skip_space (self, first->end);

  return first->shape == TIDE_MENTION_BARE && first->scale == 0 && !first->is_word
         && second->shape == TIDE_MENTION_MONEY && second->scale > 0
         && first->end == first->number_end
         && self->sentences[first->start] == self->sentences[second->start]
         && tide_reader_match_any (self, at, separators) != 0
         && tide_reader_cue_in (self, TIDE_CUE_OF, at, second->start) != NULL
         && tide_reader_ends_with_any (self, second->start, ties)
         && !tide_reader_has_break (self, at + 1, second->start);
}

/* “from 222.4 to 641.1 billion yuan”: no list, but one unit for both. */
static gboolean
is_course (const TideReader *self, const TideMention *first, const TideMention *second)
{
  static const char *const starts[] = { "from ", "由", "从", NULL };
  static const char *const ends[] = { "to ", "至", "到", NULL };

  return first->shape == TIDE_MENTION_BARE && first->scale == 0 && !first->is_word
         && first->end == first->number_end && second->shape == TIDE_MENTION_MONEY
         && second->start - first->end <= 6
         && tide_reader_ends_with_any (self, first->start, starts)
         && tide_reader_ends_with_any (self, second->start, ends);
}

/* 160亿 without 元 is money; so is “1.3bn” where money was spoken of. */
static void
read_bare_money (TideReader *self)
{
  TideCurrencySign last = TIDE_SIGN_NONE;
  guint sentence = 0;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      const gboolean is_han = tide_reader_is_han (self->chars[mention->end - 1]);

      if (mention->shape == TIDE_MENTION_MONEY)
        {
          last = mention->currency;
          sentence = self->sentences[mention->start];
        }
      if (mention->shape != TIDE_MENTION_BARE || mention->scale < 4)
        continue;
      if (is_han && (mention->scale >= 8 || mention->has_own_of)
          && tide_reader_match_any (self, mention->end, other_units) == 0
          && tide_reader_match_any (self, mention->end, tide_measure_words) == 0)
        {
          mention->shape = TIDE_MENTION_MONEY;
          mention->currency = TIDE_SIGN_CNY;
        }
      else if (!is_han && last != TIDE_SIGN_NONE && self->sentences[mention->start] == sentence
               && mention->scale >= 6)
        {
          mention->shape = TIDE_MENTION_MONEY;
          mention->currency = last;
        }
    }
}

/* The measure word belongs to the number: 13个和86名 is a list. */
static void
take_measure_words (TideReader *self)
{
  static const char *const times[] = { "个月", "个小时", "个工作日", "人次", "个百分", NULL };

  for (guint i = 0; i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      guint end;

      if (mention->shape != TIDE_MENTION_BARE)
        continue;
      if (tide_reader_match_any (self, mention->end, times) != 0)
        {
          mention->is_dropped = TRUE;
          continue;
        }
      end = tide_reader_match_any (self, tide_reader_skip_space (self, mention->end),
                                   tide_measure_words);
      if (end != 0)
        mention->end = end;
    }
}

static void
set_group (TideReader *self, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    {
      tide_reader_get_mention (self, i)->group = first;
      tide_reader_get_mention (self, i)->n_group = n;
    }
}

static void
carry_unit (TideMention *first, TideMention *second)
{
  if (second->shape == TIDE_MENTION_PERCENT && first->shape == TIDE_MENTION_BARE)
    {
      first->shape = TIDE_MENTION_PERCENT;
      first->is_points = second->is_points;
      first->is_carried = TRUE;
    }
  else if (second->shape == TIDE_MENTION_MONEY && first->shape == TIDE_MENTION_BARE)
    {
      first->shape = TIDE_MENTION_MONEY;
      first->currency = second->currency;
      first->is_carried = TRUE;
    }
  else if (first->shape == TIDE_MENTION_MONEY && first->scale == 0
           && second->shape == TIDE_MENTION_BARE && second->scale > 0)
    {
      second->shape = TIDE_MENTION_MONEY;
      second->currency = first->currency;
    }
  if (first->shape == TIDE_MENTION_MONEY && second->shape == TIDE_MENTION_MONEY && first->scale == 0
      && second->scale > 0 && (first->is_carried || first->currency == second->currency))
    {
      first->scale = second->scale;
      first->exponent += second->scale;
      first->place += second->scale;
    }
}

/* “Output in billion yuan: 2021 12.9; 2022 15.7” */
static void
carry_heading (TideReader *self, guint start, guint end)
{
  static const char *const leads[] = { "in ", "单位:", "(", NULL };
  TideCurrencySign currency = TIDE_SIGN_NONE;
  int scale = 0;

  for (guint i = start; i < end && currency == TIDE_SIGN_NONE; i++)
    {
      const guint at = tide_reader_match_any (self, i, leads);
      guint scale_end;

      if (at == 0)
        continue;
      scale = tide_reader_parse_scale (self, at, &scale_end);
      if (scale == 0)
        continue;
      for (const TideWord *word = tide_currency_suffixes; word->text != NULL; word++)
        if (tide_reader_match (self, tide_reader_skip_space (self, scale_end), word->text) != 0)
          currency = (TideCurrencySign) word->value;
    }
  if (currency == TIDE_SIGN_NONE)
    return;

  for (guint i = MAX (tide_reader_first_mention (self, start), 1); i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      const TideMention *before = tide_reader_get_mention (self, i - 1);

      if (mention->start >= end)
        break;
      if (mention->shape != TIDE_MENTION_BARE || before->shape != TIDE_MENTION_YEAR
          || tide_reader_has_break (self, before->end, mention->start))
        continue;
      mention->shape = TIDE_MENTION_MONEY;
      mention->currency = currency;
      mention->scale = scale;
      mention->exponent += scale;
      mention->place += scale;
      mention->is_carried = TRUE;
    }
}

static void
carry_headings (TideReader *self)
{
  guint last = 0;

  for (guint i = 1; i < self->mentions->len; i++)
    {
      const TideMention *mention = tide_reader_get_mention (self, i);
      const TideMention *before = tide_reader_get_mention (self, i - 1);

      if (mention->shape != TIDE_MENTION_BARE || before->shape != TIDE_MENTION_YEAR
          || mention->start < last)
        continue;
      last = tide_reader_sentence_end (self, mention->start);
      carry_heading (self, tide_reader_sentence_start (self, mention->start), last);
    }
}

/**
 * tide_reader_carry_units:
 * @self: a reader whose mentions are in order
 *
 * Tells lists of figures, and gives each figure of one the unit that is said once for all.
 */
void
tide_reader_carry_units (TideReader *self)
{
  guint first = 0;

  take_measure_words (self);
  read_bare_money (self);
  carry_headings (self);
  for (guint i = self->mentions->len; i > 1; i--)
    {
      TideMention *second = tide_reader_get_mention (self, i - 1);
      TideMention *before = tide_reader_get_mention (self, i - 2);

      if (is_figure (before) && is_figure (second)
          && (is_list (self, before->end, second->start) || is_parallel (self, before, second)
              || is_course (self, before, second)))
        carry_unit (before, second);
    }
  for (guint i = 1; tide_reader_goes_on (self, i, self->mentions->len + 1); i++)
    {
      const TideMention *before = tide_reader_get_mention (self, i - 1);
      const TideMention *mention
          = i < self->mentions->len ? tide_reader_get_mention (self, i) : NULL;

      if (mention != NULL && is_figure (before) && mention->shape == before->shape
          && is_list (self, before->end, mention->start))
        continue;
      set_group (self, first, i - first);
      first = i;
    }
}
