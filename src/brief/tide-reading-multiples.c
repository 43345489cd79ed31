/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"
#include "core/tide-observation.h"

#define MOST_DOUBLINGS 6
#define REACH_AFTER 12
#define FAN 0x7ffb /* 翻 */

/* Words that are multiples by themselves. */
static const TideWord words[] = {
  { "doubled", 2 },  { "doubling", 2 },   { "tripled", 3 },        { "tripling", 3 },
  { "trebled", 3 },  { "trebling", 3 },   { "quadrupled", 4 },     { "quadrupling", 4 },
  { "twofold", 2 },  { "two fold", 2 },   { "threefold", 3 },      { "three fold", 3 },
  { "fourfold", 4 }, { "four fold", 4 },  { "fivefold", 5 },       { "five fold", 5 },
  { "tenfold", 10 }, { "ten fold", 10 },  { "twice the", 2 },      { "twice that of", 2 },
  { "twice as", 2 }, { "twice what", 2 }, { "double that of", 2 }, { "triple that of", 3 },
  { NULL, 0 },
};

/* What follows a number that is a multiple; “three times a year” is none. */
static const char *const tails[] = {
  " fold", " times the", " times that of", " times those of", " times as", " times what", NULL
};

/* By how many times more: 增长2倍 is three times as much. */
static const char *const increases[]
    = { "增长",   "增长了", "增加",   "增加了", "扩大", "扩大了", "提高",
        "提高了", "上升",   "上升了", "增",     "增了", NULL };

/* How many times as much. */
static const char *const results[] = { "的", "至", "到", "为", "是", "达", "相当于", NULL };

static guint
skip_words (const TideReader *self, guint at, const char *const *options)
{
  const guint end = tide_reader_match_any (self, at, options);

  return end != 0 ? end : at;
}

static guint
match_word (const TideReader *self, guint at, int *value)
{
  for (const TideWord *word = words; word->text != NULL; word++)
    {
      const guint end = tide_reader_match (self, at, word->text);

      *value = word->value;
      if (end != 0)
        return end;
    }

  return 0;
}

static TideMention *
add_multiple (TideReader *self, guint at, guint end, gint64 mantissa, int exponent)
{
  TideMention *mention = tide_reader_add_mention (self, TIDE_MENTION_MULTIPLE, at, end);

  mention->kind = TIDE_TEXT_FINDING_GROWTH;
  mention->mantissa = mantissa;
  mention->exponent = exponent;
  mention->place = exponent;

  return mention;
}

/* 翻番, 翻了一番, 翻两番多 */
static guint
parse_doublings (TideReader *self, guint at)
{
  static const char *const verbs[] = { "翻", "翻了", NULL };
  static const char *const more[] = { "多", "以上", "有余", NULL };
  TideMention number = { .mantissa = 1 };
  TideMention *mention;
  guint end = tide_reader_match_any (self, at, verbs);
  guint last;

  if (end == 0)
    return 0;
  if (tide_reader_parse_number (self, end, &number))
    end = number.end;
  end = tide_reader_match (self, end, "番");
  if (end == 0 || number.exponent != 0 || number.mantissa < 1 || number.mantissa > MOST_DOUBLINGS)
    return 0;

  last = skip_words (self, end, more);
  mention = add_multiple (self, at, last, G_GINT64_CONSTANT (1) << number.mantissa, 0);
  if (last > end)
    mention->qualifier = TIDE_TEXT_FINDING_MORE_THAN;
  else
    tide_reader_read_qualifier (self, mention);

  return last;
}

