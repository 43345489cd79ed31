/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#include <math.h>

#define NEAR 24
#define BEHIND 44

/* Growth or share --------------------------------------------------------------------------- */

static gboolean
is_growth_class (TideCueClass class)
{
  return class == TIDE_CUE_UP || class == TIDE_CUE_DOWN || class == TIDE_CUE_ANNUAL
         || class == TIDE_CUE_YEAR_ON_YEAR;
}

static const TideMention *
find_percent_before (const TideReader *self, guint index)
{
  return tide_reader_previous (
      self, index, TIDE_MENTION_PERCENT,
      tide_reader_sentence_start (self, tide_reader_get_mention (self, index)->start));
}

/* Where what is said behind the figure, or its list, ends. */
static guint
find_limit (const TideReader *self, guint index, guint *from)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint last = mention->group + mention->n_group - 1;
  guint limit = tide_reader_sentence_end (self, mention->start);

  *from = tide_reader_get_mention (self, last)->end;
  limit = MIN (limit, *from + BEHIND);
  for (guint i = *from; i < limit; i++)
    if (self->chars[i] == ',' || self->chars[i] == ';' || self->chars[i] == 0x3001)
      return i;

  return limit;
}

static const TideCue *
find_growth_behind (const TideReader *self, guint index)
{
  guint from;
  const guint limit = find_limit (self, index, &from);

  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= limit || cue->start > from + NEAR)
        return NULL;
      if (is_growth_class (cue->class))
        return cue;
    }

  return NULL;
}

/* The last word for growth or share between; one that another covers does not count. */
static int
find_class_before (const TideReader *self, guint from, guint to, guint *end)
{
  int class = -1;

  *end = 0;
  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);
      const int other = is_growth_class (cue->class) ? TIDE_CUE_UP : TIDE_CUE_SHARE;

      if (cue->start >= to)
        break;
      if (cue->end > to || (other == TIDE_CUE_SHARE && cue->class != TIDE_CUE_SHARE)
          || (self->masks[cue->start] & TIDE_MASK_NAME) != 0
          || (class >= 0 && class != other && cue->end <= *end))
        continue;
      class = other;
      *end = MAX (*end, cue->end);
    }

  return class;
}

/* “The share rose from 41.2 % to 43.0 %”: two shares, of which the growth is another figure. */
static gboolean
is_end_of_course (const TideReader *self, guint index)
{
  static const char *const ends[] = { "from ", "to ", "由", "从", "至", "到", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);

  return tide_reader_ends_with_any (self, mention->start, ends)
         && tide_reader_cue_in (self, TIDE_CUE_SHARE, sentence, mention->start) != NULL
         && tide_reader_cue_in (self, TIDE_CUE_ANNUAL, sentence, mention->start) == NULL;
}