/* 3.1倍, 三倍多: what stands before tells whether it is by how much or to what. */
static guint
parse_han_times (TideReader *self, guint at, const TideMention *number)
{
  static const char *const vague[] = { "几", "数", "上", "好几", NULL };
  static const char *const more[] = { "多", "余", NULL };
  static const char *const above[] = { "多", "以上", NULL };
  const guint unit = skip_words (self, number->end, more);
  TideMention *mention;
  guint end = tide_reader_match (self, unit, "倍");
  guint last;

  if (end == 0 || tide_reader_ends_with_any (self, at, vague))
    return 0;

  last = skip_words (self, end, above);
  mention = add_multiple (self, at, last, number->mantissa, number->exponent);
  if (last > end || unit > number->end)
    mention->qualifier = TIDE_TEXT_FINDING_MORE_THAN;
  else
    tide_reader_read_qualifier (self, mention);
  mention->is_increase = tide_reader_ends_with_any (self, mention->start, increases);
  mention->is_dropped
      = !mention->is_increase && !tide_reader_ends_with_any (self, mention->start, results);

  return last;
}

/**
 * tide_reader_parse_multiple:
 * @self: a reader
 * @at: a character
 *
 * Finds a multiple that stands there: “tripled”, “3.1 times that of”, 翻一番, 3.1倍.
 *
 * Returns: where it ends, or 0
 */
guint
tide_reader_parse_multiple (TideReader *self, guint at)
{
  TideMention number;
  int value = 0;
  guint end;

  if (self->chars[at] == FAN)
    return parse_doublings (self, at);
  end = tide_reader_is_han (self->chars[at]) ? 0 : match_word (self, at, &value);
  if (end != 0)
    {
      tide_reader_read_qualifier (self, add_multiple (self, at, end, value, 0));
      return end;
    }
  if (!tide_reader_parse_number (self, at, &number))
    return 0;
  end = tide_reader_match_any (self, number.end, tails);
  if (end == 0)
    return parse_han_times (self, at, &number);

  tide_reader_read_qualifier (self, add_multiple (self, at, end, number.mantissa, number.exponent));

  return end;
}

/* The figure behind in the sentence, or -1. */
static int
find_figure_after (const TideReader *self, guint index)
{
  const guint sentence = self->sentences[tide_reader_get_mention (self, index)->start];

  for (guint i = index + 1; i < self->mentions->len; i++)
    {
      const TideMention *mention = tide_reader_get_mention (self, i);

      if (self->sentences[mention->start] != sentence)
        break;
      if (!mention->is_dropped
          && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_COUNT))
        return (int) i;
    }

  return -1;
}

/* “tripled from 40 firms to 120 firms” */
static gboolean
find_course_after (const TideReader *self, guint index, int *first, int *second)
{
  *first = find_figure_after (self, index);
  *second = *first < 0 ? -1 : find_figure_after (self, (guint) *first);

  return *second >= 0
         && tide_reader_get_mention (self, (guint) *first)->start
                <= tide_reader_get_mention (self, index)->end + REACH_AFTER
         && tide_reader_is_course (self, *first, *second);
}

/* “120 firms, three times the 40 firms of 2015” */
static gboolean
find_base_after (const TideReader *self, guint index, int *first, int *second)
{
  *second = tide_reader_figure_before (self, index);
  *first = find_figure_after (self, index);

  return *first >= 0 && *second >= 0
         && tide_reader_get_mention (self, (guint) *first)->start
                <= tide_reader_get_mention (self, index)->end + 1
         && tide_reader_is_alike (self, *first, *second);
}

/* Two figures of the text, of which one became the other. */
static gboolean
find_levels (const TideReader *self, guint index, int *first, int *second)
{
  static const char *const ties[] = { "是", "比", "较", "相当于", NULL };

  return tide_reader_find_course (self, index, first, second)
         || tide_reader_find_comparison (self, index, ties, first, second)
         || find_course_after (self, index, first, second)
         || find_base_after (self, index, first, second);
}

/* Whether nothing else has become the subject between the measure and the multiple. */
static gboolean
is_said_of (const TideReader *self, const TideCue *measure, const TideMention *mention)
{
  static const char *const verbs[]
      = { "是", "为", "比", "较", "增", "翻", "相当于", "扩大", "提高", "上升", NULL };
  static const char *const others[] = { "while ", "and ", "whereas ", "but ", "而", NULL };
  guint clause = measure->end;

  for (guint i = measure->end; i < mention->start; i++)
    {
      if (tide_reader_match_any (self, i, others) != 0)
        return FALSE;
      if (tide_reader_has_break (self, i, i + 1))
        clause = tide_reader_skip_space (self, i + 1);
    }

  return clause == measure->end || clause == mention->start
         || tide_reader_match_any (self, clause, verbs) != 0;
}

/* The two levels that the register has of what is said to have grown. */
static gboolean
find_register_levels (const TideReader *self,
                      TideMention *mention,
                      const TideFact **first,
                      const TideFact **last)
{
  const TideCue *measure = tide_reader_last_cue_in (
      self, TIDE_CUE_OF, tide_reader_sentence_start (self, mention->start), mention->start);
  const TideIndicatorPayload *indicator;

  if (measure == NULL || mention->to <= mention->from || !is_said_of (self, measure, mention))
    return FALSE;
  mention->of = (TideTextFindingOf) measure->value;
  indicator = tide_reader_find_indicator (self, mention, mention->of);
  if (indicator == NULL)
    return FALSE;
  *first = tide_reader_find_level (self, indicator->base.id, mention->from);
  *last = tide_reader_find_level (self, indicator->base.id, mention->to);
  if (*first == NULL || *last == NULL || (*first)->size.low <= 0)
    return FALSE;

  mention->record_kind = TIDE_RECORD_INDICATOR;
  mention->record = indicator->base.id;
  mention->path = "observations";

  return TRUE;
}

static void
compare_multiple (TideMention *mention,
                  const TideInterval *start,
                  const TideInterval *end,
                  TideTextFindingVerdict otherwise)
{
  static const TideInterval less = { -1, -1, -1 };
  TideInterval multiple;

  tide_interval_init_multiple (&multiple, start, end);
  if (mention->is_increase)
    tide_interval_add (&multiple, &less);
  tide_mention_compare (mention, &multiple, otherwise);
}

static void
judge_multiple (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideFact *earlier, *later;
  TideInterval start, end;
  int first, second;

  if (find_register_levels (self, mention, &earlier, &later))
    {
      if (tide_reader_is_across_break (self, mention->record, mention->from, mention->to))
        tide_mention_give_up (mention, TIDE_TEXT_FINDING_ACROSS_A_BREAK);
      else
        compare_multiple (mention, &earlier->size, &later->size, TIDE_TEXT_FINDING_DIFFERS);
    }
  else if (find_levels (self, index, &first, &second))
    {
      mention->others[0] = first;
      mention->others[1] = second;
      mention->n_others = 2;
      tide_mention_interval (tide_reader_get_mention (self, (guint) first), &start);
      tide_mention_interval (tide_reader_get_mention (self, (guint) second), &end);
      compare_multiple (mention, &start, &end, TIDE_TEXT_FINDING_CONFLICTS);
    }
  else
    mention->is_dropped = TRUE;
}

/**
 * tide_reader_judge_multiples:
 * @self: a reader whose figures are judged
 *
 * Compares multiples with the two levels that they follow from, of the register or of the text.
 * Those of which there are no levels are no findings.
 */
void
tide_reader_judge_multiples (TideReader *self)
{
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);

      if (mention->shape != TIDE_MENTION_MULTIPLE || mention->is_dropped)
        continue;
      if (tide_reader_refuse (self, mention) != TIDE_TEXT_FINDING_NO_REASON
          || tide_reader_cue_in (self, TIDE_CUE_YEAR_ON_YEAR,
                                 tide_reader_sentence_start (self, mention->start), mention->start)
                 != NULL)
        mention->is_dropped = TRUE;
      else
        judge_multiple (self, i);
    }
}