static gboolean
is_growth (const TideReader *self, guint index)
{
  static const char *const parts[] = { " of ", "的", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *before = find_percent_before (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  guint end;
  int class;

  if (mention->is_points)
    return TRUE;
  if (is_end_of_course (self, index))
    return FALSE;
  class = find_class_before (self, before != NULL ? before->end : sentence, mention->start, &end);
  if (class == TIDE_CUE_UP && mention->start <= end + 4)
    return TRUE;
  if (tide_reader_match_any (self, mention->end, parts) != 0)
    return FALSE;
  if (find_growth_behind (self, index) != NULL)
    return TRUE;
  if (class >= 0)
    return class == TIDE_CUE_UP;

  return before != NULL && before->kind == TIDE_FINDING_GROWTH;
}

static TideFindingMode
find_mode (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideMention *before = find_percent_before (self, index);
  guint from;
  const guint limit = find_limit (self, index, &from);
  const TideCue *annual;
  const TideCue *yearly;

  if (tide_reader_cue_in (self, TIDE_CUE_YEAR_ON_YEAR, from, limit) != NULL)
    return TIDE_FINDING_YEAR_ON_YEAR;
  if (tide_reader_cue_in (self, TIDE_CUE_ANNUAL, from, limit) != NULL)
    return TIDE_FINDING_ANNUAL_AVERAGE;
  if (tide_reader_cue_in (self, TIDE_CUE_IN_TOTAL, from, limit) != NULL)
    return TIDE_FINDING_TOTAL;
  if (before != NULL && before->group == mention->group)
    return before->mode;
  annual = tide_reader_last_cue_in (self, TIDE_CUE_ANNUAL, before != NULL ? before->end : sentence,
                                    mention->start);
  yearly = tide_reader_last_cue_in (self, TIDE_CUE_YEAR_ON_YEAR,
                                    before != NULL ? before->end : sentence, mention->start);
  if (yearly != NULL && (annual == NULL || annual->start < yearly->start))
    return TIDE_FINDING_YEAR_ON_YEAR;

  return annual != NULL ? TIDE_FINDING_ANNUAL_AVERAGE : TIDE_FINDING_TOTAL;
}

static gboolean
is_decline (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *before = find_percent_before (self, index);
  const guint from
      = before != NULL ? before->end : tide_reader_sentence_start (self, mention->start);
  const TideCue *up = tide_reader_last_cue_in (self, TIDE_CUE_UP, from, mention->start);
  const TideCue *down = tide_reader_last_cue_in (self, TIDE_CUE_DOWN, from, mention->start);
  const TideCue *behind = find_growth_behind (self, index);

  if (down != NULL)
    return up == NULL || down->end >= up->end;

  return up == NULL && behind != NULL && behind->class == TIDE_CUE_DOWN;
}

/* Judging ----------------------------------------------------------------------------------- */

static void
compare (TideMention *mention, double value, double low, double high, TideFindingVerdict otherwise)
{
  mention->has_computed = TRUE;
  mention->computed = value;
  mention->low = MIN (low, high);
  mention->high_bound = MAX (low, high);
  tide_mention_judge (mention,
                      tide_mention_fits (mention, mention->low, mention->high_bound)
                          ? TIDE_FINDING_REPRODUCES
                          : otherwise,
                      TIDE_FINDING_NO_REASON);
}

static void
give_up (TideMention *mention, TideFindingReason reason)
{
  tide_mention_judge (mention, TIDE_FINDING_CANNOT_BE_CHECKED, reason);
}

static double
grow (double from, double to, guint years)
{
  return (pow (to / from, 1.0 / MAX (years, 1)) - 1) * 100;
}

static gboolean
is_alike (const TideMention *a, const TideMention *b)
{
  return a->shape == b->shape && a->noun == b->noun && a->currency == b->currency
         && (a->shape != TIDE_MENTION_MONEY || a->of == b->of)
         && (a->shape != TIDE_MENTION_PERCENT
             || (a->kind == TIDE_FINDING_SHARE && b->kind == TIDE_FINDING_SHARE));
}

static int
find_figure_before (const TideReader *self, guint index)
{
  const guint sentence = self->sentences[tide_reader_get_mention (self, index)->start];

  for (guint i = index; i > 0; i--)
    {
      const TideMention *mention = tide_reader_get_mention (self, i - 1);

      if (self->sentences[mention->start] != sentence)
        break;
      if (!mention->is_dropped
          && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_COUNT
              || mention->shape == TIDE_MENTION_PERCENT))
        return (int) i - 1;
    }

  return -1;
}

/* The two figures before, if one became the other. */
static gboolean
find_course (const TideReader *self, guint index, int *first, int *second)
{
  static const char *const ties[] = { "to ", "至", "到", "为", NULL };
  const TideMention *b;

  *second = find_figure_before (self, index);
  *first = *second < 0 ? -1 : find_figure_before (self, (guint) *second);
  if (*first < 0)
    return FALSE;

  b = tide_reader_get_mention (self, (guint) *second);
  if (!is_alike (tide_reader_get_mention (self, (guint) *first), b)
      || tide_mention_value (tide_reader_get_mention (self, (guint) *first)) <= 0)
    return FALSE;
  if (tide_reader_ends_with_any (self, b->start, ties))
    return TRUE;

  /* 增长到2022年的6411亿元 */
  for (guint i = *second; i > 0; i--)
    {
      const TideMention *year = tide_reader_get_mention (self, i - 1);

      if ((int) i - 1 == *first)
        break;
      if (year->shape == TIDE_MENTION_YEAR && year->kind == TIDE_FINDING_YEAR)
        return tide_reader_ends_with_any (self, year->start, ties);
    }

  return FALSE;
}

/* 6411亿元，比2015年的2224亿元增长: the earlier level comes last. */
static gboolean
find_comparison (const TideReader *self, guint index, int *first, int *second)
{
  static const char *const ties[] = { "比", "较", "compared with ", "against ", NULL };
  const TideMention *later;
  const TideMention *earlier;

  *first = find_figure_before (self, index);
  *second = *first < 0 ? -1 : find_figure_before (self, (guint) *first);
  if (*second < 0)
    return FALSE;
  later = tide_reader_get_mention (self, (guint) *second);
  earlier = tide_reader_get_mention (self, (guint) *first);
  if (!is_alike (later, earlier) || tide_mention_value (earlier) <= 0)
    return FALSE;
  for (guint i = later->end; i < earlier->start; i++)
    if (tide_reader_match_any (self, i, ties) != 0)
      return TRUE;

  return FALSE;
}

static void
judge_points (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const int second = find_figure_before (self, index);
  const int first = second < 0 ? -1 : find_figure_before (self, (guint) second);
  const TideMention *a, *b;
  double a_low, a_high, b_low, b_high;

  if (first < 0)
    {
      give_up (mention, TIDE_FINDING_NO_SUCH_FACT);
      return;
    }
  a = tide_reader_get_mention (self, (guint) first);
  b = tide_reader_get_mention (self, (guint) second);
  if (a->kind != TIDE_FINDING_SHARE || b->kind != TIDE_FINDING_SHARE)
    {
      give_up (mention, TIDE_FINDING_NO_SUCH_FACT);
      return;
    }
  mention->others[0] = first;
  mention->others[1] = second;
  mention->n_others = 2;
  tide_mention_interval (a, &a_low, &a_high);
  tide_mention_interval (b, &b_low, &b_high);
  compare (mention, tide_mention_value (b) - tide_mention_value (a), b_low - a_high, b_high - a_low,
           TIDE_FINDING_CONFLICTS);
}

static gboolean
is_across_break (const TideIndicatorPayload *indicator, guint from, guint to)
{
  for (guint i = 0; indicator->breaks != NULL && i < indicator->breaks->len; i++)
    {
      const TideBreak *series_break = g_ptr_array_index (indicator->breaks, i);
      const int year = series_break->before.year;

      if ((int) from < year && year <= (int) to)
        return TRUE;
    }

  return FALSE;
}

static void
judge_year_on_year (TideMention *mention, const TideIndicatorPayload *indicator)
{
  mention->to = mention->year;
  mention->from = mention->year - 1;
  if (mention->year == 0 || indicator == NULL)
    {
      give_up (mention, indicator == NULL ? TIDE_FINDING_NO_SUCH_FACT : TIDE_FINDING_NO_YEAR);
      return;
    }
  for (guint i = 0; indicator->growth != NULL && i < indicator->growth->len; i++)
    {
      const TideGrowth *growth = g_ptr_array_index (indicator->growth, i);
      const double rate = tide_decimal_to_double (&growth->rate);
      const double half = pow (10, -(int) growth->rate.scale) / 2;

      if (growth->from.year != (int) mention->from || growth->to.year != (int) mention->to)
        continue;
      mention->path = "growth";
      compare (mention, rate, rate - half, rate + half, TIDE_FINDING_DIFFERS);
      return;
    }
  give_up (mention, TIDE_FINDING_COMPARABLE_PRICES);
}

/* Growth between two levels of the register. */
static gboolean
judge_by_register (const TideReader *self,
                   TideMention *mention,
                   const TideIndicatorPayload *indicator)
{
  const TideFact *first = tide_reader_find_level (self, indicator->base.id, mention->from);
  const TideFact *last = tide_reader_find_level (self, indicator->base.id, mention->to);
  const guint years
      = mention->mode == TIDE_FINDING_ANNUAL_AVERAGE ? mention->to - mention->from : 1;

  if (first == NULL || last == NULL || mention->to <= mention->from || first->low <= 0)
    return FALSE;
  mention->path = "observations";
  compare (mention, grow (first->value, last->value, years), grow (first->high, last->low, years),
           grow (first->low, last->high, years), TIDE_FINDING_DIFFERS);

  return TRUE;
}

static void
judge_course (const TideReader *self, TideMention *mention, int first, int second)
{
  const TideMention *a = tide_reader_get_mention (self, (guint) first);
  const TideMention *b = tide_reader_get_mention (self, (guint) second);
  double a_low, a_high, b_low, b_high;
  const guint years = mention->mode == TIDE_FINDING_ANNUAL_AVERAGE && mention->to > mention->from
                          ? mention->to - mention->from
                          : 1;

  if (mention->mode == TIDE_FINDING_ANNUAL_AVERAGE && mention->to <= mention->from)
    {
      give_up (mention, TIDE_FINDING_NO_YEAR);
      return;
    }
  tide_mention_interval (a, &a_low, &a_high);
  tide_mention_interval (b, &b_low, &b_high);
  mention->others[0] = first;
  mention->others[1] = second;
  mention->n_others = 2;
  compare (mention, grow (tide_mention_value (a), tide_mention_value (b), years),
           grow (a_high, b_low, years), grow (a_low, b_high, years), TIDE_FINDING_CONFLICTS);
}

static void
judge_growth (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideIndicatorPayload *indicator = tide_reader_find_indicator (self, mention, mention->of);
  int first, second;

  if (mention->is_points)
    {
      judge_points (self, index);
      return;
    }
  if (indicator != NULL)
    {
      mention->record_kind = TIDE_RECORD_INDICATOR;
      mention->record = indicator->base.id;
      if (is_across_break (
              indicator,
              mention->mode == TIDE_FINDING_YEAR_ON_YEAR ? mention->year - 1 : mention->from,
              mention->mode == TIDE_FINDING_YEAR_ON_YEAR ? mention->year : mention->to))
        {
          give_up (mention, TIDE_FINDING_ACROSS_A_BREAK);
          return;
        }
    }
  if (mention->mode == TIDE_FINDING_YEAR_ON_YEAR)
    judge_year_on_year (mention, indicator);
  else if (indicator != NULL && judge_by_register (self, mention, indicator))
    return;
  else if (find_course (self, index, &first, &second)
           || find_comparison (self, index, &first, &second))
    judge_course (self, mention, first, second);
  else
    give_up (mention, TIDE_FINDING_NO_SUCH_FACT);
}

/* Shares ------------------------------------------------------------------------------------ */

static gboolean
can_be_share (const TideMention *a, const TideMention *b)
{
  if (a->shape != b->shape || a->shape == TIDE_MENTION_PERCENT)
    return FALSE;
  if (a->shape == TIDE_MENTION_MONEY || a->noun == b->noun)
    return TRUE;

  return (a->noun == TIDE_NOUN_TALENTS || b->noun == TIDE_NOUN_TALENTS)
         && (a->noun == TIDE_NOUN_ACADEMICIANS || b->noun == TIDE_NOUN_ACADEMICIANS
             || a->noun == TIDE_NOUN_PRINCIPAL_INVESTIGATORS
             || b->noun == TIDE_NOUN_PRINCIPAL_INVESTIGATORS);
}

static void
use_share (const TideReader *self, TideMention *mention, int part, int total)
{
  const TideMention *a = tide_reader_get_mention (self, (guint) part);
  const TideMention *b = tide_reader_get_mention (self, (guint) total);
  double a_low, a_high, b_low, b_high;

  if (tide_mention_value (a) > tide_mention_value (b))
    {
      use_share (self, mention, total, part);
      return;
    }
  mention->others[0] = part;
  mention->others[1] = total;
  mention->n_others = 2;
  tide_mention_interval (a, &a_low, &a_high);
  tide_mention_interval (b, &b_low, &b_high);
  if (a->currency != b->currency)
    give_up (mention, TIDE_FINDING_NO_RATE);
  else if (b_low <= 0)
    give_up (mention, TIDE_FINDING_NO_SUCH_FACT);
  else
    compare (mention, tide_mention_value (a) / tide_mention_value (b) * 100, a_low / b_high * 100,
             a_high / b_low * 100, TIDE_FINDING_CONFLICTS);
}

/* Figures of the sentence before the list of @index that are no rates, the nearest first. */
static guint
list_figures (const TideReader *self, guint index, int *figures, guint size)
{
  int figure = find_figure_before (self, tide_reader_get_mention (self, index)->group);
  guint n = 0;

  for (; figure >= 0 && n < size; figure = find_figure_before (self, (guint) figure))
    if (tide_reader_get_mention (self, (guint) figure)->shape != TIDE_MENTION_PERCENT)
      figures[n++] = figure;

  return n;
}

/* The part is the figure right before; of several rates in a list, each has its own. */
static gboolean
judge_text_share (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const guint turn = mention->n_group - 1 - (index - mention->group);
  int figures[16];
  const guint n = list_figures (self, index, figures, G_N_ELEMENTS (figures));
  int nearest = -1;

  if (turn >= n)
    return FALSE;
  for (guint i = turn + 1; i < n; i++)
    {
      if (!can_be_share (tide_reader_get_mention (self, (guint) figures[turn]),
                         tide_reader_get_mention (self, (guint) figures[i])))
        continue;
      if (nearest < 0)
        nearest = figures[i];
      use_share (self, mention, figures[turn], figures[i]);
      if (mention->verdict == TIDE_FINDING_REPRODUCES)
        return TRUE;
    }
  if (nearest < 0)
    return FALSE;
  use_share (self, mention, figures[turn], nearest);

  return TRUE;
}

static void
compare_share (TideMention *mention, const TideFact *part, const TideFact *whole)
{
  mention->record_kind = part->record_kind;
  mention->record = part->record;
  mention->path = part->path;
  if (part->currency != whole->currency)
    give_up (mention, TIDE_FINDING_NO_RATE);
  else
    compare (mention, part->value / whole->value * 100, part->low / whole->high * 100,
             part->high / whole->low * 100, TIDE_FINDING_DIFFERS);
}

static const TideFact *
find_project_fact (const TideReader *self, const char *project, TideFindingOf of)
{
  const TideFact *fact = NULL;

  while ((fact = tide_reader_next_fact (self, TIDE_RECORD_PROJECT, project, fact)) != NULL)
    if (!fact->is_count && fact->of == of)
      return fact;

  return NULL;
}

/* What has arrived, or is contracted foreign capital, of what was agreed. */
static gboolean
judge_project_share (const TideReader *self, TideMention *mention)
{
  const guint from = tide_reader_sentence_start (self, mention->start);
  const guint to = tide_reader_sentence_end (self, mention->start);
  TideFindingOf of = TIDE_FINDING_OF_UNKNOWN;
  const TideFact *part;
  const TideFact *whole;

  if (mention->record_kind != TIDE_RECORD_PROJECT || mention->record == NULL)
    return FALSE;
  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= to)
        break;
      if (cue->class == TIDE_CUE_ARRIVAL && of == TIDE_FINDING_OF_UNKNOWN)
        of = TIDE_FINDING_OF_ARRIVED;
      else if (cue->class == TIDE_CUE_OF
               && (cue->value == TIDE_FINDING_OF_FOREIGN_CONTRACTED
                   || cue->value == TIDE_FINDING_OF_FIXED_ASSET))
        of = (TideFindingOf) cue->value;
    }
  if (of == TIDE_FINDING_OF_UNKNOWN)
    return FALSE;
  part = find_project_fact (self, mention->record, of);
  whole = find_project_fact (self, mention->record, TIDE_FINDING_OF_AGREEMENT);
  if (part == NULL || whole == NULL)
    return FALSE;
  compare_share (mention, part, whole);

  return TRUE;
}

/* Added value of output in one year. */
static gboolean
judge_added_value (const TideReader *self, TideMention *mention)
{
  static const char *const rates[] = { "增加值率", NULL };
  const guint from = tide_reader_sentence_start (self, mention->start);
  const guint to = tide_reader_sentence_end (self, mention->start);
  gboolean has_part = FALSE;
  gboolean has_whole = FALSE;
  const TideIndicatorPayload *part;
  const TideIndicatorPayload *whole;
  const TideFact *a, *b;

  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= to)
        break;
      if (cue->class != TIDE_CUE_OF)
        continue;
      has_part = has_part || cue->value == TIDE_FINDING_OF_ADDED_VALUE;
      has_whole = has_whole || cue->value == TIDE_FINDING_OF_OUTPUT
                  || tide_reader_match_any (self, cue->start, rates) != 0;
    }
  if (!has_part || !has_whole || mention->year == 0)
    return FALSE;
  part = tide_reader_find_indicator (self, mention, TIDE_FINDING_OF_ADDED_VALUE);
  whole = tide_reader_find_indicator (self, mention, TIDE_FINDING_OF_OUTPUT);
  if (part == NULL || whole == NULL)
    return FALSE;
  a = tide_reader_find_level (self, part->base.id, mention->year);
  b = tide_reader_find_level (self, whole->base.id, mention->year);
  if (a == NULL || b == NULL)
    return FALSE;
  compare_share (mention, a, b);

  return TRUE;
}

static void
judge_share (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);

  if (judge_text_share (self, index) || judge_project_share (self, mention)
      || judge_added_value (self, mention))
    return;
  give_up (mention, TIDE_FINDING_NO_SUCH_FACT);
}

/**
 * tide_reader_judge_rates:
 * @self: a reader whose figures are judged
 *
 * Tells growth from shares, and works both out of levels, of the text or of the register.
 */
void
tide_reader_judge_rates (TideReader *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      TideFindingReason refusal;

      if (mention->shape != TIDE_MENTION_PERCENT || mention->is_dropped)
        continue;
      mention->kind = is_growth (self, i) ? TIDE_FINDING_GROWTH : TIDE_FINDING_SHARE;
      if (mention->kind == TIDE_FINDING_GROWTH)
        {
          mention->mode = find_mode (self, i);
          if (is_decline (self, i) && mention->mantissa > 0)
            mention->mantissa = -mention->mantissa;
        }
      refusal = tide_reader_refuse (self, mention);
      if (refusal != TIDE_FINDING_NO_REASON)
        give_up (mention, refusal);
      else if (mention->kind == TIDE_FINDING_GROWTH)
        judge_growth (self, i);
      else
        judge_share (self, i);
    }
}
